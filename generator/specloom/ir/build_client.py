"""What a client is made with: server variables, credentials, and the statuses that become exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from specloom.findings import Finding, Severity
from specloom.ir.api import (
    ClientSetting,
    Credential,
    CredentialArgument,
    Envelope,
    ErrorStatus,
    Pointers,
    TokenRequest,
)
from specloom.ir.media_types import is_json
from specloom.ir.naming import Names, argument_name, setting_name, spoken
from specloom.ir.unions import union_of
from specloom.source import parse_pointer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from specloom.findings import Location
    from specloom.ir.api import Method
    from specloom.ir.losses import Ledger
    from specloom.ir.types import Type
    from specloom.source import Json
    from specloom.spec.document import Document, Operation, SecurityRequirement, SecurityScheme, Server

_PHRASES = {
    400: "Bad Request",
    401: "Unauthorized",
    402: "Payment Required",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    407: "Proxy Authentication Required",
    408: "Request Timeout",
    409: "Conflict",
    410: "Gone",
    411: "Length Required",
    412: "Precondition Failed",
    413: "Content Too Large",
    414: "URI Too Long",
    415: "Unsupported Media Type",
    416: "Range Not Satisfiable",
    417: "Expectation Failed",
    421: "Misdirected Request",
    422: "Unprocessable Content",
    423: "Locked",
    424: "Failed Dependency",
    425: "Too Early",
    426: "Upgrade Required",
    428: "Precondition Required",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
    451: "Unavailable For Legal Reasons",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
    505: "HTTP Version Not Supported",
    507: "Insufficient Storage",
    508: "Loop Detected",
    511: "Network Authentication Required",
}
"""Reason phrases of the IANA registry of status codes. `http.HTTPStatus` differs between versions of Python."""

_RANGES = {"1XX": "Informational", "3XX": "Redirection", "4XX": "Client Error", "5XX": "Server Error"}

_CREDENTIAL_PARTS: dict[str, tuple[str, ...]] = {"basic": ("username", "password"), "bearer": ("token",)}


def build_settings(server: Server | None, prefix: str, names: Names) -> tuple[ClientSetting, ...]:
    """Return the server's variables as arguments of the client, in the order of the description.

    Args:
        server: The server, if the description names one.
        prefix: Beginning of environment variables.
        names: The names of the client's arguments so far.
    """
    if server is None:
        return ()
    settings: list[ClientSetting] = []
    for variable, facts in server.variables.items():
        chosen = facts.extension.get("name")
        wanted = setting_name(str(chosen or spoken(variable)))
        name = names.take(wanted if chosen else names.free(wanted, variable), variable, facts.location)
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


def build_credentials(
    document: Document,
    operations: Collection[Operation],
    prefix: str,
    names: Names,
    ledger: Ledger,
    report: list[Finding],
) -> tuple[Credential, ...]:
    """Return the security schemes that some operation asks for, as credentials of the client.

    Args:
        document: The description.
        operations: The operations that become methods.
        prefix: Beginning of environment variables.
        names: The names of the client's arguments so far.
        ledger: What has no effect is written down here.
        report: Findings are appended here.
    """
    wanted = [requirement for operation in operations for requirement in operation.security or ()]
    used = {scheme for requirement in (*document.security, *wanted) for scheme in requirement}
    schemes = [scheme for name, scheme in document.security_schemes.items() if name in used]
    unknown = {scheme.name for scheme in schemes if not _is_usable(scheme)}
    said = (document.security if operation.security is None else operation.security for operation in operations)
    needed = {name for alternatives in said for name in _needed(alternatives, unknown)}
    found: list[Credential] = []
    for scheme in schemes:
        credential = _credential(scheme, _alone(scheme, schemes, names), prefix, names)
        ledger.use_scheme(scheme)
        if credential is not None:
            _lose_flows(scheme, credential, ledger)
            found.append(credential)
            for part, argument in enumerate(credential.arguments):
                names.take(argument.name, scheme.name, scheme.location.at(part))
        elif scheme.kind == "mutualTLS":
            what = f"security scheme {scheme.name}"
            ledger.lose(scheme.location, what, "certificates belong to the transport, which callers can give")
        elif scheme.name not in needed:
            why = f"clients do not know the HTTP authentication scheme {scheme.scheme}; there is another way everywhere"
            ledger.lose(scheme.location, f"security scheme {scheme.name}", why)
        else:
            message = f"HTTP authentication scheme {scheme.scheme!r} is not supported"
            help_ = "describe an alternative the client can use, or skip the operations that need it"
            report.append(Finding("unsupported-security", Severity.UNSUPPORTED, message, scheme.location, help=help_))
    return tuple(found)


def _lose_flows(scheme: SecurityScheme, credential: Credential, ledger: Ledger) -> None:
    """Write down what the flows of a scheme say that the client does not use when it gets a token."""
    place = scheme.location.at("flows")
    for flow in scheme.flows:
        if credential.token_request is None:
            ledger.lose(place.at(flow.kind), f"flow {flow.kind} of {scheme.name}", "callers bring their token")
        elif flow.refresh_url:
            ledger.lose(place.at(flow.kind, "refreshUrl"), "refreshUrl", "client credentials are traded again")


def _is_usable(scheme: SecurityScheme) -> bool:
    """Tell whether a client can do what a scheme asks for, if only by its transport."""
    return scheme.kind != "http" or scheme.scheme in {"basic", "bearer", "digest"}


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

    Args:
        requirements: What is described. What no client can do is left out.
        place: Where that stands.
        document: The description.
        credentials: What the client holds.
        ledger: Takes the scopes.
    """
    for number, requirement in enumerate(requirements):
        for name, scopes in requirement.items():
            if scopes:
                why = "calls do not look at what a token may do"
                ledger.lose(place.at(str(number), name), f"scopes of {name}", why, minor=True)
    known = {credential.scheme for credential in credentials}
    unknown = {name for name, scheme in document.security_schemes.items() if not _is_usable(scheme)}
    usable = (requirement for requirement in requirements if not requirement.keys() & unknown)
    return tuple(tuple(scheme for scheme in requirement if scheme in known) for requirement in usable)


