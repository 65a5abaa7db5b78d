"""What all commands share: loading on demand, help in two languages, messages, exit statuses, a broken pipe."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import sys
from collections.abc import Mapping
from typing import Any, NoReturn

import click

from ontology.errors import ReformkgError

FINDING = 1
"""Exit status for a finding, or for inputs of which some were refused."""
WRONG_USE = 2
"""Exit status for wrong use, or when nothing could be read."""


def say(message: str) -> None:
    """A message to the user, on stderr."""
    click.echo(f"reformkg: {message}", err=True)


def language(context: click.Context | None = None) -> str:
    """``zh`` or ``en``: what ``--lang`` asks for, else what the locale speaks."""
    context = context or click.get_current_context(silent=True)
    asked = context.find_root().params.get("lang") if context else None
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return str(asked or ("zh" if spoken.lower().startswith("zh") else "en"))


class Command(click.Command):
    """A command whose help also stands in Chinese (``zh``), with examples after it."""

    def __init__(self, *args: Any, zh: str = "", examples: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zh = zh
        self.examples = examples

    def get_short_help_str(self, limit: int = 45) -> str:
        """One line for the list of commands."""
        context = click.get_current_context(silent=True)
        return self.zh if self.zh and language(context) == "zh" else super().get_short_help_str(120)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help in the language asked for."""
        if self.zh and language(ctx) == "zh":
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(self.zh)
        else:
            super().format_help_text(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples."""
        if self.examples:
            with formatter.section("示例" if language(ctx) == "zh" else "Examples"):
                for example in self.examples:
                    formatter.write(f"{'':{formatter.current_indent}}{example}\n")


class Commands(click.Group):
    """The commands by name, each loaded when it is needed; errors become one sentence and an exit status."""

    def __init__(self, *args: Any, places: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        """``places`` gives ``module:attribute`` by command name."""
        super().__init__(*args, **kwargs)
        self.places = places or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order in which an analyst needs them."""
        return list(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in self.places:
            return None
        module, _, attribute = self.places[cmd_name].partition(":")
        found: click.Command = getattr(importlib.import_module(module), attribute)
        return found

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; end the process with the exit status."""
        _speak_utf8()
        kwargs["standalone_mode"] = False
        try:
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
            sys.exit(130)
        except ReformkgError as error:
            _end(str(error))
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            _end(f"{where}{error.strerror or error}")
        sys.exit(status if isinstance(status, int) else 0)


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


def _drop_stdout() -> None:
    """Nobody reads on: let what is still in the buffer go nowhere, without a message at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
