"""What it means that servers or credentials change."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import B, S, W, sideless
from specloom.diff.vocabulary import Rule

ACCESS_RULES: Final[tuple[Rule, ...]] = (
    *sideless("server-added", "server", S, "there is a new server", "the others are called as before"),
    *sideless(
        "server-removed", "server", W, "a server is gone", "those who call this one have to call another",
    ),
    *sideless(
        "server-url-respelt", "server", S, "the address of a server is spelt otherwise, or said elsewhere",
        "calls go where they went",
    ),
    *sideless(
        "server-url-changed", "server", B, "a server has another address", "calls to the old address may go nowhere",
    ),
    *sideless(
        "base-path-moved", "server", S,
        "a part of the address stands in the paths of operations, and stood in that of the server, or the other way"
        " round",
        "calls go where they went; whoever gives another address leaves that part out now, or adds it",
    ),
    *sideless(
        "default-server-changed", "server", W, "another server is the first",
        "clients call the first one unless they are told otherwise",
    ),
    *sideless(
        "server-variable-added", "server", S, "the address of a server has a new variable",
        "it has a default; what that comes to is a change of its own if it is another address",
    ),
    *sideless(
        "server-variable-removed", "server", W, "the address of a server has lost a variable",
        "those who chose another value than the default cannot any more",
    ),
    *sideless(
        "server-variable-renamed", "server", S, "a variable of a server's address has another name",
        "its name is not sent, only its value",
    ),
    *sideless(
        "server-variable-default-changed", "server", W, "a variable of a server's address has another default",
        "clients that do not choose a value call another address",
    ),
    *sideless(
        "server-variable-value-added", "server", S, "a variable of a server's address takes one more value",
        "the others are taken as before",
    ),
    *sideless(
        "server-variable-value-removed", "server", B, "a variable of a server's address takes a value no longer",
        "those who chose it have to choose another",
    ),
    *sideless(
        "server-variable-became-enum", "server", W, "a variable of a server's address takes listed values only",
        "those who chose another one have to choose again",
    ),
    *sideless(
        "server-variable-enum-dropped", "server", S, "a variable of a server's address takes every value",
        "those that were listed are taken as before",
    ),
    *sideless(
        "credentials-became-required", "security", B, "calls need credentials, and did not",
        "calls without credentials are refused now",
    ),
    *sideless(
        "credentials-became-optional", "security", S, "calls need no credentials any more",
        "calls with credentials are as good as before",
    ),
    *sideless(
        "optional-credentials-removed", "security", W, "credentials that calls could have are taken no longer",
        "what only those saw who had them may be missing",
    ),
    *sideless(
        "security-alternative-added", "security", S, "there is one more way to be allowed a call",
        "nobody has to use it; that another is gone would be a change of its own",
    ),
    *sideless(
        "security-alternative-removed", "security", B, "a way to be allowed a call is gone",
        "calls with these credentials are refused now",
    ),
    *sideless(
        "security-alternative-tightened", "security", B, "calls need further credentials beside those they needed",
        "calls with the old ones alone are refused now",
    ),
    *sideless(
        "security-alternative-loosened", "security", S, "calls need a part of the credentials that they needed",
        "calls with all of them are as good as before",
    ),
    *sideless(
        "security-scope-added", "security", B, "calls need a scope that they did not need",
        "tokens without it are refused now",
    ),
    *sideless(
        "security-scope-removed", "security", S, "calls do not need a scope any more",
        "tokens with it are as good as before",
    ),
    *sideless(
        "security-scheme-added", "security", S, "there is a new security scheme",
        "which calls need it is a change of its own",
    ),
    *sideless(
        "security-scheme-removed", "security", S, "a security scheme is gone",
        "that calls needed it is a change of its own",
    ),
    *sideless(
        "security-scheme-renamed", "security", S, "a security scheme has another name", "its name is not sent",
    ),
    *sideless(
        "security-scheme-type-changed", "security", B, "the credentials of a security scheme are of another kind",
        "calls with the old ones are refused now",
    ),
    *sideless(
        "security-scheme-place-changed", "security", B, "the key of a security scheme is sent somewhere else",
        "the server does not look for it at the old place",
    ),
    *sideless(
        "security-scheme-deprecated", "security", S, "a security scheme is deprecated now",
        "its credentials are good as before",
    ),
    *sideless(
        "security-scheme-undeprecated", "security", S, "a security scheme is no longer deprecated",
        "its credentials are good as before",
    ),
    *sideless(
        "oauth-flow-added", "security", S, "there is one more way to get a token", "the others work as before",
    ),
    *sideless(
        "oauth-flow-removed", "security", B, "a way to get a token is gone", "clients that use it get none",
    ),
    *sideless(
        "token-url-changed", "security", B, "tokens are asked for at another address",
        "clients ask at the old address",
    ),
    *sideless(
        "authorization-url-changed", "security", B, "people allow access at another address",
        "clients send them to the old address",
    ),
    *sideless(
        "refresh-url-changed", "security", B, "tokens are refreshed at another address",
        "clients ask at the old address",
    ),
    *sideless(
        "device-authorization-url-changed", "security", B, "devices ask for access at another address",
        "clients ask at the old address",
    ),
    *sideless(
        "discovery-url-changed", "security", B, "where tokens are asked for is described at another address",
        "clients look at the old address",
    ),
    *sideless(
        "oauth-scope-added", "security", S, "there is a new scope to ask for",
        "which calls need it is a change of its own",
    ),
    *sideless(
        "oauth-scope-removed", "security", B, "there is a scope no longer", "clients that ask for it get no token",
    ),
    *sideless(
        "token-request-changed", "security", B, "a token is asked for in another way",
        "the server does not understand requests of the old way",
    ),
)  # fmt: skip
