"""From the resolved document to the IR: all that a client has, put together from what the other builders make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from specloom.findings import DescriptionError, Finding, Severity
from specloom.ir.api import CALL_ERRORS, Api, ClientSetting, Credential, ErrorStatus, all_methods
from specloom.ir.budget import Budget
from specloom.ir.build_arguments import ArgumentBuilder
from specloom.ir.build_composed import add_edits, add_uploads, build_changes, name_changes
from specloom.ir.build_credentials import build_credentials, build_security, chosen_arguments
from specloom.ir.build_failures import build_errors, envelope, error_codes, error_pointers, error_type, fail_alike
from specloom.ir.build_links import (
    Relations,
    build_collections,
    build_link_shape,
    build_searches,
    has_decimal_numbers,
    mark_own_links,
)
from specloom.ir.build_methods import MethodBuilder, spelling_of
from specloom.ir.build_offers import FailureBuilder, mark_headers
from specloom.ir.build_resources import build_resources
from specloom.ir.build_servers import (
    build_servers,
    build_settings,
    client_variables,
    has_address,
    rate_limit,
    root_server,
)
from specloom.ir.build_types import TypeBuilder
from specloom.ir.build_webhooks import build_events
from specloom.ir.losses import Ledger
from specloom.ir.merge import Merger
from specloom.ir.name_scopes import Kept, Names
from specloom.ir.naming import client_name, module_name
from specloom.ir.type_names import ComponentNames, Settled, TypeNames
from specloom.ir.types import AliasType, Direction, NamedType, ObjectType
from specloom.record import replace
from specloom.spec.document import Document, ServerVariable


def build_api(
    document: Document, *, package: str | None = None, import_path: str | None = None, kept: Kept | None = None
) -> Api:
    """Return what the description becomes in Python.

    Args:
        document: The resolved document.
        package: Name of the Python package; by default `x-specloom.package`, or made from the title.
        import_path: What programs import the package as (`acme.shop`); by default its name.
        kept: The names that stay, whatever the description makes of them: see `specloom.ir.published`.

    Raises:
        DescriptionError: With all findings, when names collide, a construct is not supported, or a declaration of
            `x-specloom` does not fit.
    """
    settled: dict[Direction, Settled] = {"answer": {}, "input": {}}
    while (api := _build_api(document, package, settled, kept or Kept())) is None:
        pass  # names that collided are settled now, and those of the types inside begin with them
    return replace(api, import_path=import_path) if import_path else api


def _build_api(document: Document, package: str | None, settled: Mapping[Direction, Settled], kept: Kept) -> Api | None:
    """Return the API; None after settling names that were given twice, which shows only when all are known."""
    report: list[Finding] = []
    merger = Merger(document, Budget(), report)
    ledger = merger.ledger
    components = ComponentNames(document, kept, report)
    answers, inputs = (
        TypeBuilder(document, TypeNames(document, direction, report, told_apart, components), merger, report)
        for direction, told_apart in settled.items()
    )
    package = package or str(document.extension.get("package") or module_name(document.title) or "client")
    prefix = str(document.extension.get("env_prefix") or package.upper())
    server = root_server(document, document.operations)
    variables = client_variables(document, document.operations)
    servers = build_servers(document, server, variables, ledger, report)
    settings, credentials = _client_arguments(document, variables, prefix, ledger, report, kept)
    arguments = ArgumentBuilder(document, inputs, Relations(document, merger), report)
    first = {spelling_of(each): each.location for each in reversed(document.named_operations)}
    builder = MethodBuilder(
        document, answers, FailureBuilder(answers), inputs, credentials, report, arguments, servers, first, kept
    )
    links = build_link_shape(document, merger, report)
    resources = build_resources(document, builder, report)
    resources = add_edits(add_uploads(resources, document, answers.types, report), document, answers.types, report)
    events = build_events(document, answers, report)
    published = {name for (direction, _), name in kept.types.items() if direction == "input"}
    if answers.names.settle(inputs.types.keys() & published) | inputs.names.settle(answers.types):
        return None
    if links is not None:
        mark_own_links(answers.types, links)
        links = replace(links, keeps_digits=any(map(has_decimal_numbers, answers.types.values())))
    collections = build_collections(document, answers.types, resources, report)
    methods = tuple(all_methods(resources))
    mark_headers(answers.types, {method.headers for method in methods} - {""})
    errors = build_errors(methods)
    client = _client_name(document, package, errors, report)
    resources = name_changes(resources, {*answers.types, *inputs.types})
    found = dict.fromkeys(report)  # what both directions say is one finding
    if any(finding.severity.stops for finding in found):
        raise DescriptionError(found)
    return Api(
        package=package,
        import_path=package,
        client_name=client,
        title=document.title,
        version=document.version,
        description=document.description or document.summary,
        base_url=server.url if has_address(server) else "",
        servers=tuple({each.address: each for each in servers.values()}.values()),
        base_url_environment=f"{prefix}_BASE_URL",
        settings=settings,
        credentials=credentials,
        security=build_security(document.security, document.location.at("security"), document, credentials, ledger),
        rate_limit=rate_limit(document.extension),
        error_pointers=error_pointers(document.extension),
        error_codes=error_codes(document.extension),
        envelope=envelope(document.extension),
        errors=errors,
        error_type=error_type(methods),
        fails_alike=fail_alike(methods),
        links=links,
        collections=collections,
        searches=build_searches(document.extension),
        resources=resources,
        answers=answers.finish(),
        inputs={**_with_models(inputs, answers), **build_changes(resources)},
        skipped=tuple(document.skipped),
        events=events,
        location=document.location,
        losses=ledger.close(),
        warnings=tuple(found),
    )


def _client_arguments(
    document: Document,
    variables: Mapping[str, ServerVariable],
    prefix: str,
    ledger: Ledger,
    report: list[Finding],
    kept: Kept,
) -> tuple[tuple[ClientSetting, ...], tuple[Credential, ...]]:
    """Return what the client is made with for the variables of its servers, and for its security schemes."""
    chosen = {facts.extension.get("name") for facts in variables.values()} | chosen_arguments(document)
    kept = replace(kept, settings={key: name for key, name in kept.settings.items() if name not in chosen})
    names = Names("arguments of the client", report, held={name: key[1] for key, name in kept.settings.items()})
    named = client_variables(document, document.named_operations)
    settings = build_settings(variables, named, prefix, names, kept)
    return settings, build_credentials(document, prefix, names, ledger, report, kept)


def _client_name(document: Document, package: str, errors: Iterable[ErrorStatus], report: list[Finding]) -> str:
    """Return the class name of the client, which stands beside those of its errors."""
    taken = {*CALL_ERRORS, "UploadError", "ErrorCode", "UNSET", "Unset", *(error.class_name for error in errors)}
    chosen = document.extension.get("client")
    if not isinstance(chosen, str):
        return client_name(package, taken)
    if not taken.isdisjoint({chosen, f"Async{chosen}"}):
        place = document.location.at("x-specloom", "client")
        message = f"the client cannot be called {chosen!r}: its package has an error of that name"
        report.append(Finding("name-collision", Severity.ERROR, message, place, help="choose another name"))
    return chosen


def _with_models(inputs: TypeBuilder, answers: TypeBuilder) -> dict[str, NamedType]:
    """Return the input types; those whose schema has an answer model as well accept it in place of a dictionary."""
    models = {key: name for name, key in answers.origins.items() if isinstance(answers.types[name], ObjectType)}
    types = dict(inputs.types)
    for name, key in inputs.origins.items():
        type_ = types[name]
        if isinstance(type_, ObjectType) and key in models:
            types[name] = replace(type_, model=models[key])
        if isinstance(type_, AliasType) and key in answers.origins.values():
            types[name] = replace(type_, constants={})  # which those of the answer type are
    return types
