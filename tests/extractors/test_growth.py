"""Work grows with the length of a text, whatever stands in it again and again: four times as much for four times as long.

Work is counted, not timed: lines of our own code that run, and characters that are handed to a set of cues.
"""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from extractors.pipeline import Extractor
from extractors.source import SourceText
from ontology.cues import CueSet

EXTRACTOR = Extractor()
HEAD = "遂宁市人民政府2020年法治政府建设报告\n"
SHORT, TIMES = 1600, 4  # more characters than those up to which judges hear that a document is short
MOST = 1.5 * TIMES
LONG, MOST_A_CHARACTER = 8000, 300  # at 100 a character 1 MB takes 2 s of an idle processor, at 170 it takes 7 s
REPEATED = {
    "adoptions and agencies in one clause": "遂宁市船山区行政审批局推进相对集中行政许可权改革，",
    "adoptions in sentences of their own": "射洪市政务服务中心推行一网通办。",
    "the same initiative in one run": "放管服",
    "level words": "县",
    "letters of provinces": "湘鄂赣、",
    "level letters beside places": "遂宁市、国家和省的规定，",
    "counties joined": "船山区、安居区、",
    "years": "2016年",
    "spans of years": "（2016—2020年）",
    "months": "今年3月",
    "signed days": "2016年3月1日\n",
    "quoted names": "“清企通”、",
    "quotes that open": "“甲\n",
    "titles": "《关于甲事的通知》",
    "brackets": "（甲",
    "numbers of documents": "遂府发〔2016〕5号",
    "figures in phrases": "办结12件，",
    "figures in one run": "办结12件",
    "figures told one by one": "受理率、办结率提升，分别达到99%和98%，",
    "figures in forms": "取消和下放30项行政审批事项，",
    "headings": "一、加强甲\n",
    "headings in one line": "。二、加强甲",
    "items of a list": "甲乙制度、",
    "items joined": "甲乙制度和",
    "brands of the place": "信用遂宁信息系统、",
    "bodies set up": "组建遂宁市大数据局，",
    "what is given in one sentence": "入选国家，",
    "claims to be the first in one run": "在全国率先将遂宁市",
    "verbs of giving in one run": "把它纳入",
    "zones": "遂宁高新区管委会、",
    "blanks": " ",
    "lines": "\n",
    "recipients": "各县人民政府：\n",
    "cells": "甲\t乙\t",
}

DEAR = {
    "an initiative": "放管服",
    "an initiative in a list": "一网通办、",
    "an initiative in phrases": "推行一网通办改革，",
    "a city": "成都市",
    "a year": "2019年",
    "brackets that open": "（",
    "titles that open": "《",
    "digits": "1234567890",
    "blanks": " ",
    "figures": "办结12件，",
    "level words with a body": "市委",
}


def work(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The lines of ours that run while ``text`` is read for all layers, and the characters that cues are sought in."""
    done = 0

    def line(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal done
        done += event == "line"
        return line

    def entered(frame: FrameType, _event: str, _argument: Any) -> Any:
        return line if "/extractors/" in frame.f_code.co_filename else None

    search = CueSet.search

    def counted(self: CueSet, text: str) -> Any:
        nonlocal done
        done += len(text)
        return search(self, text)

    monkeypatch.setattr(CueSet, "search", counted)
    before = sys.gettrace()
    sys.settrace(entered)
    try:
        EXTRACTOR.analyse(SourceText(text), "a.txt")
    finally:
        sys.settrace(before)
        monkeypatch.undo()
    return done


@pytest.mark.parametrize("unit", REPEATED.values(), ids=REPEATED.keys())
def test_four_times_as_long_is_four_times_the_work(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [HEAD + unit * (length // len(unit)) for length in (SHORT, SHORT * TIMES)]
    EXTRACTOR.analyse(SourceText(texts[0]), "a.txt")  # what is loaded or kept on first use is no work of the text
    short, long = (work(text, monkeypatch) for text in texts)
    assert long <= MOST * short


@pytest.mark.parametrize("unit", DEAR.values(), ids=DEAR.keys())
def test_what_stands_there_again_and_again_is_little_work(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + unit * (LONG // len(unit))
    EXTRACTOR.analyse(SourceText(HEAD + unit), "a.txt")  # what is loaded or kept on first use is no work of the text
    assert work(text, monkeypatch) <= MOST_A_CHARACTER * len(text)
