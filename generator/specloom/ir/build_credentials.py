"""Credentials: what a client is made with for the security schemes of a description, and which of them a call sends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from specloom.findings import Finding, Location, Severity
from specloom.ir.api import Credential, CredentialArgument, CredentialKind, TokenRequest
from specloom.ir.losses import Ledger
from specloom.ir.name_scopes import Kept, Names
from specloom.ir.naming import argument_name, setting_name, spoken
from specloom.messages import quoted
from specloom.record import replace
from specloom.source import Json
from specloom.spec.check_objects import explain_unsendable
from specloom.spec.document import Document, Operation, SecurityRequirement, SecurityScheme, object_in

_MOST_NAMED: Final = 5
"""How many operations a message names."""


def build_credentials(
    document: Document,
    prefix: str,
    names: Names,
    ledger: Ledger,
    report: list[Finding],
    kept: Kept,
) -> tuple[Credential, ...]:
    """Return the security schemes that some operation asks for, as credentials of the client.

    Schemes that nothing but left-out operations asks for have names as well, so that leaving these out moves none.

    `names` are those of the client's arguments so far; environment variables begin with the prefix.
    """
    named, schemes = (_used(document, each) for each in (document.named_operations, document.operations))
    unknown = {scheme.name for scheme in schemes if _obstacle(scheme)[0]}
    needing: dict[str, list[str]] = defaultdict(list)
    for each in document.operations:
        for name in _needed(document.security_of(each), unknown):
            needing[name].append(each.operation_id or each.route)
    found: list[Credential] = []
    for scheme in named:
        problem, help_ = _obstacle(scheme)
        with names.left_out(scheme not in schemes):
            credential = None if problem else _credential(scheme, _alone(scheme, named, names), prefix, names, kept)
            for part, argument in enumerate(credential.arguments if credential is not None else ()):
                names.take(argument.name, scheme.name, scheme.location.at(part))
        if scheme not in schemes:
            continue
        ledger.use_scheme(scheme)
        if credential is not None:
            _lose_flows(scheme, credential, ledger)
            found.append(credential)
        elif scheme.kind == "mutualTLS":
            what = f"security scheme {scheme.name}"
            ledger.lose(scheme.location, what, "certificates belong to the transport, which callers can give")
        elif scheme.name not in needing:
            why = f"{problem}; there is another way everywhere"
            ledger.lose(scheme.location, f"security scheme {scheme.name}", why)
        else:
            by = needing[scheme.name]
            skips, advice = (by, help_) if len(by) <= _MOST_NAMED else ((), f"{help_}; {len(by)} operations need it")
            finding = Finding("unsupported-security", Severity.UNSUPPORTED, problem, scheme.location, help=advice)
            report.append(replace(finding, skips=tuple(skips)))
    return tuple(found)


def _used(document: Document, operations: Iterable[Operation]) -> list[SecurityScheme]:
    """Return the security schemes that the document or an operation asks for."""
    wanted = [requirement for operation in operations for requirement in operation.security or ()]
    used = {scheme for requirement in (*document.security, *wanted) for scheme in requirement}
    return [scheme for name, scheme in document.security_schemes.items() if name in used]


def _lose_flows(scheme: SecurityScheme, credential: Credential, ledger: Ledger) -> None:
    """Write down what the flows of a scheme say that the client does not use when it gets a token."""
    place = scheme.location.at("flows")
    for flow in scheme.flows:
        if credential.token_request is None:
            ledger.lose(place.at(flow.kind), f"flow {flow.kind} of {scheme.name}", "callers bring their token")
        elif flow.refresh_url:
            ledger.lose(place.at(flow.kind, "refreshUrl"), "refreshUrl", "client credentials are traded again")


def _obstacle(scheme: SecurityScheme) -> tuple[str, str]:
    """Return why no client can do what a scheme asks for, and what to do about it; empty texts where one can."""
    if scheme.kind == "apiKey":
        return explain_unsendable(scheme.parameter or "", scheme.place or "")
    if scheme.kind == "http" and scheme.scheme not in {"basic", "bearer", "digest"}:
        message = f"HTTP authentication scheme {quoted(scheme.scheme)} is not supported"
        return message, "describe an alternative that clients can use"
    return "", ""


def _needed(alternatives: Iterable[SecurityRequirement], unknown: Collection[str]) -> Collection[str]:
    """Return the schemes that no client knows and that a call cannot do without."""
    each = [requirement.keys() & unknown for requirement in alternatives]
    return set().union(*each) if all(each) else ()


def build_security(
    requirements: Sequence[SecurityRequirement],
    place: Location,
    document: Document,
    credentials: Iterable[Credential],
    ledger: Ledger,
) -> tuple[tuple[str, ...], ...]:
    """Return alternatives of credential names; an empty alternative allows anonymous calls.

    What no client can do is left out.
    """
    for number, requirement in enumerate(requirements):
        for name, scopes in requirement.items():
            if scopes:
                why = "calls do not look at what a token may do"
                ledger.lose(place.at(str(number), name), f"list of scopes of {name}", why, minor=True)
    known = {credential.scheme for credential in credentials}
    unknown = {name for name, scheme in document.security_schemes.items() if _obstacle(scheme)[0]}
    usable = (requirement for requirement in requirements if not requirement.keys() & unknown)
    return tuple(tuple(scheme for scheme in requirement if scheme in known) for requirement in usable)


def _sort_of(scheme: SecurityScheme) -> tuple[CredentialKind, dict[str, str]]:
    """Return the kind of a scheme's credential, and its parts: what each is called where no other is of its sort."""
    match scheme.kind, scheme.scheme:
        case "apiKey", _:
            return scheme.place or "header", {"key": "api_key"}
        case "oauth2", _ if _token_request(scheme) is not None:
            return "client-credentials", {"client_id": "client_id", "client_secret": "client_secret"}
        case "http", ("basic" | "digest") as kind:
            return kind, {"username": "username", "password": "password"}
        case _:
            return "bearer", {"token": "token"}


