"""Classes of characters by name, each to be set between the brackets of a pattern, and what a year looks like."""

from __future__ import annotations

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
"""A Chinese character: the 21,000 common ones, and the rare ones of places (㵲阳河) and people. 〇 is a numeral."""

WIDE = f"{HAN}\u3000-\u303f\uff00-\uffef"
"""What is printed as wide as a Chinese character: the characters with their own marks, and Latin in full width."""

BLANKS = " \t\u3000\u00a0\u2002\u2003\u2009"
"""What stands empty within a line: blank, tab, the blank as wide as a character, and those that pages indent with."""

SENTENCE_MARKS = "。！？!?"
"""What ends a sentence; a point does not, it stands in figures."""

CLAUSE_MARKS = f"{SENTENCE_MARKS}；;"
"""What ends a clause: a sentence or its part between semicolons."""

COLONS = "：:"
COMMAS = "，,"
PHRASE_MARKS = f"{CLAUSE_MARKS}{COLONS}{COMMAS}"
"""What ends a phrase; 、 stands between its members."""

JOINTS = "、和与及"
"""What joins the members of a list."""

CLOSING_MARKS = "”’」』）)"
"""What may still stand behind the mark that ends a sentence."""

QUOTES = "“”‘’\"'＂＇「」『』﹁﹂"
"""Quotation marks of every kind, opening or closing."""

YEAR = r"(?:19|20)\d\d"
"""A year in figures, of those that documents speak of."""
