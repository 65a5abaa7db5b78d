"""All tasks that are trained, in the order in which the pipeline asks their judges."""

from __future__ import annotations

from .cases import Task
from .figures import FIGURES
from .names import NAMES
from .statements import STATEMENTS
from .statuses import STATUS

TASKS: tuple[Task, ...] = (NAMES, FIGURES, STATUS, STATEMENTS)
