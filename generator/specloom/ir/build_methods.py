"""From operations to methods: arguments, body, answer, failures."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from specloom.findings import Finding, Location
from specloom.ir.api import Credential, Method
from specloom.ir.build_accept import build_answers
from specloom.ir.build_body import Bodies, build_bodies, described_encodings, form_kind, others_kept
from specloom.ir.build_client import build_security, envelope
from specloom.ir.build_headers import build_headers
from specloom.ir.build_links import Relations, check_relations
from specloom.ir.build_offers import FailureBuilder, build_offers
from specloom.ir.build_paging import build_paging
from specloom.ir.build_streams import find_flag
from specloom.ir.call import DELIMITERS, Answer, Argument, ContentType, OperationServer, Paging
from specloom.ir.media_types import is_json
from specloom.ir.naming import (
    Names,
    argument_name,
    class_name,
    first_free,
    in_turn,
    kept_apart,
    parameter_name,
    tell_apart,
    with_digest,
    words,
)
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
    Walk,
    members_of,
)
from specloom.record import record
from specloom.spec.document import ABSENT, Document, MediaType, Operation, Parameter
from specloom.spec.extension import request_options
from specloom.spec.objects import IDEMPOTENT, METHODS, wire_method

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from specloom.ir.build_types import TypeBuilder
    from specloom.ir.naming import Kept
    from specloom.source import Json

_PLACES = ("path", "query", "querystring", "header", "cookie")
_SINGLE = frozenset({"string", "integer", "number", "boolean", "null"})
"""The types of values that have a text of their own."""
_KNOWN_METHODS = frozenset(METHODS) - {"query"}
"""Those of which clients know themselves whether they may be sent twice."""


class MethodName(NamedTuple):
    """What a method is called, and why."""

    name: str
    wanted: str
    """What it would be called if there was no other method, and none had been published."""
    holder: Operation | None
    """Who has that name, where the method gave way to it. None: it is its own, or the one that was published stays."""


def method_names(
    operations: Sequence[Operation],
    resource: tuple[str, ...],
    skipped: Mapping[str, Collection[bool]],
    kept: Mapping[str, tuple[str, ...]],
) -> list[MethodName]:
    """Return the names of a resource's methods.

    A method is called by `x-specloom.method`, or by the operationId less the words of its resource in front. Without
    either, by the HTTP method and the path: `get_pets_by_id`. So no other operation changes a name, unless both want
    the same one: operationIds that differ in signs only, long ones, or one operation that several paths share. It stays
    with the operation that chose it, else with the first that is written, so that another one at the end moves no name;
    the others add the words in which they differ, or those of their path.

    Args:
        operations: The resource's operations, as they are written.
        resource: Its path.
        skipped: By route the operations that were left out where they would be methods of this resource and have the
            same operationId, each whether it is written before: they count, so that leaving them out moves no names.
        kept: The resource and name of each operation that was published, by route. These stay.
    """
    names = [_own_name(operation, resource) for operation in operations]
    shared = Counter(operation.location for operation in operations)
    wanted = sorted(
        zip(names, operations, range(len(names)), strict=True),
        key=lambda each: ("method" not in each[1].extension, each[1].route not in kept, each[2]),
    )
    holders: dict[str, Operation] = {}
    candidates: list[Iterator[str]] = []
    for name, operation, _ in wanted:
        others = skipped.get(operation.route, ())
        longer = _longer_names(name, operation, holders.setdefault(name.casefold(), operation))
        if "method" in operation.extension and shared[operation.location] == 1 and not others:
            candidates.append(iter((name,)))
        elif operation.route in kept:
            candidates.append(chain(kept[operation.route][-1:], (name,), longer))
        elif any(others):
            candidates.append(longer)
        else:
            candidates.append(chain((name,), longer))
    found = in_turn(candidates, taken=[""])
    users = {name: operation for name, (_, operation, _) in zip(found, wanted, strict=True)}
    given = {
        number: MethodName(name, own, None if name in {own, *kept.get(operation.route, ())[-1:]} else users.get(own))
        for name, (own, operation, number) in zip(found, wanted, strict=True)
    }
    return [given[number] for number in range(len(names))]


def _own_name(operation: Operation, resource: tuple[str, ...]) -> str:
    """Return the name that a method of a resource has where no other wants the same."""
    chosen = operation.extension.get("method")
    if isinstance(chosen, str):
        return argument_name(chosen)
    if operation.operation_id is None:
        return argument_name(f"{operation.method} {_spoken(operation.path)}")
    name = argument_name(operation.operation_id)
    front = "_".join(resource) + "_"
    return argument_name(name.removeprefix(front)) if name.startswith(front) and name != front else name


def _longer_names(name: str, operation: Operation, holder: Operation) -> Iterator[str]:
    """Yield other names of an operation, the best first; `holder` is the operation that has its name."""
    own, other = (words(each.operation_id or "") for each in (operation, holder))
    if own != other:
        yield argument_name(kept_apart(own, other, "_"))
    yield argument_name(f"{name or operation.method} {_spoken(operation.path)}")
    if operation.operation_id and operation.operation_id == holder.operation_id:
        yield argument_name(f"{name or operation.method} {operation.method} {_spoken(operation.path)}")
    yield with_digest(name or operation.method, operation.route)


def _spoken(path: str) -> str:
    return re.sub(r"\{([^}]*)\}", r" by \1 ", path)


@record
class MethodBuilder:
    """Builds methods with the types of one document."""

    document: Document
    answers: TypeBuilder
    failures: FailureBuilder
    inputs: TypeBuilder
    credentials: tuple[Credential, ...]
    report: list[Finding]
    relations: Relations
    servers: Mapping[str, OperationServer]
    """By route."""
    first_of_id: Mapping[str, Location]
    """Where each operationId is used first: it names what is inside of that operation."""
    kept: Kept
    """Which names stay."""

    def build(self, operation: Operation, name: str, resource_class: str) -> Method:
        """Return the method for an operation.

        Args:
            operation: The operation.
            name: The method's name.
            resource_class: The class name of its resource. Names of inline types begin with the operationId, which is
                unique, or with this and the method's name.
        """
        chosen = operation.extension.get("method")
        own = argument_name(chosen) if isinstance(chosen, str) else name
        operation_id = operation.operation_id or ""
        is_first = self.first_of_id.get(operation_id) == operation.location
        stem = operation_id if is_first and not chosen else f"{resource_class} {own}"
        taken = Names(f"arguments of {name} ({operation.route})", self.report, exact=True)
        kept = self.kept.arguments.get(operation.route, {})
        parameters = _ordered(operation)
        names = [
            taken.take(name, each.name, each.location)
            for name, each in zip(_names(parameters, kept), parameters, strict=True)
        ]
        arguments = tuple(self._argument(each, name, stem) for name, each in zip(names, parameters, strict=True))
        bodies = build_bodies(operation, self.inputs, class_name(f"{stem} Body"), taken, _kept_of_body(kept, names))
        used = {*names, *(each.name for body in bodies.all for each in body.arguments)}
        offers = build_offers(operation, self.answers, class_name(f"{stem} Response"))
        answer, accept = build_answers(operation, offers, _free("accept", used, kept), self.answers.merger.ledger)
        fields = [each for body in bodies.all[:1] for each in body.arguments] if len(bodies.all) == 1 else []
        if accept is not None and (flag := find_flag(accept, [*arguments, *fields])):
            accept = replace(accept, flag=flag)
        return Method(
            name=name,
            http_method=wire_method(operation.method),
            path=operation.path,
            arguments=arguments,
            body=next(iter(bodies.all), None),
            content_type=_content_type(operation, bodies, _free("content_type", used, kept)),
            answer=answer,
            accept=accept,
            paging=self._paging(operation, answer),
            errors=_failures(operation),
            failures=self.failures.build(operation, stem),
            headers=build_headers(operation, self.answers, stem),
            listing=self._is_listing(operation, answer),
            options=_options(operation),
            security=None
            if operation.security is None
            else build_security(operation.security, self.document, self.credentials),
            server=self.servers.get(operation.route),
            summary=operation.summary,
            description=operation.description,
            deprecated=operation.deprecated,
            location=operation.location,
        )

    def _is_listing(self, operation: Operation, answer: Answer) -> bool:
        """Tell whether an empty list may come as a failure: only where one is read, never where something was refused.

        A list is what is paged, an array, or an object with a member that may be an array: an envelope.
        """
        declared = envelope(self.document.extension)
        if declared is None or not (declared.empty_codes or declared.empty_messages) or operation.method != "get":
            return False
        return "pagination" in operation.extension or Walk(self.answers.types, lambda _: None).has_list(answer.type)

    def _paging(self, operation: Operation, answer: Answer) -> Paging | None:
        schemes = self.document.extension.get("pagination")
        known = schemes if isinstance(schemes, dict) else {}
        return build_paging(operation, known, answer, self.answers.types, self.report)

    def _argument(self, parameter: Parameter, name: str, stem: str) -> Argument:
        content_type = parameter.content_type or ""
        as_form = form_kind(content_type) == "form"
        type_ = self._argument_type(parameter, stem)
        says_how = content_type or parameter.formats or parameter.style == "deepObject"
        if not says_how and _nests(type_, self.inputs.types):
            what = f"objects and lists in {parameter.place} parameter {parameter.name}"
            why = "no style but deepObject writes what stands inside of objects and lists"
            self.inputs.merger.ledger.lose(parameter.location.at("schema"), what, why)
        if not content_type and self.inputs.allows_null(type_):
            self.inputs.merger.ledger.lose_null(parameter.schema, "parameters have no null")
        default = parameter.schema.default
        expand, search = (parameter.extension.get(feature) for feature in ("expand", "search"))
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
            expand=str(expand["grammar"]) if isinstance(expand, dict) else "",
            search=str(search["grammar"]) if isinstance(search, dict) else "",
            delimiters=tuple(DELIMITERS[each] for each in parameter.formats),
            as_form=as_form,
            encodings=described_encodings(_media(parameter), "form", self.inputs.merger) if as_form else {},
        )

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
        expand = parameter.extension.get("expand")
        if not isinstance(expand, dict):
            if (content_type := parameter.content_type) and self._is_text(parameter, content_type):
                return Scalar("str")
            return self.inputs.build(parameter.schema, class_name(f"{stem} {parameter.name}"))
        target = str(expand["schema"])
        relations = self.relations.of(target)
        self.report.extend(check_relations(relations, parameter, target))
        named = self.inputs.name_alias(
            class_name(f"{target} relation"),
            f"What can be expanded in `{target}`; relations further down can be named as well.",
            Literals(relations, open=True),
            self.document.schemas[self.document.named[target]].schema.location,
        )
        return Union((ListOf(named), Scalar("str")))


def _media(parameter: Parameter) -> MediaType:
    """Return the media type in which a parameter is written."""
    return MediaType(parameter.location, parameter.schema, encoding=parameter.encoding)


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


def _ordered(operation: Operation) -> list[Parameter]:
    """Return path parameters in the order of the path, then the others as described."""
    in_path = [parameter for parameter in operation.parameters if parameter.place == "path"]
    in_path.sort(key=lambda parameter: operation.path.find("{" + parameter.name + "}"))
    return in_path + [parameter for parameter in operation.parameters if parameter.place != "path"]


def _names(parameters: list[Parameter], kept: Mapping[tuple[str, ...], str]) -> list[str]:
    """Return the arguments' names; of one name in several places only the first place has it bare: `id`, `id_query`.

    Those in `kept` have the names that they had.
    """
    names: dict[str, dict[str, str]] = {}
    taken: set[str] = set()
    for place in _PLACES:
        texts = {each.name: str(each.extension.get("name") or each.name) for each in parameters if each.place == place}
        stay = {text: kept[place, name] for name, text in texts.items() if (place, name) in kept and text == name}
        found = tell_apart(((parameter_name(text), text) for text in texts.values()), kept=stay)
        longer = [(name, f"{name}_{place}", with_digest(name, place)) for name in found]
        gone = taken | others_kept(kept, {(place, name) for name in texts})
        names[place] = dict(zip(texts, first_free(longer, gone, exact=True), strict=True))
        taken.update(names[place].values())
    return [names[each.place][each.name] for each in parameters]


def _kept_of_body(kept: Mapping[tuple[str, ...], str], parameters: Iterable[str]) -> Mapping[tuple[str, ...], str]:
    """Return which names stay where a body is built: where its fields were arguments they are, beside any parameter."""
    body = {key: name for key, name in kept.items() if key[0].startswith("body")}
    if all(not wire_name for _, wire_name in body):
        return body
    return {**kept, **{("parameter", name): name for name in parameters}}


def _free(name: str, used: Collection[str], kept: Mapping[tuple[str, ...], str]) -> str:
    """Return what an argument is called that says a header of the request: another one may have its name."""
    plain = kept.get((name.replace("_", " "),), name)
    longer = (f"{name}_header_{number}" for number in count(2))
    return first_free([chain((plain, name, f"{name}_header"), longer)], used, exact=True)[0]


def _content_type(operation: Operation, bodies: Bodies, name: str) -> ContentType | None:
    """Return the argument that says which media type the body is sent as; None where there is no choice.

    Args:
        operation: The operation.
        bodies: What it can send.
        name: What the argument is called.
    """
    if operation.request_body is None or len(bodies.places) < 2:  # noqa: PLR2004 - that is no choice
        return None
    return ContentType(name, bodies.all, operation.request_body.location, bodies.places)


def _options(operation: Operation) -> dict[str, Json]:
    """Return how the request is sent and answered otherwise than usual."""
    options: dict[str, Json] = {}
    if operation.method in IDEMPOTENT and operation.method not in _KNOWN_METHODS:
        options["idempotent"] = True
    options |= {name: operation.extension[name] for name in request_options() if name in operation.extension}
    if "edit" in operation.extension:  # sent twice, the second one meets the revision that the first one made
        options.setdefault("idempotent", False)
    statuses = [response.status for response in operation.responses]
    if unusual := [int(status) if status.isdigit() else status for status in statuses if status[0] == "3"]:
        options["described"] = list(unusual)
        if not any(status.startswith("2") for status in statuses):
            options["follow"] = False
    return options


def _failures(operation: Operation) -> tuple[str, ...]:
    return tuple(sorted(response.status for response in operation.responses if response.status[0] in "45"))
