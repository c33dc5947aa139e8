"""Prints the modules of the client itself: its class, its errors and its front door."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, cast

from specloom.ir.annotations import Annotator, literal
from specloom.ir.api import CALL_ERRORS, Api, Credential, ErrorStatus, TokenRequest, all_methods, all_resources
from specloom.ir.name_scopes import constant_names
from specloom.ir.surface import Surface
from specloom.ir.types import nullable
from specloom.render.documentation import sentence, text_docstring
from specloom.render.example_calls import client_example, list_file_methods
from specloom.render.python import call_text, docstring, one_line, wrap
from specloom.render.resource_modules import MODES, ResourceViews
from specloom.render.views import CredentialView, render_template
from specloom.spec.routes import VARIABLE

_KINDS = {
    "basic": "_Basic",
    "bearer": "_Bearer",
    "client-credentials": "_ClientCredentials",
    "digest": "_Digest",
    "header": "_HeaderKey",
    "query": "_QueryKey",
    "cookie": "_CookieKey",
}
_MARKS = {"query": "?", "cookie": "cookie "}

_SENT: Final = {
    "basic": ("User name for HTTP Basic authentication.", "The password of `{first}`."),
    "digest": ("User name for HTTP Digest authentication.", "The password of `{first}`."),
    "bearer": (
        "Bearer token, sent in the header `Authorization`; or a function that returns it, called for each request.",
    ),
    "client-credentials": ("Client ID (OAuth 2) with which tokens are fetched.", "The secret of `{first}`."),
    "header": ("Key, sent in the header `{name}`.",),
    "query": ("Key, sent in the query parameter `{name}`.",),
    "cookie": ("Value of the cookie `{name}`.",),
}
"""What the arguments of each kind of credential are, where the description does not say it."""

_NO_TOKEN: Final = re.compile(r"[^!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""What a name or a version in a header cannot have (RFC 9110, 5.6.2)."""

_WRITERS = {"form": "_write_form", "multipart": "_write_parts", "json": "_Request.json"}
"""How the body of a request for a token is written → what writes it."""


def render_client(api: Api, surface: Surface, resources: ResourceViews, http: str) -> str:
    """Return `client.py`."""
    return render_template(
        "client.py.j2",
        docstring=text_docstring(
            f"The clients for {api.title}: `{api.client_name}` and `Async{api.client_name}`.", indent=0
        ),
        class_name=api.client_name,
        class_docstring=_client_docstring(api, surface, "", http),
        bases=tuple(_bases(api, surface)),
        async_class_docstring=_client_docstring(api, surface, "Async", http),
        modes=MODES,
        settings=tuple(_settings(api)),
        resources=tuple(resources.attribute(resource) for resource in api.resources),
        base_url=_base_url(api),
        servers=_servers(api),
        credentials=tuple(_credential(credential) for credential in api.credentials),
        security=literal([list(alternative) for alternative in api.security]),
        authorize=_authorize(api),
        rate_limit="_RateLimiter({}, {})".format(*api.rate_limit) if api.rate_limit else "",
        error_pointers=ascii({part: tuple(segments) for part, segments in api.error_pointers.items()}),
        envelope=_envelope(api),
        describe_failure=_describe_failure(api),
        has_codes=bool(api.error_codes),
        user_agent=literal(_user_agent(api)),
    )


def _bases(api: Api, surface: Surface) -> Iterator[str]:
    """Yield the classes of the runtime that the client derives from."""
    links = ["CollectionClient"] if api.collections else ["LinkClient"] if api.links else []
    found = [*links, *(["DownloadClient"] if any(list_file_methods(surface)) else [])]
    yield from found or ["Client"]


def _user_agent(api: Api) -> str:
    """Return name and version of the client, as a header can have them (RFC 9110, 10.1.5)."""
    version = _NO_TOKEN.sub("-", api.version.strip()).strip("-")
    return f"{api.package}-python/{version}" if version else f"{api.package}-python"


