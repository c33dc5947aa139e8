"""From a checked description to the resolved document, in which a base with a discriminator is a choice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, Literal, cast

from specloom.findings import Finding
from specloom.graph import reach
from specloom.record import replace
from specloom.spec.document import Callback, Document, Flow, Loss, NamedSchema, Operation, Schema, SecurityScheme, Tag
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
from specloom.spec.parts import only_refers, referred_key
from specloom.spec.select import list_callbacks, list_operations

_CHOICES: Final = ("one_of", "any_of")


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


def list_families(schemas: Mapping[str, NamedSchema], used: Iterable[Schema]) -> dict[str, NamedSchema]:
    """Return the named schemas, with the members of its family as the choice of each base that lists none.

    A family is a base with a discriminator and the schemas that extend it by `allOf` (OpenAPI 3.1.1, 4.8.25). Where the
    base is referred to, any member may come, though no `oneOf` lists them: listed, they are the choice that it means.

    A member with members of its own is such a base as well, where something else than they refers to it.
    """
    children: dict[str, list[str]] = defaultdict(list)
    for key, named in schemas.items():
        for base in _bases(named.schema):
            children[base].append(key)
    found = {key: _told_from_base(key, named, schemas) for key, named in schemas.items()}
    inner = {
        member: key
        for key, named in schemas.items()
        if named.schema.discriminator
        for member in _inner_bases(key, schemas, children)
    }
    for member in inner.keys() & _referred(schemas, used) if inner else ():
        found[member] = _with_discriminator_of(schemas[inner[member]], schemas[member], member, children)
    bases = {key for key, named in found.items() if named.schema.discriminator and not named.schema.choices}
    return {
        key: replace(named, schema=_family(named, _members(key, found, children, bases))) if key in bases else named
        for key, named in found.items()
    }


def _told_from_base(key: str, named: NamedSchema, schemas: Mapping[str, NamedSchema]) -> NamedSchema:
    """Return what only refers to a base that lists it as an object of its own: it has what stands beside the choice."""
    if only_refers(named.schema):
        base = schemas[referred_key(named.schema)].schema
        if base.says(("properties", "all_of")) and any(each.ref == key for each in base.choices):
            return replace(named, schema=replace(named.schema, types=("object",)))
    return named


def _referred(schemas: Mapping[str, NamedSchema], used: Iterable[Schema]) -> set[str]:
    """Return the keys of the schemas that describe a value, rather than being extended or listed as of a family."""
    roots = [*(named.schema for named in schemas.values()), *used]
    holders = [each for root in roots for each in root.nested()]
    referred = {root.ref for root in used}
    for holder in holders:
        for (attribute, _), child in holder.children.items():
            is_listed = attribute in _CHOICES and holder.discriminator is not None
            if attribute != "all_of" and not is_listed:
                referred.add(child.ref)
    return {key for key in referred if key is not None}


def _inner_bases(key: str, schemas: Mapping[str, NamedSchema], children: Mapping[str, list[str]]) -> Iterable[str]:
    """Return the keys of the members of a family that are bases themselves, and say nothing of it."""
    members = reach(children.get(key, ()), lambda each: children.get(each, ()), str)
    for member in members:
        schema = schemas[member].schema
        is_plain = schema.discriminator is None and not schema.choices and not only_refers(schema)
        if is_plain and children.get(member):
            yield member


def _with_discriminator_of(
    outer: NamedSchema, inner: NamedSchema, key: str, children: Mapping[str, list[str]]
) -> NamedSchema:
    """Return a member of a family with the family's discriminator, as far as it is about members of its own."""
    discriminator = outer.schema.discriminator
    if discriminator is None:
        return inner
    own = {*reach(children.get(key, ()), lambda each: children.get(each, ()), str)}
    mapping = {value: target for value, target in discriminator.mapping.items() if target in own}
    return replace(inner, schema=replace(inner.schema, discriminator=replace(discriminator, mapping=mapping)))


def _bases(schema: Schema) -> Iterable[str]:
    """Yield the keys of the schemas that a schema extends."""
    if schema.ref is not None:
        yield schema.ref
    for part in schema.all_of:
        yield from (each.ref for each in part.nested(("all_of",)) if each.ref is not None)


def _members(
    key: str, schemas: Mapping[str, NamedSchema], children: Mapping[str, list[str]], bases: Container[str]
) -> list[str]:
    """Return the keys of the members of a base's family: those that it maps, and all that extend it.

    A base inside of the family stands for its own family. What adds nothing to a base is that base.
    """
    base = schemas[key].schema
    mapped = base.discriminator.mapping.values() if base.discriminator else ()
    default = base.discriminator.default if base.discriminator else None
    found = reach(children.get(key, ()), lambda each: () if each in bases else children.get(each, ()), str)
    several = (each for each in dict.fromkeys((*mapped, *found, *filter(None, [default]))) if each != key)
    return [each for each in several if not only_refers(schemas[each].schema)]


def _family(named: NamedSchema, members: Iterable[str]) -> Schema:
    """Return a base as the choice of its members, the last of which is the base alone: any other value may mean it."""
    base = named.schema
    listed = [Schema(location=base.location, ref=key) for key in members]
    if not listed or base.discriminator is None:
        return base
    alone = base.discriminator.default is None and base.says(("properties", "all_of", "ref"))
    if alone:
        description = base.description or f"A `{named.name}` of no other kind."
        listed.append(replace(base, discriminator=None, title="Base", description=description))
    return replace(base, one_of=tuple(listed), discriminator=replace(base.discriminator, others=alone))
