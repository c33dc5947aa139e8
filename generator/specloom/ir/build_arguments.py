"""From parameters to arguments: how each is called, which type it has, and how it is written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from specloom.findings import Finding
from specloom.ir.build_body import described_encodings, form_kind, others_kept
from specloom.ir.build_links import Relations, check_expanded
from specloom.ir.build_types import TypeBuilder
from specloom.ir.call import DELIMITERS, Argument, FieldEncoding
from specloom.ir.name_scopes import first_free, tell_apart, with_digest
from specloom.ir.naming import class_name, parameter_name
from specloom.ir.types import (
    ListOf,
    Literals,
    MapOf,
    Named,
    NamedType,
    ObjectType,
    Scalar,
    TupleOf,
    Type,
    Union,
    members_of,
)
from specloom.record import record
from specloom.spec.document import ABSENT, Document, MediaType, Operation, Parameter, ParameterPlace, object_in
from specloom.spec.media_types import is_json

_SINGLE = frozenset({"string", "integer", "number", "boolean", "null"})
"""The types of values that have a text of their own."""


@record
class ArgumentBuilder:
    """Builds arguments with the types of one document."""

    document: Document
    inputs: TypeBuilder
    relations: Relations
    report: list[Finding]

    def build(self, parameter: Parameter, name: str, stem: str) -> Argument:
        """Return the argument for a parameter.

        The name is one of `parameter_names`; those of inline types begin with the stem.
        """
        content_type = parameter.content_type or ""
        as_form = form_kind(content_type) == "form"
        type_ = self._argument_type(parameter, stem)
        says_how = content_type or parameter.formats or parameter.style == "deepObject"
        if not says_how and _nests(type_, self.inputs.types):
            what = f"objects and lists in {parameter.place} parameter {parameter.name}"
            why = "no style but deepObject writes what stands inside of objects and lists"
            self.inputs.merger.ledger.lose(parameter.location.at("schema"), what, why)
        if parameter.style == "deepObject" and any(
            isinstance(each, ListOf | TupleOf) for each in members_of(type_, self.inputs.types)
        ):
            what = f"deepObject of lists in {parameter.place} parameter {parameter.name}"
            why = "it is about objects: each item of a list is written as in style form, with the name alone"
            self.inputs.merger.ledger.lose(parameter.location.at("style"), what, why)
        self.inputs.merger.ledger.lose_null(parameter.schema, "parameters have no null", nested=not content_type)
        default = parameter.schema.default
        expand, search = (object_in(parameter.extension, feature) for feature in ("expand", "search"))
        encodings: dict[str, FieldEncoding] = {}
        if content_type:
            place = parameter.location.at("content", content_type)
            media = MediaType(place, parameter.schema, encoding=parameter.encoding)
            encodings = described_encodings(media, "form" if as_form else "json", self.inputs.merger)
        return Argument(
            name=name,
            wire_name=parameter.name,
            place=parameter.place,
            type=type_,
            required=parameter.required,
            style=parameter.style,
            explode=parameter.explode,
            allow_reserved=parameter.allow_reserved,
            as_json=is_json(content_type),
            description=parameter.description or parameter.schema.description,
            default="" if default is ABSENT else json.dumps(default, ensure_ascii=False),
            deprecated=parameter.deprecated,
            location=parameter.location,
            expand=str(expand.get("grammar", "")),
            search=str(search.get("grammar", "")),
            delimiters=tuple(DELIMITERS[each] for each in parameter.formats),
            as_form=as_form,
            encodings=encodings,
        )

    def lose_alike(self, arguments: Sequence[Argument]) -> None:
        """Write down which members of exploded objects are called like parameters beside them."""
        taken = {(each.place, each.wire_name) for each in arguments}
        for each in (each for each in arguments if each.explode and each.style in {"form", "cookie"}):
            types = self.inputs.types
            named = (types.get(part.name) for part in members_of(each.type, types) if isinstance(part, Named))
            members = {field.wire_name for found in named if isinstance(found, ObjectType) for field in found.fields}
            for name in sorted(name for name in members if (each.place, name) in taken):
                what = f"{name} of {each.place} parameter {each.wire_name}"
                why = "another parameter is called so, and servers cannot tell them apart"
                self.inputs.merger.ledger.lose(each.location.at("schema"), what, why)

    def _is_text(self, parameter: Parameter, content_type: str) -> bool:
        """Tell whether a parameter is text that the caller writes: in a media type that gives lists and objects none.

        Single values have a text of their own.
        """
        if is_json(content_type) or form_kind(content_type) == "form":
            return False
        flat = self.inputs.merger.merged(parameter.schema)
        is_text = not flat.types or not _SINGLE.issuperset(flat.types) or flat.format == "binary"
        if is_text:
            place = parameter.location.at("content", content_type, "schema")
            self.inputs.merger.ledger.use_text(place, parameter.schema, content_type)
        return is_text

    def _argument_type(self, parameter: Parameter, stem: str) -> Type:
        if "search" in parameter.extension:
            return Scalar("str")
        expand = object_in(parameter.extension, "expand")
        if not expand:
            if (content_type := parameter.content_type) and self._is_text(parameter, content_type):
                return Scalar("str")
            return self.inputs.build(parameter.schema, class_name(stem, parameter.name))
        target = str(expand["schema"])
        relations = self.relations.of(target)
        self.report.extend(check_expanded(relations, parameter, target))
        named = self.inputs.named.alias(
            class_name(f"{target} relation"),
            f"What can be expanded in `{target}`; relations further down can be named as well.",
            Literals(relations, open=True),
            self.document.schema_called(target).location,
        )
        return Union((ListOf(named), Scalar("str")))


def _nests(type_: Type, types: Mapping[str, NamedType]) -> bool:
    """Tell whether a value of a type may be an object or a list with such inside."""
    for each in members_of(type_, types):
        match each:
            case ListOf(item) | MapOf(item):
                inner = [item]
            case TupleOf():
                inner = [*each.all_items]
            case Named(name) if isinstance(found := types.get(name), ObjectType):
                inner = [field.type for field in found.fields]
            case _:
                inner = []
        if any(_is_container(member, types) for part in inner for member in members_of(part, types)):
            return True
    return False


def _is_container(type_: Type, types: Mapping[str, NamedType]) -> bool:
    is_object = isinstance(type_, Named) and isinstance(types.get(type_.name), ObjectType)
    return is_object or isinstance(type_, ListOf | MapOf | TupleOf)


def order_parameters(operation: Operation) -> list[Parameter]:
    """Return path parameters in the order of the path, then the others as described."""
    in_path = [parameter for parameter in operation.parameters if parameter.place == "path"]
    in_path.sort(key=lambda parameter: operation.path.find("{" + parameter.name + "}"))
    return in_path + [parameter for parameter in operation.parameters if parameter.place != "path"]


def parameter_names(parameters: list[Parameter], kept: Mapping[tuple[str, ...], str]) -> list[str]:
    """Return the arguments' names; of one name in several places only the first place has it bare: `id`, `id_query`.

    Those in `kept` have the names that they had.
    """
    names: dict[str, dict[str, str]] = {}
    taken: set[str] = set()
    for place in get_args(ParameterPlace):
        texts = {each.name: str(each.extension.get("name") or each.name) for each in parameters if each.place == place}
        if not texts:
            continue
        stay = {text: kept[place, name] for name, text in texts.items() if (place, name) in kept and text == name}
        found = tell_apart(((parameter_name(text), text) for text in texts.values()), kept=stay)
        longer = [_longer_names(name, place) for name in found]
        gone = taken | others_kept(kept, {(place, name) for name in texts})
        names[place] = dict(zip(texts, first_free(longer, gone, exact=True), strict=True))
        taken.update(names[place].values())
    return [names[each.place][each.name] for each in parameters]


def _longer_names(name: str, place: str) -> Iterator[str]:
    yield name
    yield f"{name}_{place}"
    yield with_digest(name, place)