def render_errors(api: Api) -> str:
    """Return `errors.py`, with the annotations of what the bodies of failures are, where all or some are described."""
    annotator = Annotator(api.answers, "answer", qualifier="_models.")
    annotations = {
        error.class_name: annotator.annotate(nullable(error.type)).text if error.type else "" for error in api.errors
    }
    annotations["ApiError"] = annotator.annotate(nullable(api.error_type)).text if api.error_type else ""
    errors = tuple(
        (each, *_status(each), "" if (own := annotations[each.class_name]) == annotations[each.base] else own)
        for each in api.errors
    )
    has_uploads = _has_uploads(api)
    names = [*(error.class_name for error in api.errors), *(["UploadError"] if has_uploads else [])]
    tables = ["BY_STATUS", *(["ErrorCode", "MEANINGS"] if api.error_codes else [])]
    return render_template(
        "errors.py.j2",
        docstring=docstring(_error_tree(api), indent=0),
        errors=errors,
        codes=tuple(_code_constants(api.error_codes)),
        imported=tuple(name for name in CALL_ERRORS if name != "ApiError" or not api.error_type),
        has_uploads=has_uploads,
        exports=tuple(literal(name) for name in sorted({*CALL_ERRORS, *names, *tables})),
        error=annotations["ApiError"],
        failure=annotator.annotate(api.error_type).text if api.error_type and api.fails_alike else "",
        failures=() if api.fails_alike else tuple(_described_failures(api, annotator)),
    )


def _describe_failure(api: Api) -> str:
    """Return the expression for what reads the bodies of failures; empty where none is described."""
    if api.error_type is None:
        return ""
    if not api.fails_alike:
        return "_FailuresByRoute(_described_failures)"
    by_default = any("default" in method.failures for method in all_methods(api.resources))
    return call_text("_DescribedFailures", "_described_failure", "" if by_default else "_BY_STATUS.keys()")


def _described_failures(api: Api, annotator: Annotator) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what bodies of failures are, each once, and the routes of which it holds."""
    routes: dict[str, list[str]] = {}
    for method in all_methods(api.resources):
        kinds = {
            literal(status): ", ".join(
                f"{literal(name)}: {annotator.annotate(type_).text}" for name, type_ in types.items()
            )
            for status, types in method.failures.items()
        }
        if kinds:
            text = ", ".join(f"{status}: {{{types}}}" for status, types in sorted(kinds.items()))
            routes.setdefault(f"{{{text}}}", []).append(literal(method.route))
    yield from ((text, tuple(each)) for text, each in routes.items())


def render_front_door(api: Api, surface: Surface) -> str:
    """Return the package's `__init__.py`."""
    errors = sorted(symbol.name for symbol in surface.errors)
    names = {*errors, api.client_name, f"Async{api.client_name}", "UNSET", "Unset"}
    exports = sorted({*names, *(["webhooks"] if api.events else [])})
    version = f", version {one_line(api.version)}" if api.version else ""
    lines = [*wrap(f"A client for {one_line(api.title)}{version}.", indent=3)]
    lines += ["", *(f"    {line}" if line else "" for line in client_example(api, surface))]
    lines += ["", f"Answer types are in `{api.import_path}.models`, what calls take in `{api.import_path}.inputs`."]
    return render_template(
        "__init__.py.j2",
        docstring=docstring(lines, indent=0),
        client=api.client_name,
        webhooks=api.events is not None,
        errors=tuple(errors),
        exports=tuple(literal(name) for name in exports),
    )


def _settings(api: Api) -> Iterator[tuple[str, str, str]]:
    """Yield name and type of what an environment variable can give, and the statement that finds its value."""
    for each in sorted(api.settings, key=lambda each: not each.required):
        yield _setting(each.name, "str | None", each.environment, each.choices)
    for credential in api.credentials:
        for argument in credential.arguments:
            name, type_, found = _setting(argument.name, "str | None", argument.environment)
            if credential.kind == "bearer":
                type_, found = "str | _Callable[[], str] | None", f"{found} if not callable({name}) else {name}"
            yield name, type_, found
    yield _setting("base_url", "str | None", api.base_url_environment)
    if api.fetches_tokens:
        yield "token_store", "_TokenStore | None", ""


def _authorize(api: Api) -> str:
    """Return the expression for what sends requests until they are authorized; empty where that needs no more."""
    tokens = "_with_tokens" if api.fetches_tokens else ""
    if not any(credential.kind == "digest" for credential in api.credentials):
        return tokens
    return f"_partial(_with_digest, send_on={tokens})" if tokens else "_with_digest"


def _setting(name: str, type_: str, environment: str, choices: tuple[str, ...] = ()) -> tuple[str, str, str]:
    listed = [literal(name), literal(list(choices))] if choices else []
    return name, type_, f"{name} = {call_text('_setting', name, literal(environment), *listed)}"


