"""What callers can call: methods and uploads of a client, each with its arguments and result, ready to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specloom.ir.api import Api, Argument, BodyField, Method, Resource, Upload, list_arguments
from specloom.ir.types import Named, Scalar, Type, nullable
from specloom.ir.unions import union_of
from specloom.render.build_resource_views import all_resources
from specloom.render.build_upload_views import upload_parameters, upload_result
from specloom.render.signatures import Parameter, Signatures, with_star

__all__ = ["Call", "CallArgument", "ResourcePath", "list_calls", "route_of"]

ResourcePath = tuple[str, ...]
"""From the client: `("orders", "lines")`."""

_LONG = 100
"""Signatures of more characters are shown without optional arguments, and if need be without types of arguments."""

_RUNTIME: Mapping[str, Type] = {
    "Content": union_of((Scalar("bytes"), Scalar("str"), Named("_runtime.Stream"))),
    "Upload": union_of((Scalar("bytes"), Scalar("str"), Named("_runtime.File"))),
    "list[Upload]": Named("_runtime.Uploads"),
    "FileSource": union_of((Scalar("bytes"), Named("_runtime.FileSource"))),
}
"""What is annotated in place of a described type. No type of a description has a dot in its name."""


@dataclass(frozen=True, slots=True)
class CallArgument:
    """An argument, in its place in the signature."""

    parameter: Parameter
    """As it is spelt."""
    type: Type
    """Everything it takes, None included."""
    fact: Argument | BodyField | None
    """None for what belongs to uploads alone."""

    @property
    def name(self) -> str:
        """By which it is passed."""
        return self.parameter.name

    @property
    def required(self) -> bool:
        """Whether calls must give it."""
        return not self.parameter.default

    @property
    def wire(self) -> tuple[str, str]:
        """Where it goes: the place and the name there, `("query", "limit")`; empty names for whole bodies."""
        match self.fact:
            case Argument(place=place, wire_name=wire_name):
                return place, wire_name
            case BodyField(wire_name=wire_name):
                return "body", wire_name
            case None:
                return "", self.name


@dataclass(frozen=True, slots=True)
class Call:
    """A method of a resource."""

    resource: ResourcePath
    name: str
    arguments: tuple[CallArgument, ...]
    """In the order of the signature."""
    result: Type | None
    """What a call gives back, of paged lists an item; None where it gives back nothing."""
    returns: str
    """The annotation of all it gives back: `Pager[Order]`."""
    fact: Method | Upload

    @property
    def path(self) -> str:
        """How callers reach it from the client: `orders.list`."""
        return ".".join((*self.resource, self.name))

    @property
    def method(self) -> Method:
        """The operation that gives the result."""
        return self.fact if isinstance(self.fact, Method) else self.fact.attach or self.fact.request

    @property
    def signature(self) -> str:
        """The declaration: `def list(*, limit: int | None = None) -> Pager[Order]`. A long one is shortened."""
        required = tuple(each for each in self.arguments if each.required)
        whole = self._declare(self.arguments, [each.parameter.declaration for each in self.arguments])
        short = self._declare(required, [each.parameter.declaration for each in required])
        shorter = self._declare(required, [each.name for each in required])
        return next((text for text in (whole, short) if len(text) <= _LONG), shorter)

    def _declare(self, arguments: tuple[CallArgument, ...], declarations: list[str]) -> str:
        declared = with_star(tuple(each.parameter for each in arguments), declarations)
        left_out = ["…"] if len(arguments) < len(self.arguments) else []
        return f"def {self.name}({', '.join([*declared, *left_out])}) -> {self.returns}"


def list_calls(api: Api, signatures: Signatures) -> tuple[Call, ...]:
    """Return everything that can be called, in the order of the description.

    Args:
        api: The client.
        signatures: Spells its signatures.
    """
    return tuple(
        _call(resource.path, fact, signatures) for resource in all_resources(api.resources) for fact in _facts(resource)
    )


def route_of(call: Call) -> tuple[str, ...]:
    """Return the operations that a call calls, without the names of path parameters: `("GET /orders/{}",)`."""
    match call.fact:
        case Method(route=route):
            routes = [route]
        case Upload(request=request, attach=attach):
            routes = ["upload", request.route, *([attach.route] if attach else [])]
    return tuple(re.sub(r"\{[^}]*\}", "{}", route) for route in routes)


def _facts(resource: Resource) -> tuple[Method | Upload, ...]:
    return (*resource.methods, *resource.uploads)


def _call(resource: ResourcePath, fact: Method | Upload, signatures: Signatures) -> Call:
    match fact:
        case Method():
            parameters, facts, returns = signatures.parameters(fact), list_arguments(fact), signatures.result(fact).text
        case Upload():
            parameters, facts = upload_parameters(fact, signatures), fact.arguments
            returns = upload_result(fact, signatures).text
    method = fact if isinstance(fact, Method) else fact.attach or fact.request
    known = {each.name: each for each in facts}
    return Call(
        resource=resource,
        name=fact.name,
        arguments=tuple(_argument(each, known.get(each.name)) for each in parameters),
        result=_result(method),
        returns=f"Pager[{returns}]" if fact is method and method.paging else returns,
        fact=fact,
    )


def _argument(parameter: Parameter, fact: Argument | BodyField | None) -> CallArgument:
    return CallArgument(parameter, union_of(tuple(_accepted(parameter, fact))), fact)


def _accepted(parameter: Parameter, fact: Argument | BodyField | None) -> Iterator[Type]:
    """Yield what an argument takes; what stands in place of the described type is read off the annotation."""
    annotated = parameter.annotation.members
    replacing = [_RUNTIME[member] for member in annotated if member in _RUNTIME]
    described = fact.type if fact else Scalar("str")
    yield from replacing or [described]
    if isinstance(fact, Argument) and fact.search:
        yield Named("_runtime.Search")
    if "Unset" in annotated:
        yield Named("_runtime.Unset")
    if "None" in annotated:
        yield Scalar("none")


def _result(method: Method) -> Type | None:
    if method.paging is not None:
        return method.paging.item
    answer = method.answer
    types = [type_ for type_ in answer.by_status.values() if type_] or ([answer.type] if answer.type else [])
    if not types or types == [Scalar("none")]:
        return None
    return nullable(union_of(tuple(types))) if answer.may_be_empty else union_of(tuple(types))
