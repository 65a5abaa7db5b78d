"""The script that feeds damaged documents: what it says and exits with, and where it keeps an input that failed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.scripts.starting import EXAMPLES, printed, start

pytestmark = pytest.mark.slow


def test_damaged_examples_have_no_fault(tmp_path: Path) -> None:
    (line,) = printed("fuzz_extraction.py", EXAMPLES, "--inputs", 5, "--longest", 60, folder=tmp_path)
    end = r"the slowest took \d+\.\d\d s \(input \d\), the largest \d+ MB \(input \d\)"
    assert re.fullmatch(rf"5 inputs: 0 with a fault, {end}", line)
    assert list(tmp_path.iterdir()) == []


def test_an_input_that_takes_too_long_is_kept_in_the_working_folder(tmp_path: Path) -> None:
    done = start("fuzz_extraction.py", EXAMPLES, "--inputs", 2, "--longest", 0, "--seed", 3, folder=tmp_path)
    lines = done.stdout.splitlines()
    kept = [re.fullmatch(r"(fuzz-3-\d\.\w+): a document took \d+\.\d s", line) for line in lines[:-1]]
    assert (done.returncode, len(kept), done.stderr) == (1, 2, "")
    assert {path.name for path in tmp_path.iterdir()} == {name[1] for name in kept if name}
    assert lines[-1].startswith("2 inputs: 2 with a fault, the slowest took ")
