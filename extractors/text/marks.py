"""Classes of characters by name, each to be set between the brackets of a pattern, and what a year looks like."""

from __future__ import annotations

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
"""A Chinese character: the 21,000 common ones, and the rare ones of places (㵲阳河) and people. 〇 is a numeral."""

BLANKS = " \t\u3000\u00a0\u2002\u2003\u2009"
"""What stands empty within a line: blank, tab, the blank as wide as a character, and those that pages indent with."""

SENTENCE_MARKS = "。！？!?"
"""What ends a sentence; a point does not, it stands in figures."""

CLAUSE_MARKS = f"{SENTENCE_MARKS}；;"
"""What ends a clause: a sentence or its part between semicolons."""

PHRASE_MARKS = f"{CLAUSE_MARKS}：:，,"
"""What ends a phrase; 、 stands between its members."""

CLOSING_MARKS = "”’」』）)"
"""What may still stand behind the mark that ends a sentence."""

QUOTES = "“”‘’\"'＂＇「」『』﹁﹂"
"""Quotation marks of every kind, opening or closing."""

YEAR = r"(?:19|20)\d\d"
"""A year in figures, of those that documents speak of."""
