"""What a change of a description does to callers of its client: every Python symbol that is different, and how.

The line between what breaks and what does not is a type checker's: `call breaks` and `types break` are what it says
of code that uses all of the old client, `behaviour changes` is what it cannot see. A test holds both against mypy.
"""

from __future__ import annotations

from specloom.diff.client.client import compare_client
from specloom.diff.client.comparison import compare_with
from specloom.diff.client.events import compare_events
from specloom.diff.client.failures import compare_failures
from specloom.diff.client.methods import compare_methods
from specloom.diff.client.settings import compare_settings
from specloom.diff.client.types import compare_types
from specloom.diff.symbols import ClientVerdict, SymbolChange
from specloom.ir.api import Api

__all__ = ["compare_clients"]

_ORDER = tuple(ClientVerdict)


def compare_clients(old: Api, new: Api) -> tuple[SymbolChange, ...]:
    """Return what is different between the clients of two versions of a description, worst first.

    No code is generated. A difference is said once, where it arises: a renamed schema at its model and not at methods
    that return it, an enumeration at its alias and not at the fields that have it. Documentation does not count.

    Args:
        old: The client that callers know.
        new: The client that they get.
    """
    both = compare_with(old, new)
    found = (
        *compare_client(both),
        *compare_settings(both),
        *compare_methods(both),
        *compare_types(both, "answer"),
        *compare_types(both, "input"),
        *compare_failures(both),
        *compare_events(both),
    )
    return tuple(sorted(found, key=lambda change: (_ORDER.index(change.verdict), change.symbol)))