def build_errors(methods: Sequence[Method]) -> tuple[ErrorStatus, ...]:
    """Return an exception class for each documented failure status but `default`.

    A range comes before the codes in it and is the base of their classes, so that who catches the range catches them.
    `default` has no class of its own: `ApiError`, the base of all, stands for every failure. What a class says of the
    body holds for all operations: where they differ, it is one of several types.

    Args:
        methods: What can fail.
    """
    statuses = {status for method in methods for status in method.errors} - {"default"}
    names = {status: _error_name(_phrase(status)) for status in statuses}
    bases = {status: names.get(f"{status[0]}XX", "ApiError") if status.isdigit() else "ApiError" for status in names}
    return tuple(
        ErrorStatus(status, names[status], _phrase(status), bases[status], error_type(methods, status))
        for status in sorted(names, key=lambda status: (status[0], status.isdigit(), status))
    )


def error_type(methods: Iterable[Method], status: str = "") -> Type | None:
    """Return what the bodies of failures can be; None where nobody says it.

    Args:
        methods: What can fail.
        status: Of which status; of any code in it, if that is a range; of any failure by default.
    """
    found: dict[str, Type] = {}
    for method in methods:
        described = method.failures
        for key in _effective(described, status):
            found |= {repr(type_): type_ for type_ in described[key].values()}
    return union_of(tuple(found.values())) if found else None


def fail_alike(methods: Iterable[Method]) -> bool:
    """Tell whether all documented failures have bodies, and these are JSON of one type."""
    methods = tuple(methods)
    bodies = [body for method in methods for types in method.failures.values() for body in types.items()]
    described = [{*map(str, method.failures)} for method in methods]
    return (
        all(is_json(name) and type_ == bodies[0][1] for name, type_ in bodies)
        and all(each.issuperset(method.errors) for each, method in zip(described, methods, strict=True))
        and len({"default" in each for each in described}) == 1
    )


def _effective(described: Collection[int | str], status: str) -> Iterable[int | str]:
    """Return which of the described statuses say what the body of a failure is: the narrowest that has its code."""
    if status.isdigit():
        keys = (int(status), f"{status[0]}XX", "default")
        return [key for key in keys if key in described][:1]
    return [key for key in described if key == "default" or str(key)[0] == (status or str(key))[0]]


def error_pointers(extension: Mapping[str, Json]) -> Pointers:
    """Return where `x-specloom.error` says that code and message stand in the body of a failure."""
    places = _error(extension)
    found: dict[Literal["code", "message"], tuple[str, ...]] = {}
    for part in ("code", "message"):
        if isinstance(pointer := places.get(part), str):
            found[part] = parse_pointer(pointer)
    return found


def error_codes(extension: Mapping[str, Json]) -> dict[str, str]:
    """Return the error codes that `x-specloom.error` lists, and what they mean."""
    codes = _error(extension).get("codes")
    return {code: str(meaning) for code, meaning in codes.items()} if isinstance(codes, dict) else {}


def envelope(extension: Mapping[str, Json]) -> Envelope | None:
    """Return how answers say that a call failed in spite of its status, or None where they do not."""
    said = _error(extension)
    if not isinstance(pointer := said.get("success"), str):
        return None
    codes, messages = said.get("empty_codes"), said.get("empty_messages")
    return Envelope(
        parse_pointer(pointer),
        tuple(str(code) for code in codes) if isinstance(codes, list) else (),
        tuple(str(message) for message in messages) if isinstance(messages, list) else (),
    )


