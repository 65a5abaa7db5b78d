"""What a file of corrections may say, and how what it may not is told."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.corrections.load import load_corrections
from kg.errors import CorrectionError

PLACE = "text: 0123456789012345, start: 3, end: 9"


def load(yaml: str | bytes) -> object:
    return load_corrections(yaml if isinstance(yaml, bytes) else yaml.encode(), "c.yaml")


def test_hashes_and_codes_that_look_like_numbers_stay_text() -> None:
    yaml = (
        b"statements:\n- {verdict: reject, kind: region, text: 12345678e9012345, start: 3, end: 9, is: {code: 010000}}"
    )
    with pytest.raises(CorrectionError, match="010000, which is no code of a region"):
        load(yaml)
    loaded = load_corrections(yaml.replace(b"010000", b"510900"), "c.yaml")
    (entry,) = loaded.statements
    assert (entry.text, entry.start, entry.end, entry.stated) == ("12345678e9012345", 3, 9, {"code": "510900"})
    assert entry.line == 2 and len(loaded) == 1


def test_values_get_their_types() -> None:
    fields = "{indicator: 承接事项, value: 130.0, year: 2018, initiative: null}"
    yaml = f"statements:\n- {{verdict: accept, kind: measurement, {PLACE}, is: {fields}}}"
    (entry,) = load_corrections(yaml.encode(), "c.yaml").statements
    assert entry.stated == {"indicator": "承接事项", "value": 130, "year": 2018, "initiative": None}


def test_a_claim_has_codes_kinds_and_flags() -> None:
    told = "{kind: learned, region: 510900, other: 110000, planned: true, scope: province}"
    yaml = f"statements:\n- {{verdict: accept, kind: claim, {PLACE}, is: {told}}}"
    (entry,) = load_corrections(yaml.encode(), "c.yaml").statements
    expected = {"kind": "learned", "region": "510900", "other": "110000", "planned": True, "scope": "province"}
    assert entry.stated == expected
    wrong = {"110000": "119999", "kind: learned": "kind: taught", "true": "often", "scope: province": "scope: village"}
    for right, other in wrong.items():
        with pytest.raises(CorrectionError, match=other.split()[-1]):
            load(yaml.replace(right, other))


@pytest.mark.parametrize("yaml", ["", "# nothing yet\n", "statements:\n", "same: []\nstatements: ~\n", "\ufeffsame:\n"])
def test_empty_files_and_sections(yaml: str) -> None:
    assert len(load_corrections(yaml.encode(), "c.yaml")) == 0


def test_what_stays_is_followed_to_its_end() -> None:
    yaml = "same:\n- keys: [policy/乙, policy/丙]\n- keys: [policy/甲, policy/乙]\n"
    assert load_corrections(yaml.encode(), "c.yaml").kept_key == {"policy/丙": "policy/甲", "policy/乙": "policy/甲"}


@pytest.mark.parametrize(
    ("yaml", "says"),
    [
        (b"\xff\xfe", "c.yaml is no UTF-8"),
        ("statements: [", "c.yaml, line 1 is no YAML"),
        ("- verdict: reject", "c.yaml holds no sections"),
        ("statments: []", "there is no section statments; the sections are statements, same, different, parents"),
        ("statements: {verdict: reject}", "the section statements is no list"),
        ("statements: [reject]", "section statements: reject is no entry"),
        (f"same:\n\nstatements:\n- {{verdict: no, kind: adoption, {PLACE}}}", "line 4 (in statements): verdict is no"),
        (f"statements:\n- {{kind: adoption, {PLACE}}}", "verdict is missing; write one of accept, reject, change"),
        (f"statements:\n- {{verdict: reject, kind: thing, {PLACE}}}", "kind is thing"),
        ("statements:\n- {verdict: reject, kind: event, text: abc, start: 1, end: 2}", "text is no hash of a text"),
        ("statements:\n- {verdict: reject, kind: event, text: 0123456789012345, end: 2}", "start is no position"),
        (
            f"statements:\n- {{verdict: reject, kind: event, {PLACE.replace('9', '2')}}}",
            "text is no hash|before it begins",
        ),
        (f"statements:\n- {{verdict: reject, kind: event, {PLACE}, why: x}}", "there is no field why"),
        (f"statements:\n- {{verdict: change, kind: event, {PLACE}}}", "say with change: {field: value}"),
        (
            f"statements:\n- {{verdict: reject, kind: event, {PLACE}, change: {{date: 2018}}}}",
            "change goes with change",
        ),
        (f"statements:\n- {{verdict: reject, kind: event, {PLACE}, is: {{status: pilot}}}}", "has no field status"),
        (f"statements:\n- {{verdict: reject, kind: adoption, {PLACE}, is: {{status: tried}}}}", "status is tried"),
        (
            f"statements:\n- {{verdict: reject, kind: adoption, {PLACE}, is: {{year: 18}}}}",
            "year is 18, which is no year",
        ),
        (
            f"statements:\n- {{verdict: reject, kind: event, {PLACE}, is: {{date: 2018.5}}}}",
            "write it as 2018, 2018-05",
        ),
        (
            f"statements:\n- {{verdict: reject, kind: measurement, {PLACE}, is: {{value: 三}}}}",
            "三, which is no number",
        ),
        (f"statements:\n- {{verdict: change, kind: adoption, {PLACE}, change: {{status: null}}}}", "cannot be empty"),
        (f"statements:\n- {{verdict: reject, kind: document, {PLACE}, is: {{year: 2018}}}}", "no start and end"),
        (
            "statements:\n- {verdict: accept, kind: document, text: 0123456789012345, is: {url: www.example.test}}",
            "url is www.example.test, which is no address such as https://example.org/1.html",
        ),
        ("statements:\n- {verdict: reject, kind: document, text: 0123456789012345}", "which fields of the document"),
        ("same:\n- keys: [policy/甲]", "write keys: [KEY, KEY]"),
        ("same:\n- keys: [policy/甲, policy/甲]", "names one key twice"),
        ("same:\n- keys: [policy/甲, agency/510900/乙局]", "only with their like"),
        ("same:\n- keys: [region/510922/射洪县, region/510981/射洪市]", "only agencies, policies or initiatives"),
        ("same:\n- keys: [agency/甲局, agency/510900/乙局]", "agency/<region code>/<full name>"),
        ("same:\n- keys: [initiative/甲, initiative/一网通办]", "initiative/一网通办 is in the ontology and stays"),
        (
            "same:\n- keys: [policy/甲, policy/乙]\n- keys: [policy/丙, policy/乙]",
            "policy/乙 is already the same as policy/甲",
        ),
        (
            "same:\n- keys: [policy/甲, policy/乙]\n- keys: [policy/乙, policy/甲]",
            "stays here and is given up elsewhere",
        ),
        (
            "same:\n- keys: [policy/甲, policy/乙]\ndifferent:\n- keys: [policy/甲, policy/乙]",
            "says that these are one",
        ),
        ("different:\n- keys: [agency/510900/甲局, agency/510900/乙局]", "write two keys of policies"),
        ("parents:\n- {initiative: 一网通办, parent: 放管服改革}", "一网通办 is in the ontology"),
        ("parents:\n- {initiative: 甲}", "write initiative: NAME and parent: NAME"),
        ("parents:\n- {initiative: 甲, parent: 甲}", "cannot be its own parent"),
        ("parents:\n- {initiative: 甲, parent: 乙}\n- {initiative: 甲, parent: 丙}", "甲 has a parent on line 2"),
        ("parents:\n- {initiative: 甲, parent: 乙}\n- {initiative: 乙, parent: 甲}", "would belong to itself"),
        (
            "same:\n- keys: [initiative/甲, initiative/乙]\nparents:\n- {initiative: 甲, parent: 乙}",
            "line 4: 甲 would belong to itself",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(yaml: str | bytes, says: str) -> None:
    with pytest.raises(CorrectionError) as error:
        load(yaml)
    assert any(part in str(error.value) for part in says.split("|"))
    assert "c.yaml" in str(error.value) and "\n" not in str(error.value)


WORDS = st.sampled_from(
    ["statements", "same", "different", "parents", "keys", "verdict", "reject", "change", "accept", "kind", "adoption", "text",
     "0123456789abcdef", "start", "end", "3", "9", "is", "year", "2018", "null", "note", "initiative", "parent", "policy/甲", "policy/乙", ""]
)  # fmt: skip
TREES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=6), max_leaves=25
)


@pytest.mark.slow
@settings(max_examples=300)
@given(TREES.map(lambda tree: yaml.safe_dump(tree, allow_unicode=True).encode()) | st.binary(max_size=60))
def test_whatever_the_file_holds_is_read_or_refused_in_a_sentence(data: bytes) -> None:
    try:
        load(data)
    except CorrectionError as error:
        assert "c.yaml" in str(error) and "\n" not in str(error)


MEASURED = f"statements:\n- {{verdict: change, kind: measurement, {PLACE}, change: {{%s}}}}"


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e999", "9" * 400, "١٢", "1_000", "0x10", "[1]", '"1\\n2"'])
def test_a_value_that_is_no_finite_number_is_refused(value: str) -> None:
    with pytest.raises(CorrectionError, match=r"value (is .*no number|holds no single value)"):
        load(MEASURED % f"value: {value}")


@pytest.mark.parametrize(
    "field",
    ["date: 2020-02-31", "date: 2020-13", "date: ２０２０", "date: 9999-01-01", "date: 1700", "year: 9999", "year: ２０２０"],
)
def test_what_is_no_day_or_year_is_refused(field: str) -> None:
    kind = "event" if field.startswith("date") else "measurement"
    with pytest.raises(CorrectionError, match=r"no day of the calendar|lies not in the years|no year from|write it as 2018"):
        load((MEASURED % field).replace("measurement", kind))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("same: []\nparents: []\nsame: []\n", "c.yaml, line 3: same stands twice, on line 1 as well"),
        ("parents:\n- {initiative: 甲, parent: 乙,\n   parent: 丙}", "line 3: parent stands twice, on line 2"),
        ("parents:\n- {initiative: 甲, parent: [乙]}", "line 2 (in parents): parent holds no single value"),
        ("parents:\n- {initiative: {甲: 乙}, parent: 丙}", "initiative holds no single value"),
        ("parents:\n- {initiative: 甲, parent: 乙, note: [丙]}", "note holds no single value"),
        ('parents:\n- {initiative: "甲\\uD800", parent: 乙}', "line 2: a text holds U+D800"),
        ('parents:\n- {initiative: "甲\\e[2J", parent: 乙}', "line 2: a text holds U+001B"),
        ('parents:\n- {initiative: "甲\\0", parent: 乙}', "line 2: a text holds U+0000"),
        ('parents:\n- {initiative: "甲\\u202e乙", parent: 丙}', "line 2: a text holds U+202E"),
        ('parents:\n- {initiative: "甲\\u200b", parent: 丙}', "line 2: a text holds U+200B"),
        ('parents:\n- {initiative: "甲\\u2028乙", parent: 丙}', "line 2: a text holds U+2028"),
        ('parents:\n- {initiative: "甲\\uffff", parent: 丙}', "line 2: a text holds U+FFFF"),
        ('parents:\n- {initiative: "  ", parent: 丙}', "write initiative: NAME"),
        ("parents:\n- {initiative: 甲, parent: 丙, line: 3}", "line 2 (in parents): there is no field line"),
        (f"parents:\n- {{initiative: {'甲' * 1001}, parent: 丙}}", "initiative has 1,001 characters, more than 1,000"),
        ("parents:\n- !!timestamp x", "line 2: tags such as tag:yaml.org,2002:timestamp are not taken"),
        ("parents:\n- !!bool maybe", "line 2: tags such as tag:yaml.org,2002:bool are not taken"),
        ("parents:\n- !!python/object/apply:os.getcwd []", "line 2: tags such as"),
        ("a: &a [甲]\nsame: *a", "line 2: aliases (*) are not taken"),
        ("[" * 3000, "c.yaml"),
        ("? [甲, 乙]\n: 丙", "there is no section"),
    ],
)
def test_more_than_plain_yaml_is_refused_with_its_line(text: str, says: str) -> None:
    with pytest.raises(CorrectionError) as refused:
        load(text)
    assert says in str(refused.value)
