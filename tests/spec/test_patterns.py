"""Regular expressions: those of ECMA-262 that Python reads otherwise, and those that only Python reads."""

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
