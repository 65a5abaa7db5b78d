"""What an analyst corrects: statements, who is who, and where a new initiative belongs; kept over rebuilds."""

from kg.corrections.corrections import NONE, Corrections, Different, Parent, Same, Statement
from kg.corrections.load import CorrectionError, load_corrections
from kg.corrections.outcome import Outcome

__all__ = [
    "NONE", "CorrectionError", "Corrections", "Different", "Outcome", "Parent", "Same", "Statement", "load_corrections",
]  # fmt: skip
