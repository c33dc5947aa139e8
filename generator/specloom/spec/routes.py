"""Methods and paths as HTTP has them, and what people call an operation by: its route."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from typing import Final

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The methods that have members of their own in a Path Item Object."""
IDEMPOTENT: Final = frozenset(
    (
        "get head options trace put delete query ACL BASELINE-CONTROL BIND CHECKIN CHECKOUT COPY LABEL LINK MERGE"
        " MKACTIVITY MKCALENDAR MKCOL MKREDIRECTREF MKWORKSPACE MOVE ORDERPATCH PROPFIND PROPPATCH REBIND REPORT SEARCH"
        " UNBIND UNCHECKOUT UNLINK UNLOCK UPDATE UPDATEREDIRECTREF VERSION-CONTROL"
    ).split()
)
"""The methods of which sending twice does the same as sending once (IANA's HTTP Method Registry)."""

VARIABLE: Final = re.compile(r"\{([^{}]*)\}")
"""A variable in a path or in a server's address."""


def wire_method(method: str) -> str:
    """Return a method as it is sent: in capitals where it has a member of its own, else as it is written."""
    return method.upper() if method in METHODS else method


def route_of(method: str, path: str) -> str:
    """Return how people call an operation: `GET /orders/{id}`."""
    return f"{wire_method(method)} {path}"


def fill_variables(address: str, values: dict[str, str]) -> str:
    """Return an address or a path with the values of variables; those that have none stay."""
    return VARIABLE.sub(lambda found: values.get(found[1], found[0]), address)


def without_names(path: str) -> str:
    """Return a path, a route or an address without the names of its variables: `/orders/{}`."""
    return VARIABLE.sub("{}", path)


def spelt_in_path(variables: Collection[str], declared: Collection[str]) -> dict[str, str]:
    """Return the declared path parameters that are not in a path as they are written → the variables that they mean.

    These are the only ones that differ from them in letter case or signs alone, and nothing declares them.
    """
    alike: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, names, others in ((0, variables, declared), (1, declared, variables)):
        for name in names:
            if name not in others:
                alike[letters(name)][side].append(name)
    return {unused[0]: left[0] for left, unused in alike.values() if len(left) == len(unused) == 1}


def letters(name: str) -> str:
    """Return what names have in common that differ in signs and in case only."""
    return re.sub(r"[\W_]", "", name).casefold()
