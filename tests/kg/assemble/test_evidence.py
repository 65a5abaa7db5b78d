from __future__ import annotations

import pytest

from kg.assemble.evidence import Evidence, is_inferred

AGENCY = "四川省人民政府办公厅"


@pytest.mark.parametrize(
    ("number", "quote", "inferred"),
    [
        ("川办发〔2018〕5号", "根据川办发〔2018〕5号文件部署", True),
        ("川办发〔2018〕5号", "四川省人民政府办公厅印发川办发〔2018〕5号", None),
        ("川办发〔2018〕5号", None, None),  # the issuer is from the metadata, which name it
        (None, "省里印发的实施方案", None),
    ],
)
def test_an_issuer_is_inferred_where_only_the_code_of_the_number_tells_it(
    number: str | None, quote: str | None, inferred: bool | None
) -> None:
    assert is_inferred(AGENCY, number, Evidence("document/1", "agency.name", quote=quote)) is inferred
