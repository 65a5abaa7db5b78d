"""What is taken out of archives: names, archives inside, mails; and what is refused: bombs, links, what is encrypted."""

from __future__ import annotations

import gzip
import io
import random
import struct
import tarfile
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from extractors.archives import BombError, inner_path, is_archive, split_name, unpack
from extractors.archives.entry import DAMAGED
from extractors.source import ReadError
from tests.extractors.archives.packed import contents, mailed, named_in_bytes, taken, tarred, zipped

TEXT = "遂宁市2020年推行一网通办。\n".encode()
FILES = {"2019/射洪.txt": TEXT, "2019/图.png": b"\x89PNG", "a.docx": b"PK", ".hidden.txt": TEXT, "__MACOSX/._a.docx": b"x"}
WANTED = {"2019/射洪.txt": TEXT, "a.docx": b"PK"}


@pytest.mark.parametrize(
    "data",
    [zipped(FILES), zipped(FILES, zipfile.ZIP_STORED), zipped(FILES, zipfile.ZIP_BZIP2),
     *(tarred(FILES, f"w:{packing}") for packing in ("", "gz", "bz2", "xz"))],
    ids=["zip", "stored", "bzip2", "tar", "tar.gz", "tar.bz2", "tar.xz"],
)  # fmt: skip
def test_files_are_written_under_numbers_and_others_counted(data: bytes, tmp_path: Path) -> None:
    passed_over: Counter[str] = Counter()
    members = taken(data, tmp_path, passed_over)
    assert contents(members) == WANTED
    assert passed_over == {".png": 1}
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["000001.txt", "000002.docx"]


@pytest.mark.parametrize("name", ["a.ZIP", "b.tar", "c.tar.gz", "d.tgz", "e.tar.bz2", "f.tar.xz", "g.eml", "2019/h.zip"])
def test_an_archive_is_known_by_its_name(name: str) -> None:
    assert is_archive(name)


@pytest.mark.parametrize("name", ["a.gz", "b.docx", "zip", ".c.zip", "d.rar"])
def test_no_archive(name: str) -> None:
    assert not is_archive(name)


def test_a_path_that_leads_into_an_archive(tmp_path: Path) -> None:
    (tmp_path / "r.zip").write_bytes(zipped(FILES))
    assert split_name(tmp_path / "r.zip" / "2019" / "射洪.txt") == (tmp_path / "r.zip", "2019/射洪.txt")
    assert split_name(tmp_path / "r.zip") == (tmp_path / "r.zip", "")
    assert split_name(tmp_path / "s.zip" / "a.txt") == (tmp_path / "s.zip" / "a.txt", "")
    assert inner_path("2020/r.zip/x/s.tar.gz/2019/a.txt") == "2019/a.txt"
    assert inner_path("2020/a.txt") == "2020/a.txt"


def test_names_in_gbk(tmp_path: Path) -> None:
    # The second byte of 乗 is a backslash.
    raw = {"四川省/遂宁市.txt".encode("gbk"): TEXT, "乗马镇.txt".encode("gb18030"): TEXT, "甘孜\\康定.txt".encode("gbk"): TEXT}
    assert list(contents(taken(named_in_bytes(raw), tmp_path))) == ["四川省/遂宁市.txt", "乗马镇.txt", "甘孜/康定.txt"]


def test_a_name_beside_the_name_in_utf8(tmp_path: Path) -> None:
    out, name = io.BytesIO(), "遂宁市.txt".encode()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("suining.txt")
        info.extra = b"up" + struct.pack("<HBI", 5 + len(name), 1, zipfile.crc32(b"suining.txt")) + name
        archive.writestr(info, TEXT)
    assert list(contents(taken(out.getvalue(), tmp_path))) == ["遂宁市.txt"]


