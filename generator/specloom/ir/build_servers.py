"""Where calls go: the server of the client, what it is made with for that, and the servers of single operations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeGuard

from specloom.findings import Finding, Severity
from specloom.ir.api import ClientSetting
from specloom.ir.call import OperationServer
from specloom.ir.losses import Ledger
from specloom.ir.name_scopes import RENAME, Kept, Names
from specloom.ir.naming import setting_name, spoken
from specloom.messages import quoted
from specloom.record import replace
from specloom.source import Json
from specloom.spec.document import Document, Operation, Server, ServerVariable
from specloom.spec.routes import VARIABLE, fill_variables

_FIRST: Final = "of several servers, the first is used"
_NO_CALL: Final = "no call goes there"
_HOST = re.compile(r"[^/?#]+://[^/?#]")
_CALLABLE = re.compile(r"(https?|[^:/]*\{[^{}]*\}[^:/]*)://[^/?#@]+(/[^?#]*)?", re.IGNORECASE)
"""What a client takes for an address: see `_address` of the runtime's configuration."""
_AUTHORITY = re.compile(r"[^/?#]+://[^/?#]*")

_USUAL_PORT = re.compile(r"(?<=^http:)(//[^/]*):80$|(?<=^https:)(//[^/]*):443$")

_VALUE = re.compile(r"[^\s\\?#@%{}\x00-\x20\x7f]+")


def root_server(document: Document, operations: Sequence[Operation]) -> Server | None:
    """Return the server whose address calls go to unless they have one of their own: the first of the description.

    Where that has no address and all operations have their own, it is the first operation's.
    """
    first = _with_host(document.servers[0]) if document.servers else None
    own = [_with_host(each.servers[0]) for each in operations if each.servers]
    if not has_address(first) and own and len(own) == len(operations):
        return next(filter(has_address, own), first)
    return first


def _with_host(server: Server) -> Server:
    """Return a server with those variables filled in that bring the host along: callers give `base_url` for these."""
    if _HOST.match(server.url):
        return server
    whole = {name: each.default for name, each in server.variables.items() if _HOST.match(each.default)}
    others = {name: each for name, each in server.variables.items() if name not in whole}
    return replace(server, url=fill_variables(server.url, whole), variables=others)


def client_variables(document: Document, operations: Sequence[Operation]) -> dict[str, ServerVariable]:
    """Return the server variables that are settings of a client of some operations, by their names.

    Those of its own server come first, then those of others.

    A variable that only servers of operations have is none where its default can stand in no address: the client would
    need a value for the sake of one call.
    """
    root = root_server(document, operations)
    found = dict(root.variables) if root is not None else {}
    for server in (_with_host(each.servers[0]) for each in operations if each.servers):
        for name in VARIABLE.findall(server.url):
            if name in server.variables and _is_usable(server.variables[name].default):
                found.setdefault(name, server.variables[name])
    return found


def normal_address(address: str) -> str:
    """Return an address as it compares: by case of scheme and host, port of the scheme and last slash none differs."""
    authority = _AUTHORITY.match(address)
    if authority is None:
        return address.rstrip("/")
    host = _USUAL_PORT.sub(r"\1\2", authority[0].lower())
    return (host + address.removeprefix(authority[0])).rstrip("/")


def origin(address: str) -> str:
    """Return an address without its path, as it compares."""
    return normal_address(address).removesuffix(base_path(address))


def base_path(address: str) -> str:
    """Return the path of an address, as it compares; empty where there is none before the paths of operations."""
    address = normal_address(address)
    authority = _AUTHORITY.match(address)
    return address if authority is None else address.removeprefix(authority[0])


def has_address(server: Server | None) -> TypeGuard[Server]:
    """Tell whether calls can go to a server: it has a host, and clients know how to get there."""
    return server is not None and _HOST.match(server.url) is not None and not _is_elsewhere(server.url)


def _is_elsewhere(address: str) -> bool:
    """Tell whether an address has a host that no client gets to, whatever its variables are."""
    return _HOST.match(address) is not None and _CALLABLE.fullmatch(address) is None


def _unreachable(server: Server, severity: Severity, advice: str) -> Finding:
    message = (
        f"no call goes to {quoted(server.url)}: clients speak http and https, and take no user name or query there"
    )
    return Finding("unsupported-server", severity, message, server.location, help=advice)


def build_servers(
    document: Document,
    root: Server | None,
    settings: Mapping[str, ServerVariable],
    ledger: Ledger,
    report: list[Finding],
) -> dict[str, OperationServer]:
    """Return the servers of operations that go elsewhere than the client does, by the operations' routes.

    Of several servers the first counts, as it does for the client. On the host of the client's server an address is
    kept as a path, so that it goes along with a `base_url` that the caller gives.
    """
    found: dict[str, OperationServer] = {}
    _note_unused(document, root, ledger, report)
    for operation in document.operations:
        for number, other in enumerate(operation.servers):
            if number:
                ledger.lose(other.location, f"server {other.url}", _FIRST)
            else:
                _lose_variables(other, settings, ledger)
        server = _server(operation, root, settings)
        if server is not None:
            if _is_elsewhere(server.address):
                advice = "describe an address that calls can go to"
                report.append(_unreachable(operation.servers[0], Severity.UNSUPPORTED, advice))
            same = (each for each in found.values() if each.address == server.address)
            if (first := next(same, server)) != server:  # other defaults of the same variables: they are filled in
                address = _filled(server.address, server.defaults)
                server = first if address == server.address else OperationServer(address, {})
            found[operation.route] = server
    return found


