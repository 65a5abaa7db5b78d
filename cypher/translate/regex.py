r"""Regular expressions: Java's, which Neo4j uses, said in the engine's, which is Rust's ``regex``.

They differ in that ``\w \d \s`` and ``\b`` know all of Unicode in Rust and only ASCII in Java, that ``.`` stops at more
line ends in Java, and that Rust has neither look-around nor back references.
"""

from __future__ import annotations

from collections.abc import Callable

_CLASSES = {"w": "a-zA-Z0-9_", "d": "0-9", "s": " \\t\\n\\x0B\\f\\r"}
_LINE_ENDS = "\\n\\r\\x{85}\\x{2028}\\x{2029}"
_REFUSED_GROUPS = ("(?=", "(?!", "(?<=", "(?<!", "(?>")


def java_to_engine(pattern: str, refuse: Callable[[str], Exception]) -> str:
    """The same language in the engine's syntax.

    Args:
        pattern: Java's regular expression.
        refuse: makes the error to raise, given what the engine does not have.

    Returns:
        The engine's regular expression.
    """
    parts: list[str] = []
    dot_all = False
    at = 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            text, at = _escape(pattern, at, False, refuse)
            parts.append(text)
        elif char == "[":
            text, at = _class(pattern, at, refuse)
            parts.append(text)
        elif char == "." and not dot_all:
            parts.append(f"[^{_LINE_ENDS}]")
            at += 1
        elif char == "(":
            flags, at = _group(pattern, at, refuse)
            dot_all = dot_all or "s" in flags
            parts.append(flags)
        elif char in "*+?}" and pattern[at + 1 : at + 2] == "+":
            raise refuse("possessive quantifiers in a regular expression")
        else:
            parts.append(char)
            at += 1
    return "".join(parts)


def _group(pattern: str, at: int, refuse: Callable[[str], Exception]) -> tuple[str, int]:
    if pattern.startswith(_REFUSED_GROUPS, at):
        raise refuse("look-around or atomic groups in a regular expression")
    if not pattern.startswith("(?", at):
        return "(", at + 1
    if pattern.startswith("(?<", at):
        return "(?P<", at + 3
    end = at + 2
    while end < len(pattern) and pattern[end].isalpha():
        end += 1
    flags = pattern[at + 2 : end]
    if pattern[end : end + 1] not in (")", ":") or not set(flags) <= set("ims"):
        raise refuse(f"the group `{pattern[at : end + 1]}` in a regular expression")
    if ("s" in flags and (at or pattern[end] == ":")) or "m" in flags:
        raise refuse(f"the flags `{flags}` at this place of a regular expression")
    if "i" in flags and any(not char.isascii() and char.lower() != char.upper() for char in pattern):
        raise refuse("(?i) over letters that are not ASCII in a regular expression")
    return pattern[at : end + 1], end + 1


def _escape(pattern: str, at: int, in_class: bool, refuse: Callable[[str], Exception]) -> tuple[str, int]:
    letter = pattern[at + 1 : at + 2]
    if letter.lower() in _CLASSES and letter:
        inside = _CLASSES[letter.lower()]
        if letter.isupper():
            if in_class:
                raise refuse(f"`\\{letter}` within [ ] in a regular expression")
            return f"[^{inside}]", at + 2
        return inside if in_class else f"[{inside}]", at + 2
    if letter and letter in "tnrf\\.[]{}()*+-?^$|/":
        return pattern[at : at + 2], at + 2
    if letter == "u" and len(pattern) >= at + 6:
        return f"\\x{{{pattern[at + 2 : at + 6]}}}", at + 6
    if letter == "b":
        return "(?-u:\\b)", at + 2
    if letter and not letter.isalnum():
        return letter, at + 2
    raise refuse(f"`\\{letter}` in a regular expression")


def _class(pattern: str, at: int, refuse: Callable[[str], Exception]) -> tuple[str, int]:
    parts = ["["]
    at += 1
    if pattern.startswith("^", at):
        parts.append("^")
        at += 1
    first = True
    while at < len(pattern):
        char = pattern[at]
        if char == "]" and not first:
            return "".join(parts) + "]", at + 1
        first = False
        if char == "\\":
            text, at = _escape(pattern, at, True, refuse)
            parts.append(text)
            continue
        if char == "[" or pattern.startswith("&&", at):
            raise refuse("classes within classes (`[a[b]]`, `&&`) in a regular expression")
        parts.append("\\" + char if char in "~&-" and pattern[at + 1 : at + 2] == char else char)
        at += 1
    return "".join(parts), at