def _alone(scheme: SecurityScheme, schemes: list[SecurityScheme], names: Names) -> bool:
    """Tell whether the scheme is the only one of its sort, so that its arguments need no prefix.

    They do where a server variable, or an argument that another scheme asks for, is called so as well.
    """
    _, usual = _sort_of(scheme)
    others = [other for other in schemes if other is not scheme]
    asked = {str(name) for other in others for name in object_in(other.extension, "arguments").values()}
    return all(_sort_of(other)[1] != usual for other in others) and not any(
        name in names or name in asked for name in usual.values()
    )


def chosen_arguments(document: Document) -> frozenset[Json]:
    """Return the names that the description gives the arguments of its security schemes."""
    schemes = document.security_schemes.values()
    return frozenset(name for scheme in schemes for name in object_in(scheme.extension, "arguments").values())


def _credential(scheme: SecurityScheme, alone: bool, prefix: str, taken: Names, kept: Kept) -> Credential | None:
    if scheme.kind == "mutualTLS":
        return None
    kind, names = _sort_of(scheme)
    if not alone:
        names = {part: _longer_name(scheme, kind, part) for part in names}
    asked = {part: setting_name(str(name)) for part, name in object_in(scheme.extension, "arguments").items()}
    for number, (part, name) in enumerate(names.items()):
        stays = asked.get(part) or kept.settings.get(("credential", scheme.name, str(number)))
        sent = setting_name(scheme.parameter or "")
        other = f"{name}_{scheme.place if sent == name else sent}" if scheme.parameter else name
        advice = f"give it another name with x-specloom: {{arguments: {{{part}: …}}}}"
        names[part] = stays or taken.free(name, other, scheme.name, scheme.location, advice)
    arguments = tuple(CredentialArgument(names[part], f"{prefix}_{names[part].upper()}") for part in names)
    token_request = _token_request(scheme) if kind == "client-credentials" else None
    description = " ".join(filter(None, ["Deprecated." if scheme.deprecated else "", scheme.description]))
    return Credential(scheme.name, kind, scheme.parameter or "", arguments, description, scheme.location, token_request)


def _token_request(scheme: SecurityScheme) -> TokenRequest | None:
    """Return how a token is asked for; None where client credentials are not the only flow: callers bring theirs."""
    flows = [flow for flow in scheme.flows if flow.kind == "clientCredentials" and flow.token_url]
    if not flows or len(flows) < len(scheme.flows):
        return None
    options = object_in(scheme.extension, "token_request")
    return TokenRequest(
        url=flows[0].token_url or "",
        encoding=options.get("encoding", "form"),  # type: ignore[arg-type]  # the schema of x-specloom has checked it
        sent_in=options.get("credentials", "header"),  # type: ignore[arg-type]  # the same
        scopes=tuple(flows[0].scopes),
    )


def _longer_name(scheme: SecurityScheme, kind: CredentialKind, part: str) -> str:
    """Return what a part of a credential is called, one of several of its sort: after its scheme."""
    name = argument_name(spoken(scheme.name))
    if part == "key":
        return setting_name(spoken(scheme.name))
    says_it = kind != "client-credentials" and (name == part or name.endswith(f"_{part}"))
    return name if says_it else f"{name}_{part}"