def _base_url(api: Api) -> str:
    """Return the expression for the address where the caller gives none."""
    if not api.base_url:
        return f"_server_url('', {{}}, {literal(f'Pass base_url, or set {api.base_url_environment}.')})"
    elsewhere = {name for each in api.servers for name in each.defaults} - {*VARIABLE.findall(api.base_url)}
    own = [each for each in api.settings if each.variable not in elsewhere]
    values = _variables(api, {each.variable: each.default for each in own})
    needed = [f"{each.name} ({each.environment})" for each in own if each.required]
    help_ = f"Pass {' and '.join(needed)}, or base_url ({api.base_url_environment})." if needed else ""
    return f"_server_url({literal(_server_template(api, api.base_url))}, {values}, {literal(help_)})"


def _servers(api: Api) -> tuple[tuple[str, str], ...]:
    """Return the addresses of the operations' servers as literals, and the expressions for what they come to."""
    return tuple(
        (literal(each.address), f"({literal(_server_template(api, each.address))}, {_variables(api, each.defaults)})")
        for each in api.servers
    )


def _variables(api: Api, defaults: Mapping[str, str]) -> str:
    """Return the expression for the values of server variables: what the caller gave, else the default.

    A variable that is no setting of the client has no value: that of the description cannot stand in an address.
    """
    values = []
    for each in api.settings:
        if each.variable in defaults:
            fallback = None if each.required else defaults[each.variable]
            values.append(f"{literal(each.variable)}: {each.name} or {literal(fallback)}")
    settings = {each.variable for each in api.settings}
    values += [f"{literal(name)}: None" for name in defaults if name not in settings]
    return f"{{{', '.join(values)}}}"


def _server_template(api: Api, template: str) -> str:
    """Return the address of a server; variables that are described as empty or with a slash are marked (RFC 6570)."""
    for each in api.settings:
        if any(not value or "/" in value for value in (each.default, *each.choices)):
            template = template.replace(f"{{{each.variable}}}", f"{{+{each.variable}}}")
    return template


def _credential(credential: Credential) -> CredentialView:
    names = [argument.name for argument in credential.arguments]
    place = literal(credential.parameter) if credential.parameter else ""
    made = call_text(_KINDS[credential.kind], place, *names, **_token_options(credential.token_request))
    variables = " and ".join(argument.environment for argument in credential.arguments)
    return CredentialView(
        scheme=literal(credential.scheme),
        expression=f"{made} if {' and '.join(names)} else None",
        help=literal(f"Pass {' and '.join(names)}, or set {variables}."),
        carrier=literal(_carrier(credential)),
    )


def _carrier(credential: Credential) -> str:
    """Return what carries a credential; see `Configuration.carriers` of the runtime."""
    if credential.kind in _MARKS:
        return _MARKS[credential.kind] + credential.parameter
    return credential.parameter.lower() or "authorization"  # where nothing else is said: RFC 9110, 11.6.2


def _token_options(request: TokenRequest | None) -> dict[str, str]:
    if request is None:
        return {}
    return {
        "token_url": literal(request.url),
        "write": _WRITERS[request.encoding],
        "sent_in": "" if request.sent_in == "header" else literal(request.sent_in),
        "store": "token_store",
        "scopes": literal(list(request.scopes)) if request.scopes else "",
    }


def _client_docstring(api: Api, surface: Surface, prefix: str, http: str) -> str:
    calls = "calls are awaited" if prefix else "calls block"
    lines = wrap(f"A client for {one_line(api.title)}; {calls}.", indent=7)
    lines += ["", "Args:"]
    for name, variable, meaning, default in setting_rows(surface):
        last = f", then `{default}`" if default else ""
        text = f"{name}: {meaning} Default: the environment variable `{variable}`{last}."
        lines += [f"    {line}" for line in wrap(text, indent=8, hanging=4)]
    own = [*([_STORE_ARGUMENT] if api.fetches_tokens else []), *([_SERVERS_ARGUMENT] if api.servers else [])]
    for text in (*own, *(each.format(http=http) for each in _COMMON_ARGUMENTS)):
        lines += [f"    {line}" for line in wrap(text, indent=8, hanging=4)]
    return docstring(lines, indent=4)


