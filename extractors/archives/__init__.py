"""Files that hold files (ZIP, tar, mails with attachments): what is in them, written out one by one within limits."""

from extractors.archives.entry import BombError
from extractors.archives.kinds import NAMES, inner_path, is_archive, one_line, readable_name, split_name
from extractors.archives.unpacking import Member, unpack

__all__ = [
    "NAMES", "BombError", "Member", "inner_path", "is_archive", "one_line", "readable_name", "split_name", "unpack",
]  # fmt: skip
