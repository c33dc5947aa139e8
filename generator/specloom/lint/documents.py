"""Rules about the document as a whole: what it says of itself, how it is known, what nobody uses, and credentials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specloom.findings import Pointer, Severity
from specloom.graph import reach
from specloom.ir.build_servers import has_address, root_server
from specloom.ir.naming import resource_name
from specloom.lint.context import Check, LintContext, Observation, once, rules_about
from specloom.messages import quoted
from specloom.source import Json
from specloom.spec.node import File, Node
from specloom.spec.uses import Home, reached_with_extensions

_ADVICE: Final = "add x-specloom: {evidence: {kind: documented, source: …}}"
_USED_BY_NAME: Final = frozenset({"securitySchemes"})
"""Sections that nothing refers to by `$ref`."""


@once
def _missing_evidence(context: LintContext) -> Iterator[Observation]:
    if not any("evidence" in members for members in context.extensions.values()):
        return
    document = context.document
    if "evidence" not in document.extension:
        yield Observation("the document does not say how it is known", document.location, _ADVICE)
    for operation in document.all_operations:
        if "evidence" not in operation.extension:
            message = f"{operation.route} does not say how it is known"
            yield Observation(message, operation.location.key(), _ADVICE, habit="operations")
    for named in document.schemas.values():
        schema = named.schema
        if schema.ref is None and "evidence" not in schema.extension:
            message = f"the schema {quoted(named.name)} does not say how it is known"
            yield Observation(message, schema.location.key(), _ADVICE, habit="schemas")


EVIDENCE_RULES: Final = rules_about(
    "evidence",
    ("missing-evidence", Severity.WARNING, _missing_evidence,
     "The document, an operation or a named schema has no evidence, though something in the description has some.",
     "A reviewer cannot tell what the vendor documents from what somebody guessed."),
)  # fmt: skip


_VERSION: Final = re.compile(r"v?\d+(\.\d+)*([-+].+)?|\d{4}-\d\d(-\d\d)?")


def _version(context: LintContext) -> Iterator[Observation]:
    for info in context.objects("Info"):
        version = info.text("version")
        if info.file is context.index.resolver.files.entry and not _VERSION.fullmatch(version):
            message = f"{quoted(version)} is no version to count on"
            yield Observation(message, info.location.at("version"), "write a number such as 1.4.0, or a date")


def _server(context: LintContext) -> Iterator[Observation]:
    root = root_server(context.document, context.document.operations)
    if not any(map(has_address, (*context.document.servers, root))):
        message = "no server has an address, so callers must pass base_url"
        is_swagger = context.index.root.file.version == "2.0"
        advice = "add host: api.example.com, and schemes: [https]" if is_swagger else "add servers: [{url: https://…}]"
        yield Observation(message, context.document.location, advice)


DOCUMENT_RULES: Final = rules_about(
    "document",
    ("uncountable-version", Severity.WARNING, _version,
     "The document's version is neither a number nor a date.",
     "Nobody can tell which of two descriptions is the newer one, and diff cannot suggest the next."),
    ("missing-server", Severity.NOTE, _server,
     "No server has an absolute address.",
     "The client cannot know whom to call."),
)  # fmt: skip


def _unless_skipped(check: Check) -> Check:
    """Return a check that looks only where nothing is skipped: what is may use anything."""
    return lambda context: () if context.document.skipped else check(context)


@_unless_skipped
def _unused_components(context: LintContext) -> Iterator[Observation]:
    used = reached_with_extensions(context.index, context.document.schemas)
    for file in context.index.resolver.files.opened:
        for home, node in _shared(file):
            if home not in used:
                message = f"nothing uses {quoted(node.own_name)}"
                yield Observation(message, node.location.key(), "remove it, or refer to it", habit="")


@_unless_skipped
def _unused_schemes(context: LintContext) -> Iterator[Observation]:
    document = context.document
    chosen = [document.security, *(operation.security or () for operation in document.operations)]
    used = {name for alternatives in chosen for requirement in alternatives for name in requirement}
    for name, scheme in document.security_schemes.items():
        if name not in used:
            message = f"no operation uses the security scheme {quoted(name)}"
            yield Observation(message, scheme.location.key(), "name it under 'security', or remove it")


@_unless_skipped
def _unused_tags(context: LintContext) -> Iterator[Observation]:
    document = context.document
    parents = {tag.name: [tag.parent] for tag in document.tags if tag.parent}
    tags = [tag for each in document.all_operations for tag in each.tags]
    used = {*reach(tags, lambda tag: parents.get(tag, ()), str)}
    resources = context.surface.all_resources() if context.surface else ()
    described = {"_".join(resource.path.split(".")[1:]) for resource in resources}
    for tag in context.objects("Tag"):
        name = tag.text("name")
        if name not in used and resource_name(tag.extension.text("name") or name) not in described:
            message = f"no operation has the tag {quoted(name)}"
            yield Observation(message, tag.location.at("name"), "remove it, or use it", habit="")


def _shared(file: File) -> Iterator[tuple[Home, Node]]:
    """Yield what a file holds for others: its components, or whatever stands at the top of a file of objects."""
    if file.complete:
        components = file.root.get("components")
        for section, entries in components.children if components else ():
            for _name, node in entries.children if section not in _USED_BY_NAME else ():
                yield (file.key, node.pointer), node
    elif () not in file.fragments:
        for name, node in file.root.children:
            if isinstance(node.value, dict) and not name.startswith("x-"):
                yield (file.key, node.pointer), node


COMPONENT_RULES: Final = rules_about(
    "component",
    ("unused-component", Severity.WARNING, _unused_components,
     "A component, or an entry of a file of components, is not reached from any operation.",
     "Nobody notices when it is wrong, and no client has it."),
    ("unused-security-scheme", Severity.WARNING, _unused_schemes,
     "No operation uses a security scheme.",
     "Either the client asks for credentials that it never sends, or operations lack their security."),
    ("unused-tag", Severity.WARNING, _unused_tags,
     "No operation has a tag that the document describes.",
     "Its description is shown nowhere; the tag of the operations is probably spelt in another way."),
)  # fmt: skip


_PLAIN_HTTP: Final = re.compile(r"(?i:http)://(?:[^/?#]*@)?(?P<host>\[[^\]/?#]*\]|[^/?#:]*)")
_LOCAL: Final = re.compile(r"localhost|127(\.\d+){3}|\[?::1\]?|.*\.(localhost|test|local|internal|invalid|example)")
_SECRETS: Final = (
    ("PRIVATE KEY", re.compile(r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----"), "a private key"),
    ("eyJ", re.compile(r"\beyJ[\w-]{10,500}\.eyJ[\w-]{10,2000}\.[\w-]{10}"), "a JSON Web Token"),
    ("AKIA", re.compile(r"\bAKIA[0-9A-Z]{16}\b"), "an AWS access key"),
    ("ASIA", re.compile(r"\bASIA[0-9A-Z]{16}\b"), "an AWS access key"),
    ("gh", re.compile(r"\bgh[pousr]_[0-9A-Za-z]{36,}\b"), "a GitHub token"),
    ("glpat-", re.compile(r"\bglpat-[\w-]{20,}"), "a GitLab token"),
    ("_live_", re.compile(r"\b[sr]k_live_[0-9A-Za-z]{16,}"), "a Stripe key"),
    ("xox", re.compile(r"\bxox[abprs]-[0-9A-Za-z-]{10,}"), "a Slack token"),
    ("AIza", re.compile(r"\bAIza[\w-]{35}\b"), "a Google API key"),
    (
        "@",
        re.compile(r"\b[a-z][a-z0-9+.-]{0,20}://[^/\s:@]{1,100}:[^/\s:@{}<>]{1,100}@[^/\s]"),
        "an address with a password",
    ),
)
"""Forms that issuers gave their secrets so that programs find them, each behind what every text of that form has: most
texts lack it, which is quick to tell. Bounds keep the search short on long texts."""
_SHORTEST: Final = 8
_HOLDERS: Final = ("Media Type", "Parameter", "Header", "Schema", "Example", "Server", "Server Variable")
_MEMBERS: Final = frozenset({"example", "examples", "default", "value", "url", "description", "enum"})
"""What shows values: those of which objects is no matter."""


def _plain_http(context: LintContext) -> Iterator[Observation]:
    for server in context.objects("Server"):
        plain = _PLAIN_HTTP.match(server.text("url"))
        if plain and not _LOCAL.fullmatch(plain["host"].lower()):
            message = f"the server {quoted(server.text('url'))} is called without encryption"
            is_swagger = server.file.version == "2.0"
            at, advice = server.location.written("url"), "write schemes: [https]" if is_swagger else "write https://"
            yield Observation(message, at, advice)


def _open_operations(context: LintContext) -> Iterator[Observation]:
    document = context.document
    if document.security or not any(operation.security for operation in document.operations):
        return
    for operation in document.operations:
        if operation.security is None:
            message = f"{operation.route} asks for no credentials, and other operations do"
            advice = "say which it needs, or that it needs none: security: []"
            yield Observation(message, operation.location.key(), advice, habit="")


def _keys_in_queries(context: LintContext) -> Iterator[Observation]:
    for scheme in context.document.security_schemes.values():
        if scheme.place == "query":
            message = f"the key of {quoted(scheme.name)} travels in the query"
            yield Observation(message, scheme.location.at("in"), "use a header, if the server takes one")


@once
def _written_secrets(context: LintContext) -> Iterator[Observation]:
    for kind in _HOLDERS:
        for node in context.objects(kind):
            for member in _MEMBERS & node.members.keys():
                for path, what in _secrets_in(node.members[member], (member,)):
                    advice = "put something in its place that is none"
                    yield Observation(f"this looks like {what}", node.inside(path).location, advice)


def _secrets_in(value: Json, path: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Yield the path of each text below `value` that has the form of a secret, and what it looks like."""
    waiting = [(path, value)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, str):
            if len(value) >= _SHORTEST and (what := _kind_of(value)):
                yield path, what
        elif isinstance(value, dict | list):
            inner = value.items() if isinstance(value, dict) else enumerate(value)
            waiting += reversed([((*path, str(key)), child) for key, child in inner])


def _kind_of(text: str) -> str:
    """Return what a text looks like; empty where it looks like no secret."""
    return next((name for sign, form, name in _SECRETS if sign in text and form.search(text)), "")


SECURITY_RULES: Final = rules_about(
    "security",
    ("plain-http-server", Severity.WARNING, _plain_http,
     "A server's address begins with http:// and is not local.",
     "Credentials and data travel in the open."),
    ("unsecured-operation", Severity.WARNING, _open_operations,
     "An operation says nothing about credentials while others ask for some.",
     "The client sends none, and the server most likely answers 401; where that is meant, `security: []` says so."),
    ("key-in-query", Severity.WARNING, _keys_in_queries,
     "An API key is sent as a query parameter.",
     "Addresses end up in logs, histories and Referer headers (OWASP API Security, API2)."),
    ("written-secret", Severity.ERROR, _written_secrets,
     "A text has the form of a real credential.",
     "Whoever reads the description can use it; revoke it, as history keeps it."),
)  # fmt: skip
