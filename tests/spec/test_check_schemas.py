"""What keywords of one schema say together: patterns of ECMA-262 that are none, defaults that fit no bound."""

import pytest

from specloom.spec.check_schemas import fault_of

GOOD = [
    "^[a-z]+$",
    r"^\d{3}-\d{4}$",
    r"^(?<year>\d{4})-\k<year>$",
    r"^\p{L}+$",
    r"^[\p{Lu}\p{N}]+$",
    r"(?<=a|bc)d",
    r"^[^]$",
    r"^\u{1F600}$",
    r"\cJ",
    r"\+\+",
    r"[*+]+",
    r"\\A",
    r"[\w-.]",
    r"[a-\d]",
    r"\h\i",
    r"\1\x4\u12",
    "a{99999999999}",
    r"\/",
    r"^\S+@\S+$",
    "",
]
BAD = {
    "(": "missing ), unterminated subpattern",
    "[a-": "unterminated character set",
    "*a": "nothing to repeat",
    "(?P<year>a)": "a named group is written (?<name>…)",
    "(?i)a": "flags cannot stand in a pattern",
    "a++": "there are no possessive quantifiers",
    "a{2}+": "there are no possessive quantifiers",
    "(?>a)": "there are no atomic groups",
    "(?#a)": "comments cannot stand in a pattern",
    "[z-a]": "bad character range z-a",
}


@pytest.mark.parametrize("pattern", GOOD)
def test_what_ecma_262_reads_is_a_regular_expression(pattern):
    assert fault_of(pattern) == ""


@pytest.mark.parametrize("pattern", BAD)
def test_what_it_does_not_read_is_none(pattern):
    assert fault_of(pattern) == BAD[pattern]


@pytest.mark.parametrize(
    ("bound", "default", "is_told"),
    [
        ("exclusiveMaximum", 5, True),
        ("exclusiveMaximum", 4, False),
        ("exclusiveMinimum", 5, True),
        ("exclusiveMinimum", 6, False),
        ("maximum", 5, False),
        ("minimum", 5, False),
    ],
)
def test_a_default_at_a_bound_breaks_an_exclusive_one_only(findings, bound, default, is_told):
    schema = f"{{type: integer, {bound}: 5, default: {default}}}"
    found = findings(f"paths: {{}}\ncomponents: {{schemas: {{Size: {schema}}}}}\n")
    message = f"warning: default does not fit its schema: {default} breaks {bound}: 5 [wrong-default]"
    assert [message in each for each in found] == [True] * is_told