_SERVERS_ARGUMENT = (
    "servers: Addresses in place of those that single calls have of their own: the described one, as the README lists"
    " them, and yours."
)

_STORE_ARGUMENT = (
    "token_store: Where tokens are kept, with methods `load` and `save`. Default: the memory of the process, for all"
    " clients that have the same credentials."
)

_COMMON_ARGUMENTS = (
    "timeout: Seconds until an answer has to be complete, or an `{http}.Timeout` for each wait; None waits for ever.",
    "max_response_bytes: The most bytes of one answer that are held, decompressed; None holds any number.",
    "max_retries: How often a call that failed in passing is repeated; only calls that may safely be.",
    "headers: Sent with every request.",
    "on_mismatch: What happens when an answer contradicts the description: warn, ignore, raise, or a function to call.",
    "transport: An {http} transport, for proxies, certificates and tests.",
)


def setting_rows(surface: Surface) -> Iterator[tuple[str, str, str, str]]:
    """Yield argument, environment variable, meaning and last resort of what the client is made with."""
    first = surface.client
    for symbol in surface.client.members:
        match symbol.key:
            case ("variable", variable):
                fallback = f"`{variable}` in the server's address."
            case ("credential", _, number):
                first = symbol if number == "0" else first
                kind, parameter, _ = cast("Sequence[str]", first.behaviour["sent"])
                fallback = _SENT[kind][int(number)].format(name=one_line(parameter), first=first.name)
            case ("address",):
                fallback = "The server's address, in place of the described one."
            case _:
                continue
        meaning = sentence(one_line(symbol.summary)) or fallback
        if choices := cast("Sequence[str]", symbol.behaviour.get("choices")):
            meaning += f" One of {', '.join(f'`{one_line(each)}`' for each in choices)}."
        last = one_line(str(symbol.behaviour["default"])) if symbol.key[0] == "variable" else ""
        yield symbol.name, str(symbol.behaviour["environment"]), meaning, last


def _envelope(api: Api) -> str:
    """Return the expression for how answers say that a call failed; empty where they do not."""
    if api.envelope is None:
        return ""
    options = {
        name: f"frozenset({literal(list(values))})"
        for name in ("empty_codes", "empty_messages")
        if (values := getattr(api.envelope, name))
    }
    return call_text("_Envelope", ascii(api.envelope.success), **options)


def _status(error: ErrorStatus) -> tuple[str, str]:
    """Return a documented status as a literal, and the docstring of its class."""
    status = error.status if error.status.isdigit() else literal(error.status)
    said = error.phrase if error.status in error.phrase else f"{error.status} {error.phrase}"
    return status, f'"""{said}."""'


def _code_constants(codes: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    names = constant_names(codes)
    for code, meaning in codes.items():
        yield names[code], literal(code), text_docstring(meaning, indent=4), literal(one_line(meaning))


def _error_tree(api: Api) -> list[str]:
    tree = [
        ("CallError", "anything below"),
        ("├── ApiError", "the server answered with a failure"),
        *_error_branches(api.errors, "ApiError", "│   "),
        ("├── TransportError", "there was no answer"),
        ("│   ├── ConnectError", "the server could not be reached"),
        ("│   ├── TimedOutError", "it took too long"),
        ("│   └── TooLargeError", "it has more bytes than `max_response_bytes`"),
        *([("├── UploadError", "a storage did not take a file")] if _has_uploads(api) else []),
        ("├── MismatchError", "the answer contradicts the description"),
        ("└── PagingError", "a list does not come to an end"),
        ("ConfigurationError", "the client lacks a setting, or has a wrong one"),
    ]
    width = max(len(name) for name, _ in tree)
    return [f"What calls of {one_line(api.title)} raise.", "", *(f"{name:<{width}}  {text}" for name, text in tree)]


def _error_branches(errors: Collection[ErrorStatus], base: str, indent: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of the tree below a range or below `ApiError`, with what each class stands for."""
    children = [error for error in errors if error.base == base]
    for child in children:
        is_last = child is children[-1]
        yield f"{indent}{'└' if is_last else '├'}── {child.class_name}", f"status {child.status}"
        yield from _error_branches(errors, child.class_name, f"{indent}{' ' if is_last else '│'}   ")


def _has_uploads(api: Api) -> bool:
    return any(resource.uploads for resource in all_resources(api.resources))
