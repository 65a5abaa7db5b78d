"""What all commands share: loading on demand, help in two languages, messages, exit statuses, a broken pipe."""

from __future__ import annotations

import contextlib
import difflib
import importlib
import io
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn, TextIO

import click

from ontology.errors import ReformkgError

FINDING = 1
"""Exit status for a finding, or for inputs of which some were refused."""
WRONG_USE = 2
"""Exit status for wrong use, or when nothing could be read."""
INTERRUPTED = 130
"""Exit status upon Ctrl-C, that of shells: 128 and the number of the signal."""


def say(message: str) -> None:
    """A message to the user, on stderr."""
    from cypher.shown import shown

    click.echo(f"reformkg: {shown(message)}", err=True)


def language(context: click.Context | None = None) -> str:
    """``zh`` or ``en``: what ``--lang`` asks for, else what the locale speaks."""
    context = context or click.get_current_context(silent=True)
    asked = context.find_root().params.get("lang") if context else None
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return str(asked or ("zh" if spoken.lower().startswith("zh") else "en"))


class Command(click.Command):
    """A command whose help also stands in Chinese (``zh``), with examples after it.

    ``choices`` gives what its argument may be, as heading and rows in English and in Chinese, for a list in the help.
    """

    def __init__(
        self,
        *args: Any,
        zh: str = "",
        examples: tuple[str, ...] = (),
        choices: Mapping[str, tuple[str, list[tuple[str, str]]]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.zh = zh
        self.examples = examples
        self.choices = choices or {}

    def get_short_help_str(self, limit: int = 45) -> str:
        """One line for a list of commands."""
        return self.zh if self.zh and language() == "zh" else super().get_short_help_str(120)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help in the language asked for."""
        if not _format_chinese(self.zh, ctx, formatter):
            super().format_help_text(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the argument may be, and the options."""
        if self.choices:
            heading, rows = self.choices[language(ctx)]
            with formatter.section(heading):
                formatter.write_dl(rows)
        super().format_options(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples."""
        if self.examples:
            with formatter.section("示例" if language(ctx) == "zh" else "Examples"):
                for example in self.examples:
                    formatter.write(f"{'':{formatter.current_indent}}{example}\n")


@dataclass(frozen=True, slots=True)
class Entry:
    """A command as the list of commands shows it, without loading it.

    Attributes:
        place: where it is: ``module:attribute``.
        en: the first sentence of its help.
        zh: the same in Chinese.
    """

    place: str
    en: str
    zh: str

    def load(self) -> click.Command:
        """The command itself."""
        module, _, attribute = self.place.partition(":")
        found: click.Command = getattr(importlib.import_module(module), attribute)
        return found


class Commands(click.Group):
    """The commands of a table, each loaded when it is called; errors become one sentence and an exit status."""

    def __init__(self, *args: Any, table: Mapping[str, Entry], zh: str = "", **kwargs: Any) -> None:
        """``table`` gives the commands by name, ``zh`` is the help of the whole in Chinese."""
        super().__init__(*args, **kwargs)
        self.table = table
        self.zh = zh

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which an analyst needs them."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        entry = self.table.get(cmd_name)
        return entry.load() if entry else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; where there is none, the error says which is nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], self.table, n=2)
            if not near:
                raise
            raise click.UsageError(f"{error.message.rstrip('.')}; nearest: {', '.join(near)}", ctx) from error

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help in the language asked for."""
        if not _format_chinese(self.zh, ctx, formatter):
            super().format_help_text(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, of which none is loaded."""
        chinese = language(ctx) == "zh"
        with formatter.section("命令" if chinese else "Commands"):
            formatter.write_dl([(name, entry.zh if chinese else entry.en) for name, entry in self.table.items()])

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; end the process with the exit status."""
        _speak_utf8()
        kwargs["standalone_mode"] = False
        try:
            with _guarded_terminal():
                status = super().main(*args, **kwargs)
                sys.stdout.flush()
        except BrokenPipeError:
            _drop_stdout()
            sys.exit(0)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            sys.exit(WRONG_USE)
        except click.UsageError as error:
            _end(error.format_message(), error.ctx)
        except click.ClickException as error:
            _end(error.format_message())
        except (click.Abort, KeyboardInterrupt):
            say("interrupted")
            _forget_interrupt()
            sys.exit(INTERRUPTED)
        except ReformkgError as error:
            _end(str(error))
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            _end(f"{where}{error.strerror or error}")
        sys.exit(status if isinstance(status, int) else 0)


def _forget_interrupt() -> None:
    """See to it that the process ends with its own status.

    Where the interrupt came while a library made code of a text, as dataclasses and named tuples do, Python would end
    the process by the signal after all, whoever took the exception since; until it has run another text.
    """
    exec("")


def _format_chinese(help_: str, context: click.Context, formatter: click.HelpFormatter) -> bool:
    """Write ``help_`` if Chinese is asked for; whether it was written."""
    if not help_ or language(context) != "zh":
        return False
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(help_)
    return True


def _end(message: str, context: click.Context | None = None) -> NoReturn:
    hint = f" (help: {context.command_path} --help)" if context else ""
    say(message.rstrip(".") + hint)
    sys.exit(WRONG_USE)


def _speak_utf8() -> None:
    """Text goes out as UTF-8 whatever the locale says: a C locale cannot print Chinese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(io.UnsupportedOperation, ValueError):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


class _Terminal:
    """Stdout that is a terminal: what others' words hold for it to obey is written out, whatever the format."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        from cypher.shown import shown

        self._stream.write(shown(text))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextlib.contextmanager
def _guarded_terminal() -> Iterator[None]:
    """Within the block a terminal is shown nothing that it would obey; a pipe or a file gets everything as it is."""
    plain = sys.stdout
    if plain.isatty():
        sys.stdout = _Terminal(plain)
    try:
        yield
    finally:
        sys.stdout = plain


def _drop_stdout() -> None:
    """Nobody reads on: let what is still in the buffer go nowhere, without a message at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