def test_names_in_tar_archives(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", encoding="gbk", format=tarfile.GNU_FORMAT) as archive:
        info = tarfile.TarInfo("遂宁市/报告.txt")
        info.size = len(TEXT)
        archive.addfile(info, io.BytesIO(TEXT))
    assert contents(taken(out.getvalue(), tmp_path)) == {"遂宁市/报告.txt": TEXT}


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_that_lead_out_are_cut_to_what_is_inside(pack: object, tmp_path: Path) -> None:
    names = ("../../etc/a.txt", "/etc/b.txt", "C:\\Windows\\c.txt", "x/../../d.txt", "./e.txt", "..", "x/./f.txt")
    found = contents(taken(pack(dict.fromkeys(names, TEXT)), tmp_path))  # type: ignore[operator]
    assert list(found) == ["etc/a.txt", "etc/b.txt", "Windows/c.txt", "x/d.txt", "e.txt", "x/f.txt"]
    assert {path.parent for path in tmp_path.rglob("*.txt")} == {tmp_path / "out"}


def test_equal_names_are_numbered(tmp_path: Path) -> None:
    found = contents(taken(tarred({"a.txt": b"1", "./a.txt": b"2", "b/../a.txt": b"3"}), tmp_path))
    assert found == {"a.txt": b"1", "a (2).txt": b"2", "b/a.txt": b"3"}


def test_archives_inside_are_entered_and_one_that_is_damaged_costs_itself(tmp_path: Path) -> None:
    inner = {"in.zip": zipped({"x.txt": TEXT, "y.tgz": tarred({"z.txt": TEXT})}), "bad.zip": b"PK\x03\x04" + TEXT, "w.txt": TEXT}
    found = contents(taken(zipped(inner), tmp_path))
    assert found == {"in.zip/x.txt": TEXT, "in.zip/y.tgz/z.txt": TEXT, "bad.zip": DAMAGED, "w.txt": TEXT}


def test_archives_inside_each_other_without_end(tmp_path: Path) -> None:
    data = zipped({"a.txt": TEXT})
    for _ in range(5):
        data = zipped({"in.zip": data, "b.txt": TEXT})
    found = contents(taken(data, tmp_path))
    assert found["in.zip/in.zip/in.zip"] == "it is the 4th archive inside another; unpack it first"
    assert [name for name in found if name.endswith("b.txt")] == ["in.zip/in.zip/b.txt", "in.zip/b.txt", "b.txt"]


def test_a_mail_with_what_hangs_on_it(tmp_path: Path) -> None:
    data = mailed("转发：报告", "请查收。", {"射洪.txt": TEXT, "包.zip": zipped({"a.txt": TEXT})})
    members = taken(data, tmp_path)
    assert members[0].name == "" and members[0].path is None and not members[0].fault
    assert contents(members[1:]) == {"射洪.txt": TEXT, "包.zip/a.txt": TEXT}


def test_a_mail_that_says_nothing_itself_is_no_document(tmp_path: Path) -> None:
    assert contents(taken(mailed("报告", " \n", {"射洪.txt": TEXT}), tmp_path)) == {"射洪.txt": TEXT}


def test_a_mail_in_an_archive(tmp_path: Path) -> None:
    found = contents(taken(zipped({"信.eml": mailed("报告", "请查收。", {"射洪.txt": TEXT})}), tmp_path))
    assert found["信.eml/射洪.txt"] == TEXT and str(found["信.eml"]).startswith("b'Subject")


def test_what_is_encrypted_is_refused_by_name(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 1
    found = contents(taken(bytes(data), tmp_path))
    assert found == {"a.txt": "it is encrypted; unpack the archive with its password first", "b.txt": TEXT}


def test_a_method_that_is_not_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT}))
    for mark, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + method] = 9  # Deflate64, as Windows packs large files
    assert "method (number 9)" in str(contents(taken(bytes(data), tmp_path))["a.txt"])


