"""Cypher's tokens: words, quoted names, strings, numbers, parameters and signs, with their place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cypher.errors import CypherSyntaxError

_ESCAPES = {"\\": "\\", "'": "'", '"': '"', "`": "`", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_SIGNS = (
    "<=", ">=", "<>", "!=", "=~", "+=", "..", "::", "||",
    "$", "(", ")", "[", "]", "{", "}", ",", ".", ":", ";", "|", "&", "!", "%", "+", "-", "*", "/", "^", "=", "<", ">",
)  # fmt: skip
_SPACE = re.compile(r"[\s\u180e\u200b\ufeff\x1c-\x1f]+")
_WORD = re.compile(r"[^\W\d]\w*")
_NUMBER = re.compile(
    r"0[xX][0-9a-fA-F](?:_?[0-9a-fA-F])*|0[oO][0-7](?:_?[0-7])*"
    r"|(?:\d(?:_?\d)*)?\.\d(?:_?\d)*(?:[eE][+-]?\d+)?|\d(?:_?\d)*[eE][+-]?\d+|\d(?:_?\d)*"
)
_UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})")
_DASHES = "–—‐‑"  # copied from documents: Neo4j takes them in patterns, where no number can be meant


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Attributes:
        kind: ``word``, ``name`` (in backticks), ``string``, ``int``, ``float``, ``param``, ``sign``, ``dash`` (one that
            is no minus) or ``end``.
        text: the word, the name or the string without its quotes and escapes, the number as written, the parameter's
            name, the sign; empty at the end.
        start: index of its first character in the query.
        end: index after its last character.
    """

    kind: str
    text: str
    start: int
    end: int

    def is_word(self, *words: str) -> bool:
        """Whether this is one of these keywords, in any case, not in backticks."""
        return self.kind == "word" and self.text.upper() in words

    def is_sign(self, *signs: str) -> bool:
        """Whether this is one of these signs."""
        return self.kind == "sign" and self.text in signs


def tokenize(query: str) -> list[Token]:
    r"""The tokens of a query, comments and space left out, closed by one token of kind ``end``.

    Neo4j 5 replaces ``\uXXXX`` in the whole text before it reads it, so that an escape can end a string, a comment
    or spell a keyword. Here an escape stands for itself inside a string, and is refused where it could do the former.

    Raises:
        CypherSyntaxError: a quote that is not closed, a sign that Cypher does not have, an escape out of place.
    """
    tokens: list[Token] = []
    at = 0
    while at < len(query):
        char = query[at]
        space = _SPACE.match(query, at)
        if space:
            at = space.end()
            continue
        if query.startswith(("//", "/*"), at):
            at = _after_comment(query, at)
            continue
        token = _token(query, at, char)
        tokens.append(token)
        at = token.end
    tokens.append(Token("end", "", len(query), len(query)))
    return tokens


def _token(query: str, at: int, char: str) -> Token:
    if char in "'\"":
        return _string(query, at, char)
    if char == "`":
        return _name(query, at)
    if char == "$" and not query.startswith("$(", at):
        return _parameter(query, at)
    number = _NUMBER.match(query, at)
    if number and not query.startswith("..", at):
        end = number.end()
        if _WORD.match(query, end):
            raise CypherSyntaxError(f"`{query[at : end + 1]}…` is neither a number nor a name", query, at)
        kind = "float" if re.search(r"[.eE]", number[0]) and number[0][:2].lower() != "0x" else "int"
        return Token(kind, number[0], at, end)
    word = _WORD.match(query, at)
    if word:
        return Token("word", word[0], at, word.end())
    for sign in _SIGNS:
        if query.startswith(sign, at):
            return Token("sign", sign, at, at + len(sign))
    if char == "−":
        raise CypherSyntaxError("a minus is written `-`, not `−`", query, at)
    if char in _DASHES:
        return Token("dash", "-", at, at + 1)
    if _UNICODE.match(query, at):
        raise CypherSyntaxError("a \\u escape is allowed only inside a string", query, at)
    raise CypherSyntaxError(f"the character {char!r} has no meaning in Cypher", query, at)


def _after_comment(query: str, at: int) -> int:
    if query[at + 1] == "/":
        end = re.compile(r"[\n\r]|\Z").search(query, at).start()  # type: ignore[union-attr]
    else:
        end = query.find("*/", at + 2) + 2
        if end == 1:
            raise CypherSyntaxError("this comment is not closed by */", query, at)
    escape = _UNICODE.search(query, at, end)
    if escape:
        raise CypherSyntaxError("a \\u escape is not allowed in a comment", query, escape.start())
    return end


def _string(query: str, start: int, quote: str) -> Token:
    parts: list[str] = []
    at = start + 1
    while at < len(query):
        char = query[at]
        if char == quote:
            return Token("string", "".join(parts), start, at + 1)
        if char != "\\":
            parts.append(char)
            at += 1
            continue
        text, at = _escape(query, at)
        parts.append(text)
    raise CypherSyntaxError(f"this string is not closed by {quote}", query, start)


def _escape(query: str, at: int) -> tuple[str, int]:
    letter = query[at + 1 : at + 2]
    if letter in _ESCAPES and letter:
        return _ESCAPES[letter], at + 2
    code = _UNICODE.match(query, at)
    if code:
        char = chr(int(code[1], 16))
        if char in "'\"`\\\n\r":
            raise CypherSyntaxError(f"write {char!r} in a string without a \\u escape", query, at)
        return char, code.end()
    raise CypherSyntaxError(f"`\\{letter}` is no escape of Cypher; write \\\\ for a backslash", query, at)


def _name(query: str, start: int) -> Token:
    parts: list[str] = []
    at = start + 1
    while at < len(query):
        if query.startswith("``", at):
            parts.append("`")
            at += 2
        elif query[at] == "`":
            if at == start + 1:
                raise CypherSyntaxError("a name in backticks cannot be empty", query, start)
            return Token("name", "".join(parts), start, at + 1)
        elif _UNICODE.match(query, at):
            raise CypherSyntaxError("a \\u escape is not allowed in a name", query, at)
        else:
            parts.append(query[at])
            at += 1
    raise CypherSyntaxError("this name is not closed by `", query, start)


def _parameter(query: str, start: int) -> Token:
    at = start + 1
    if query.startswith("`", at):
        inner = _name(query, at)
        return Token("param", inner.text, start, inner.end)
    word = re.compile(r"\w+").match(query, at)
    if not word:
        raise CypherSyntaxError("a parameter needs a name after $", query, start)
    return Token("param", word[0], start, word.end())
