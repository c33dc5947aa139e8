"""The part of a witness that uses what calls raise, and what the server tells on its own."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.diff.witness.lines import ERRORS, PACKAGE, WEBHOOKS, Line, Use, function
from specloom.ir.annotations import Annotation
from specloom.ir.api import Api, Event
from specloom.ir.literals import literal
from specloom.ir.signatures import Signatures
from specloom.render.build_client_views import build_errors_view

__all__ = ["use_errors", "use_events"]


def use_errors(api: Api) -> Iterator[Use]:
    """Yield mentions of every exception and of every documented code."""
    view = build_errors_view(api, "")
    names = [*view.imported, *(error.class_name for error in view.errors)]
    lines = [Line(f"{PACKAGE}.{name}, {ERRORS}.{name}", f"errors.{name}") for name in names]
    if api.error_codes:
        lines.append(Line(f"{PACKAGE}.ErrorCode, {ERRORS}.MEANINGS", "errors.ErrorCode"))
    lines += [Line(f"{ERRORS}.ErrorCode.{name}", f"errors.ErrorCode.{name}") for name, *_ in view.codes]
    yield tuple(lines)


def use_events(api: Api, signatures: Signatures) -> Iterator[Use]:
    """Yield the reading of every event; nothing where there are none."""
    if api.events is None:
        return
    text, headers = Annotation(("str", "None")), Annotation(("_Mapping[str, str]",))
    call = Line(f'    return {WEBHOOKS}.parse(_0, _1, secret=_2, on_mismatch="warn")', "webhooks.parse")
    parameters = {"_0": headers, "_1": Annotation(("bytes", "str")), "_2": text}
    yield function("webhooks.parse", parameters, [call], Annotation((f"{WEBHOOKS}.Event",)))
    for event in api.events.all:
        yield _read(event, signatures)


def _read(event: Event, signatures: Signatures) -> Use:
    symbol = f"webhooks.{event.class_name}"
    body = [Line(f"    _1: _Literal[{literal(event.value)}] = _0.type", f"{symbol}.type")]
    payload = signatures.answers.annotate(event.payload) if event.payload else Annotation(("bytes",))
    if event.kind != "nothing":
        body.append(Line(f"    _2: {payload.text} = _0.payload", f"{symbol}.payload"))
    return function(symbol, {"_0": Annotation((f"{WEBHOOKS}.{event.class_name}",))}, body)
