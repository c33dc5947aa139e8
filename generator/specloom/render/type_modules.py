"""The modules that hold types: answer models, and typed dictionaries for what callers pass in.

A module holds one type that the description names and the inline types that belong to it, so that a call imports only
what its answer needs. Types that refer to each other in a circle share a module: Python could not import them
otherwise. So do those far from the end of a long chain, since Python calls itself for each module that is imported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from specloom.graph import connected, in_cycles
from specloom.ir.annotations import Annotator, literal
from specloom.ir.api import Api
from specloom.ir.name_scopes import first_free, with_digest
from specloom.ir.naming import constant_name, module_name
from specloom.ir.types import (
    AliasType,
    ByName,
    Field,
    Named,
    NamedType,
    ObjectType,
    Tagged,
    Union,
    links_in,
    members_of,
    mentioned_by,
    nullable,
    without_null,
)
from specloom.record import record
from specloom.render.documentation import field_docstring, sentence, text_docstring
from specloom.render.python import call_text
from specloom.render.shapes import Shapes
from specloom.render.views import AliasView, ClassView, render_template
from specloom.source import Json
from specloom.spec.keywords import KEYWORDS

_LONG: Final = 32
"""So many modules may import each other in a row. Each takes seven calls, of which Python allows a thousand."""
_STRETCH: Final = 128
"""So many links of a longer chain share a module."""


def render_models(
    module: TypeModule, annotator: Annotator, types: Mapping[str, NamedType], modules: Mapping[str, str]
) -> str:
    """Return a module of answer models.

    Types that links lead to have something in their place, so that their modules are not imported.
    """
    # Aliases that are made of themselves, directly or through others of their module.
    circular = in_cycles({type_.name: mentioned_by(type_) for type_ in module.types if isinstance(type_, AliasType)})
    return render_template(
        "types.py.j2",
        docstring=_module_docstring(module),
        stand_ins=tuple(_stand_in(name, modules[name]) for name in sorted(_linked_only(module, types))),
        classes=tuple(_model(type_, annotator) for type_ in module.types if isinstance(type_, ObjectType)),
        aliases=tuple(
            _answer_alias(type_, annotator, types, circular=type_.name in circular)
            for type_ in module.types
            if isinstance(type_, AliasType)
        ),
        exports=_exports(name for type_ in module.types for name in _exported(type_)),
    )


def render_inputs(module: TypeModule, annotator: Annotator, shapes: Shapes) -> str:
    """Return a module of typed dictionaries."""
    return render_template(
        "types.py.j2",
        docstring=_module_docstring(module),
        stand_ins=(),
        classes=tuple(_dictionary(type_, annotator, shapes) for type_ in module.types if isinstance(type_, ObjectType)),
        aliases=tuple(
            AliasView(
                f"{type_.name}: _TypeAlias = {literal(annotator.annotate(type_.type).text)}",
                text_docstring(type_.description, indent=0),
                *_constants(type_),
            )
            for type_ in module.types
            if isinstance(type_, AliasType)
        ),
        exports=_exports(name for type_ in module.types for name in _exported(type_)),
    )


def render_exports(api: Api, modules: Iterable[TypeModule], what: str) -> str:
    """Return a package's front door that loads its modules one by one when they are used."""
    places = {name: f".{module.name}" for module in modules for type_ in module.types for name in _exported(type_)}
    return render_template(
        "exports.py.j2",
        docstring=text_docstring(
            f"{what} of {api.title}. Each module is imported when one of its names is used.", indent=0
        ),
        imports=tuple(f"from {module} import {name} as {name}" for name, module in sorted(places.items())),
        modules=tuple((literal(name), literal(module)) for name, module in sorted(places.items())),
    )


def _model(type_: ObjectType, annotator: Annotator) -> ClassView:
    fields = [(_model_field(field, annotator), field_docstring(field)) for field in type_.fields]
    if type_.extra is not None:
        # The base class says `| None`: pydantic wants it narrowed, pyright does not know that.
        ignored = "  # pyright: ignore[reportIncompatibleVariableOverride]"
        declaration = f"__pydantic_extra__: dict[str, {annotator.annotate(type_.extra).text}] = _Field(init=False)"
        fields.append((declaration + ignored, ""))
    return ClassView(type_.name, _class_docstring(type_), tuple(fields), _base(type_))


