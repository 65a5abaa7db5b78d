"""The sources that were once read wrongly: each as it should be, and at least three more of its kind among the tests."""

from __future__ import annotations

import importlib
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kg.build.files import find_files
from kg.build.worker import documents_of
from kg.disk.parts import Aside

Deed = tuple[str | None, str, int | None]
"""Region, initiative, year."""

WORD, FIELDS = "tests.extractors.readers.test_word_parts", "tests.extractors.catalogues.test_fields"
DEEDS, HIDDEN = "tests.extractors.test_regions_of_deeds", "tests.extractors.readers.test_page_hidden"
COLUMNS, FORMATS = "tests.extractors.readers.test_pdf_columns", "tests.kg.exports.test_formats"
KINDS = {
    "01-renamed-county": [f"{DEEDS}.test_a_name_is_of_the_year_of_its_sentence"],
    "03-other-government-acts": [f"{DEEDS}.test_the_deed_of_another_government_is_its_own"],
    "04-zone-or-corps-acts": [f"{DEEDS}.test_the_deed_of_an_area_is_the_areas"],
    "05-docx-table": ["tests.extractors.adoptions.test_tabled.test_rows_and_columns_tell_who_and_when"],
    "07-region-column": [f"{FIELDS}.test_the_columns_of_regions_tell_the_region"],
    "09-catalogue-dates": [f"{FIELDS}.test_dates_in_any_form"],
    "10-merged-cells": [f"{FIELDS}.test_merged_cells_are_carried_down"],
    "11-chinese-number": ["tests.extractors.numbers.test_numerals_in_numbers.test_numerals_stand_for_figures"],
    "13-kangxi": ["tests.extractors.readers.test_cleaning.test_look_alikes_are_folded_one_for_one"],
    "14-mixed-scan": [f"{COLUMNS}.test_pages_without_text_are_told_by_number"],
    "15-two-columns": [f"{COLUMNS}.test_columns_are_read_one_after_the_other"],
    "16-footnote": [f"{WORD}.test_a_policy_that_a_note_names_is_cited"],
    "17-red-head-in-header": [f"{WORD}.test_a_red_head_in_the_page_header_is_text_and_a_running_title_is_furniture"],
    "18-one-cell-layout": [f"{WORD}.test_a_table_that_lays_out_the_page_is_read_as_paragraphs"],
    "19-mht-saved-as-html": [f"{HIDDEN}.test_a_web_archive_whatever_it_is_called", f"{HIDDEN}.test_a_web_archive_in_other_codings"],
    "20-content-in-textarea": [f"{HIDDEN}.test_the_body_that_a_page_does_not_print_itself"],
    "21-new-code": [f"{DEEDS}.test_a_code_is_of_the_documents_year"],
    "22-living-region-succeeded": ["tests.kg.assemble.test_assemble.test_what_lives_on_is_succeeded_by_nobody"],
    "23-gexf-networkx": [f"{FORMATS}.test_networkx_reads_every_spell"],
    "24-date-compare": ["tests.cypher.test_matching.test_a_text_that_is_compared_with_a_date_is_noted"],
    "25-join-on-source": ["tests.cypher.test_matching.test_a_computed_key_or_name_is_looked_up_under_a_name"],
}
"""By case the tests that hold further inputs of its kind, in wording of their own."""

# By case what its record says; of a table the rows by number, of deeds those that must be among them.
HEADS: Mapping[str, Mapping[str, Any]] = {
    "09-catalogue-dates.csv#1": {"date": "2019-05-20", "year": 2019},
    "09-catalogue-dates.csv#2": {"date": None, "year": 2018},
    "09-catalogue-dates.csv#3": {"date": "2017-05-20", "year": 2017},
    "10-merged-cells.xlsx#2": {"issuer": "四川省人民政府办公厅"},
    "10-merged-cells.xlsx#3": {"issuer": "四川省人民政府办公厅", "region": "510000"},
    "11-chinese-number.txt": {"number": "遂府办发〔2019〕12号"},
    "17-red-head-in-header.docx": {"number": "遂府发〔2019〕8号", "issuer": "遂宁市人民政府", "region": "510900"},
    "18-one-cell-layout.docx": {"title": "遂宁市2019年法治政府建设工作情况", "year": 2019},
    "19-mht-saved-as-html.html": {"title": "遂宁市人民政府关于推行一网通办的通知", "date": "2019-05-06"},
    "20-content-in-textarea.html": {"title": "遂宁市人民政府关于推行一网通办的通知", "date": "2019-05-06"},
    "21-new-code.txt": {"region": "500157", "year": 2026},
}
DONE: Mapping[str, set[Deed]] = {
    "01-renamed-county.txt": {("510922", "最多跑一次", 2017), ("510981", "一网通办", 2021)},
    "03-other-government-acts.txt": {("510981", "一网通办", 2022), ("510921", "最多跑一次", 2022), ("510903", "证照分离", 2022),
                                     ("510100", "双随机一公开", 2022), ("510923", "河长制", 2022)},
    "05-docx-table.docx": {("510903", "一网通办", 2017), ("510904", "证照分离", 2018), ("510921", "最多跑一次", 2016)},
    "07-region-column.xlsx#1": {("510900", "河长制", 2017)},
    "07-region-column.xlsx#2": {("510922", "一网通办", 2018)},
    "07-region-column.xlsx#5": {(None, "证照分离", 2018)},
    "07-region-column.xlsx#11": {(None, "最多跑一次", 2017)},
    "10-merged-cells.xlsx#3": {("510000", "河长制", 2017)},
    "13-kangxi.txt": {("510900", "一网通办", 2019), ("511325", "最多跑一次", 2019)},
    "15-two-columns.pdf": {("510903", "最多跑一次", 2019), ("510921", "双随机一公开", 2019)},
    "17-red-head-in-header.docx": {("510900", "一网通办", 2019)},
    "21-new-code.txt": {("500157", "高效办成一件事", 2026)},
}  # fmt: skip
NOT_DONE: Mapping[str, set[tuple[str, str]]] = {
    "01-renamed-county.txt": {("510900", "最多跑一次"), ("510900", "一网通办")},
    "03-other-government-acts.txt": {("510900", each) for each in ("一网通办", "最多跑一次", "证照分离", "双随机一公开", "河长制")},
    "04-zone-or-corps-acts.txt": {("440103", each) for each in ("证照分离", "双随机一公开", "政务公开")},
    "20-content-in-textarea.html": {("510900", "政务公开")},
}
CITED = {"11-chinese-number.txt": {"川办发〔2018〕76号", "国办发〔2018〕45号"}, "16-footnote.docx": {"遂府办发〔2019〕12号"}}
UNREAD = {
    "07-region-column.xlsx#5": "鼓楼区 may be",
    "07-region-column.xlsx#11": "朝阳 may be",
    "14-mixed-scan.pdf": "pages 2-6 hold no text (scanned)",
}


@pytest.mark.parametrize("case", KINDS)
def test_three_more_of_its_kind_are_tried(case: str) -> None:
    tried = 0
    for name in KINDS[case]:
        module, _, function = name.rpartition(".")
        marks = getattr(getattr(importlib.import_module(module), function), "pytestmark", [])
        tried += math.prod(len(mark.args[1]) for mark in marks if mark.name == "parametrize")
    assert tried >= 3


@pytest.mark.slow
def test_each_case_is_as_it_should_be(shared: Path) -> None:
    folder = shared / "cases" / "sources"
    assert {path.stem for path in folder.glob("*.json")} == KINDS.keys()
    named = {name.partition("#")[0] for told in (HEADS, DONE, NOT_DONE, CITED, UNREAD) for name in told}
    with find_files([folder / name for name in sorted(named)]) as found:
        records = [document.record for source in found.files for document in documents_of(source, frozenset(), Aside())]
    by_name = {record.file: record for record in records}
    for name, head in HEADS.items():
        assert {field: getattr(by_name[name].document, field) for field in head} == head, name
    deeds = {name: {(a.region, a.initiative, a.year) for a in record.adoptions} for name, record in by_name.items()}
    for name, done in DONE.items():
        assert done <= deeds[name], name
    for name, others in NOT_DONE.items():
        assert not others & {deed[:2] for deed in deeds[name]}, name
    for name, numbers in CITED.items():
        assert numbers <= {policy.number for policy in by_name[name].policies}, name
    for name, told in UNREAD.items():
        assert any(told in sentence for sentence in by_name[name].unread), name
