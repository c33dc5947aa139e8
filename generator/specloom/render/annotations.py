"""Types as Python annotations, and the imports that they need."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

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
    ScalarKind,
    Tagged,
    Type,
    Union,
    links_in,
)
from specloom.models.datamodel import Import
from specloom.models.modules import Module
from specloom.render.python import literal

__all__ = ["Annotation", "Annotator"]

_ANSWER_SCALARS: Mapping[ScalarKind, str] = {
    "any": "Any",
    "none": "None",
    "uuid": "UUID",
    "decimal": "Decimal",
    "unix-time": "UnixTime",
    "unix-time-text": "UnixTimeText",
}
_INPUT_SCALARS: Mapping[ScalarKind, str] = {
    "any": "object",
    "none": "None",
    "uuid": "UUID | str",
    "decimal": "Decimal | str",
    "unix-time": "datetime.datetime | int",
    "unix-time-text": "datetime.datetime | int | str",
}
_IMPORTS: Mapping[str, Import] = {
    "Any": Import("typing", "Any"),
    "UUID": Import("uuid", "UUID"),
    "Decimal": Import("decimal", "Decimal"),
    "UnixTime": Import(".._runtime.times", "UnixTime"),
    "UnixTimeText": Import(".._runtime.times", "UnixTimeText"),
    "datetime.datetime": Import("", "datetime"),
}
_DATETIME: frozenset[ScalarKind] = frozenset({"datetime", "date", "time"})


@dataclass(frozen=True, slots=True)
class Annotation:
    """A type as source code: the members of a union, or one text."""

    members: tuple[str, ...]
    imports: frozenset[Import] = frozenset()
    is_class: bool = True
    """Whether it can be passed where a type checker wants `type[T]`; unions and literals cannot."""

    @property
    def text(self) -> str:
        """The annotation as it is written."""
        return " | ".join(self.members)


class Annotator:
    """Spells types of one direction for modules of one depth in the package.

    Args:
        types: The named types of the direction.
        modules: The modules they live in.
        direction: Answers are lists, dictionaries and models; inputs accept any sequence, mapping and typed dictionary.
        package: Where the modules are, seen from the module that is written: `..models`.
        models: Input only: where the answer models are that may be passed in place of a dictionary, as module by name.
        hidden: Builtins that methods of the class around the annotation hide.
        links: The module that has `Link`.
    """

    def __init__(
        self,
        types: Mapping[str, NamedType],
        modules: Iterable[Module],
        direction: Direction,
        package: str,
        models: Mapping[str, str] | None = None,
        hidden: Collection[str] = (),
        links: str = "",
    ) -> None:
        self._types = types
        self._direction = direction
        self._modules = {type_.name: f"{package}.{module.name}" for module in modules for type_ in module.types}
        self._models = models or {}
        self._hidden = hidden
        self._links = links

    @property
    def modules(self) -> Mapping[str, str]:
        """The module of each named type, as the written module imports it."""
        return self._modules

    def link_imports(self, type_: Type) -> frozenset[Import]:
        """Return what the links in an annotation import besides their targets."""
        return frozenset({Import(self._links, "Link")} if any(links_in(type_)) else ())

    def annotate(self, type_: Type) -> Annotation:
        """Return the annotation for a type."""
        match type_:
            case Scalar(kind):
                return self._scalar(kind)
            case Literals(values, open_):
                return self._literals(values, open_=open_)
            case ListOf(item):
                return self._generic("list" if self._direction == "answer" else "Sequence", "", item)
            case MapOf(value):
                return self._generic("dict" if self._direction == "answer" else "Mapping", "str, ", value)
            case Named(name):
                return self._named(name)
            case LinkTo(target):
                imports = {Import(self._links, "Link"), Import(self._modules[target], target)}
                return Annotation((f"Link[{target}]",), frozenset(imports))
            case Union(members) | Tagged(members=members):
                return _joined([self.annotate(member) for member in members])
            case _:
                assert_never(type_)

    def builtin(self, name: str) -> Annotation:
        """Return a builtin under the name by which it can be reached: a method may hide it."""
        if name in self._hidden:
            return Annotation((f"builtins.{name}",), frozenset({Import("", "builtins")}))
        return Annotation((name,))

    def _scalar(self, kind: ScalarKind) -> Annotation:
        if kind in _DATETIME:
            return Annotation((f"datetime.{kind}",), frozenset({Import("", "datetime")}))
        text = (_ANSWER_SCALARS if self._direction == "answer" else _INPUT_SCALARS).get(kind, kind)
        members = tuple(text.split(" | "))
        imports = frozenset(_IMPORTS[name] for name in members if name in _IMPORTS)
        if text in self._hidden:
            members, imports = (f"builtins.{text}",), frozenset({Import("", "builtins")})
        return Annotation(members, imports, is_class=len(members) == 1 and text not in {"Any", "None"})

    def _literals(self, values: tuple[str | int | bool, ...], *, open_: bool) -> Annotation:
        listed = f"Literal[{', '.join(literal(value) for value in values)}]"
        others = dict.fromkeys(type(value).__name__ for value in values) if open_ else ()
        return Annotation((listed, *others), frozenset({Import("typing", "Literal")}), is_class=False)

    def _generic(self, name: str, key: str, inner: Type) -> Annotation:
        inside = self.annotate(inner)
        own = {Import("collections.abc", name)} if name[0].isupper() else set()
        if name in self._hidden:
            name, own = f"builtins.{name}", {Import("", "builtins")}
        return Annotation((f"{name}[{key}{inside.text}]",), inside.imports | own)

    def _named(self, name: str) -> Annotation:
        own = Annotation(
            (name,),
            frozenset({Import(self._modules[name], name)}),
            is_class=not isinstance(self._types[name], AliasType),
        )
        type_ = self._types[name]
        model = type_.model if isinstance(type_, ObjectType) else None
        if model is None or model not in self._models:
            return own
        other = Annotation((model,), frozenset({Import(self._models[model], model)}))
        return _joined([own, other])


def _joined(annotations: list[Annotation]) -> Annotation:
    members = dict.fromkeys(member for annotation in annotations for member in annotation.members)
    imports = frozenset(each for annotation in annotations for each in annotation.imports)
    return Annotation(tuple(members), imports, is_class=False)
