"""What an analyst corrects: statements, who is who, and where a new initiative belongs; kept over rebuilds.

A file of corrections is read by ``kg.corrections.load``, which loads most of the ontology.
"""

from kg.corrections.corrections import NONE, Corrections, Different, Parent, Same, Statement
from kg.corrections.outcome import Outcome

__all__ = ["NONE", "Corrections", "Different", "Outcome", "Parent", "Same", "Statement"]
