"""What becomes of exceptions and of the codes that failures have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specloom.diff.client.calls import Call
from specloom.diff.client.comparison import Comparison, Outcome
from specloom.diff.symbols import ClientVerdict, SymbolChange, SymbolKind
from specloom.findings import Location
from specloom.ir.api import Api, Method, Upload
from specloom.ir.literals import literal
from specloom.ir.naming import constant_names

__all__ = ["compare_failures"]

_BREAKS, _, _BEHAVES, _SAFE = ClientVerdict

_OTHER_BASE = Outcome(_SAFE, "what caught it by its own name or as an ApiError still does")
_OTHER_CODE = Outcome(_BEHAVES, "it stands for something else")

_Known = Mapping[str, tuple[str, Location | None]]
"""Symbols, each with how it is written and where it comes from."""


def compare_failures(both: Comparison) -> Iterator[SymbolChange]:
    """Yield what is different about `errors`: a documented failure is raised as a class of its own.

    The class of a range is the base of the classes of the codes in it, so it catches a code that gets a class later. A
    status that is not documented any more is raised as the class of its range or as `ApiError`. Where no code is left,
    `ErrorCode` goes with them.
    """
    calls = ([one for one, _ in both.pairing.calls], [other for _, other in both.pairing.calls])
    before = _classes(both.old, [*calls[0], *both.pairing.gone])
    after = _classes(both.new, [*calls[1], *both.pairing.added])
    yield from _compare("error", before, after, "the class is gone", _OTHER_BASE)
    yield from _compare("constant", _codes(both.old), _codes(both.new), "the code is gone", _OTHER_CODE)


def _compare(kind: SymbolKind, old: _Known, new: _Known, gone: str, changed: Outcome) -> Iterator[SymbolChange]:
    nowhere = ("", None)
    for symbol in dict.fromkeys((*old, *new)):
        (before, old_location), (after, location) = old.get(symbol, nowhere), new.get(symbol, nowhere)
        if before == after:
            continue
        outcome = changed
        if not before or not after:
            outcome = Outcome(_SAFE, "nobody uses it yet") if after else Outcome(_BREAKS, gone)
        yield SymbolChange(symbol, kind, before, after, *outcome, old_location, location)


def _classes(api: Api, calls: list[Call]) -> _Known:
    found: dict[str, tuple[str, Location | None]] = {
        f"errors.{error.class_name}": (
            f"class {error.class_name}({error.base})",
            _first(error.status, calls),
        )
        for error in api.errors
    }
    uploads = (call.method.location for call in calls if isinstance(call.fact, Upload))
    for location in uploads:
        found.setdefault("errors.UploadError", ("class UploadError(CallError)", location))
    return found


def _first(status: str, calls: list[Call]) -> Location | None:
    """Return where the status is described first."""
    methods = (call.fact for call in calls if isinstance(call.fact, Method))
    return next((each.location.at("responses", status) for each in methods if status in each.errors), None)


def _codes(api: Api) -> _Known:
    place = api.location.at("x-specloom", "error", "codes")
    found = {
        f"errors.ErrorCode.{name}": (f"{name} = {literal(code)}", place.at(code))
        for code, name in constant_names(api.error_codes).items()
    }
    return {"errors.ErrorCode": ("class ErrorCode(StrEnum)", place), **found} if found else {}
