"""A program in the place of LibreOffice, for what a real one does not do on demand: hang, die, be called once."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import docx
import pytest

# Saves each file as the .docx beside this script; "hang" and "die" in one are done.
_STAND_IN = """#!/bin/sh
echo started >> "$(dirname "$0")/runs"
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
for file in "$@"; do
  if grep -q hang "$file"; then sleep 600; fi
  if grep -q die "$file"; then kill -9 $$; fi
  if grep -q good "$file"; then cp "$(dirname "$0")/good.docx" "$out/$(basename "$file" .doc).docx"; fi
done
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the place of LibreOffice."""
    folder = tmp_path / "programs"
    folder.mkdir()
    script = folder / "soffice"
    script.write_text(_STAND_IN)
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph("遂宁市2019年推行一网通办。")
    document.save(out)
    (folder / "good.docx").write_bytes(out.getvalue())
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder
