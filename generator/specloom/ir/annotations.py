"""Types as Python annotations, and values of a description as Python literals."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final, assert_never

from specloom.ir.formats import SCALARS, ScalarKind
from specloom.ir.types import (
    AliasType,
    Direction,
    LinkTo,
    ListOf,
    Literals,
    MapOf,
    Named,
    NamedType,
    ObjectType,
    Scalar,
    Tagged,
    TupleOf,
    Type,
    Union,
)
from specloom.record import record
from specloom.source import Json


def literal(value: Json) -> str:
    """Return a Python expression for a JSON value, in ASCII.

    Raises:
        TypeError: The value is no JSON value.
    """
    match value:
        case None | bool() | int():
            return repr(value)
        case str():
            return ascii(value)
        case float():
            return repr(value) if abs(value) < float("inf") else f'float("{value}")'
        case list():
            return f"[{', '.join(literal(item) for item in value)}]"
        case dict():
            return "{" + ", ".join(f"{literal(key)}: {literal(item)}" for key, item in value.items()) + "}"
        case _:
            raise TypeError(f"no literal for {type(value).__name__}")


_CONTAINERS: Final[Mapping[Direction, tuple[str, str]]] = {
    "answer": ("list", "dict"),
    "input": ("_Sequence", "_Mapping"),
}
"""What JSON arrays and objects are spelt as."""


@record
class Annotation:
    """A type as source code: the members of a union, or one text."""

    members: tuple[str, ...]
    is_class: bool = True
    """Whether it can be passed where a type checker wants `type[T]`; unions and literals cannot."""
    is_special: bool = False
    """Whether a member is one that type checkers do not take beside a `|` where it is passed."""

    @property
    def text(self) -> str:
        """The annotation as it is written."""
        if self.is_special and len(self.members) > 1:
            return f"_Union[{', '.join(self.members)}]"
        return " | ".join(self.members)


class Annotator:
    """Spells types of one direction.

    Args:
        types: The named types of the direction.
        direction: Answers are lists, dictionaries and models; inputs accept any sequence, mapping and typed dictionary.
        models: Input only: the names of the answer models, which may be passed in place of a dictionary.
        hidden: Builtins that the class around the annotations hides.
        qualifier: What stands before the names of types: `_models.`, where classes around them have such names as well.
        for_people: Leave out the underscores that generated code puts before names which the description does not give.
    """

    def __init__(
        self,
        types: Mapping[str, NamedType],
        direction: Direction,
        *,
        models: Collection[str] = (),
        hidden: Collection[str] = (),
        qualifier: str = "",
        for_people: bool = False,
    ) -> None:
        self._qualifier = qualifier
        self._types = types
        self._direction = direction
        self._containers = _CONTAINERS[direction]
        self._models = models
        self._hidden = hidden
        self._for_people = for_people
        self._scalars: dict[ScalarKind, Annotation] = {}

    def annotate(self, type_: Type) -> Annotation:
        """Return the annotation for a type."""
        match type_:
            case Scalar(kind):
                return self._scalar(kind)
            case Literals(values, open_):
                return self._literals(values, open_=open_)
            case ListOf(item):
                return Annotation((f"{self.spell(self._containers[0])}[{self.annotate(item).text}]",))
            case TupleOf(items, rest):
                return self._tuple(items, rest)
            case MapOf(value):
                inside = f"{self.spell('str')}, {self.annotate(value).text}"
                return Annotation((f"{self.spell(self._containers[1])}[{inside}]",))
            case Named(name):
                return self._named(name)
            case LinkTo(target):
                return Annotation((self._link(target),))
            case Union(members) | Tagged(members=members):
                return joined(self.annotate(member) for member in members)
            case _:
                assert_never(type_)

    def spell(self, name: str) -> str:
        """Return a name that no description gives as it is written here: a class may hide a builtin from its methods.

        The name is as generated code has it: `_Mapping`, `list`.
        """
        if name in self._hidden:
            return f"_builtins.{name}"
        return name.removeprefix("_") if self._for_people else name

    def _link(self, target: str | None) -> str:
        if target is None:
            return f"{self.spell('_Link')}[{self.spell('_Any')}]"
        page = self._types.get(target)
        if isinstance(page, ObjectType) and page.lists is not None:
            return f"{self.spell('_Collection')}[{self._qualifier}{target}, {self._qualifier}{page.lists}]"
        return f"{self.spell('_Link')}[{self._qualifier}{target}]"

    def _tuple(self, items: tuple[Type, ...], rest: Type | None) -> Annotation:
        """Return how a tuple is spelt; pydantic and mypy read some only with the help of the runtime."""
        places = [self.annotate(item).text for item in items]
        if rest is not None:
            places.append(f"*{self.spell('tuple')}[{self.annotate(rest).text}, ...]")
        text = f"{self.spell('tuple')}[{', '.join(places) or '()'}]"
        is_helped = rest is not None or len(items) == 1
        if is_helped and self._direction == "answer" and not self._for_people:
            return Annotation((f"_Annotated[{text}, _Tuple]",), is_class=False, is_special=True)
        return Annotation((text,), is_class=False)

    def _scalar(self, kind: ScalarKind) -> Annotation:
        if kind not in self._scalars:
            self._scalars[kind] = self._spell_scalar(kind)
        return self._scalars[kind]

    def _spell_scalar(self, kind: ScalarKind) -> Annotation:
        if kind == "any":
            return Annotation((self.spell("object" if self._direction == "input" else SCALARS[kind].response),), False)
        taken = SCALARS[kind].accepted if self._direction == "input" else ()
        members = tuple(self.spell(SCALARS[each].response) for each in taken or (kind,))
        return Annotation(members, is_class=len(members) == 1 and kind != "none")

    def _literals(self, values: tuple[str | int | bool, ...], *, open_: bool) -> Annotation:
        listed = f"{self.spell('_Literal')}[{', '.join(literal(value) for value in values)}]"
        others = dict.fromkeys(self.spell(type(value).__name__) for value in values) if open_ else ()
        return Annotation((listed, *others), is_class=False)

    def _named(self, name: str) -> Annotation:
        type_ = self._types[name]
        own = Annotation((f"{self._qualifier}{name}",), is_class=not isinstance(type_, AliasType))
        model = type_.model if isinstance(type_, ObjectType) else None
        return own if model is None or model not in self._models else joined([own, Annotation((model,))])


def joined(annotations: Iterable[Annotation]) -> Annotation:
    """Return the annotation for what is one of several."""
    annotations = [*annotations]
    members = dict.fromkeys(member for annotation in annotations for member in annotation.members)
    return Annotation(tuple(members), is_class=False, is_special=any(each.is_special for each in annotations))