def _base(type_: ObjectType) -> str:
    """Return what a model is derived from, as it stands behind the name of its class."""
    own = type_.own_link
    if type_.is_headers:
        return "_HeaderFields"
    if own is None:
        return "_Model"
    places = {"address": ".".join(own.address), "identifier": own.identifier}
    usual = {"address": "href", "identifier": "id"}
    return ", ".join(
        ["_LinkedModel", *(f"{key}={literal(name)}" for key, name in places.items() if name != usual[key])]
    )


def _model_field(field: Field, annotator: Annotator) -> str:
    """Return the declaration of a model's field: a missing one that may be missing is None."""
    text = annotator.annotate(field.type if field.required else nullable(field.type)).text
    text = f"_ReadOnly[{text}]" if field.read_only else text
    options: dict[str, Json] = {"alias": field.wire_name} if field.name != field.wire_name else {}
    options |= {KEYWORDS[key].pydantic: limit for key, limit in field.constraints.items()}
    if options:
        given = {name: literal(value) for name, value in options.items()}
        text = f"_Annotated[{text}, {call_text('_Field', **given)}]"
    return f"{field.name}: {text}" if field.required else f"{field.name}: {text} = None"


def _dictionary(type_: ObjectType, annotator: Annotator, shapes: Shapes) -> ClassView:
    fields = tuple((_key(field, annotator), field_docstring(field)) for field in type_.fields)
    needed = shapes.needs(type_.name)
    constant, shape = (constant_name(type_.name), shapes.definition(type_)) if needed else ("", "")
    return ClassView(type_.name, _class_docstring(type_), fields, "_TypedDict", constant, shape)


def _key(field: Field, annotator: Annotator) -> str:
    text = annotator.annotate(field.type).text
    return f"{field.name}: {text}" if field.required else f"{field.name}: _NotRequired[{text}]"


def _linked_only(module: TypeModule, all_types: Mapping[str, NamedType]) -> set[str]:
    """Return the types of other modules that this one mentions as targets of links, or items of these, only."""
    linked = {name for type_ in module.types for each in type_.inner for name in links_in(each)}
    pages = [page for name in linked if isinstance(page := all_types[name], ObjectType)]
    linked |= {page.lists for page in pages if page.lists is not None}
    return linked - {type_.name for type_ in module.types} - set(module.needs)


def _stand_in(name: str, module: str) -> str:
    return f"{name} = _lazy(__name__, {literal(module.rpartition('.')[2])}, {literal(name)})"


def _answer_alias(
    type_: AliasType, annotator: Annotator, types: Mapping[str, NamedType], *, circular: bool
) -> AliasView:
    docstring = text_docstring(type_.description, indent=0)
    inner = without_null(type_.type)
    text = annotator.annotate(type_.type).text
    if isinstance(type_.type, Union) and type_.type.by_name is not None:
        text = f"_Annotated[{text}, _by_name({_by_name(type_.type.by_name, annotator)})]"
        if not circular:
            return AliasView(f"{type_.name} = {text}", docstring)
    elif isinstance(inner, Tagged):
        optional = " | None" if inner != type_.type else ""
        text = f"{_tagged(inner, types)}{optional}"
        if not circular:
            return AliasView(f"{type_.name} = {text}", docstring)
    if circular:
        return AliasView(f"{type_.name} = _TypeAliasType({type_.name!r}, {literal(text)})", docstring)
    return AliasView(f"{type_.name}: _TypeAlias = {text}", docstring, *_constants(type_))


def _by_name(by_name: ByName, annotator: Annotator) -> str:
    patterns = ", ".join(f"{literal(pattern)}: {annotator.annotate(type_).text}" for pattern, type_ in by_name.patterns)
    others = "" if by_name.others is None else f", {annotator.annotate(by_name.others).text}"
    return f"{{{patterns}}}{others}"


def _constants(type_: AliasType) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """Return an alias's name, the class with the names of its values, and these."""
    return type_.name, type_.constants_class, tuple((name, literal(value)) for name, value in type_.constants.items())


def _exported(type_: NamedType) -> tuple[str, ...]:
    """Return the names that a type's module has for callers."""
    if isinstance(type_, AliasType) and type_.constants:
        return (type_.name, type_.constants_class)
    return (type_.name,)


