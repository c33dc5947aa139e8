"""Schemas that apply to one value and that no value fits: what is told of them, and what is read in their place."""

from __future__ import annotations

from collections.abc import Iterable

from specloom.findings import Finding, Location, Severity
from specloom.ir.losses import Ledger
from specloom.messages import quoted, with_article
from specloom.source.problem import KEEP_ONE
from specloom.spec.document import Absent, Schema
from specloom.spec.keywords import SchemaType


class Contradictions:
    """Reports each of them once, and writes down what counts for nothing."""

    def __init__(self, report: list[Finding], ledger: Ledger) -> None:
        self._report = report
        self._ledger = ledger
        self._told: set[Location] = set()

    def note(self, first: Schema, second: Schema) -> None:
        """Report where no value fits two schemas, by their types or by the values that they list; the first counts."""
        ours, theirs = first.listed or (), second.listed or ()
        if not may_meet(first.types, second.types):
            keyword, read = "type", _named(first.types)
            message = f"no value is {_named(second.types)} and {read} at once; it is read as {read}"
        elif ours and theirs and not any(each in theirs for each in ours):
            keyword = "enum" if isinstance(second.const, Absent) else "const"
            read = ", ".join(map(quoted, ours[:5]))
            message = f"no value is in both of the lists that apply at once; it is read as one of {read}"
        else:
            return
        place = second.location.at(keyword)
        if self._tell(message, place, "leave out one of them, or make a choice of them (oneOf)", first.location):
            self._ledger.lose(place, keyword, "no value fits what applies at once")

    def note_choice(self, beside: Schema, branch: Schema, parts: Iterable[Schema]) -> None:
        """Report where no value of a branch has a type that is said beside the choice, which is read without that.

        `parts` are the branch and what it is put together from.
        """
        said = [*parts]
        apart = next((part for part in said if not may_meet(beside.types, part.types)), None)
        if apart is None or any(part.is_null for part in said):
            return
        kinds = f"{_named(apart.types)} and {_named(beside.types)}"
        message = f"no value is {kinds} at once; the type beside the choice is not looked at"
        advice = "leave out the type beside the choice, or this branch"
        keyword = "type" if apart is branch else "$ref"
        place = branch.location.at(keyword) if branch.ref or apart is branch else branch.location
        related = (beside.location, *([] if apart is branch else [apart.location]))
        if self._tell(message, place, advice, *related):
            self._ledger.lose(beside.location.at("type"), "type", "the choice beside it gives the type")

    def note_never(self, schema: Schema) -> None:
        """Report where a value is asked for or promised that is of no type: `false`."""
        message = "no value fits this schema; any value is taken"
        if self._tell(message, schema.location, "describe the values that fit, or leave out what has the schema"):
            self._ledger.lose(schema.location, "schema false", "no value fits it: any value is taken")

    def note_property(self, name: str, schema: Schema) -> None:
        """Report where a property is in no request and in no answer."""
        if schema.read_only and schema.write_only:
            message = f"the property {quoted(name)} is readOnly and writeOnly at once"
            if self._tell(message, schema.location, KEEP_ONE):
                self._ledger.lose(schema.location, f"property {name}", "nobody sends what is readOnly and writeOnly")

    def _tell(self, message: str, place: Location, advice: str, *related: Location) -> bool:
        is_new = place not in self._told
        if is_new:
            self._told.add(place)
            self._report.append(Finding("contradictory-schema", Severity.WARNING, message, place, related, advice))
        return is_new


def may_meet(first: tuple[SchemaType, ...], second: tuple[SchemaType, ...]) -> bool:
    """Tell whether a value can have types of both; none stands for any."""
    types = {*first, *second}
    return not first or not second or not {*first}.isdisjoint(second) or {"integer", "number"} <= types


def _named(types: tuple[SchemaType, ...]) -> str:
    return " or ".join(map(with_article, types))