def test_links_and_devices_are_refused_by_name(tmp_path: Path) -> None:
    kinds = {"link": tarfile.SYMTYPE, "hard": tarfile.LNKTYPE, "null": tarfile.CHRTYPE, "pipe": tarfile.FIFOTYPE}
    others = []
    for name, kind in kinds.items():
        info = tarfile.TarInfo(f"{name}.txt")
        info.type, info.linkname = kind, "/etc/passwd"
        others.append(info)
    found = contents(taken(tarred({"a.txt": TEXT}, others=tuple(others)), tmp_path))
    said = "which is not read from archives"
    assert found == {
        "a.txt": TEXT,
        "link.txt": f"it is a link, {said}",
        "hard.txt": f"it is a link, {said}",
        "null.txt": f"it is a device, {said}",
        "pipe.txt": f"it is a pipe, {said}",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    (tmp_path / "zip").mkdir()
    assert contents(taken(packed.getvalue(), tmp_path / "zip")) == {"link.txt": "it is a link, not a file"}


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_bomb_is_refused_whole(pack: object, tmp_path: Path) -> None:
    with pytest.raises(BombError, match="more than 200 times its size"):
        taken(pack({"a.txt": TEXT, "b.txt": bytes(60 << 20), "c.txt": bytes(60 << 20)}), tmp_path)  # type: ignore[operator]


def test_a_bomb_inside_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.archives.entry.AT_EASE_BYTES", 1 << 20)
    inner = zipped({"x.txt": TEXT, "y.txt": bytes(2 << 20)})
    members = taken(zipped({"a.txt": TEXT, "in.zip": inner, "b.txt": TEXT}), tmp_path)
    assert [(member.name, member.bomb) for member in members if member.fault] == [("in.zip", True)]
    assert {"a.txt", "b.txt"} <= set(contents(members))


def test_too_much_in_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.archives.entry.MAX_UNPACKED_BYTES", 100)
    with pytest.raises(BombError, match="unpacks to more than 0 MB"):
        taken(zipped({f"{n}.zip": zipped({"a.txt": TEXT}) for n in range(5)}), tmp_path)


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.archives.entry.MAX_UNPACKED_FILES", 9)
    for pack in (zipped, tarred):
        (tmp_path / pack.__name__).mkdir()
        with pytest.raises(BombError, match="more than 9 files"):
            taken(pack(dict.fromkeys(map(str, range(10)), b"")), tmp_path / pack.__name__)


def test_too_large_a_file_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.archives.unpacking.MAX_BYTES", 1 << 20)
    for pack in (zipped, tarred):
        (tmp_path / pack.__name__).mkdir()
        found = contents(taken(pack({"a.txt": bytes((1 << 20) + 1), "b.txt": TEXT}), tmp_path / pack.__name__))
        assert found == {"a.txt": "it has more than 1 MB; split it into documents", "b.txt": TEXT}


def test_too_large_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.archives.unpacking.MAX_ARCHIVE_BYTES", 10)
    with pytest.raises(ReadError, match="it has more than 0 MB"):
        taken(zipped(FILES), tmp_path)


def test_a_list_of_files_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.archives.zips._LIST", 1_000)
    with pytest.raises(ReadError, match="list of files is longer"):
        taken(zipped(dict.fromkeys(map(str, range(100)), b"")), tmp_path)


def test_a_zip_that_is_cut_off(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cut off or damaged"):
        taken(zipped(FILES)[:-40], tmp_path)


@pytest.mark.parametrize("mode", ["w:", "w:gz", "w:xz"])
def test_a_tar_that_is_cut_off_gives_what_it_has_and_says_so(mode: str, tmp_path: Path) -> None:
    data = tarred({"a.txt": TEXT, "b.txt": random.Random(1).randbytes(100_000), "c.txt": TEXT}, mode)
    (tmp_path / "archive").write_bytes(data[: len(data) * 2 // 3])
    found = {}
    (tmp_path / "out").mkdir()
    with pytest.raises(ReadError, match="cut off or damaged"):
        for member in unpack(tmp_path / "archive", tmp_path / "out", lambda name: True):
            found[member.name] = member.fault
    assert found == {"a.txt": "", "b.txt": DAMAGED}


@pytest.mark.parametrize("place", [2**31, 2**32 - 2])
def test_a_file_that_is_not_where_the_list_says_costs_itself(place: int, tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 42 : entry + 46] = place.to_bytes(4, "little")
    assert contents(taken(bytes(data), tmp_path)) == {"a.txt": TEXT, "b.txt": DAMAGED}


def test_files_that_would_lie_before_the_archive_are_damaged_and_no_fault_of_the_disk(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}))
    where = data.rindex(b"PK\x05\x06") + 16  # where the list is said to begin
    data[where : where + 4] = (int.from_bytes(data[where : where + 4], "little") + 500).to_bytes(4, "little")
    assert contents(taken(bytes(data), tmp_path)) == {"a.txt": DAMAGED, "b.txt": DAMAGED}


def test_a_tar_whose_second_header_is_damaged_says_so(tmp_path: Path) -> None:
    data = bytearray(tarred({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT}, "w:"))
    data[1024 + 148] ^= 0xFF  # the checksum of the second header
    with pytest.raises(ReadError, match=r"cut off or damaged behind a\.txt"):
        taken(bytes(data), tmp_path)


def test_a_file_whose_bytes_are_damaged_costs_itself(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT}, zipfile.ZIP_STORED))
    data[data.index(TEXT)] ^= 0xFF
    assert contents(taken(bytes(data), tmp_path)) == {"a.txt": DAMAGED, "b.txt": TEXT}


@pytest.mark.parametrize(("data", "message"), [(b"Rar!\x1a\x07", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7-Zip")])
def test_another_packing_under_a_wrong_name(data: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=message):
        taken(data + bytes(300), tmp_path)


def test_a_packed_file_that_is_no_tar(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="holds no tar archive"):
        taken(gzip.compress(TEXT * 100), tmp_path)
