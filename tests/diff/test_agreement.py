"""Verdicts on a change, and a type checker that sees all of the old client used, must say the same.

`make agreement` runs this with `AGREEMENT=all`: then the edits of the large descriptions are made one by one as well,
and hundreds that a rule makes.
"""

import os
from dataclasses import dataclass

import pytest
from edit_list import EDITS
from edits import api_of, edited_api, edits_together
from sweep import sweep

from specloom.diff.client.compare import compare_surfaces
from specloom.diff.vocabulary import ClientVerdict
from specloom.findings import DescriptionError
from specloom.ir.build_surface import build_surface
from specloom.typecheck.caller import render_caller
from specloom.typecheck.check import check_callers, client_files

pytestmark = pytest.mark.slow

LONG = os.environ.get("AGREEMENT") == "all"
SMALL, LARGE = ("sitoo", "fixje"), ("repairdesk", "fixably")
BREAKING = {ClientVerdict.CALL_BREAKS, ClientVerdict.TYPES_BREAK}
ONE_BY_ONE = [edit for edit in EDITS if LONG or edit.spec in SMALL]
TOGETHER = [edits_together(spec, [edit for edit in EDITS if edit.spec == spec]) for spec in LARGE]
STEPS = {"sitoo": 1, "fixje": 4, "repairdesk": 6, "fixably": 80}
"""Of how many edits that a rule makes one is tried."""

COMPLAINTS = {
    "a parameter is removed": ["sitoo.service_orders.list(store)"],
    "a required parameter is added": ["sitoo.service_orders.list(owner)"],
    "a path parameter becomes a number": [
        "sitoo.service_orders.edit(service_order_id)",
        "sitoo.service_orders.get(service_order_id)",
        "sitoo.service_orders.update(service_order_id)",
    ],
    "a method is renamed": ["sitoo.service_orders.get"],
    "an answer becomes empty": ["sitoo.service_orders.edit", "sitoo.service_orders.update"],
    "a list is no longer paged": ["sitoo.service_orders.list"],
    "an answer loses a property": ["models.ServiceOrder.modified"],
    "the items of a product lose a property": ["models.ServiceItem.quantity", 'inputs.ServiceItemInput["quantity"]'],
    "a nested object gets a required property": ['inputs.ServiceUserInput["role"]'],
    "a nested property takes no null": ['inputs.ServiceCustomerInput["mobile"]'],
    "a state is removed": ["inputs.ServiceOrderStateInput"],
    "a schema is renamed": ["inputs.ServiceUserInput", "models.ServiceUser"],
    "a failure is no longer documented": ["errors.PreconditionFailedError", "errors.PreconditionFailedError.error"],
    "the client is renamed": ["sitoo.Sitoo"],
    "a credential is renamed": ["sitoo.Sitoo(api_id)"],
    "a setting is removed": ["sitoo.Sitoo(host)"],
    "a state is added": [],
    "a nested object gets a property": [],
    "a default of the server changes": [],
}
"""What exactly is complained of, for edits of Sitoo's description."""


@dataclass(frozen=True, slots=True)
class Outcome:
    complaints: list[str]
    verdicts: list[str]
    """Symbols whose verdict is that callers break."""

    @property
    def lonely(self):
        """Symbols that only one side has; whoever has more on one thing, or on what is in it, is right as well."""
        ours = [one for one in self.complaints if not any(related(one, other) for other in self.verdicts)]
        theirs = [one for one in self.verdicts if not any(related(one, other) for other in self.complaints)]
        return ours, theirs


def related(one, other):
    return one == other or any(a.startswith((f"{b}.", f"{b}(", f"{b}[")) for a, b in ((one, other), (other, one)))


def outcomes_of(edits, folder):
    """Return the outcome of each edit by its name; None of those that make a description which is refused."""
    found, cases = {}, {}
    for number, edit in enumerate(edits):
        try:
            api = edited_api(edit, folder / str(number))
        except DescriptionError:
            found[str(edit)] = None
        else:
            caller = render_caller(api_of(edit.spec), f"edit_{number}")
            changes = compare_surfaces(build_surface(api_of(edit.spec)), build_surface(api))
            verdicts = [each.symbol for each in changes if each.verdict in BREAKING]
            cases[str(edit)] = ((caller, client_files(api)), verdicts)
    checked = check_callers([pair for pair, _ in cases.values()], trusted=True)
    for (name, (_, verdicts)), complaints in zip(cases.items(), checked, strict=True):
        found[name] = Outcome([each.symbol for each in complaints], verdicts)
    return found


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    return outcomes_of([*ONE_BY_ONE, *TOGETHER], tmp_path_factory.mktemp("edits"))


@pytest.mark.parametrize("edit", ONE_BY_ONE, ids=str)
def test_the_checker_complains_if_and_only_if_callers_break(edit, outcomes):
    outcome = outcomes[str(edit)]
    assert bool(outcome.complaints) == bool(outcome.verdicts), outcome
    assert outcome.lonely == ([], [])


@pytest.mark.parametrize("edit", TOGETHER, ids=str)
def test_many_edits_at_once_are_judged_symbol_by_symbol(edit, outcomes):
    assert outcomes[str(edit)].complaints
    assert outcomes[str(edit)].lonely == ([], [])


@pytest.mark.parametrize("name", COMPLAINTS)
def test_a_complaint_names_the_symbol(name, outcomes):
    assert sorted(outcomes[f"sitoo: {name}"].complaints) == sorted(COMPLAINTS[name])


def test_edits_break_callers_and_do_not(outcomes):
    breaking = sum(bool(outcomes[str(edit)].complaints) for edit in ONE_BY_ONE)
    assert breaking >= 40
    assert len(ONE_BY_ONE) - breaking >= 30


@pytest.mark.skipif(not LONG, reason="takes a quarter of an hour: make agreement")
@pytest.mark.parametrize("spec", STEPS)
def test_edits_that_a_rule_makes_agree(spec, tmp_path):
    edits = list(sweep(spec))[:: STEPS[spec]]
    outcomes = {}
    for start in range(0, len(edits), 100):
        outcomes |= outcomes_of(edits[start : start + 100], tmp_path / str(start))
    judged = {name: outcome for name, outcome in outcomes.items() if outcome is not None}
    wrong = {name: each for name, each in judged.items() if bool(each.complaints) != bool(each.verdicts)}
    assert not wrong
    assert not {name: each.lonely[0] for name, each in judged.items() if each.lonely[0]}
    assert len(judged) >= 0.8 * len(edits)
