"""Reading a file of corrections; whatever is wrong in it is told with its line and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from kg.corrections.corrections import DOCUMENT, Corrections, Different, Parent, Same, Statement
from kg.corrections.fields import FIELDS, FieldError, single, typed_fields
from kg.corrections.parsing import Entry, parse
from kg.errors import CorrectionError
from kg.keys import initiative_key
from ontology.initiatives import initiative_table

VERDICTS = ("accept", "reject", "change")
_TEXT = re.compile(r"[0-9a-f]{16,64}")
_NULL = ("", "~", "null")


def load_corrections(source: bytes, name: str) -> Corrections:
    """The corrections in the bytes of a file called ``name``.

    Raises:
        CorrectionError: no YAML, or an entry that says too little, too much or something impossible.

    Examples:
        >>> from kg import load_corrections
        >>> entry = "parents: [{initiative: 遂心快办, parent: 一网通办}]"
        >>> load_corrections(entry.encode(), "corrections.yaml").parents
        (Parent(line=1, initiative='遂心快办', parent='一网通办', note=''),)
    """
    raw = _parsed(source, name)
    sections: dict[str, Callable[[dict[str, Any]], Any]] = {
        "statements": _statement, "same": _same, "different": _different, "parents": _parent,
    }  # fmt: skip
    found: dict[str, tuple[Any, ...]] = {}
    for section, entries in raw.items():
        if section not in sections:
            raise CorrectionError(f"{name}: there is no section {section}; the sections are {', '.join(sections)}")
        if not isinstance(entries, list):
            raise CorrectionError(f"{name}: the section {section} is no list; begin each entry with a dash")
        found[section] = tuple(_entry(sections[section], entry, section, name) for entry in entries)
    corrections = Corrections(name, source, **found)
    _check_together(corrections)
    return corrections


def _parsed(source: bytes, name: str) -> dict[str, Any]:
    raw = parse(source, name)
    if raw in (None, ""):
        return {}
    if not isinstance(raw, Entry):
        raise CorrectionError(f"{name} holds no sections; begin with a line such as statements:")
    return {section: [] if entries in _NULL else entries for section, entries in raw.items()}


def _entry(make: Callable[[dict[str, Any]], Any], entry: Any, section: str, name: str) -> Any:
    if not isinstance(entry, Entry):
        raise CorrectionError(f"{name}, section {section}: {entry!s:.40} is no entry; write fields with their values")
    try:
        if "line" in entry:
            raise FieldError("there is no field line; an entry is found by its place")
        return make({**entry, "line": entry.line})
    except FieldError as error:
        raise CorrectionError(f"{name}, line {entry.line} (in {section}): {error}") from error


def _statement(raw: dict[str, Any]) -> Statement:
    _only(raw, {"verdict", "kind", "text", "start", "end", "is", "change", "note"})
    verdict = _one_of(raw, "verdict", VERDICTS)
    kind = _one_of(raw, "kind", tuple(FIELDS))
    text = (single(raw, "text") or "").removeprefix("document/")
    if not _TEXT.fullmatch(text):
        raise FieldError("text is no hash of a text; write the text_sha256 of the record, or its first 16 digits")
    stated, changed = typed_fields(kind, _fields(raw, "is")), typed_fields(kind, _fields(raw, "change"))
    start, end = (None, None) if kind == DOCUMENT else (_position(raw, "start"), _position(raw, "end"))
    if kind == DOCUMENT and raw.keys() & {"start", "end"}:
        raise FieldError("the fields of a document have no start and end; leave them out")
    if start is not None and end is not None and start >= end:
        raise FieldError(f"it ends at {end}, before it begins at {start}")
    if (verdict == "change") != bool(changed):
        told = "say with change: {field: value} what it should be" if verdict == "change" else "change goes with change"
        raise FieldError(f"the verdict is {verdict}; {told}")
    if kind == DOCUMENT and verdict != "change" and not stated:
        raise FieldError(f"say with is: {{field: value}} which fields of the document to {verdict}")
    return Statement(raw["line"], verdict, kind, text, start, end, stated, changed, _note(raw))


def _same(raw: dict[str, Any]) -> Same:
    _only(raw, {"keys", "note"})
    keys = _keys(raw)
    labels = {key.partition("/")[0] for key in keys}
    if len(labels) > 1 or not labels <= {"agency", "policy", "initiative"}:
        raise FieldError("only agencies, policies or initiatives can be the same, and only with their like")
    if any(key.startswith("agency/") and not re.fullmatch(r"agency/\d{6}/.+", key) for key in keys):
        raise FieldError("the key of an agency is agency/<region code>/<full name>")
    known = [key for key in keys[1:] if key.removeprefix("initiative/") in initiative_table().by_name]
    if known:
        raise FieldError(f"{known[0]} is in the ontology and stays; write it first")
    return Same(raw["line"], keys, _note(raw))


def _different(raw: dict[str, Any]) -> Different:
    _only(raw, {"keys", "note"})
    keys = _keys(raw)
    if len(keys) != 2 or not all(key.startswith("policy/") for key in keys):
        raise FieldError("write two keys of policies; other things are told apart by their names")
    return Different(raw["line"], (keys[0], keys[1]), _note(raw))


def _parent(raw: dict[str, Any]) -> Parent:
    _only(raw, {"initiative", "parent", "note"})
    initiative, parent = single(raw, "initiative"), single(raw, "parent")
    if not initiative or parent is None:
        raise FieldError("write initiative: NAME and parent: NAME (null: it has none)")
    initiative = initiative.removeprefix("initiative/")
    parent = None if parent in _NULL else parent.removeprefix("initiative/")
    if initiative in initiative_table().by_name:
        raise FieldError(f"{initiative} is in the ontology, which says where it belongs")
    if initiative == parent:
        raise FieldError(f"{initiative} cannot be its own parent")
    return Parent(raw["line"], initiative, parent, _note(raw))


def _check_together(corrections: Corrections) -> None:
    name = corrections.name
    kept: dict[str, str] = {}
    for entry in corrections.same:
        for other in entry.keys[1:]:
            if kept.setdefault(other, entry.keys[0]) != entry.keys[0]:
                raise CorrectionError(f"{name}, line {entry.line}: {other} is already the same as {kept[other]}")
        if _leads_back(kept, entry.keys[0]):
            raise CorrectionError(f"{name}, line {entry.line}: {entry.keys[0]} stays here and is given up elsewhere")
    for pair in corrections.different:
        first, second = (corrections.kept_key.get(key, key) for key in pair.keys)
        if first == second:
            raise CorrectionError(f"{name}, line {pair.line}: the section same says that these are one")
    seen: dict[str, int] = {}
    for parent in corrections.parents:
        if parent.initiative in seen:
            earlier = seen[parent.initiative]
            raise CorrectionError(f"{name}, line {parent.line}: {parent.initiative} has a parent on line {earlier}")
        seen[parent.initiative] = parent.line

    def stays(initiative: str | None) -> str:
        key = initiative_key(initiative or "")
        return corrections.kept_key.get(key, key)

    above = {stays(parent.initiative): stays(parent.parent) for parent in corrections.parents}
    for parent in corrections.parents:
        if _leads_back(above, stays(parent.initiative)):
            raise CorrectionError(f"{name}, line {parent.line}: {parent.initiative} would belong to itself")


def _leads_back(following: Mapping[str, str], start: str) -> bool:
    seen, at = {start}, following.get(start)
    while at is not None:
        if at in seen:
            return True
        seen.add(at)
        at = following.get(at)
    return False


def _only(raw: dict[str, Any], allowed: set[str]) -> None:
    unknown = sorted(raw.keys() - allowed - {"line"})
    if unknown:
        raise FieldError(f"there is no field {unknown[0]}; the fields are {', '.join(sorted(allowed))}")


def _one_of(raw: dict[str, Any], field: str, words: tuple[str, ...]) -> str:
    word = raw.get(field)
    if word not in words:
        given = "is missing" if word is None else f"is {word!s:.40}"
        raise FieldError(f"{field} {given}; write one of {', '.join(words)}")
    return str(word)


def _position(raw: dict[str, Any], field: str) -> int:
    position = single(raw, field) or ""
    if not re.fullmatch(r"[0-9]{1,9}", position):
        raise FieldError(f"{field} is no position in a text; write a number, counted in characters from 0")
    return int(position)


def _fields(raw: dict[str, Any], field: str) -> dict[str, Any]:
    found = raw.get(field, {})
    if not isinstance(found, dict):
        raise FieldError(f"{field} is no mapping; write for example {field}: {{{next(iter(FIELDS['adoption']))}: …}}")
    return found


def _keys(raw: dict[str, Any]) -> tuple[str, ...]:
    found = raw.get("keys")
    if not isinstance(found, list) or len(found) < 2 or not all(isinstance(key, str) and "/" in key for key in found):
        raise FieldError("write keys: [KEY, KEY], each the key of a node")
    if len(set(found)) < len(found):
        raise FieldError("it names one key twice")
    return tuple(found)


def _note(raw: dict[str, Any]) -> str:
    note = raw.get("note", "")
    if not isinstance(note, str):
        raise FieldError("note holds no single value")
    return " ".join(note.split())