def _error(extension: Mapping[str, Json]) -> dict[str, Json]:
    said = extension.get("error")
    return said if isinstance(said, dict) else {}


def _error_name(phrase: str) -> str:
    name = f"{phrase.replace(' ', '').removesuffix('Error')}Error"
    return "NotImplementedStatusError" if name == "NotImplementedError" else name  # Python has one of that name


def rate_limit(extension: Mapping[str, Json]) -> tuple[int, float] | None:
    """Return `x-specloom.rate_limit` as requests and seconds, or None."""
    match extension.get("rate_limit"):
        case {"requests": int(requests), "seconds": int(seconds) | float(seconds)}:
            return requests, seconds
        case _:
            return None


def _phrase(status: str) -> str:
    if status in _RANGES:
        return _RANGES[status]
    return _PHRASES.get(int(status), f"Status {status}") if status.isdigit() else f"Status {status}"


def _usual_arguments(scheme: SecurityScheme) -> tuple[str, ...]:
    """Return what the arguments of a scheme are called where it is the only one of its sort."""
    match scheme.kind, scheme.scheme:
        case "apiKey", _:
            return ("api_key",)
        case "oauth2", _ if _token_request(scheme) is not None:
            return ("client_id", "client_secret")
        case "http", "basic" | "digest":
            return _CREDENTIAL_PARTS["basic"]
        case _:
            return _CREDENTIAL_PARTS["bearer"]


def _alone(scheme: SecurityScheme, schemes: list[SecurityScheme], names: Names) -> bool:
    """Tell whether the scheme is the only one of its sort, so that its arguments need no prefix.

    They do where a server variable, or an argument that another scheme asks for, is called so as well.
    """
    usual = _usual_arguments(scheme)
    others = [other for other in schemes if other is not scheme]
    asked = {str(name) for other in others for name in _asked(other).values()}
    return all(_usual_arguments(other) != usual for other in others) and not any(
        name in names or name in asked for name in usual
    )


def _asked(scheme: SecurityScheme) -> Mapping[str, Json]:
    """Return the names that the description gives the arguments of a scheme."""
    chosen = scheme.extension.get("arguments")
    return chosen if isinstance(chosen, dict) else {}


def _credential(scheme: SecurityScheme, alone: bool, prefix: str, taken: Names) -> Credential | None:
    kind: Literal["basic", "digest", "bearer", "client-credentials", "header", "query", "cookie"]
    parts: tuple[str, ...]
    match scheme.kind, scheme.scheme:
        case "apiKey", _:
            kind = scheme.place or "header"
            parts = ("key",)
            names = {"key": "api_key" if alone else setting_name(spoken(scheme.name))}
        case "oauth2", _ if _token_request(scheme) is not None:
            kind, parts = "client-credentials", ("client_id", "client_secret")
            names = {part: part if alone else f"{argument_name(spoken(scheme.name))}_{part}" for part in parts}
        case ("oauth2" | "openIdConnect", _) | ("http", "bearer"):
            kind, parts = "bearer", _CREDENTIAL_PARTS["bearer"]
            names = {"token": "token" if alone else _prefixed(scheme, "token")}
        case "http", "basic" | "digest":
            kind, parts = ("digest" if scheme.scheme == "digest" else "basic"), _CREDENTIAL_PARTS["basic"]
            names = {part: part if alone else _prefixed(scheme, part) for part in parts}
        case _:
            return None
    names = {part: taken.free(name, scheme.name) for part, name in names.items()}
    names |= {part: setting_name(str(name)) for part, name in _asked(scheme).items() if part in names}
    arguments = tuple(CredentialArgument(names[part], f"{prefix}_{names[part].upper()}") for part in parts)
    token_request = _token_request(scheme) if kind == "client-credentials" else None
    description = " ".join(filter(None, ["Deprecated." if scheme.deprecated else "", scheme.description]))
    return Credential(scheme.name, kind, scheme.parameter or "", arguments, description, scheme.location, token_request)


def _token_request(scheme: SecurityScheme) -> TokenRequest | None:
    """Return how a token is asked for; None where client credentials are not the only flow: callers bring theirs."""
    flows = [flow for flow in scheme.flows if flow.kind == "clientCredentials" and flow.token_url]
    if not flows or len(flows) < len(scheme.flows):
        return None
    said = scheme.extension.get("token_request")
    options = said if isinstance(said, dict) else {}
    return TokenRequest(
        url=flows[0].token_url or "",
        encoding=options.get("encoding", "form"),  # type: ignore[arg-type]  # the schema of x-specloom has checked it
        sent_in=options.get("credentials", "header"),  # type: ignore[arg-type]  # the same
        scopes=tuple(flows[0].scopes),
    )


def _prefixed(scheme: SecurityScheme, part: str) -> str:
    name = argument_name(spoken(scheme.name))
    return name if name == part or name.endswith(f"_{part}") else f"{name}_{part}"