def _note_unused(document: Document, root: Server | None, ledger: Ledger, report: list[Finding]) -> None:
    """Write down which servers of the description no call goes to."""
    why = _NO_CALL if all(each.servers for each in document.operations) else _FIRST
    for other in document.servers:
        if root is None or other.location != root.location:
            ledger.lose(other.location, f"server {other.url}", why)
        else:
            _lose_hosts(other, "base_url", ledger)
    if root is not None and not has_address(root):
        if is_elsewhere := _is_elsewhere(root.url):
            report.append(_unreachable(root, Severity.WARNING, "callers have to give base_url"))
        why = _NO_CALL if is_elsewhere else "it has no host"
        ledger.lose(root.location, f"server {root.url}", f"{why}: callers give base_url")


def _lose_variables(server: Server, settings: Mapping[str, ServerVariable], ledger: Ledger) -> None:
    """Write down which variables of an operation's server are no settings, and which values are not refused."""
    _lose_hosts(server, "servers", ledger)
    for name, variable in _with_host(server).variables.items():
        setting = settings.get(name)
        if setting is None:
            why = "its default can stand in no address: callers give another one in its place: servers"
            ledger.lose(variable.location, f"server variable {name}", why)
        elif variable.enum and set(variable.enum) != set(setting.enum):
            ledger.lose(variable.location.at("enum"), f"enum of server variable {name}", "other values are not refused")


def _lose_hosts(server: Server, argument: str, ledger: Ledger) -> None:
    """Write down which variables of a server are no settings because they bring the host along."""
    for name in server.variables.keys() - _with_host(server).variables.keys():
        why = f"it brings the host along: callers give {argument} in its place"
        ledger.lose(server.variables[name].location, f"server variable {name}", why)


def _server(
    operation: Operation, root: Server | None, settings: Mapping[str, ServerVariable]
) -> OperationServer | None:
    if not operation.servers:
        return None
    server = _with_host(operation.servers[0])
    # A variable that is not declared where it stands is the one of that name: what callers pass is for both anyway.
    known = {name: setting.default for name, setting in settings.items()}
    defaults = {name: variable.default or known.get(name, "") for name, variable in server.variables.items()}
    address = _filled(server.url, {name: default for name, default in defaults.items() if name not in settings})
    if root is not None:
        common = {name: default for name, default in defaults.items() if name in settings}
        if normal_address(address) == normal_address(root.url) and all(
            settings[each].default == common[each] for each in common
        ):
            return None
        address = _on_the_same_host(address, root, common)
    names = set(VARIABLE.findall(address))
    return OperationServer(address, {name: default for name, default in defaults.items() if name in names})


def _on_the_same_host(address: str, root: Server, defaults: Mapping[str, str]) -> str:
    """Return the path of an address whose host is that of the client's server; otherwise all of it."""
    ours, host = _AUTHORITY.match(root.url), _AUTHORITY.match(address)
    if ours is None or host is None or normal_address(ours[0]) != normal_address(host[0]):
        return address
    if any(root.variables[name].default != defaults.get(name) for name in VARIABLE.findall(host[0])):
        return address
    return address.removeprefix(host[0]) or "/"


def _filled(address: str, values: Mapping[str, str]) -> str:
    """Fill in variables; those stay whose value is none that an address can have, so that no call goes there."""
    return fill_variables(address, {name: value for name, value in values.items() if _is_usable(value)})


def _is_usable(value: str) -> bool:
    """Tell whether a value may stand in an address: the client takes the same, see `server_url`."""
    return bool(_VALUE.fullmatch(value)) and {".", ".."}.isdisjoint(value.split("/"))


def build_settings(
    variables: Mapping[str, ServerVariable],
    named: Mapping[str, ServerVariable],
    prefix: str,
    names: Names,
    kept: Kept,
) -> tuple[ClientSetting, ...]:
    """Return server variables as arguments of the client, in the order of the description.

    `named` has those of left-out operations as well, which have names so that leaving these out moves none.
    """
    settings: list[ClientSetting] = []
    for variable, facts in {**named, **variables}.items():
        chosen = facts.extension.get("name")
        wanted = setting_name(str(chosen or spoken(variable)))
        stays = wanted if chosen else kept.settings.get(("variable", variable))
        with names.left_out(variable not in variables):
            name = stays or names.free(wanted, wanted, variable, facts.location, RENAME)
            names.take(name, variable, facts.location)
        if variable not in variables:
            continue
        settings.append(
            ClientSetting(
                name=name,
                variable=variable,
                required=facts.extension.get("required") is True,
                default=facts.default,
                choices=facts.enum,
                environment=f"{prefix}_{name.upper()}",
                description=facts.description,
                location=facts.location,
            )
        )
    return tuple(settings)


def rate_limit(extension: Mapping[str, Json]) -> tuple[int, float] | None:
    """Return `x-specloom.rate_limit` as requests and seconds, or None."""
    match extension.get("rate_limit"):
        case {"requests": int(requests), "seconds": int(seconds) | float(seconds)}:
            return requests, seconds
        case _:
            return None
