"""What the judge of adoptions says of statements that it was not trained on: it ranks them, and says about what is seen."""

from __future__ import annotations

from extractors.judges.judge import shipped_judges
from scripts.support.training.measures import auc, calibration_error
from scripts.support.training.unseen import judged_adoptions


def test_right_statements_of_unseen_documents_are_surer_than_wrong_ones() -> None:
    judge, judged = shipped_judges()["adoption"], judged_adoptions()
    right, said = [verdict for _, verdict in judged], [judge.probability(features) for features, _ in judged]
    assert len(judged) == 133 and sum(right) == 107
    assert auc(right, said) > 0.75
    assert calibration_error(right, said) < 0.1
