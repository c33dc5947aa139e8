"""What `x-specloom` says in one operation of its method and of others: how that is looked up, and reported if wrong."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.findings import Finding, Location, Severity
from specloom.ir.api import Method, list_arguments
from specloom.ir.name_scopes import RENAME
from specloom.ir.types import NamedType, Type, Walk
from specloom.messages import did_you_mean


class Declaration:
    """A member of `x-specloom` in an operation.

    The rule is the one that it breaks where it is wrong.
    """

    def __init__(self, rule: str, location: Location, types: Mapping[str, NamedType], report: list[Finding]) -> None:
        self._rule = rule
        self._location = location
        self._report = report
        self._walk = Walk(types, lambda message, advice: self.fail(message, advice()))

    def fail(self, message: str, help_: str = "") -> None:
        """Report that it cannot be done."""
        self._report.append(Finding(self._rule, Severity.ERROR, message, self._location, help=help_))

    def refuse_own(self, argument: str) -> None:
        """Report an argument that the method has itself."""
        self.fail(f"the method has its own argument {argument!r}", RENAME)

    def refuse_two_types(self, argument: str) -> None:
        """Report an argument of both operations that is not the same in them."""
        self.fail(f"both operations have an argument {argument!r}, of different types", RENAME)

    def find_answer(self, method: Method, needed_by: str) -> Type | None:
        """Return the type of the one JSON answer of a method; None, reported, where that is not what it has."""
        answer = method.answer
        if answer.kind == "json" and not answer.by_status and not answer.may_be_empty and method.paging is None:
            return answer.type
        self.fail(f"{needed_by} needs one JSON answer")
        return None

    def find_argument(self, method: Method, wire_name: str) -> str:
        """Return the argument that goes by a name on the wire; nothing, reported, where there is none."""
        names = {each.wire_name: each.name for each in list_arguments(method)}
        if wire_name not in names:
            known = [name for name in names if name]
            self.fail(f"{method.route} has no parameter or body field {wire_name!r}", did_you_mean(wire_name, known))
        return names.get(wire_name, "")

    def follow(self, answer: Type | None, path: str) -> tuple[str, ...]:
        """Return the members on the way through an answer that a path names; none where there is no answer."""
        return () if answer is None else self._walk.follow(answer, path)[0]
