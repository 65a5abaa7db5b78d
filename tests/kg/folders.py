"""Folders of reports and graph directories for tests: made, looked at whole, changed behind the program's back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from kg.disk import GraphDirectory
from kg.disk.directory import CURRENT, generation_name
from tests.kg.records import NOTICE_TEXT, REPORT_TEXT


def make_reports(root: Path, reverse: bool = False) -> Path:
    """Seven files, one of them empty, one of a text that is there already."""
    texts = {
        "2017/射洪.txt": REPORT_TEXT,
        "2019/通知.txt": NOTICE_TEXT,
        "2019/通知副本.md": NOTICE_TEXT,
        "空.txt": "",
        **{f"县/{n}.txt": REPORT_TEXT.replace("130项", f"{n}项") for n in (7, 8, 9)},
    }
    for name, text in sorted(texts.items(), reverse=reverse):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def contents(path: Path) -> dict[str, bytes]:
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}


def rewrite_manifest(directory: GraphDirectory, changes: Mapping[str, object]) -> Path:
    """The graph directory, as if a build of another program had written its manifest with these ``changes``."""
    manifest = directory.generation / "manifest.json"
    data = json.dumps(json.loads(manifest.read_bytes()) | changes).encode()
    manifest.write_bytes(data)
    directory.generation.rename(directory.path / generation_name(data))
    (directory.path / CURRENT).write_text(generation_name(data))
    return directory.path
