from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from specloom.diff.accept import Acceptance, Acceptances, find_unused, read_acceptances
from specloom.findings import SpecloomError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ENTRY = '[[accept]]\nid = "0123456789ab"\nreason = "agreed"\n'


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Acceptances]:
    def read(text: str) -> Acceptances:
        path = tmp_path / "accept.toml"
        path.write_text(text, encoding="utf-8", newline="")
        return read_acceptances(path, "accept.toml")

    return read


def test_an_acceptance_is_an_id_and_a_reason(read: Callable[[str], Acceptances]):
    assert read(ENTRY).entries == (Acceptance("0123456789ab", "agreed", "", 2),)


def test_an_empty_file_accepts_nothing(read: Callable[[str], Acceptances]):
    assert read("").entries == ()
    assert read("# nothing yet\n").reasons("fixably") == {}


def test_lines_are_those_of_the_ids(read: Callable[[str], Acceptances]):
    text = f"# 0123456789ab\r\n\r\n{ENTRY}\n[[accept]]\nreason = 'same id'\nid = '0123456789ab'\napi = 'sitoo'\n"
    assert [entry.line for entry in read(text).entries] == [4, 9]


def test_an_acceptance_for_one_description_holds_for_no_other(read: Callable[[str], Acceptances]):
    accepted = read(ENTRY + 'api = "sitoo"\nrule = "operation-removed"\n')
    assert accepted.reasons("sitoo") == {"0123456789ab": "agreed"}
    assert accepted.reasons("fixably") == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[accept]]\nid = "0123456789ab"\n', "accept.toml:2: this acceptance has no reason"),
        (ENTRY.replace('"agreed"', '" "'), "accept.toml:2: 'reason' is not a text"),
        (ENTRY.replace('"agreed"', "3"), "accept.toml:2: 'reason' is not a text"),
        ('[[accept]]\nreason = "agreed"\n', "accept.toml:1: 'id' is not one of a change"),
        (ENTRY.replace("0123456789ab", "operation-removed"), "accept.toml:2: 'id' is not one of a change"),
        (ENTRY + 'because = "x"\n', "accept.toml:2: unknown key 'because'"),
        (ENTRY + 'rule = "operation-remved"\n', "accept.toml:2: there is no rule 'operation-remved'"),
        (ENTRY + ENTRY, "accept.toml:5: 0123456789ab is accepted in line 2 already"),
        (f"acept = 1\n{ENTRY}", "accept.toml: unknown key 'acept'"),
        ("accept = 1\n", "accept.toml: 'accept' is not a list of tables"),
        ("accept = [1]\n", "accept.toml: 'accept' is not a list of tables"),
        ("[[accept]\n", "accept.toml:1:9: not TOML: expected"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(read: Callable[[str], Acceptances], text: str, message: str):
    with pytest.raises(SpecloomError) as error:
        read(text)
    assert error.value.message.startswith(message)


def test_a_file_that_is_named_must_exist(tmp_path: Path):
    with pytest.raises(SpecloomError, match="cannot read x"):
        read_acceptances(tmp_path / "x.toml", "x")


def test_an_acceptance_that_nothing_needs_is_found_where_it_stands(read: Callable[[str], Acceptances]):
    accepted = read(ENTRY + '\n[[accept]]\nid = "aaaaaaaaaaaa"\nreason = "old"\n')
    (finding,) = find_unused(accepted, {"sitoo": {"0123456789ab"}}, lambda _: True)
    assert (finding.rule, finding.location.source.name, finding.location.position.line) == (
        "unused-acceptance",
        "accept.toml",
        6,
    )


def test_an_acceptance_for_one_description_is_unused_where_another_has_the_change(read: Callable[[str], Acceptances]):
    accepted = read(ENTRY + 'api = "fixje"\n')
    (elsewhere,) = find_unused(accepted, {"sitoo": {"0123456789ab"}, "fixje": set()}, lambda _: True)
    assert elsewhere.help == 'sitoo has it: write api = "sitoo"'
    assert not find_unused(accepted, {"sitoo": {"0123456789ab"}}, lambda api: api == "sitoo")
