"""Measured passings of a few regulations of our own making."""

from __future__ import annotations

from pathlib import Path

from tests.scripts.starting import printed, start

PASSED = "2019年3月2日遂宁市第七届人民代表大会常务委员会第三十次会议通过"
APPROVED = "2019年5月16日四川省第十三届人民代表大会常务委员会第十一次会议批准"
BODY = "第一条 为了引导和促进文明行为，制定本条例。\n第二条 市人民政府应当推进文明行为促进工作。"
NAME = "文明行为促进条例"


def shared(folder: Path, *days: str) -> Path:
    """A folder with regulations of one text each, which were first passed on ``days`` by the tables."""
    rows, truth = ["地区,名称,首次通过,文件"], ["region,reform,date"]
    (folder / "corpus").mkdir()
    for number, day in enumerate(days):
        text = f"遂宁市{NAME}\n（{PASSED} {APPROVED}）\n{BODY}\n" + "\n" * number
        (folder / "corpus" / f"{number}.txt").write_text(text, encoding="utf-8")
        rows.append(f"遂宁市,遂宁市{NAME},{day},{number}.txt")
        truth.append(f"遂宁市,{NAME},{day}")
    for path, lines in {
        "data/local_regulations/local_regulations.csv": rows,
        "truth/conduct_regulations.csv": truth,
        "truth/business_environment_regulations.csv": truth[:1],
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_right_and_wrong_years_and_days_are_counted(tmp_path: Path) -> None:
    done = start("measure_passings.py", shared(tmp_path, "2019-03-02", "2019-05-16", "2016-03-02"), "--misses", folder=tmp_path)
    assert done.returncode == 1 and done.stderr == ""
    row = next(line.split() for line in done.stdout.splitlines() if line.startswith("conduct"))
    assert row == ["conduct", "3", "2", "66.7%", "2", "1", "50.0%"]
    assert "  1.txt: 2019-03-02, not 2019-05-16" in done.stdout


def test_all_right_ends_well(tmp_path: Path) -> None:
    folder = shared(tmp_path, "2019-03-02")
    (folder / "truth" / "business_environment_regulations.csv").write_text(f"region,reform,date\n遂宁市,{NAME},2019-03-02\n", encoding="utf-8")
    assert [line.split()[0] for line in printed("measure_passings.py", folder, folder=tmp_path)][1:] == ["all", "conduct", "business"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = start("measure_passings.py", tmp_path / "nothing", folder=tmp_path)
    assert done.returncode == 2 and "nothing" in done.stderr
