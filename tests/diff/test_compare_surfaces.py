"""The comparer of surfaces: laws that hold for every client."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from edit_list import EDITS
from edits import api_of, edited_api

from specloom.diff.client.compare import compare_surfaces
from specloom.diff.client.members import added, gone
from specloom.diff.vocabulary import ClientVerdict
from specloom.ir.build import build_api
from specloom.ir.build_surface import build_surface
from specloom.output.surface_file import parse_surface, render_surface
from specloom.spec.load import load_description
from specloom.targets.target import Target

ROOT = Path(__file__).parents[2]
CASES = {path.parent.name: path for path in sorted((ROOT / "tests" / "cases").glob("*/openapi.yaml"))}
del CASES["skip"]  # whose operations are refused unless they are skipped
PAIRS = {path.parent.name: path.parent for path in sorted((ROOT / "tests" / "cases" / "diff").glob("*/old.yaml"))}
del PAIRS["webhook-event-changed"]  # whose new description is no client
WITH_WORDS_OF_THEIR_OWN = {"client", "resource", "method"}
"""Kinds that are no members of what the comparer of members is given."""


def surface_of(name):
    return build_surface(build_api(load_description(Target(CASES[name])).document))


@pytest.mark.parametrize("name", CASES)
def test_a_client_compared_with_itself_has_no_differences(name):
    assert compare_surfaces(surface_of(name), surface_of(name)) == ()


@pytest.mark.parametrize("name", CASES)
def test_what_is_gone_breaks_callers_and_what_is_new_says_why_not(name):
    for symbol in surface_of(name).walk():
        if symbol.kind not in WITH_WORDS_OF_THEIR_OWN:
            assert gone(symbol).verdict in {ClientVerdict.CALL_BREAKS, ClientVerdict.TYPES_BREAK}
            assert added(symbol).reason


@pytest.mark.parametrize(("old", "new"), list(pairwise(CASES)))
def test_clients_that_have_nothing_in_common_lose_all_methods_and_win_others(old, new):
    before, after = surface_of(old), surface_of(new)
    changes = compare_surfaces(before, after)
    methods = {change.symbol for change in changes if change.kind == "method"}
    ours = {method.path for method in before.methods() if method.key not in {each.key for each in after.methods()}}
    names = {method.path.partition(".")[2] for method in after.methods()}
    assert {path for path in ours if path.partition(".")[2] not in names} <= methods
    assert [change.verdict for change in changes] == sorted(
        (change.verdict for change in changes), key=tuple(ClientVerdict).index
    )


def read_back(surface):
    files = {symbol.location.source.name for symbol in surface.walk()}
    return parse_surface(render_surface(surface, {name: Path(name).name for name in files}))


def assert_same_without_descriptions(old, new):
    expected = compare_surfaces(old, new)
    found = compare_surfaces(read_back(old), read_back(new))
    assert found == expected
    for one, other in zip(found, expected, strict=True):
        for place, known in ((one.old_location, other.old_location), (one.location, other.location)):
            assert (place and place.pointer) == (known and known.pointer)


@pytest.mark.parametrize("name", PAIRS)
def test_files_of_two_clients_say_what_their_descriptions_say(name):
    files = [PAIRS[name] / file for file in ("old.yaml", "new.yaml")]
    old, new = (build_surface(build_api(load_description(Target(file)).document)) for file in files)
    assert_same_without_descriptions(old, new)
    assert_same_without_descriptions(new, old)


@pytest.mark.parametrize(("old", "new"), list(pairwise(CASES)))
def test_files_of_clients_that_have_nothing_in_common_do_too(old, new):
    assert_same_without_descriptions(surface_of(old), surface_of(new))


@pytest.mark.slow
@pytest.mark.parametrize("edit", [edit for edit in EDITS if edit.spec != "fixably"], ids=str)
def test_files_of_edited_clients_do_too(edit, tmp_path):
    old, new = (build_surface(api) for api in (api_of(edit.spec), edited_api(edit, tmp_path)))
    assert_same_without_descriptions(old, new)


def test_each_symbol_is_told_under_the_name_that_callers_know():
    old, new = surface_of("query-parameters"), surface_of("path-parameters")
    known = {symbol.path for symbol in old.walk()}
    for change in compare_surfaces(old, new):
        if change.before:
            assert change.symbol in known
