"""From operations to methods: arguments, body, failures, and the answer, which may be one of several media types."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import chain, count

from specloom.findings import Finding, Location
from specloom.ir.api import Credential, Method
from specloom.ir.build_arguments import ArgumentBuilder, order_parameters, parameter_names
from specloom.ir.build_body import Bodies, build_bodies
from specloom.ir.build_credentials import build_security
from specloom.ir.build_failures import envelope
from specloom.ir.build_offers import (
    NOTHING,
    FailureBuilder,
    Offer,
    Offers,
    build_answer,
    build_headers,
    build_offers,
    status_value,
)
from specloom.ir.build_paging import build_paging
from specloom.ir.build_streams import find_flag
from specloom.ir.build_types import TypeBuilder
from specloom.ir.call import Accept, Answer, AnswerChoice, ContentType, OperationServer
from specloom.ir.losses import Ledger
from specloom.ir.name_scopes import Kept, Names, first_free
from specloom.ir.naming import argument_name, class_name, words
from specloom.ir.types import Walk
from specloom.record import record, replace
from specloom.source import Json
from specloom.spec.document import Document, Operation
from specloom.spec.extension import request_options
from specloom.spec.media_types import is_range
from specloom.spec.routes import IDEMPOTENT, METHODS, wire_method

_KNOWN_METHODS = frozenset(METHODS) - {"query"}
"""The methods of HTTP of which clients know themselves whether they may be sent twice."""
_ANY = "*/*"


@record
class MethodBuilder:
    """Builds methods with the types of one document."""

    document: Document
    answers: TypeBuilder
    failures: FailureBuilder
    inputs: TypeBuilder
    credentials: tuple[Credential, ...]
    report: list[Finding]
    arguments: ArgumentBuilder
    servers: Mapping[str, OperationServer]
    """By route."""
    first_of_id: Mapping[str, Location]
    """Where each operationId is used first, by its `spelling_of`: it names what is inside of that operation."""
    kept: Kept
    """Which names stay."""

    def build(self, operation: Operation, name: str, resource_class: str) -> Method:
        """Return the method for an operation.

        Names of inline types begin with the operationId, unless another before it has the same words, or with the class
        name of its resource and the name.
        """
        chosen = operation.extension.get("method")
        own = argument_name(chosen) if isinstance(chosen, str) else name
        operation_id = operation.operation_id or ""
        is_first = bool(operation_id) and self.first_of_id[spelling_of(operation)] == operation.location
        stem = operation_id if is_first and not chosen else f"{resource_class} {own}"
        taken = Names(f"arguments of {name} ({operation.route})", self.report, exact=True)
        kept = self.kept.arguments.get(operation.route, {})
        parameters = order_parameters(operation)
        names = [
            taken.take(name, each.name, each.location)
            for name, each in zip(parameter_names(parameters, kept), parameters, strict=True)
        ]
        arguments = tuple(self.arguments.build(each, name, stem) for name, each in zip(names, parameters, strict=True))
        self.arguments.lose_alike(arguments)
        bodies = build_bodies(operation, self.inputs, class_name(stem, "Body"), taken, _kept_of_body(kept, names))
        used = {*names, *(each.name for body in bodies.all for each in body.arguments)}
        offers = build_offers(operation, self.answers, class_name(stem, "Response"))
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
            paging=build_paging(operation, self.document.extension, answer, self.answers.types, self.report),
            errors=tuple(sorted(response.status for response in operation.responses if response.status[0] in "45")),
            failures=self.failures.build(operation, offers, stem),
            headers=build_headers(operation, self.answers, stem),
            listing=self._is_listing(operation, answer),
            options=_options(operation),
            security=self._security(operation),
            server=self.servers.get(operation.route),
            summary=operation.summary,
            description=operation.description,
            deprecated=operation.deprecated,
            location=operation.location,
        )

    def _security(self, operation: Operation) -> tuple[tuple[str, ...], ...] | None:
        if operation.security is None:
            return None
        place, ledger = operation.location.at("security"), self.answers.merger.ledger
        return build_security(operation.security, place, self.document, self.credentials, ledger)

    def _is_listing(self, operation: Operation, answer: Answer) -> bool:
        """Tell whether an empty list may come as a failure: only where one is read, never where something was refused.

        A list is what is paged, an array, or an object with a member that may be an array: an envelope.
        """
        declared = envelope(self.document.extension)
        if declared is None or not (declared.empty_codes or declared.empty_messages) or operation.method != "get":
            return False
        return "pagination" in operation.extension or Walk(self.answers.types).has_list(answer.type)


def spelling_of(operation: Operation) -> str:
    """Return the letters of an operationId, which tell the names of types apart: case and signs do not."""
    return "".join(words(operation.operation_id or ""))


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
    """Return the argument that says which media type the body is sent as; None where there is no choice."""
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
    if unusual := [status_value(status) for status in statuses if status[0] == "3"]:
        options["described"] = list(unusual)
        if not any(status.startswith("2") for status in statuses):
            options["follow"] = False
    return options


def build_answers(operation: Operation, offers: Offers, argument: str, ledger: Ledger) -> tuple[Answer, Accept | None]:
    """Return what a call gives back unasked, and the argument that asks for something else, if there is a choice.

    There is one where a status has media types that are read in different ways, or that are no JSON: JSON of one schema
    is one thing, whatever it is called. A range is a choice as well, but for that of all media types.
    """
    unasked = build_answer({status: _asked(offered, "") for status, offered in offers.items()})
    if unasked.kind == "stream":
        _lose_beside(offers, unasked, ledger)
    choosing = [
        offered
        for offered in offers.values()
        if _is_choice(offered) and (unasked.kind != "stream" or _asked(offered, "").kind == "stream")
    ]
    if not choosing:
        _lose_others(offers, ledger)
        return unasked, None
    asked = dict.fromkeys(name for offered in choosing for name in offered)
    groups: dict[str, list[str]] = {}
    answers: dict[str, Answer] = {}
    for name in asked:
        answer = build_answer({status: _asked(offered, name) for status, offered in offers.items()})
        key = repr(replace(answer, accept="", media_types=()))
        groups.setdefault(key, []).append(name)
        answers.setdefault(key, answer)
    if len(groups) == 1 and len(asked) > 1 and _ANY not in asked and unasked.kind != "stream":
        groups = {key: [_ANY, *own] for key, own in groups.items()}
    choices = tuple(AnswerChoice(tuple(own), answers[key]) for key, own in groups.items())
    places = {name: offer.location for offered in offers.values() for name, offer in offered.items()}
    by_status = {
        status_value(status): {
            name: offer.answer.type for name, offer in offered.items() if offer.answer.kind != "stream"
        }
        for status, offered in offers.items()
    }
    return choices[0].answer, Accept(argument, choices, by_status, operation.location.at("responses"), places)


def _is_choice(offered: Mapping[str, Offer]) -> bool:
    answers = {name: offer.answer for name, offer in offered.items()}
    meant = {repr(answer.type) if answer.kind == "json" else name for name, answer in answers.items()}
    return len(meant) > 1 or any(
        is_range(name) and answer.kind != "json" and not name.startswith(_ANY) for name, answer in answers.items()
    )


def _asked(offered: Mapping[str, Offer], name: str) -> Answer:
    """Return what a status gives back to who asks for a media type, which it may not have."""
    offer = offered.get(name) or next(iter(offered.values()), None)
    return offer.answer if offer else NOTHING


def _lose_beside(offers: Offers, stream: Answer, ledger: Ledger) -> None:
    """Write down the answers of other statuses that have no effect: a call that gives a stream gives no other.

    What is no stream comes as the one item in the place of a stream: that which is asked for first.
    """
    for status, offered in offers.items():
        first, *others = [*offered] or [""]
        if not first or replace(offered[first].answer, by_status=stream.by_status) == stream:
            continue
        if offered[first].answer.kind == "stream":
            others = [first, *others]
        for name in others:
            ledger.lose(offered[name].location, f"{name} of {status}", "calls give the stream of another status")


def _lose_others(offers: Offers, ledger: Ledger) -> None:
    """Write down the JSON media types that nobody asks for: what comes has the same type."""
    for offered in offers.values():
        first, *others = [*offered] or [""]
        for name in others if not _is_choice(offered) else ():
            why = f"answers are asked for as {first}, which has the same schema"
            ledger.lose(offered[name].location, f"media type {name}", why, minor=True)
