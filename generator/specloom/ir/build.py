"""From the resolved document to the IR: which resources there are, and everything that belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from specloom.errors import DescriptionError
from specloom.findings import Finding, Location
from specloom.ir.api import Api, Method, Resource
from specloom.ir.budget import Budget
from specloom.ir.build_client import (
    build_credentials,
    build_errors,
    build_security,
    build_settings,
    envelope,
    error_codes,
    error_pointers,
    rate_limit,
)
from specloom.ir.build_links import Relations, build_link_shape, build_searches
from specloom.ir.build_methods import MethodBuilder, method_name
from specloom.ir.build_types import TypeBuilder
from specloom.ir.build_uploads import add_uploads
from specloom.ir.build_webhooks import build_events
from specloom.ir.merge import Merger
from specloom.ir.naming import Names, class_name, client_name, module_name, resource_name
from specloom.ir.types import NamedType, ObjectType
from specloom.spec.document import Document, Operation

__all__ = ["build_api"]


def build_api(document: Document, *, package: str | None = None) -> Api:
    """Return what the description becomes in Python.

    Args:
        document: The resolved document.
        package: Name of the Python package; by default `x-specloom.package`, or made from the title.

    Raises:
        DescriptionError: With all findings, when names collide, a construct is not supported, or a declaration of
            `x-specloom` does not fit.
    """
    report: list[Finding] = []
    merger = Merger(document, Budget(), report)
    answers = TypeBuilder(document, "answer", merger, report)
    inputs = TypeBuilder(document, "input", merger, report)
    package = package or str(document.extension.get("package") or module_name(document.title) or "client")
    prefix = str(document.extension.get("env_prefix") or package.upper())
    names = Names("arguments of the client", report)
    server = document.servers[0] if document.servers else None
    settings = build_settings(server, prefix, names)
    credentials = build_credentials(document, document.operations, prefix, names, report)
    builder = MethodBuilder(document, answers, inputs, credentials, report, Relations(document, merger))
    links = build_link_shape(document, merger, report)
    resources = _build_resources(document, builder, report)
    resources = add_uploads(resources, document, answers.types, report)
    events = build_events(document, answers, report)
    if report:
        raise DescriptionError(dict.fromkeys(report))  # what both directions say is one finding
    return Api(
        package=package,
        client_name=str(document.extension.get("client") or client_name(package)),
        title=document.title,
        version=document.version,
        description=document.description or document.summary,
        base_url=server.url if server and "://" in server.url else "",
        base_url_environment=f"{prefix}_BASE_URL",
        settings=settings,
        credentials=credentials,
        security=build_security(document.security, credentials),
        rate_limit=rate_limit(document.extension),
        error_pointers=error_pointers(document.extension),
        error_codes=error_codes(document.extension),
        envelope=envelope(document.extension),
        errors=build_errors(status for method in _methods(resources) for status in method.errors),
        links=links,
        searches=build_searches(document.extension),
        resources=resources,
        answers=dict(answers.types),
        inputs=_with_models(inputs, answers),
        skipped=tuple(document.skipped),
        events=events,
        webhooks=() if events else tuple(document.webhooks),
        location=document.location,
    )


def _methods(resources: Iterable[Resource]) -> Iterable[Method]:
    for resource in resources:
        yield from resource.methods
        yield from _methods(resource.children)


def _with_models(inputs: TypeBuilder, answers: TypeBuilder) -> dict[str, NamedType]:
    """Return the input types; those whose schema has an answer model as well accept it in place of a dictionary."""
    models = {key: name for name, key in answers.origins.items() if isinstance(answers.types[name], ObjectType)}
    types = dict(inputs.types)
    for name, key in inputs.origins.items():
        type_ = types[name]
        if isinstance(type_, ObjectType) and key in models:
            types[name] = replace(type_, model=models[key])
    return types


@dataclass(slots=True)
class _Group:
    """A resource while its operations are collected."""

    path: tuple[str, ...]
    text: str
    location: Location
    operations: list[Operation] = field(default_factory=list)
    children: dict[str, _Group] = field(default_factory=dict)


def _build_resources(document: Document, builder: MethodBuilder, report: list[Finding]) -> tuple[Resource, ...]:
    """Group operations by `x-specloom.resource`, else their first tag, else the first segment of their path."""
    tag_names = {tag.name: str(tag.extension.get("name") or tag.name) for tag in document.tags}
    roots: dict[str, _Group] = {}
    for operation in document.operations:
        chosen = operation.extension.get("resource")
        if isinstance(chosen, str):
            texts = chosen.split(".")
        else:
            texts = [tag_names.get(operation.tags[0], operation.tags[0])] if operation.tags else [_segment(operation)]
        group = _Group((), "", operation.location, children=roots)
        for text in texts:
            path = (*group.path, resource_name(text))
            group = group.children.setdefault(path[-1], _Group(path, text, operation.location))
        group.operations.append(operation)
    descriptions = {resource_name(tag_names[tag.name]): tag.description for tag in document.tags}
    names = Names("resources of the client", report, "resource")
    modules = Names("modules of resources", report, "resource")
    for group in _all_groups(roots):
        modules.take(module_name("_".join(group.path)), ".".join(group.path), group.location)
    return tuple(_resource(group, descriptions, builder, names, report) for group in roots.values())


def _all_groups(groups: Mapping[str, _Group]) -> Iterable[_Group]:
    for group in groups.values():
        yield group
        yield from _all_groups(group.children)


def _segment(operation: Operation) -> str:
    fixed = [part for part in operation.path.split("/") if part and "{" not in part]
    return fixed[0] if fixed else "root"


def _resource(
    group: _Group, descriptions: Mapping[str, str], builder: MethodBuilder, names: Names, report: list[Finding]
) -> Resource:
    own = class_name(" ".join(name.replace("_", " ") for name in group.path))
    taken = Names(f"methods of {'.'.join(group.path)}", report, "method")
    methods: list[Method] = []
    for operation in group.operations:
        name = method_name(operation, group.path)
        taken.take(name, operation.operation_id or operation.route, operation.location)
        methods.append(builder.build(operation, name, own))
    return Resource(
        name=names.take(group.path[-1], group.text, group.location),
        path=group.path,
        class_name=own,
        description=descriptions.get("_".join(group.path), ""),
        methods=tuple(methods),
        children=tuple(_resource(child, descriptions, builder, taken, report) for child in group.children.values()),
    )
