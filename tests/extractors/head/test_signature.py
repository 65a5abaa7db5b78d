"""Where a document is signed, and the lines above its body that name who issues it. All of our own wording."""

from __future__ import annotations

import pytest

from extractors.analysis import Analysis
from extractors.head.signature import issuer_lines, signature_lines
from extractors.source import SourceText

BODY = "第一项工作按期完成。\n" * 12


def signed(ending: str) -> list[str]:
    return [line.bare for line in signature_lines(Analysis(SourceText(BODY + ending), "x.txt"))]


@pytest.mark.parametrize(
    ("ending", "lines"),
    [
        ("绵阳市司法局\n2022年1月10日\n", ["绵阳市司法局"]),
        ("绵阳市司法局 绵阳市公安局\n二〇二二年一月十日\n", ["绵阳市司法局绵阳市公安局"]),
        ("绵阳市司法局（章）2022年1月10日\n", ["绵阳市司法局（章）2022年1月10日"]),
        ("2022年1月10日\n绵阳市推进职能转变协调小组\n附件一\n附件二\n", ["绵阳市推进职能转变协调小组"]),
        ("绵阳市司法局\n", ["绵阳市司法局"]),
        ("会议由绵阳市司法局\n组织。\n出席的有下列单位。\n绵阳市公安局\n主持人致辞。\n会议结束。\n", []),
        ("主办单位：绵阳市司法局\n", []),
    ],
)
def test_a_signature_stands_beside_its_date_or_last(ending: str, lines: list[str]) -> None:
    assert signed(ending) == lines


def test_the_line_of_who_issues_stands_above_the_body() -> None:
    analysis = Analysis(SourceText(f"绵阳市人民政府办公室\n关于公开的通知\n各县区：\n绵阳市司法局\n{BODY}"), "x.txt")
    assert [line.bare for line in issuer_lines(analysis)] == ["绵阳市人民政府办公室"]
