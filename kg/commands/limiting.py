"""The options that say what one document may cost."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

import click

from kg.build.budget import DEFAULT, Limits

F = TypeVar("F", bound=Callable[..., Any])
_GB = 1 << 30


def limits_options(command: F) -> F:
    """``--memory`` and ``--seconds``: the command gets ``limits``."""

    @click.option(
        "--memory",
        type=click.FloatRange(0.1),
        default=DEFAULT.memory / _GB,
        show_default=True,
        metavar="GB",
        help="Memory that one document may take.",
    )
    @click.option(
        "--seconds",
        type=click.FloatRange(1),
        default=DEFAULT.seconds,
        show_default=True,
        help="Seconds of the processor that one document may take.",
    )
    @functools.wraps(command)
    def wrapped(*args: Any, memory: float, seconds: float, **kwargs: Any) -> Any:
        return command(*args, limits=Limits(seconds, int(memory * _GB)), **kwargs)

    return wrapped  # type: ignore[return-value]
