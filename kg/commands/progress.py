"""How far long work has come, shown on a terminal only, and what a folder walk passed over."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import click

from kg.commands.base import say

_STEPS = 1000


@contextlib.contextmanager
def bar(length: int, label: str) -> Iterator[Callable[[int], None]]:
    """A progress bar on stderr; gives a function that advances it. Silent where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield lambda steps: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as shown:
        yield shown.update


@contextlib.contextmanager
def counting(label: str) -> Iterator[Callable[[int, int], None]]:
    """As ``bar``, for work that tells how many of how many steps are done."""
    done = 0
    with bar(_STEPS, label) as advance:

        def told(steps: int, of: int) -> None:
            nonlocal done
            advance(_STEPS * steps // of - done)
            done = _STEPS * steps // of

        yield told


def tell_passed_over(passed_over: Counter[str]) -> None:
    """Say which kinds of files in the folders have no reader."""
    if passed_over:
        kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(passed_over.items()))
        say(f"passed over, since nothing here reads such files: {kinds}")


def tell_left_out(left_out: Mapping[str, int]) -> None:
    """Say how many rows of each catalogue are no policies."""
    for file, count in sorted(left_out.items()):
        say(f"{file}: {count:,} titles that are no policies left out")
