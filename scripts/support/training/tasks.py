"""All tasks that are trained, in the order in which the pipeline asks their judges."""

from __future__ import annotations

from . import statuses
from .cases import Task

TASKS: tuple[Task, ...] = (Task("status", statuses.cases, parts=("seeds", "other", "wide"), goal="accuracy"),)
