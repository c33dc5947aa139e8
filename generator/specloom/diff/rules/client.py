"""What it means that a declaration for clients changes: most of `x-specloom`."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import S, W, sideless
from specloom.diff.vocabulary import Rule

_NAME = "names in clients are not sent"
_SENT = "clients made from it send other requests than those made before"

CLIENT_RULES: Final[tuple[Rule, ...]] = (
    *sideless(
        "extension",
        ("package-name-changed", S, "the Python package has another name", _NAME),
        ("client-name-changed", S, "the client class has another name", _NAME),
        ("environment-prefix-changed", S, "environment variables have another prefix", _NAME),
        ("http-library-changed", S, "the client sends its requests by another HTTP library",
         "the server gets the same requests; the verdict says what it does to callers"),
        ("resource-name-changed", S, "a method hangs under another resource", _NAME),
        ("method-name-changed", S, "a method has another name", _NAME),
        ("argument-name-changed", S, "an argument has another name", _NAME),
        ("tag-name-changed", S, "a resource has another name", _NAME),
        ("credential-names-changed", S, "arguments for credentials have other names", _NAME),
        ("server-variable-name-changed", S, "an argument for the address has another name", _NAME),
        ("server-variable-requiredness-changed", S,
         "callers have to give a variable of the address now, or need not any more",
         "what values it takes is as before"),
        ("paging-added", S, "an answer is declared as one of many pages",
         "clients send the same first request, and more of them only when they want the next page"),
        ("paging-removed", W, "an answer is no longer declared as one of many pages",
         "clients made from it do not ask for the next page"),
        ("paging-changed", W, "the next page is asked for in another way", _SENT),
        ("rate-limit-changed", W, "how many requests the server takes in which time is different",
         "clients made before send more than it takes, or fewer"),
        ("request-option-changed", W, "how clients send a request is different",
         ("clients made from it wait for an answer, or send it again after a failure, where those made before do"
          " not, or the other way round")),
        ("upload-added", S, "there is a method that uploads a file", "nothing is sent without it"),
        ("upload-removed", S, "there is a method no longer that uploads a file", "the operation is called as before"),
        ("upload-changed", W, "a file is uploaded in another way", _SENT),
        ("attachment-added", S, "there is a method that uploads a file and names it", "nothing is sent without it"),
        ("attachment-removed", S, "there is a method no longer that uploads a file and names it",
         "the operation is called as before"),
        ("attachment-changed", W, "an uploaded file is named in another way", _SENT),
        ("edit-added", S, "there is a method that reads, changes and sends, again where it was too late",
         "nothing is sent without it"),
        ("edit-removed", S, "there is a method no longer that reads, changes and sends",
         "the operations are called as before"),
        ("edit-changed", W, "the revision of what is changed is read or sent in another way", _SENT),
        ("expansion-added", S, "a parameter is declared to say what is to be expanded",
         "what it said as plain text is written the same"),
        ("expansion-removed", S, "a parameter is no longer declared to say what is to be expanded",
         "what it says as plain text is written the same"),
        ("expansion-changed", W, "what is to be expanded is written in another way", _SENT),
        ("search-added", S, "a parameter is declared to hold a search",
         "what it held as plain text is written the same"),
        ("search-removed", S, "a parameter is no longer declared to hold a search",
         "what it holds as plain text is written the same"),
        ("search-changed", W, "searches are written in another way", _SENT),
        ("link-shape-changed", S, "links look different to clients",
         "schemas say what is sent, and their changes are of their own"),
        ("error-code-added", S, "there is a new error code", "clients have to be ready for every failure"),
        ("error-code-removed", W, "an error code is documented no longer",
         "clients that handle this failure by its code may not see it any more"),
        ("failure-declaration-changed", W, "where an answer says that it is a failure, and which, is different",
         "clients made before take answers for what they are not, or do not find the code or message"),
    ),
)  # fmt: skip
