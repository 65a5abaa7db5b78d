"""The shell's loop: read a statement, ask the store, show rows or one sentence on what was wrong, go on."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import Output

from cypher.results import Result
from kg.shell.completion import CypherCompleter
from kg.shell.statements import Ask, Help, Quit, is_whole, understand
from kg.shell.vocabulary import COMMANDS, vocabulary
from kg.stores.base import Store
from ontology.errors import ReformkgError

PROMPT, MORE = "reformkg> ", "     ...> "


def run_shell(
    store: Store,
    typed: Iterable[str],
    show: Callable[[Result], None],
    say: Callable[[str], None],
    *,
    timeout: float | None = 30.0,
    limit: int | None = None,
) -> None:
    """Answer each statement of ``typed`` until there are no more, or one says to quit; errors end nothing.

    Args:
        store: what is asked.
        typed: whole statements.
        show: shows rows.
        say: tells a message.
        timeout: seconds for a query.
        limit: the most rows of an answer.
    """
    for text in typed:
        try:
            asked = understand(text)
            if isinstance(asked, Quit):
                return
            if isinstance(asked, Help):
                say("Cypher ends with `;` and may run over several lines. Commands:")
                for command, does in COMMANDS.items():
                    say(f"{command:10} {does}")
            elif isinstance(asked, Ask):
                _answer(store, asked, show, say, timeout, limit)
        except ReformkgError as error:
            say(str(error))
        except KeyboardInterrupt:
            say("interrupted")


def _answer(
    store: Store,
    asked: Ask,
    show: Callable[[Result], None],
    say: Callable[[str], None],
    timeout: float | None,
    limit: int | None,
) -> None:
    if asked.plan:
        show(store.explain(asked.query, asked.parameters))
        return
    result = store.query(asked.query, asked.parameters, timeout=timeout, limit=limit)
    show(result)
    for note in () if asked.named else result.notes:  # they tell of misspelt names
        say(note)
    if result.truncated:
        say(f"there are more than {limit} rows; begin the shell with a higher --limit to see them")


def typed_at_terminal(history: Path, input: Input | None = None, output: Output | None = None) -> Iterator[str]:
    """Statements from a terminal with history and completion: Enter goes on to the next line until the ``;``.

    Ctrl-C drops what was typed, Ctrl-D ends.
    """
    session: PromptSession[str] = PromptSession(
        PROMPT,
        history=KeptHistory(history),
        completer=CypherCompleter(vocabulary()),
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
