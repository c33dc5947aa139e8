"""What becomes of calls: methods that are gone, renamed or new, what they give back, and what they do on the wire."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from specloom.diff.client.arguments import compare_arguments
from specloom.diff.client.calls import Call, ResourcePath, route_of
from specloom.diff.client.comparison import Comparison, Outcome
from specloom.diff.client.credentials import Alternatives, compare_alternatives
from specloom.diff.symbols import ClientVerdict, SymbolChange
from specloom.findings import Location
from specloom.ir.api import Api, Body, Method, Paging, Upload
from specloom.ir.types import ListOf

__all__ = ["compare_methods"]

_BREAKS, _BEHAVES, _SAFE = ClientVerdict.CALL_BREAKS, ClientVerdict.BEHAVIOUR_CHANGES, ClientVerdict.SAFE
_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
"""RFC 9110, 9.2.2."""


def compare_methods(both: Comparison) -> Iterator[SymbolChange]:
    """Yield what is different about resources and their methods, in the order of the old client."""
    package, pairing = both.old.package, both.pairing
    yield from _renamed_resources(both)
    for call in pairing.gone:
        reason = f"there is no method for {_said(call)} any more"
        yield _method(package, call, None, Outcome(_BREAKS, reason))
    for old, new in pairing.calls:
        if new.resource != pairing.resources.get(old.resource) or new.name != old.name:
            yield _renamed(package, old, new)
        yield from compare_arguments(both, old, new)
        outcomes = (_result(both, old, new), *_request(both, old, new), _upload(old, new))
        yield from (_method(package, old, new, outcome) for outcome in outcomes if outcome is not None)
    for call in pairing.added:
        yield _method(both.new.package, None, call, Outcome(_SAFE, "nobody calls it yet"))


def _renamed_resources(both: Comparison) -> Iterator[SymbolChange]:
    """Yield resources of another name, but not those whose parent alone has one."""
    renamed = both.pairing.resources
    for old, new in renamed.items():
        if old[-1] != new[-1] or renamed.get(old[:-1], old[:-1]) != new[:-1]:
            yield SymbolChange(
                symbol=".".join((both.old.package, *old)),
                kind="resource",
                before=".".join(old),
                after=".".join(new),
                verdict=_BREAKS,
                reason=f"its methods are reached as {'.'.join((both.new.package, *new))} now",
                old_location=_first(old, [call for call, _ in both.pairing.calls]),
                location=_first(new, [call for _, call in both.pairing.calls]),
            )


def _first(path: ResourcePath, calls: list[Call]) -> Location | None:
    locations = (call.method.location for call in calls if call.resource[: len(path)] == path)
    return next((location.at("tags") for location in locations), None)


def _renamed(package: str, old: Call, new: Call) -> SymbolChange:
    change = _method(package, old, new, Outcome(_BREAKS, f"it is called {package}.{new.path} now"))
    return replace(
        change,
        old_location=old.method.location.at("operationId"),
        location=new.method.location.at("operationId"),
    )


def _method(package: str, old: Call | None, new: Call | None, outcome: Outcome) -> SymbolChange:
    (call,) = [each for each in (old, new) if each is not None][:1]
    return SymbolChange(
        symbol=f"{package}.{call.path}",
        kind="method",
        before=old.signature if old else "",
        after=new.signature if new else "",
        verdict=outcome.verdict,
        reason=outcome.reason,
        old_location=old.method.location if old else None,
        location=new.method.location if new else None,
    )


def _said(call: Call) -> str:
    return " and ".join(each.route for each in _operations(call))


def _operations(call: Call) -> tuple[Method, ...]:
    match call.fact:
        case Method():
            return (call.fact,)
        case Upload(request=request, attach=attach):
            return (request, *([attach] if attach else []))


def _result(both: Comparison, old: Call, new: Call) -> Outcome | None:
    if isinstance(old.fact, Method) and (old.method.paging is None) != (new.method.paging is None):
        now = "a pager, which sends nothing before it is read" if new.method.paging else "one answer, not a pager"
        return Outcome(_BREAKS, f"a call gives {now}")
    if old.result is None:
        return None if new.result is None else Outcome(_SAFE, "a call that gave nothing back gives something back")
    if new.result is None:
        return Outcome(ClientVerdict.TYPES_BREAK, "a call gives nothing back any more")
    before, after = old.result, new.result
    if old.returns.startswith("Pager["):
        before, after = ListOf(before), ListOf(after)  # pagers are invariant as lists are
    outcome = both.read(before, after)
    return outcome if outcome and (outcome.verdict != _SAFE or old.returns != new.returns) else None


def _request(both: Comparison, old: Call, new: Call) -> Iterator[Outcome]:
    """Yield what a call does otherwise on the wire, arguments aside. What an upload calls says so itself."""
    if not isinstance(old.fact, Method) or not isinstance(new.fact, Method):
        return
    before, after = old.fact, new.fact
    if route_of(old) != route_of(new):
        yield Outcome(_BEHAVES, f"a call sends {after.route}, not {before.route}")
    if before.server != after.server:
        yield Outcome(_BEHAVES, f"a call goes to {_server(after)}, not to {_server(before)}")
    if (sent := _body(before.body)) != (now := _body(after.body)) and before.body and after.body:
        yield Outcome(_BEHAVES, f"its body is sent as {now}, not as {sent}")
    if _is_idempotent(before) != _is_idempotent(after):
        repeated = "is repeated" if _is_idempotent(after) else "is not repeated any more"
        yield Outcome(_BEHAVES, f"a call {repeated} after a failure that may have come too late")
    if (before.security, after.security) != (None, None):
        needed, given = _security(before, both.old), _security(after, both.new)
        if needed != given:
            yield compare_alternatives("a call sends", needed, given)
    if (
        before.paging
        and after.paging
        and before.paging.name != after.paging.name
        and _differ(before.paging, after.paging)
    ):
        yield Outcome(_BEHAVES, "it finds the next page in another way")


def _server(method: Method) -> str:
    if method.server is None:
        return "the client's server"
    values = method.server.defaults.items()
    return method.server.address + (f" with {', '.join(f'{name}={value}' for name, value in values)}" if values else "")


def _body(body: Body | None) -> str:
    return body.content_type if body else ""


def _is_idempotent(method: Method) -> bool:
    return method.http_method in _IDEMPOTENT if method.idempotent is None else method.idempotent


def _security(method: Method, api: Api) -> Alternatives:
    return api.security if method.security is None else method.security


def _differ(old: Paging, new: Paging) -> bool:
    return replace(old, name="", item=new.item) != replace(new, name="")


def _upload(old: Call, new: Call) -> Outcome | None:
    match old.fact, new.fact:
        case (Upload() as before, Upload() as after):
            if _steps(before) != _steps(after):
                return Outcome(_BEHAVES, "the file goes to its place in another way")
            return None
        case (Upload(), _) | (_, Upload()):
            return Outcome(_BEHAVES, "it does something else")
        case _:
            return None


def _steps(upload: Upload) -> tuple[object, ...]:
    routes = [re.sub(r"\{[^}]*\}", "{}", each.route) for each in (upload.request, upload.attach) if each]
    return (*routes, upload.url, upload.http_method, upload.headers, upload.filename, upload.content_type, upload.key)
