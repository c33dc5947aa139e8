"""From the resolved document to the IR: which resources there are, and everything that belongs to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from specloom.findings import DescriptionError, Finding, Location, Severity
from specloom.ir.api import CALL_ERRORS, Api, ErrorStatus, Method, Resource, all_methods
from specloom.ir.budget import Budget
from specloom.ir.build_arguments import ArgumentBuilder
from specloom.ir.build_credentials import build_credentials, build_security
from specloom.ir.build_edits import add_edits, build_changes, name_changes
from specloom.ir.build_failures import build_errors, envelope, error_codes, error_pointers, error_type, fail_alike
from specloom.ir.build_headers import mark_headers
from specloom.ir.build_links import (
    Relations,
    build_collections,
    build_link_shape,
    build_searches,
    has_decimal_numbers,
    mark_own_links,
)
from specloom.ir.build_methods import MethodBuilder
from specloom.ir.build_offers import FailureBuilder
from specloom.ir.build_servers import build_servers, build_settings, has_address, rate_limit, root_server
from specloom.ir.build_types import TypeBuilder
from specloom.ir.build_uploads import add_uploads
from specloom.ir.build_webhooks import build_events
from specloom.ir.call import OperationServer
from specloom.ir.merge import Merger
from specloom.ir.method_names import method_names
from specloom.ir.name_scopes import Kept, Names, in_turn, kept_apart, with_digest
from specloom.ir.naming import class_name, client_name, module_name, resource_name, spoken, words
from specloom.ir.types import AliasType, Direction, NamedType, ObjectType
from specloom.record import replace
from specloom.spec.select import first_segment, grouping_tag, resource_texts, tag_ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from specloom.ir.type_names import Settled
    from specloom.spec.document import Document, Operation


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
    answers = TypeBuilder(document, "answer", merger, report, settled["answer"], kept)
    inputs = TypeBuilder(document, "input", merger, report, settled["input"], kept)
    package = package or str(document.extension.get("package") or module_name(document.title) or "client")
    prefix = str(document.extension.get("env_prefix") or package.upper())
    names = Names("arguments of the client", report)
    server = root_server(document)
    servers = build_servers(document, server, ledger, report)
    settings = build_settings(server, prefix, names)
    credentials = build_credentials(document, document.operations, prefix, names, ledger, report)
    arguments = ArgumentBuilder(document, inputs, Relations(document, merger), report)
    first = _first_of_id(document)
    builder = MethodBuilder(
        document, answers, FailureBuilder(answers), inputs, credentials, report, arguments, servers, first, kept
    )
    links = build_link_shape(document, merger, report)
    resources = _build_resources(document, builder, report)
    resources = add_edits(add_uploads(resources, document, answers.types, report), document, answers.types, report)
    events = build_events(document, answers, report)
    if answers.settle() | inputs.settle():
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
        servers=_distinct(servers.values()),
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


def _distinct(servers: Iterable[OperationServer]) -> tuple[OperationServer, ...]:
    return tuple({server.address: server for server in servers}.values())


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


@dataclass(slots=True, eq=False, repr=False)
class _Group:
    """A resource while its operations are collected."""

    key: tuple[str, ...]
    """The words of its texts, by which it is found again: names can be cut, and would be those of others."""
    text: str
    location: Location
    path: tuple[str, ...] = ()
    operations: list[Operation] = field(default_factory=list)
    children: dict[str, _Group] = field(default_factory=dict)


def _build_resources(document: Document, builder: MethodBuilder, report: list[Finding]) -> tuple[Resource, ...]:
    """Group operations by `x-specloom.resource`, else their first tag, else the first segment of their path."""
    ways = tag_ways({tag.name: (str(tag.extension.get("name") or tag.name), tag.parent) for tag in document.tags})
    kinds = {tag.name: tag.kind for tag in document.tags}
    roots: dict[str, _Group] = {}
    for operation in document.operations:
        tag = grouping_tag(operation.tags, kinds)
        texts = resource_texts(operation.path, tag, str(operation.extension.get("resource", "")), ways)
        group = _Group((), "", operation.location, children=roots)
        for text in texts:
            key = (*group.key, _key([text]))
            group = group.children.setdefault(key[-1], _Group(key, text, operation.location))
        group.operations.append(operation)
    _name_groups(roots, ())
    _keep_groups(roots, builder.kept.methods)
    descriptions = {_key(ways[tag.name]): tag.description for tag in document.tags}
    names = Names("resources of the client", report, "resource")
    modules = Names("modules of resources", report, "resource")
    for group in _all_groups(roots):
        modules.take(module_name("_".join(group.path)), ".".join(group.path), group.location)
    return tuple(_resource(group, descriptions, builder, names, report) for group in roots.values())


def _first_of_id(document: Document) -> dict[str, Location]:
    return {each.operation_id: each.location for each in reversed(document.operations) if each.operation_id}


def _key(texts: Iterable[str]) -> str:
    """Return the words of the texts that lead to a group as one."""
    return "_".join("_".join(words(spoken(text))) for text in texts)


def _name_groups(groups: Mapping[str, _Group], above: tuple[str, ...]) -> None:
    """Give groups their paths; of several whose cut names are one, the first that is written keeps it."""
    ordered = [*groups.values()]
    holders: dict[str, str] = {}
    candidates: list[tuple[str, ...]] = []
    for group in ordered:
        text = spoken(group.text)
        name = resource_name(text)
        holder = holders.setdefault(name.casefold(), text)
        longer = resource_name(kept_apart(words(text), words(holder), "_"))
        candidates.append((name, longer, with_digest(name, group.key[-1])))
    for group, name in zip(ordered, in_turn(candidates), strict=True):
        group.path = (*above, name)
        _name_groups(group.children, group.path)


def _keep_groups(roots: dict[str, _Group], kept: Mapping[str, tuple[str, ...]]) -> None:
    """Bring operations that were published in another resource back to it, and leave no resource empty."""
    found = {group.path: group for group in _all_groups(roots)}
    for group in tuple(found.values()):
        for operation in tuple(group.operations):
            path = kept.get(operation.route, (*group.path, ""))[:-1]
            if path == group.path or "resource" in operation.extension:
                continue
            inner = roots
            for length in range(1, len(path) + 1):
                own = path[:length]
                if own not in found:
                    found[own] = inner[f"{own[-1]} "] = _Group(own, own[-1], operation.location, own)
                inner = found[own].children
            found[path].operations.append(operation)
            group.operations.remove(operation)
    _drop_empty(roots)


def _drop_empty(groups: dict[str, _Group]) -> None:
    for key, group in tuple(groups.items()):
        _drop_empty(group.children)
        if not group.operations and not group.children:
            del groups[key]


def _all_groups(groups: Mapping[str, _Group]) -> Iterable[_Group]:
    for group in groups.values():
        yield group
        yield from _all_groups(group.children)


def _shares_resource(operation: Operation, route: str) -> bool:
    """Tell whether the operation would be a method of the same resource at another route, too."""
    says_it = bool(operation.tags) or "resource" in operation.extension
    return says_it or first_segment(route.partition(" ")[2]) == first_segment(operation.path)


def _resource(
    group: _Group, descriptions: Mapping[str, str], builder: MethodBuilder, names: Names, report: list[Finding]
) -> Resource:
    own = class_name(" ".join(name.replace("_", " ") for name in group.path))
    taken = Names(f"methods of {'.'.join(group.path)}", report, "method")
    methods: list[Method] = []
    order = {route: number for number, route in enumerate(builder.document.routes)}
    skipped = {
        operation.route: [
            order[route] < order[operation.route]
            for route, operation_id in builder.document.skipped.items()
            if operation_id and operation_id == operation.operation_id and _shares_resource(operation, route)
        ]
        for operation in group.operations
    }
    names_given = method_names(group.operations, group.path, skipped, builder.kept.methods)
    for (name, wanted, holder), operation in zip(names_given, group.operations, strict=True):
        taken.take(name, operation.operation_id or operation.route, operation.location)
        if holder is not None:
            message = f"{operation.route} is called {name}(), for {holder.route} is called {wanted}()"
            advice = "name it with x-specloom: {method: …}"
            place = operation.location.key()
            report.append(Finding("shared-name", Severity.WARNING, message, place, (holder.location.key(),), advice))
        methods.append(builder.build(operation, name, own))
    return Resource(
        name=names.take(group.path[-1], group.text, group.location),
        path=group.path,
        class_name=own,
        description=descriptions.get("_".join(group.key), ""),
        methods=tuple(methods),
        children=tuple(_resource(child, descriptions, builder, taken, report) for child in group.children.values()),
    )
