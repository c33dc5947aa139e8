"""From a checked description to the resolved document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal, cast

from specloom.findings import Finding
from specloom.spec.document import Callback, Document, Flow, Loss, Operation, SecurityScheme, Tag
from specloom.spec.families import list_families
from specloom.spec.index import DocumentIndex
from specloom.spec.node import Node
from specloom.spec.parse_operation import (
    Operations,
    declare_variables,
    lost_schemes,
    outline_operation,
    parse_security,
    parse_server,
)
from specloom.spec.parse_schema import Schemas, extension_of, unused_members
from specloom.spec.select import list_callbacks, list_operations


def parse_document(index: DocumentIndex) -> tuple[Document, list[Finding]]:
    """Return the entry document, resolved, and what in it has no effect."""
    root = index.root
    losses: dict[str, list[Loss]] = defaultdict(
        list, OpenAPI=[*unused_members(root, "OpenAPI"), *lost_schemes(root, root.file)]
    )
    schemas = Schemas(index, losses["Schema"])
    operations = Operations(index.resolver, schemas, losses)
    for schema in root.components("schemas").values():
        schemas.refer(schema)
    paths = tuple(declare_variables(operations.parse(operation)) for operation in index.operations())
    webhooks: dict[str, tuple[Operation, ...]] = {}
    for operation in index.operations("webhooks"):
        webhooks[operation.path] = (*webhooks.get(operation.path, ()), operations.parse(operation))
    used = [schema for each in (*paths, *chain.from_iterable(webhooks.values())) for schema in each.schemas]
    callbacks = tuple(_callbacks(index, schemas))
    info = root.get("info") or root
    document = Document(
        location=root.location,
        title=info.text("title"),
        version=info.text("version"),
        summary=info.text("summary"),
        description=info.text("description"),
        servers=tuple(parse_server(server) for server in root.list("servers")),
        operations=paths,
        webhooks=webhooks,
        callbacks=callbacks,
        named={name: schemas.refer(node) for name, node in index.named.items()},
        schemas=list_families(schemas.finish(), used),
        security_schemes={
            name: _security_scheme(name, index.resolver.follow(scheme, "Security Scheme"), losses["Security Scheme"])
            for name, scheme in root.components("securitySchemes").items()
        },
        security=parse_security(root) or (),
        tags=tuple(map(_tag, root.list("tags"))),
        extension=extension_of(root),
        skipped=index.selection.skipped,
        described=_described(index, paths) if index.selection.skipped else (),
        losses=losses,
    )
    return document, operations.warnings


def _described(index: DocumentIndex, kept: Iterable[Operation]) -> tuple[Operation, ...]:
    """Return all operations; of those that are left out what decides on names, of which nothing has to be right."""
    by_route = {each.route: each for each in kept}
    return tuple(
        by_route.get(each.route) or outline_operation(each) for each in list_operations(index.resolver, "paths")
    )


def _tag(node: Node) -> Tag:
    return Tag(
        name=node.text("name"),
        description=node.text("description") or node.text("summary"),
        parent=node.text("parent"),
        kind=node.text("kind"),
        extension=extension_of(node),
    )


def _callbacks(index: DocumentIndex, schemas: Schemas) -> Iterator[Callback]:
    """Yield all callbacks. No client receives them, which is a loss of each as a whole."""
    operations = Operations(index.resolver, schemas, defaultdict(list))
    owners = [(each.route, each) for each in index.operations()]
    owners += [(f"webhook {each.path}", each) for each in index.operations("webhooks")]
    for owner, name, operation in list_callbacks(index.resolver, owners):
        yield Callback(owner, name, operations.parse(operation))


def _security_scheme(name: str, node: Node, losses: list[Loss]) -> SecurityScheme:
    losses.extend(unused_members(node, "Security Scheme"))
    kind = cast('Literal["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]', node.text("type"))
    is_key = kind == "apiKey"
    return SecurityScheme(
        location=node.location,
        name=name,
        kind=kind,
        description=node.text("description"),
        place=cast('Literal["query", "header", "cookie"]', node.text("in")) if is_key else None,
        parameter=node.text("name") if is_key else None,
        scheme=node.text("scheme").lower() if kind == "http" else None,
        discovery_url=node.text("openIdConnectUrl") or None,
        flows=tuple(_flow(name, flow) for name, flow in node.items("flows") if not name.startswith("x-")),
        deprecated=node.flag("deprecated"),
        extension=extension_of(node),
    )


def _flow(kind: str, node: Node) -> Flow:
    return Flow(
        kind=cast(
            'Literal["implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"]', kind
        ),
        scopes={name: str(scope.value) for name, scope in node.items("scopes")},
        authorization_url=node.text("authorizationUrl") or None,
        token_url=node.text("tokenUrl") or None,
        refresh_url=node.text("refreshUrl") or None,
        device_authorization_url=node.text("deviceAuthorizationUrl") or None,
    )
