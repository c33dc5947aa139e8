"""Webhooks: what the server tells on its own, as `x-specloom.webhooks` and `x-specloom.event` say it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from specloom.findings import Finding, Location, Severity
from specloom.ir.build_body import choose_payload
from specloom.ir.build_types import TypeBuilder
from specloom.ir.events import Event, Events, Signature
from specloom.ir.losses import Ledger
from specloom.ir.name_scopes import Names, first_free, with_digest
from specloom.ir.naming import class_name
from specloom.messages import quoted
from specloom.source import Json, parse_pointer
from specloom.spec.document import Document, Operation, object_in
from specloom.spec.objects import FIELD_NAME


def build_events(document: Document, answers: TypeBuilder, report: list[Finding]) -> Events | None:
    """Return the events of all webhooks; None where the description has none or does not say how to tell them apart."""
    said = object_in(document.extension, "webhooks")
    webhooks = [(name, operation) for name, several in document.webhooks.items() for operation in several]
    _check_places(document, report, declared=bool(said))
    if not said or not webhooks:
        for name, operation in webhooks:
            why = "x-specloom does not say how to tell webhooks apart"
            answers.merger.ledger.lose(operation.location, f"webhook {name}", why)
        return None
    payloads = [choose_payload(operation, answers, class_name(f"{name} payload")) for name, operation in webhooks]
    taken = Names("classes of webhooks", report)
    wanted = sorted({name: _class_name(name, answers) for name, _ in webhooks}.items())
    candidates = [(own, with_digest(own, name)) for name, own in wanted]
    names = dict(zip((name for name, _ in wanted), first_free(candidates), strict=True))
    values: dict[str, Location] = {}
    events: list[Event] = []
    for (name, operation), (kind, payload) in zip(webhooks, payloads, strict=True):
        value = str(operation.extension.get("event") or name)
        if value in values:
            message = f"two webhooks are the event {value!r}"
            place = operation.location.key()
            advice = "give one of them another name with x-specloom: {event: …}"
            report.append(Finding("wrong-webhook", Severity.ERROR, message, place, (values[value],), advice))
        values.setdefault(value, operation.location.key())
        _lose_rest(name, operation, said, answers.merger.ledger)
        if "event" in said and kind != "json":
            why = "x-specloom.webhooks.event says that JSON names the event, and its body is none"
            answers.merger.ledger.lose(operation.location, f"webhook {name}", why)
        own = taken.take(names[name], name, operation.location)
        description = "\n\n".join(filter(None, [operation.summary, operation.description]))
        events.append(Event(own, value, kind, payload, description, operation.location))
    pointer = said.get("event")
    return Events(
        token_header=str(said.get("token_header", "")),
        event_header=str(said.get("event_header", "")),
        event=parse_pointer(pointer) if isinstance(pointer, str) else None,
        all=tuple(events),
        login=_login(said),
        signature=_signature(said, document.location.at("x-specloom", "webhooks", "signature"), report),
    )


def _login(said: Mapping[str, Json]) -> tuple[str, str] | None:
    login = object_in(said, "login")
    return (str(login["username"]), str(login["password"])) if login else None


def _signature(said: Mapping[str, Json], place: Location, report: list[Finding]) -> Signature | None:
    signature = object_in(said, "signature")
    if not signature:
        return None
    facts: dict[str, Any] = {}
    for name, value in signature.items():
        if isinstance(value, dict):
            facts |= {f"{name}_{member}": each for member, each in value.items()}
        else:
            facts[name] = value
    found = Signature(**facts)
    wrong: dict[str, str] = {}
    if ("timestamp" in signature) != ("{timestamp}" in found.signed):
        message = "'timestamp' and {timestamp} in 'signed' go together: a time that is not signed says nothing"
        wrong[message] = "write both, or neither"
    if found.signed.count("{body}") != 1:
        wrong["'signed' has to have {body} once"] = "write: signed: '{body}'"
    for name in _headers_in(found.signed):
        if not re.fullmatch(FIELD_NAME, name):
            wrong[f"{quoted(name)} in 'signed' is no header"] = "name one in braces, or write {timestamp} or {body}"
    if "token_header" in said:
        message = "a secret that signs is not sent: there may be 'token_header' or 'signature'"
        wrong[message] = "keep one of them"
    report += [Finding("wrong-webhook", Severity.ERROR, each, place, help=advice) for each, advice in wrong.items()]
    return found


def _signed_by(said: Mapping[str, Json]) -> set[str]:
    """Return the headers that a signature is made of, in lower case."""
    signature = object_in(said, "signature")
    named = [str(each["header"]) for each in (signature, object_in(signature, "timestamp")) if "header" in each]
    return {name.lower() for name in (*named, *_headers_in(str(signature.get("signed", ""))))}


def _headers_in(signed: str) -> list[str]:
    """Return the headers that what is signed has in braces."""
    return [name for name in re.findall(r"\{([^{}]*)\}", signed) if name not in {"body", "timestamp"}]


def _lose_rest(name: str, operation: Operation, said: Mapping[str, Json], ledger: Ledger) -> None:
    """Write down what is said of a webhook besides its body and the headers that tell where it comes from."""
    why = "of webhooks, clients read the body only"
    read = {("header", str(said.get(each)).lower()) for each in ("token_header", "event_header")}
    read |= {("query", name) for name in _login(said) or ()} | {("header", name) for name in _signed_by(said)}
    for parameter in operation.parameters:
        own = parameter.name.lower() if parameter.place == "header" else parameter.name
        known = (parameter.place, own) in read
        what = f"{parameter.place} parameter {parameter.name} of webhook {name}"
        ledger.lose(parameter.location, what, "x-specloom says how it is read" if known else why, minor=known)
    for response in operation.responses:
        what = f"response {response.status} of webhook {name}"
        place = operation.location.at("responses", response.status)
        ledger.lose(place, what, "who receives webhooks answers them", minor=True)
    for member, written in (("security", operation.security), ("servers", operation.servers)):
        if written:
            ledger.lose(operation.location.at(member), f"{member} of webhook {name}", why)


def _class_name(name: str, answers: TypeBuilder) -> str:
    """Return the class name of an event, told apart from models: `order_line` gives `OrderLineEvent`."""
    stem = re.sub(r"(?i)[\W_]*event$", "", name) or name
    own = class_name(f"{stem} event") if class_name(stem) else "UnnamedEvent"
    return class_name(f"{stem} webhook event") if own in answers.types else own


def _check_places(document: Document, report: list[Finding], *, declared: bool) -> None:
    webhooks = document.webhook_operations
    misplaced = [(each, "only operations of 'webhooks' can have 'event'") for each in document.operations]
    if not declared:
        misplaced += [(each, "nothing says where requests name their event") for each in webhooks]
    for operation, message in misplaced:
        if "event" in operation.extension:
            place = operation.location.at("x-specloom", "event").key()
            help_ = "declare it in the document's x-specloom under 'webhooks'" if operation in webhooks else ""
            report.append(Finding("wrong-webhook", Severity.ERROR, message, place, help=help_))
