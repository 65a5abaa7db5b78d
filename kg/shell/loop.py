"""The shell's loop: read a statement, ask the store, show rows or one sentence on what was wrong, go on."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import ThreadedCompleter
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import Output

from cypher.named import list_queries, load_named_query, text_of, value_of
from cypher.results import Result
from cypher.tokens import tokenize
from kg.named_values import look_up
from kg.shell.completion import CypherCompleter
from kg.shell.statements import (
    Ask,
    AskNamed,
    Help,
    Queries,
    Quit,
    SetFormat,
    SetParameter,
    Statement,
    is_whole,
    understand,
)
from kg.shell.vocabulary import COMMANDS, Vocabulary
from kg.stores.base import Store
from ontology.errors import ReformkgError

PROMPT, MORE = "reformkg> ", "     ...> "


Show = Callable[[Result, str], None]
"""Shows rows in a format."""


@dataclass(slots=True)
class Session:
    """What holds until it is changed: what is asked, how answers are shown, the parameters that were set.

    Attributes:
        store: what is asked.
        show: shows rows in a format.
        say: tells a message.
        timeout: seconds for a query.
        limit: the most rows of an answer.
        lang: in which named queries are listed.
        form: how rows are written.
        parameters: texts by name, for ``$name`` in Cypher and for named queries that have such a parameter.
    """

    store: Store
    show: Show
    say: Callable[[str], None]
    timeout: float | None = 30.0
    limit: int | None = None
    lang: str = "en"
    form: str = "table"
    parameters: dict[str, str] = field(default_factory=dict)


def run_shell(session: Session, typed: Iterable[str]) -> None:
    """Answer each statement of ``typed`` until there are no more, or one says to quit; errors end nothing."""
    for text in typed:
        try:
            asked = understand(text)
            if isinstance(asked, Quit):
                return
            if asked is not None:
                _answer(session, asked)
        except ReformkgError as error:
            session.say(str(error))
        except KeyboardInterrupt:
            session.say("interrupted")


def _answer(session: Session, asked: Statement) -> None:
    match asked:
        case Help():
            session.say("Cypher ends with `;` and may run over several lines. Commands:")
            for command, does in COMMANDS.items():
                session.say(f"{command:10} {does}")
        case Queries():
            session.show(list_queries(session.lang), session.form)
        case SetFormat(form):
            session.form = form or session.form
            session.say(f"rows are written as {session.form}")
        case SetParameter():
            _set_parameter(session, asked)
        case AskNamed(name, given):
            query = load_named_query(name)
            known = {parameter.name for parameter in query.parameters}
            kept = {key: text_of(value_of(value)) for key, value in session.parameters.items() if key in known}
            found = look_up(session.store, query, {**kept, **given})
            for note in found.notes:
                session.say(note)
            _rows(session, query.text, found.parameters)
        case Ask(query, plan):
            used = _used(query, session.parameters)
            if plan:
                session.show(session.store.explain(query, used), session.form)
            else:
                for note in _rows(session, query, used).notes:  # they tell of misspelt names
                    session.say(note)


def _set_parameter(session: Session, asked: SetParameter) -> None:
    if asked.value:
        session.parameters[asked.name] = asked.value
    elif asked.name:
        session.parameters.pop(asked.name, None)
    else:
        rows = tuple((name, value_of(value)) for name, value in sorted(session.parameters.items()))
        session.show(Result(("parameter", "value"), rows), session.form)


def _used(query: str, parameters: Mapping[str, str]) -> dict[str, Any]:
    """Those parameters that stand in ``query``: others are refused with it."""
    named = {token.text for token in tokenize(query) if token.kind == "param"}
    return {name: value_of(value) for name, value in parameters.items() if name in named}


def _rows(session: Session, query: str, parameters: Mapping[str, Any]) -> Result:
    result = session.store.query(query, parameters, timeout=session.timeout, limit=session.limit)
    session.show(result, session.form)
    if result.truncated:
        session.say(f"there are more than {session.limit} rows; begin the shell with a higher --limit to see them")
    return result


def typed_at_terminal(
    history: Path, words: Vocabulary, input: Input | None = None, output: Output | None = None
) -> Iterator[str]:
    """Statements from a terminal with history and completion: Enter goes on to the next line until the ``;``.

    Ctrl-C drops what was typed, Ctrl-D ends.
    """
    session: PromptSession[str] = PromptSession(
        PROMPT,
        history=KeptHistory(history),
        completer=ThreadedCompleter(CypherCompleter(words)),
        complete_while_typing=True,
        multiline=True,
        prompt_continuation=MORE,
        key_bindings=_keys(),
        input=input,
        output=output,
    )
    while True:
        try:
            yield session.prompt()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


class KeptHistory(FileHistory):
    """What was typed, in a file; where that cannot be read or written (a read-only home, a full disk), for now only."""

    def __init__(self, path: Path) -> None:
        """Keep what is typed in ``path``."""
        super().__init__(str(path))
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)

    def load_history_strings(self) -> Iterable[str]:
        """What was typed before, the last first."""
        with contextlib.suppress(OSError):
            return list(super().load_history_strings())
        return []

    def store_string(self, string: str) -> None:
        """Keep ``string``."""
        with contextlib.suppress(OSError):
            super().store_string(string)


def history_file() -> Path:
    """Where what was typed is kept: ``reformkg/history`` in the user's folder for state."""
    folder = os.environ.get("XDG_STATE_HOME") or "~/.local/state"
    return Path(folder).expanduser() / "reformkg" / "history"


def _keys() -> KeyBindings:
    bindings = KeyBindings()

    @Condition
    def whole() -> bool:
        return is_whole(get_app().current_buffer.text)

    @bindings.add("enter", filter=whole)
    def _accept(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    return bindings