def _tagged(type_: Tagged, types: Mapping[str, NamedType]) -> str:
    members = " | ".join(f"_Annotated[{member.name}, _Tag({member.name!r})]" for member in type_.members)
    mapping: dict[str, str] = dict(type_.mapping)
    entries = ", ".join(f"{literal(value)}: {name!r}" for value, name in mapping.items())
    options = f", {type_.other!r}" if type_.other else ""
    if not type_.other and not _always_has(type_, types):
        # Without its tag a value is what it fits.
        members += f" | _Annotated[{' | '.join(member.name for member in type_.members)}, _Tag('')]"
        options = ", untagged=''"
    return f"_Annotated[{members}, _tagged({literal(type_.wire_name)}, {{{entries}}}{options})]"


def _always_has(type_: Tagged, types: Mapping[str, NamedType]) -> bool:
    """Tell whether every value of a choice is an object that has to have the property which tells them apart."""
    members = [types.get(each.name) if isinstance(each, Named) else each for each in members_of(type_, types)]
    return all(
        isinstance(member, ObjectType)
        and any(field.wire_name == type_.wire_name and field.required for field in member.fields)
        for member in members
    )


def _class_docstring(type_: NamedType) -> str:
    return text_docstring(sentence(type_.description), indent=4, fallback=f"{type_.name}.")


def _module_docstring(module: TypeModule) -> str:
    names = ", ".join(f"`{type_.name}`" for type_ in module.types)
    return text_docstring(f"{names}.", indent=0)


def _exports(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(literal(name) for name in sorted(names))


@record
class TypeModule:
    """A module of named types.

    `types` stand in an order in which every alias comes after the aliases it is made of; `needs` are the types of other
    modules that its types mention.
    """

    name: str
    types: tuple[NamedType, ...]
    needs: tuple[str, ...]


def arrange_modules(types: Mapping[str, NamedType]) -> tuple[TypeModule, ...]:
    """Return the modules of all types, sorted by name."""
    owners = {name: _owner(name, types) for name in types}
    needs: dict[str, set[str]] = {owner: set() for owner in owners.values()}
    for name, type_ in types.items():
        needs[owners[name]] |= {owners[other] for other in mentioned_by(type_)} - {owners[name]}
    edges = {owner: sorted(others) for owner, others in needs.items()}
    home_of = {owner: home for home in _homes(connected(edges), edges) for owner in home}
    inhabitants: dict[tuple[str, ...], list[NamedType]] = {}
    for name, type_ in types.items():
        inhabitants.setdefault(home_of[owners[name]], []).append(type_)
    modules: list[TypeModule] = []
    firsts = {min(home): home for home in inhabitants}
    wanted = [(module_name(first), module_name(with_digest(first, first))) for first in sorted(firsts)]
    names = {firsts[first]: name for first, name in zip(sorted(firsts), first_free(wanted), strict=True)}
    for home, members in inhabitants.items():
        inside = {type_.name for type_ in members}
        others = {other for type_ in members for other in mentioned_by(type_)} - inside
        modules.append(TypeModule(names[home], _in_order(members), tuple(sorted(others))))
    return tuple(sorted(modules, key=lambda module: module.name))


def _homes(circles: Iterable[list[str]], edges: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the owners that share a module: those of a circle, and those that stand equally far up long chains.

    Each circle comes after those that it needs.
    """
    distances: dict[str, int] = {}
    far: dict[int, list[str]] = defaultdict(list)
    for circle in circles:
        below = [distances[other] for owner in circle for other in edges[owner] if other in distances]
        distance = 1 + max(below, default=-1)
        distances |= dict.fromkeys(circle, distance)
        if distance < _LONG:
            yield tuple(circle)
        else:
            far[(distance - _LONG) // _STRETCH] += circle
    yield from map(tuple, far.values())


def _owner(name: str, types: Mapping[str, NamedType]) -> str:
    while types[name].owner != name:
        name = types[name].owner
    return name


def _in_order(members: list[NamedType]) -> tuple[NamedType, ...]:
    """Put classes first, then aliases, each after those it is made of: aliases are evaluated where they stand."""
    aliases = {type_.name: type_ for type_ in members if isinstance(type_, AliasType)}
    ordered: dict[str, NamedType] = {type_.name: type_ for type_ in members if type_.name not in aliases}

    def place(type_: AliasType, above: tuple[str, ...]) -> None:
        for name in mentioned_by(type_):
            if name in aliases and name not in ordered and name not in above:
                place(aliases[name], (*above, type_.name))
        ordered[type_.name] = type_

    for alias in aliases.values():
        if alias.name not in ordered:
            place(alias, ())
    return tuple(ordered.values())
