"""The hash of the program that merges: the same for the same program, another for any other."""

from __future__ import annotations

from pathlib import Path

from kg.build.program import hash_of, program_hash


def program(folder: Path, module: bytes = b"x = 1\n", **others: bytes) -> Path:
    made = folder / "kg"
    made.mkdir(parents=True)
    (made / "a.py").write_bytes(module)
    for name, data in others.items():
        (made / name.replace("_", ".")).write_bytes(data)
    return made


def test_where_it_lies_and_how_its_lines_end_is_nothing_to_it(tmp_path: Path) -> None:
    one, two = program(tmp_path / "one"), program(tmp_path / "two", b"x = 1\r\n", a_pyc=b"compiled")
    assert hash_of([one]) == hash_of([two])


def test_any_change_of_code_or_data_counts(tmp_path: Path) -> None:
    found = {
        hash_of([program(tmp_path / "one")]),
        hash_of([program(tmp_path / "two", b"x = 2\n")]),
        hash_of([program(tmp_path / "three", rules_csv=b"rule,share\n")]),
        hash_of([program(tmp_path / "four", rules_csv=b"rule,shares\n")]),
        program_hash(),
    }
    assert len(found) == 5
