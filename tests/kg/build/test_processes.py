"""Worker processes and the script that calls for them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_a_script_without_a_main_guard_builds_once(tmp_path: Path) -> None:
    (tmp_path / "2020_射洪市.txt").write_text("射洪市2020年工作总结\n推进“一网通办”。\n", encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(
        "from kg import build_graph\n"
        "print('begun')\n"
        "report = build_graph('2020_射洪市.txt', 'graph', workers=2)\n"
        "print(report.files, report.refused)\n",
        encoding="utf-8",
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, script], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "begun\n1 []\n")
