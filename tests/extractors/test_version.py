"""What gives the extractors another version, and what does not: tried on a copy of their code and data."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.record import VERSION
from extractors.version import UNREAD, data_files, extractor_version, version_of
from kg.measured.rules import RULES

ROOT = Path(__file__).resolve().parents[2]
SEEN = """
import sys
opened = set()
sys.addaudithook(lambda event, args: opened.add(str(args[0])) if event == "open" else None)
from pathlib import Path
from extractors.pipeline import Extractor
extractor = Extractor()
for path in sorted(Path("examples/reports").iterdir()):
    assert extractor.record(path.read_bytes(), path.name).error is None
rows = "标题,发文字号\\n四川省人民政府办公厅关于推行告知承诺制的通知,川办发〔2021〕8号\\n".encode()
assert list(extractor.row_records(extractor.catalogue(rows, "a.csv"), "a.csv"))
print("\\n".join(sorted(path for path in opened if path.endswith((".yaml", ".csv", ".txt")))))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in ("extractors", "ontology"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def version(root: Path) -> str:
    return version_of(root / "extractors", root / "ontology")


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def appended(path: Path, more: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")


def with_windows_line_ends(folder: Path) -> None:
    for path in [*folder.rglob("*.py"), *folder.rglob("*.yaml"), *folder.rglob("*.csv")]:
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def lexicon(root: Path) -> Path:
    return root / "extractors" / "text" / "lexicon.py"


Change = Callable[[Path], None]
SAME: dict[str, Change] = {
    "a comment in the code": lambda root: appended(lexicon(root), "\n# The longest form wins.\n"),
    "a docstring": lambda root: edited(lexicon(root), '"""', '"""In other words: '),
    "a comment in data": lambda root: appended(root / "ontology" / "sections.yaml", "\n# From the reports of 2021.\n"),
    "a Chinese label": lambda root: edited(root / "ontology" / "schema.yaml", "zh: 文献", "zh: 文件"),
    "an English gloss": lambda root: edited(
        root / "ontology" / "initiatives.yaml", "en: hotline integration", "en: one hotline"
    ),
    "a sentence of a cue": lambda root: edited(
        root / "ontology" / "adoption_cues.yaml", "must: 射洪市试点推行_。", "must: 大英县试点推行_。"
    ),
    "a word that only the graph reads": lambda root: appended(root / "ontology" / "terms.yaml", "\nmore: [一网]\n"),
    "line ends": with_windows_line_ends,
    "what is compiled": lambda root: (root / "extractors" / "__pycache__").mkdir(),
}
OTHER: dict[str, Change] = {
    "the version of the record": lambda root: edited(
        root / "extractors" / "record" / "record.py", f"VERSION = {VERSION}", f"VERSION = {VERSION + 1}"
    ),
    "a regular expression in the code": lambda root: edited(
        root / "extractors" / "times" / "dates.py", r"\d", "[0-9]"
    ),
    "a cue": lambda root: edited(
        root / "ontology" / "adoption_cues.yaml", "words: [试点, 试运行]", "words: [试点, 试运行, 先行先试]"
    ),
    "a row of the regions": lambda root: edited(root / "ontology" / "regions.csv", "510922", "510923"),
    "a form of an initiative": lambda root: edited(
        root / "ontology" / "initiatives.yaml", "aliases: [建设法治政府", "aliases: [共建法治政府, 建设法治政府"
    ),
    "a word of a list without structure": lambda root: edited(root / "ontology" / "peoples.txt", "彝族 ", ""),
    "a loader of the ontology": lambda root: edited(root / "ontology" / "patterns.py", "import re", "import re as re"),
    "a module more": lambda root: (root / "extractors" / "text" / "more.py").write_text("MORE = 1\n"),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_changes_no_record_changes_no_version(copy: Path, change: Change) -> None:
    change(copy)
    assert version(copy) == extractor_version()


@pytest.mark.parametrize("change", OTHER.values(), ids=OTHER)
def test_what_may_change_a_record_changes_the_version(copy: Path, change: Change) -> None:
    change(copy)
    assert version(copy) != extractor_version()


def test_measured_figures_lie_where_the_version_does_not_look() -> None:
    assert RULES.is_file()
    assert not [package for package in ("extractors", "ontology") if RULES.is_relative_to(ROOT / package)]


@pytest.mark.slow
def test_every_data_file_that_extraction_opens_counts_and_no_other() -> None:
    run = subprocess.run([sys.executable, "-c", SEEN], capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    opened = {Path(line).resolve() for line in run.stdout.splitlines()}
    ours = [ROOT / package for package in ("extractors", "ontology", "kg", "cypher")]
    assert {path for path in opened if any(map(path.is_relative_to, ours))} == set(data_files().values())


@pytest.mark.parametrize("path", sorted((ROOT / "extractors").rglob("*.py")), ids=lambda p: p.stem)
def test_no_extractor_reads_what_does_not_count(path: Path) -> None:
    tree = ast.parse(path.read_bytes())
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in UNREAD]


def test_the_version_is_found_without_the_extractors() -> None:
    code = "import sys; from extractors.version import extractor_version as v; v(); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    assert not {"spacy", "lxml", "extractors.pipeline"} & set(run.stdout.split())
