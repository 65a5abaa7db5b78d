"""All data files that hold cues, for what reads every cue: the test of their sentences and docs/rules.md."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import get_type_hints

from pydantic import BaseModel

import ontology
from ontology.cues import cue_sets


@cache
def cue_files() -> dict[str, BaseModel]:
    """What each file holds, by the file's name: all that a module of its name loads into a model with sets of cues."""
    files = {f"{name}.yaml": load() for name, load in _loaders()}
    return {file: loaded for file, loaded in files.items() if next(cue_sets(loaded), None)}


def _loaders() -> Iterator[tuple[str, Callable[[], BaseModel]]]:
    """The modules of the ontology by name with their functions that load a model."""
    for _, name, _ in pkgutil.iter_modules(ontology.__path__):
        module = import_module(f"ontology.{name}")
        for load in vars(module).values():
            function = inspect.unwrap(load) if callable(load) else None
            if not inspect.isfunction(function) or function.__module__ != module.__name__:
                continue
            model = None if function.__code__.co_argcount else get_type_hints(function).get("return")
            if inspect.isclass(model) and issubclass(model, BaseModel):
                yield name, load
