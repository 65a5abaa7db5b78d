"""mypy sees a field that no record has: what nothing writes cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from mypy import api

ROOT = Path(__file__).resolve().parents[3]
SNIPPET = """from kg.disk.parts import SourceDocument

def read(document: SourceDocument) -> object:
    return {expression}
"""


def checked(folder: Path, expression: str) -> str:
    file = folder / "snippet.py"
    file.write_text(SNIPPET.format(expression=expression), encoding="utf-8")
    options = ["--strict", "--config-file=", "--follow-imports=silent", f"--cache-dir={folder}"]
    found, faults, _ = api.run([*options, str(file)])
    assert faults == ""
    return found


@pytest.mark.slow
def test_only_fields_that_a_record_has_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MYPYPATH", str(ROOT))
    assert "Success" in checked(tmp_path, "(document.record.document.url, document.record.initiatives[0].new)")
    for expression, says in {
        "document.record.document.urll": '"DocumentHead" has no attribute "urll"',
        "[entry.decided_in for entry in document.record.initiatives]": '"InitiativeEntry" has no attribute "decided_in"',
        "document.record.lineages": '"Record" has no attribute "lineages"',
        'document.record["document"]': 'Value of type "Record" is not indexable',
    }.items():
        assert says in checked(tmp_path, expression)
