"""Where a schema stands in the API: as the subject of changes, and in a sentence."""

from __future__ import annotations

from typing import Final, get_args

from specloom.diff.vocabulary import Subject
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.spec.document import ParameterPlace
from specloom.spec.keywords import CHOICES, ChoiceKeyword

LONE_STEPS: Final = frozenset({"additionalProperties", "items", "contentSchema"})
"""The words of a subject that lead from a schema into another, and have no name behind them."""
_STEPS: Final = LONE_STEPS | {"properties", "patternProperties", "prefixItems", *CHOICES}
"""All words of a subject that lead from a schema into another."""


@record
class ApiPath:
    """A place that a value can have. The branches of `allOf` have none of their own: all of them are one value."""

    subject: Subject
    root: str
    """What the outermost schema is called: `Order`, `query limit of GET /orders`."""
    path: str = ""
    """The way from there, as messages show it: `.lines[].price`."""

    @property
    def name(self) -> str:
        """What a sentence calls it: `'Order.lines[].price'`, `'lines[].price' in response 200 of GET /orders`."""
        if self.is_named:
            return quoted(f"{self.root}{self.path}")
        return f"{quoted(self.path.removeprefix('.'))} in {self.root}" if self.path else self.root

    @property
    def is_named(self) -> bool:
        """Tell whether this is in a schema with a name of its own, which does not depend on who uses it."""
        return self.subject[0] == "schema"

    def property(self, name: str) -> ApiPath:
        """Return the place of a property."""
        return self._below(f".{name}", "properties", name)

    def pattern(self, pattern: str) -> ApiPath:
        """Return the place of the properties whose names match a pattern."""
        return self._below(f".({pattern})", "patternProperties", pattern)

    def additional(self) -> ApiPath:
        """Return the place of the properties that have no name."""
        return self._below(".*", "additionalProperties")

    def items(self, front: int = 0) -> ApiPath:
        """Return the place of the items of a list, but for so many at its front."""
        return self._below(f"[{front}:]" if front else "[]", "items")

    def item(self, index: int) -> ApiPath:
        """Return the place of one item at the front of a list."""
        return self._below(f"[{index}]", "prefixItems", str(index))

    def content(self) -> ApiPath:
        """Return the place of the value that is written in a text."""
        return self._below(".<content>", "contentSchema")

    def member(self, keyword: ChoiceKeyword, label: str) -> ApiPath:
        """Return the place of one of the schemas that a value may have."""
        return self._below(f"({label})", keyword, label)

    def _below(self, step: str, *words: str) -> ApiPath:
        return replace(self, subject=(*self.subject, *words), path=self.path + step)


def path_of_schema(label: str) -> ApiPath:
    """Return the place of a named schema."""
    return ApiPath(("schema", label), label)


def path_of_place(at: Subject) -> ApiPath:
    """Return the place of a schema that stands in an operation."""
    return ApiPath(at, f"{' '.join(at[1:])} of {at[0]}" if len(at) > 1 else at[0])


def path_of_subject(subject: Subject) -> ApiPath:
    """Return the place that the subject of a change names."""
    named = get_args(ParameterPlace)  # behind these a name stands, whatever it is
    steps = (at for at, word in enumerate(subject) if at > 1 and word in _STEPS and subject[at - 1] not in named)
    root = next(steps, len(subject))
    path = path_of_schema(subject[1]) if subject[0] == "schema" else path_of_place(subject[:root])
    words = iter(subject[root:])
    for word in words:
        name = "" if word in LONE_STEPS else next(words, "")
        match word:
            case "properties":
                path = path.property(name)
            case "patternProperties":
                path = path.pattern(name)
            case "additionalProperties":
                path = path.additional()
            case "items":
                path = path.items()
            case "prefixItems":
                path = path.item(int(name))
            case "contentSchema":
                path = path.content()
            case "oneOf" | "anyOf":
                path = path.member(word, name)
            case _:
                break
    return path
