"""The view of the module that reads webhooks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from specloom.ir.api import Api, Event, Events
from specloom.models.datamodel import Import
from specloom.models.modules import Module
from specloom.render.annotations import Annotation, Annotator
from specloom.render.build_link_views import links_module
from specloom.render.documentation import text_docstring
from specloom.render.imports import import_lines
from specloom.render.python import literal
from specloom.render.views import EventView, WebhooksView

__all__ = ["build_webhooks_view", "webhooks_example"]

_EXPORTS = (
    "BrokenBodyError",
    "Event",
    "MissingTokenError",
    "UnknownEventError",
    "WebhookError",
    "WrongTokenError",
    "parse",
)


def build_webhooks_view(api: Api, events: Events, header: str, answer_modules: tuple[Module, ...]) -> WebhooksView:
    """Return the view of `webhooks.py`.

    Args:
        api: The API.
        events: What it tells on its own.
        header: The first line of every file.
        answer_modules: Where the answer models live.
    """
    annotator = Annotator(api.answers, answer_modules, "answer", "..models", links=links_module(api))
    payloads = [_payload(event, annotator) for event in events.all]
    imports = {each for payload in payloads for each in _here(payload.imports)}
    views = tuple(_event(event, payload) for event, payload in zip(events.all, payloads, strict=True))
    return WebhooksView(
        header=header,
        docstring=text_docstring(f"The requests that {api.title} sends on its own, and how to read them.", indent=0),
        type_imports=import_lines(
            {*imports, Import("._runtime.configuration", "OnMismatch")} - {Import("typing", "Literal")}
        ),
        exports=tuple(literal(name) for name in sorted({*_EXPORTS, *(event.class_name for event in events.all)})),
        events=views,
        places=_places(events),
    )


def webhooks_example(api: Api) -> list[str]:
    """Return the lines that show how a webhook is read; none where there are none."""
    if api.events is None:
        return []
    first = api.events.all[0]
    return [
        f"from {api.package} import webhooks",
        "",
        'event = webhooks.parse(request.headers, request.body, secret="…")',
        f"if isinstance(event, webhooks.{first.class_name}):",
        "    print(event.payload)" if first.kind != "nothing" else "    print(event.type)",
    ]


def _payload(event: Event, annotator: Annotator) -> Annotation:
    if event.payload is not None:
        return annotator.annotate(event.payload)
    return Annotation(("bytes",) if event.kind == "bytes" else ())


def _event(event: Event, payload: Annotation) -> EventView:
    decoded = event.kind == "json"
    made_of = f"delivery.payload({payload.text}, on_mismatch)" if decoded else "delivery.body" if payload.text else ""
    return EventView(
        class_name=event.class_name,
        docstring=text_docstring(event.description, indent=4, fallback=f"The event `{event.value}`."),
        value=literal(event.value),
        payload=payload.text,
        imports=import_lines(each for each in _here(payload.imports) if each != Import("typing", "Literal")),
        made_of=made_of,
    )


def _here(imports: Iterable[Import]) -> set[Import]:
    """Return imports as the top of the package has them: one dot fewer than a module one folder down."""
    return {replace(each, module=each.module[1:]) if each.module.startswith("..") else each for each in imports}


def _places(events: Events) -> str:
    places = [f"token_header={literal(events.token_header)}"]
    if events.event_header:
        places.append(f"event_header={literal(events.event_header)}")
    if events.event is not None:
        places.append(f"event={events.event!a}")
    return ", ".join(places)
