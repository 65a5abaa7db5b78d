"""How the data files are loaded: YAML to typed models, with errors that name the file and the entry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from ontology.errors import OntologyError

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

Model = TypeVar("Model", bound="BaseModel")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # eight times as fast, where PyYAML was built with libyaml


def parse_yaml(text: str) -> Any:
    """What YAML ``text`` holds."""
    return yaml.load(text, _LOADER)


def read_yaml(path: Path) -> Any:
    """What the YAML file at ``path`` holds."""
    return parse_yaml(path.read_text(encoding="utf-8"))


def problem(error: ValidationError) -> str:
    """The first thing that ``error`` found: where in the data, and what is wrong there."""
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


def validated(model: type[Model], data: Any, file: str) -> Model:
    """``data`` of the data file called ``file`` as a ``model``.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - who has a model has loaded it; the schema needs none

    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise OntologyError(f"{file}: {problem(error)}") from error
