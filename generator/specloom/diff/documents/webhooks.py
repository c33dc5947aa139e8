"""Webhooks: the requests that the server makes. Their bodies are read by the client, their answers by the server."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain
from typing import Final

from specloom.diff.documents.extensions import member_location
from specloom.diff.documents.operations import compare_inside, item_location
from specloom.diff.documents.place import Comparison, Place
from specloom.diff.pairs import Partial, pair
from specloom.diff.sunset import Removal, allowance
from specloom.diff.vocabulary import Change
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import replace
from specloom.spec.document import Document, Operation
from specloom.spec.routes import wire_method

_REMOVAL: Final = Removal("webhook-removed", "deprecated-webhook-removed", "webhook-removed-before-sunset")


def compare_webhooks(comparison: Comparison) -> Iterator[Change]:
    """Yield which webhooks came and went, and what is different about those that stayed."""
    pairs = _pair(comparison.old, comparison.new)
    stayed = {before.path for before, _ in pairs.both}
    for webhook in pairs.removed:
        kind, sent = _REMOVAL.choose(webhook), (webhook.method, webhook.request_body)
        message = f"the webhook {quoted(webhook.path)} is gone"
        old, new, announced = _whole_location(webhook, stayed), _location(comparison.new), allowance(webhook)
        here = _place(comparison, webhook)
        gone = here.change(kind, message, before=webhook.path, old=old, new=new, allowance=announced)
        same = [each for each in pairs.added if (each.method, each.request_body) == sent]
        yield replace(gone, subjects=(gone.subject, *(_place(comparison, each).subject for each in same[:1])))
    for webhook in pairs.added:
        message = f"the webhook {quoted(webhook.path)} is new"
        new = _whole_location(webhook, stayed)
        yield _place(comparison, webhook).change("webhook-added", message, after=webhook.path, new=new)
    for before, after in pairs.left_out:
        message = f"the webhook {quoted(before.path)} is left out of the client"
        old, new = (_whole_location(each, stayed) for each in (before, after))
        yield _place(comparison, before).change("webhook-left-out", message, before=before.path, old=old, new=new)
    for before, after in pairs.included:
        message = f"the webhook {quoted(after.path)} was left out of the client and is in it now"
        old, new = (_whole_location(each, stayed) for each in (before, after))
        yield _place(comparison, after).change("webhook-included", message, after=after.path, old=old, new=new)
    for before, after in pairs.both:
        place = _place(comparison, after)
        yield from _compare(place, before, after)
        yield from compare_inside(place, before, after, {})


def _whole_location(webhook: Operation, stayed: Collection[str]) -> Location:
    """Return where a webhook is written, of which another method may be left."""
    return webhook.location.key() if webhook.path in stayed else item_location(webhook)


def _location(document: Document) -> Location:
    """Return where webhooks are, which OpenAPI 3.0 calls otherwise, or the document if it has none."""
    places = (each.location for each in document.webhook_operations)
    own = (each.pointer[0] for each in places if each.source is document.location.source and each.pointer)
    member = next(own, None)
    return document.location.key() if member is None else document.location.at(member)


def _pair(old: Document, new: Document) -> Partial[Operation]:
    """Pair webhooks by name and method, and those left of one name in their order."""
    before, after = (chain(*each.webhooks.values(), *each.skipped_webhooks.values()) for each in (old, new))
    pairs = pair(before, after, lambda webhook: webhook.route).then(lambda webhook: webhook.path)
    return Partial.of(pairs, lambda each: each.path in old.webhooks, lambda each: each.path in new.webhooks)


def _place(comparison: Comparison, webhook: Operation) -> Place:
    return comparison.route(f"webhook {webhook.path}", "response")


def _compare(place: Place, old: Operation, new: Operation) -> Iterator[Change]:
    before, after = wire_method(old.method), wire_method(new.method)
    if before != after:
        title, places = f"the webhook {quoted(new.path)}", (old.location.key(), new.location.key())
        here = place.below("method")
        yield here.value_change("webhook-method-changed", title, (before, after), places, verb="sent by", say=str)
    was, now = (webhook.extension.get("event", webhook.path) for webhook in (old, new))
    if was != now:
        here, title = place.below("event"), f"the event of the webhook {quoted(new.path)}"
        places = member_location(old, "event"), member_location(new, "event")
        yield here.value_change("webhook-event-changed", title, (was, now), places)
