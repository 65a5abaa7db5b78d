from __future__ import annotations

import math
import random
import subprocess
import sys

from extractors.judges.judge import Judge, Reasons
from ontology.judges.tables import SCALE

JUDGE = Judge(intercept=-16, threshold=20, slope=80, offset=8, weights={"plan": 96, "done": -64, "late": 12})


def test_features_add_up_each_once_and_unknown_ones_weigh_nothing() -> None:
    assert JUDGE.total(["plan", "late", "late", "never seen"]) == 92
    assert JUDGE.total([]) == -16


def test_features_that_stand_also_with_a_prefix_need_not_be_told_twice() -> None:
    judge = Judge(intercept=-16, weights={"plan": 96, "late": 12, "x: late": -5, "x: old": 7, "long": 3, "x: long": 1})
    doubled = judge.doubled("x: ")
    assert doubled.total([]) == judge.total([])
    assert doubled.total(["late", "old"]) == judge.total(["late", "x: late", "old", "x: old"])


def test_the_threshold_itself_counts_as_so() -> None:
    assert Judge(threshold=12, weights=JUDGE.weights).decides(["late"])
    assert not Judge(threshold=13, weights=JUDGE.weights).decides(["late"])


def test_probability_is_the_logistic_of_the_calibrated_sum() -> None:
    chance = random.Random(3)
    for _ in range(500):
        total = chance.randint(-900, 900)
        place = (JUDGE.slope * total // SCALE + JUDGE.offset) / SCALE
        expected = 1 / (1 + math.exp(-place))
        assert abs(JUDGE.probability_of(total) - min(0.999, max(0.001, expected))) <= 0.0005


def test_probability_grows_with_the_sum_and_is_never_certain() -> None:
    said = [JUDGE.probability_of(total) for total in range(-3000, 3000, 7)]
    assert said == sorted(said)
    assert (said[0], said[-1]) == (0.001, 0.999)


def test_whole_parts_decide_as_their_fractions() -> None:
    chance = random.Random(5)
    weights = {f"f{number}": chance.randint(-90, 90) for number in range(40)}
    judge = Judge(intercept=-7, threshold=3, weights=weights)
    for _ in range(300):
        features = chance.sample(sorted(weights), 12)
        exact = -7 / SCALE + sum(weights[feature] / SCALE for feature in features)
        assert judge.decides(features) == (exact >= 3 / SCALE)


def test_reasons_are_the_heaviest_on_either_side() -> None:
    reasons = JUDGE.reasons(["late", "done", "plan", "never seen"], 1)
    assert reasons == Reasons((("plan", 96),), (("done", -64),))


def test_extraction_loads_nothing_that_trains() -> None:
    code = "import sys; from extractors.pipeline import Extractor; Extractor().record(b'\\xe5\\xb8\\x82', 'a.txt'); print('sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_verdict_keeps_the_features_that_weigh() -> None:
    judge = Judge(weights={"b": 64, "a": -64})
    assert judge.verdict(frozenset(("b", "a", "c"))) == {"confidence": 0.5, "features": ("a", "b")}
