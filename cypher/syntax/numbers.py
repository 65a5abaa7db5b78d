"""Reads numbers as they are written, and refuses what no integer or float of 64 bits can hold."""

from __future__ import annotations

from cypher.errors import CypherSyntaxError
from cypher.syntax.cursor import Cursor


def integer(text: str, cursor: Cursor, position: int) -> int:
    """An integer literal, decimal, ``0x`` or ``0o``, within 64 bits."""
    plain = text.replace("_", "")
    digits = plain.lstrip("-")
    base = {"0x": 16, "0o": 8}.get(digits[:2].lower(), 10)
    if base == 10 and len(digits) > 1 and digits.startswith("0"):
        raise CypherSyntaxError(
            f"write the number {text} without a leading zero, or 0o for octal", cursor.query, position
        )
    number = int(digits, base) * (-1 if plain.startswith("-") else 1)
    if not -(2**63) <= number < 2**63:
        raise CypherSyntaxError(f"the integer {text} is too large for 64 bits", cursor.query, position)
    return number


def floating(text: str, cursor: Cursor, position: int) -> float:
    """A float literal, within what a float can hold."""
    value = float(text.replace("_", ""))
    if value in (float("inf"), float("-inf")):
        raise CypherSyntaxError(f"the number {text} is too large", cursor.query, position)
    return value
