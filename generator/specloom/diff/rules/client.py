"""What it means that a declaration for clients changes: most of `x-specloom`."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import S, W, sideless
from specloom.diff.vocabulary import Rule

_NAME = "names in clients are not sent"
_SENT = "clients made from it send other requests than those made before"

CLIENT_RULES: Final[tuple[Rule, ...]] = (
    *sideless("package-name-changed", "extension", S, "the Python package has another name", _NAME),
    *sideless("client-name-changed", "extension", S, "the client class has another name", _NAME),
    *sideless("environment-prefix-changed", "extension", S, "environment variables have another prefix", _NAME),
    *sideless("resource-name-changed", "extension", S, "a method hangs under another resource", _NAME),
    *sideless("method-name-changed", "extension", S, "a method has another name", _NAME),
    *sideless("argument-name-changed", "extension", S, "an argument has another name", _NAME),
    *sideless("tag-name-changed", "extension", S, "a resource has another name", _NAME),
    *sideless("credential-names-changed", "extension", S, "arguments for credentials have other names", _NAME),
    *sideless("server-variable-name-changed", "extension", S, "an argument for the address has another name", _NAME),
    *sideless(
        "server-variable-requiredness-changed", "extension", S,
        "callers have to give a variable of the address now, or need not any more",
        "what values it takes is as before",
    ),
    *sideless(
        "paging-added", "extension", S, "an answer is declared as one of many pages",
        "clients send the same first request, and more of them only when they want the next page",
    ),
    *sideless("paging-removed", "extension", W, "an answer is no longer declared as one of many pages",
              "clients made from it do not ask for the next page"),
    *sideless("paging-changed", "extension", W, "the next page is asked for in another way", _SENT),
    *sideless(
        "rate-limit-changed", "extension", W, "how many requests the server takes in which time is different",
        "clients made before send more than it takes, or fewer",
    ),
    *sideless(
        "request-option-changed", "extension", W, "how clients send a request is different",
        "clients made from it wait for an answer, or send it again after a failure, where those made before do not, or"
        " the other way round",
    ),
    *sideless("upload-added", "extension", S, "there is a method that uploads a file", "nothing is sent without it"),
    *sideless(
        "upload-removed", "extension", S, "there is a method no longer that uploads a file",
        "the operation is called as before",
    ),
    *sideless("upload-changed", "extension", W, "a file is uploaded in another way", _SENT),
    *sideless(
        "attachment-added", "extension", S, "there is a method that uploads a file and names it",
        "nothing is sent without it",
    ),
    *sideless(
        "attachment-removed", "extension", S, "there is a method no longer that uploads a file and names it",
        "the operation is called as before",
    ),
    *sideless("attachment-changed", "extension", W, "an uploaded file is named in another way", _SENT),
    *sideless(
        "edit-added", "extension", S, "there is a method that reads, changes and sends, again where it was too late",
        "nothing is sent without it",
    ),
    *sideless(
        "edit-removed", "extension", S, "there is a method no longer that reads, changes and sends",
        "the operations are called as before",
    ),
    *sideless("edit-changed", "extension", W, "the revision of what is changed is read or sent in another way", _SENT),
    *sideless(
        "expansion-added", "extension", S, "a parameter is declared to say what is to be expanded",
        "what it said as plain text is written the same",
    ),
    *sideless(
        "expansion-removed", "extension", S, "a parameter is no longer declared to say what is to be expanded",
        "what it says as plain text is written the same",
    ),
    *sideless("expansion-changed", "extension", W, "what is to be expanded is written in another way", _SENT),
    *sideless(
        "search-added", "extension", S, "a parameter is declared to hold a search",
        "what it held as plain text is written the same",
    ),
    *sideless(
        "search-removed", "extension", S, "a parameter is no longer declared to hold a search",
        "what it holds as plain text is written the same",
    ),
    *sideless("search-changed", "extension", W, "searches are written in another way", _SENT),
    *sideless(
        "link-shape-changed", "extension", S, "links look different to clients",
        "schemas say what is sent, and their changes are of their own",
    ),
    *sideless(
        "error-code-added", "extension", S, "there is a new error code", "clients have to be ready for every failure",
    ),
    *sideless(
        "error-code-removed", "extension", W, "an error code is documented no longer",
        "clients that handle this failure by its code may not see it any more",
    ),
    *sideless(
        "failure-declaration-changed", "extension", W,
        "where an answer says that it is a failure, and which, is different",
        "clients made before take answers for what they are not, or do not find the code or message",
    ),
)  # fmt: skip
