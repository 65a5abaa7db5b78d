"""Archives for tests, made of names and contents."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections import Counter
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

from extractors.archives import Member, unpack

Files = Mapping[str, bytes]


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def named_in_bytes(files: Mapping[bytes, bytes]) -> bytes:
    """A ZIP archive as Windows of old makes it: names in the bytes of its code page, without the mark of UTF-8."""
    stand_ins = {f"{number}" + "x" * (len(name) - len(f"{number}")): name for number, name in enumerate(files)}
    data = zipped(dict(zip(stand_ins, files.values(), strict=True)))
    for stand_in, name in stand_ins.items():
        assert data.count(stand_in.encode()) == 2
        data = data.replace(stand_in.encode(), name)
    return data


def tarred(files: Files, mode: str = "w:gz", others: tuple[tarfile.TarInfo, ...] = ()) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for info in others:
            archive.addfile(info)
    return out.getvalue()


def mailed(subject: str, body: str, files: Files) -> bytes:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"], mail["Message-ID"] = subject, "a@example.org", "b@example.org", "<1@example.org>"
    mail.set_content(body)
    for name, data in files.items():
        mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def taken(data: bytes, tmp_path: Path, passed_over: Counter[str] | None = None) -> list[Member]:
    """The members of the archive ``data``, all but pictures wanted."""
    (tmp_path / "archive").write_bytes(data)
    (tmp_path / "out").mkdir()
    return list(unpack(tmp_path / "archive", tmp_path / "out", lambda name: not name.endswith(".png"), passed_over))


def contents(members: list[Member]) -> dict[str, bytes | str]:
    """By name what was written, or why it was not."""
    return {member.name: member.path.read_bytes() if member.path else member.fault for member in members}
