"""A list of sources: what it says of files has the first word; what it cannot mean is refused by its line."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kg import build_graph, extract_files
from kg.build.files import find_files
from kg.build.source_list import load_sources
from kg.build.source_sheet import source_row, write_sheet
from kg.errors import InputError

TEXT = "全县推行河长制，各级设立总河长。"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    (folder / "2018").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "2018/c.txt"):
        (folder / name).write_text(f"{name}\n{TEXT}", encoding="utf-8")
    return folder


def listed(folder: Path, *rows: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def told(reports: Path, sources: Path | None) -> dict[str, dict[str, str]]:
    return {source.file: source.told() for source in find_files([reports], None, sources).files}


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["文件,地区,年份", "a.txt,西充县,2019年"], {"a.txt": {"region": "511325", "year": "2019"}}),
        (["file,region", "2018/*.txt,511325", "*,南部县"], {"2018/c.txt": {"region": "511325"}, "a.txt": {"region": "511321"}}),
        (["文件名,省份,城市,区县", "c.txt,四川,南充,西充县"], {"2018/c.txt": {"region": "511325"}}),
        (["path,文号,成文日期", "reports/a.txt,西府发[2019]三号,二〇一九年五月六日"],
         {"a.txt": {"number": "西府发〔2019〕3号", "date": "2019-05-06"}}),
        (["清单", "", "文件,文种,网址,标题", "b.txt,通知,https://www.xichong.gov.cn/1.html,关于河长制的通知"],
         {"b.txt": {"kind": "notice", "url": "https://www.xichong.gov.cn/1.html", "title": "关于河长制的通知"}}),
        (["file,region,year", "*.txt,南部县,2018", "a.txt,西充县,"], {"a.txt": {"region": "511325", "year": "2018"}}),
        (["file,region", "2018\\c.txt,西充县"], {"2018/c.txt": {"region": "511325"}}),
    ],
)  # fmt: skip
def test_a_line_tells_of_a_file_or_of_a_pattern(reports: Path, rows: list[str], found: dict[str, dict[str, str]]) -> None:
    given = told(reports, listed(reports.parent, *rows))
    assert {file: given[file] for file in found} == found


@pytest.mark.parametrize("name", ["sources.csv", "sources.xlsx"])
def test_a_list_is_found_in_its_folder_and_counts_there(reports: Path, name: str) -> None:
    book = openpyxl.Workbook()
    for row in (["文件", "地区"], ["c.txt", "西充县"], ["*.txt", "南部县"]):
        book.worksheets[0].append(row)
    if name.endswith("xlsx"):
        book.save(reports / "2018" / name)
    else:
        listed(reports / "2018", "文件,地区", "c.txt,西充县", "*.txt,南部县", name=name)
    assert told(reports, None) == {"a.txt": {}, "b.txt": {}, "2018/c.txt": {"region": "511325"}}


def test_a_table_of_titles_called_so_is_a_catalogue(reports: Path) -> None:
    listed(reports, "标题,地区", "关于推行河长制的通知,西充县", name="sources.csv")
    assert "sources.csv" in told(reports, None)


def test_the_list_itself_is_no_document(reports: Path) -> None:
    path = listed(reports, "文件,标题", "a.txt,关于推行河长制的通知")
    assert path.name not in told(reports, path)


def test_lines_without_a_file_and_files_without_a_line_are_told(reports: Path) -> None:
    path = listed(reports.parent, "文件,地区", "a.txt,西充县", "nobody.txt,西充县", "2019/*.txt,西充县")
    assert find_files([reports], None, path).listed == [
        f"{path}: 2 of 3 lines name no file that is read: line 3 nobody.txt, line 4 2019/*.txt",
        f"{path}: 2 of 3 files have no line in it: 2018/c.txt, b.txt",
    ]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("a.txt,鼓楼区,,,,,", "line 2: 鼓楼区 may be 320106"),
        ("a.txt,,去年,,,,", "line 2, 年份: 去年 is no year from"),
        ("a.txt,,,2018年5月,,,", "line 2, 日期: 2018年5月 is no day such as"),
        ("a.txt,,,,第三号,,", "line 2, 文号: 第三号 is no document number"),
        ("a.txt,,,,,小说,", "line 2, 文种: 小说 is none of .*通知"),
        ("a.txt,,,,,,船山路1号", "line 2, 网址: 船山路1号 is no address"),
    ],
)
def test_what_a_list_cannot_mean_is_refused(tmp_path: Path, row: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        load_sources(listed(tmp_path, "文件,地区,年份,日期,文号,文种,网址", row))


def test_what_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no column of files; name it with --map file=COLUMN"):
        load_sources(listed(tmp_path, "标题,地区", "x,y"))
    with pytest.raises(InputError, match=r"is no list of sources; it may be a \.csv"):
        load_sources(tmp_path / "list.docx")
    assert load_sources(listed(tmp_path, "件,地区", "a.txt,西充县"), {"file": "件"}).lines[0].file == "a.txt"


def test_it_has_the_first_word_and_what_it_repeats_stays_where_it_was_found(reports: Path) -> None:
    (reports / "a.txt").write_text(f"西充县2019年法治政府建设工作情况\n2019年，{TEXT}", encoding="utf-8")
    path = listed(reports.parent, "文件,地区,年份,标题", "a.txt,南部县,2019,关于河长制的报告")
    record = next(record for record in extract_files(reports / "a.txt", sources=path))
    head = record.document
    assert (head.region, head.year, head.title) == ("511321", 2019, "关于河长制的报告")
    assert {name: (each.source, each.rule) for name, each in head.evidence.items() if name in ("region", "title")} == {
        "region": ("sources", "head.sources"),
        "title": ("sources", "head.sources"),
    }
    assert [(a.region, a.year) for a in record.adoptions if a.initiative == "河长制"] == [("511321", 2019)]
    assert head.evidence["year"].source == "text"


def test_rows_of_a_catalogue(reports: Path) -> None:
    (reports / "p.csv").write_text("标题,备注\n关于推行河长制的通知,\n关于推行林长制的通知,", encoding="utf-8")
    path = listed(reports.parent, "文件,地区,年份", "p.csv,西充县,2018", "p.csv#2,南部县,")
    found = [record.document for record in extract_files(reports / "p.csv", sources=path)]
    assert [(head.region, head.year) for head in found] == [("511325", 2018), ("511321", 2018)]


def test_a_build_reads_again_what_the_list_says_anew_and_nothing_else(reports: Path, tmp_path: Path) -> None:
    def built(*rows: str) -> tuple[int, list[str]]:
        report = build_graph(reports, tmp_path / "graph", 1, sources=listed(tmp_path, "文件,地区,年份", *rows))
        assert report.directory is not None
        covered = [edge.end for edge in report.directory.relationships("COVERS")]
        return report.reused, sorted(covered)

    assert built("a.txt,西充县,2019")[1] == ["region/511325/西充县"]
    assert built("a.txt,西充县,2019")[0] == 3
    assert built("a.txt,南部县,2019") == (2, ["region/511321/南部县"])


def test_what_was_read_becomes_a_list_that_can_be_given_back(reports: Path, tmp_path: Path) -> None:
    (reports / "a.txt").write_text(f"西充县2019年法治政府建设工作情况\n2019年，{TEXT}", encoding="utf-8")
    records = list(extract_files(reports))
    for language in ("en", "zh"):
        rows = [source_row(record.to_json(), language) for record in records]
        for name in ("list.xlsx", "list.csv"):
            write_sheet(tmp_path / name, rows, language)
            first = (tmp_path / name).read_bytes()
            write_sheet(tmp_path / name, rows, language)
            assert (tmp_path / name).read_bytes() == first
            again = list(extract_files(reports, sources=tmp_path / name))
            assert [record.document.told() for record in again] == [record.document.told() for record in records]


def test_cells_that_ask_for_a_look_are_marked_with_the_reason(reports: Path, tmp_path: Path) -> None:
    (record,) = extract_files(reports / "b.txt")
    row = source_row(record.to_json(), "zh")
    assert {"region", "year"} <= set(row.doubtful)
    assert "地区: 未能确定" in str(row.values["check"])
    write_sheet(tmp_path / "a.xlsx", [row], "zh")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]][:3] == ["文件", "地区", "年份"]
    assert sheet["B2"].fill.start_color.rgb.endswith("FFF2CC")


def test_a_title_that_looks_like_a_formula_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TEXT}", encoding="utf-8")
    record = next(iter(extract_files(tmp_path / "a.txt"))).to_json()
    record["document"]["title"] = "=1+1"
    write_sheet(tmp_path / "a.xlsx", [source_row(record)])
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]["E2"].data_type == "s"
