"""The view of the module that reads webhooks."""

from __future__ import annotations

from specloom.ir.annotations import Annotator
from specloom.ir.api import Api, Event, Events
from specloom.ir.literals import literal
from specloom.render.documentation import text_docstring
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


def build_webhooks_view(api: Api, events: Events, header: str) -> WebhooksView:
    """Return the view of `webhooks.py`.

    Args:
        api: The API.
        events: What it tells on its own.
        header: The first line of every file.
    """
    annotator = Annotator(api.answers, "answer")
    return WebhooksView(
        header=header,
        docstring=text_docstring(f"The requests that {api.title} sends on its own, and how to read them.", indent=0),
        exports=tuple(literal(name) for name in sorted({*_EXPORTS, *(event.class_name for event in events.all)})),
        events=tuple(_event(event, annotator) for event in events.all),
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


def _event(event: Event, annotator: Annotator) -> EventView:
    payload = annotator.annotate(event.payload).text if event.payload is not None else ""
    made_of = f"_delivery.payload({payload}, on_mismatch)" if event.kind == "json" else ""
    if event.kind == "bytes":
        payload, made_of = "bytes", "_delivery.body"
    return EventView(
        class_name=event.class_name,
        docstring=text_docstring(event.description, indent=4, fallback=f"The event `{event.value}`."),
        value=literal(event.value),
        payload=payload,
        made_of=made_of,
    )


def _places(events: Events) -> str:
    places = [f"token_header={literal(events.token_header)}"]
    if events.event_header:
        places.append(f"event_header={literal(events.event_header)}")
    if events.event is not None:
        places.append(f"event={events.event!a}")
    return ", ".join(places)
