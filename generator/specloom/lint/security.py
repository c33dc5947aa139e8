"""Rules about credentials: how they travel, which operations ask for them, and whether some are written down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from specloom.findings import Severity
from specloom.lint.context import LintContext, Observation, once, rules_about
from specloom.messages import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.findings import Pointer
    from specloom.source import Json

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
