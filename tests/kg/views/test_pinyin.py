"""Pinyin forms by which a Chinese name is found on a Latin keyboard."""

from __future__ import annotations

import pytest

from kg.views.pinyin import pinyin_forms


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("厦门市", "xms xiamenshi"),
        ("衢州市行政审批局", "qzsxzspj quzhoushixingzhengshenpiju"),
        ("重庆市", "cqs chongqingshi"),
        ("川办发〔2016〕76号", "cbf〔2016〕76h chuanbanfa〔2016〕76hao"),
        ("Hangzhou", ""),
        ("", ""),
    ],
)
def test_initials_and_full_pinyin(name: str, forms: str) -> None:
    assert pinyin_forms(name) == forms
