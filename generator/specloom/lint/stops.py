"""The table of what is found on loading a description, or on making a client of it: what it is, and what says so.

The sections are those of OpenAPI 3.1.1; other versions have the same sentences, if the object is theirs, elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Stop(NamedTuple):
    """Something that is found on loading."""

    purpose: str
    """What is wrong, in one sentence."""
    source: str
    """The section of a specification that says so; empty where it is Specloom that does not take it."""


_TABLES: Final = "OpenAPI 3.1.1, 4.8: the table of the object"
_JSON_SCHEMA: Final = "JSON Schema 2020-12, core"
_OVERLAY: Final = "Overlay 1.0.0, 4.4.3"
_EXTENSION: Final = "docs/x-specloom.md"

STOPS: Final[Mapping[str, Stop]] = {
    name: Stop(purpose, source)
    for name, purpose, source in (
        # What a file is.
        ("unreadable-file", "A file cannot be read.", ""),
        ("invalid-encoding", "A file is not UTF-8.", "RFC 8259, 8.1; YAML 1.2.2, 5.2"),
        ("invalid-json", "A file is not JSON.", "RFC 8259, 2"),
        ("invalid-yaml", "A file is not YAML.", "YAML 1.2.2, 5 to 9"),
        ("unsupported-yaml", "A file says more in YAML than JSON can.", "OpenAPI 3.1.1, 4.2"),
        ("duplicate-key", "A member is written twice.", "YAML 1.2.2, 3.2.1.1; RFC 8259, 4"),
        ("document-too-large", "A document has more values than Specloom reads.", ""),
        ("not-openapi", "A document is none of OpenAPI.", "OpenAPI 3.1.1, 4.8.1"),
        ("unsupported-version", "A document is of a version that Specloom does not read.", ""),
        # References.
        ("misplaced-reference", "A reference stands where there can be none.", "OpenAPI 3.1.1, 4.8.23"),
        ("unresolved-reference", "A reference leads to nothing.", "OpenAPI 3.1.1, 4.6; RFC 6901, 4"),
        ("wrong-reference-target", "A reference leads to another kind of object.", "OpenAPI 3.1.1, 4.3.2"),
        ("circular-reference", "A reference leads back to itself.", f"{_JSON_SCHEMA} 9.4.1; OpenAPI 3.1.1, 5.5"),
        ("reference-outside-folder", "A reference leaves the folder of the description.", ""),
        ("remote-reference", "A reference leads into the network.", ""),
        ("unsupported-reference", "A reference is of a scheme that Specloom does not follow.", ""),
        ("duplicate-identifier", "Two schemas have one $id or $anchor.", f"{_JSON_SCHEMA} 8.2.2 and 9.1.2"),
        # Objects.
        ("missing-member", "An object lacks a member that is required.", _TABLES),
        ("unknown-member", "A member is in no object of its kind.", _TABLES),
        ("later-version", "A member came with a later version of OpenAPI.", _TABLES),
        ("exclusive-members", "Two members exclude each other.", _TABLES),
        ("wrong-type", "A member has a value of another type.", _TABLES),
        ("wrong-value", "A member has a value that it cannot have.", _TABLES),
        ("misplaced-extension", "An x-specloom stands where it has no meaning.", _EXTENSION),
        ("wrong-component-name", "A component has a name that it cannot have.", "OpenAPI 3.1.1, 4.8.7"),
        ("wrong-tag", "A tag hangs under itself, or under none that there is.", "OpenAPI 3.2.0, 4.22"),
        ("duplicate-tag", "A tag is declared twice.", "OpenAPI 3.1.1, 4.8.1"),
        ("undeclared-server-variable", "A variable of a server is not declared.", "OpenAPI 3.1.1, 4.8.5"),
        ("unused-server-variable", "A declared variable is not in the server's URL.", "OpenAPI 3.1.1, 4.8.5"),
        # Paths and operations.
        ("wrong-path", "A path does not begin with a slash.", "OpenAPI 3.1.1, 4.8.8.1"),
        ("identical-paths", "Two paths differ in the names of parameters only.", "OpenAPI 3.1.1, 4.8.8.1"),
        ("wrong-method", "A method is none of HTTP, or has a member of its own.", "OpenAPI 3.2.0, 4.9"),
        ("undeclared-path-parameter", "A parameter in a path is not declared.", "OpenAPI 3.1.1, 3.5"),
        ("unused-path-parameter", "A path parameter is not in the path.", "OpenAPI 3.1.1, 3.5 and 4.8.12"),
        ("optional-path-parameter", "A path parameter is not required.", "OpenAPI 3.1.1, 4.8.12"),
        ("duplicate-parameter", "A parameter is declared twice.", "OpenAPI 3.1.1, 4.8.10"),
        ("ignored-parameter", "A parameter has a name that has no effect.", "OpenAPI 3.1.1, 4.8.12"),
        ("ignored-allow-reserved", "An allowReserved has no effect.", "OpenAPI 3.1.1, 4.8.12"),
        ("duplicate-operation-id", "An operationId is used twice.", "OpenAPI 3.1.1, 4.8.10"),
        ("wrong-status-code", "A response has no status code for its key.", "OpenAPI 3.1.1, 4.8.16"),
        ("unknown-operation", "There is no operation to skip or to keep.", ""),
        # Security.
        ("unknown-security-scheme", "A requirement names no security scheme.", "OpenAPI 3.1.1, 4.8.30"),
        ("unknown-scope", "A requirement names no scope of its scheme.", "OpenAPI 3.1.1, 4.8.30"),
        ("unsupported-security", "Clients cannot send credentials of this kind.", ""),
        # Schemas.
        ("wrong-pattern", "A pattern is no regular expression.", "JSON Schema 2020-12, validation 6.3.3"),
        ("wrong-default", "A default does not fit its schema.", "OpenAPI 3.1.1, 4.8.24; validation 9.2"),
        ("endless-schema", "Nothing can be checked against a schema without end.", f"{_JSON_SCHEMA} 9.4.1"),
        ("circular-all-of", "A schema applies itself to the same value.", f"{_JSON_SCHEMA} 9.4.1"),
        ("unsupported-dialect", "Schemas are of a dialect that Specloom does not read.", ""),
        ("too-complex", "A schema is more complex than Python types can be.", ""),
        # Overlays.
        ("not-overlay", "A document is no Overlay.", "Overlay 1.0.0, 4.4.1"),
        ("invalid-jsonpath", "The target of an action is no JSONPath.", "RFC 9535, 2.1"),
        ("overlay-mismatch", "An action selects nothing, or what it cannot change.", _OVERLAY),
        ("overlay-without-effect", "An action does nothing.", _OVERLAY),
        ("overlay-too-large", "Overlays add more values than Specloom reads.", ""),
        # Clients.
        ("name-collision", "Two names that authors chose are one in Python.", _EXTENSION),
        ("edited-document", "A file that was fetched is not as it came.", ""),
        ("shared-name", "Something is called otherwise, for another has its name.", ""),
        ("missing-extension-member", "An x-specloom lacks a member.", _EXTENSION),
        ("unknown-extension-member", "An x-specloom has a member that there is not.", _EXTENSION),
        ("wrong-extension-value", "A member of an x-specloom has a wrong value.", _EXTENSION),
        ("wrong-edit", "An edit cannot be made as it is declared.", _EXTENSION),
        ("wrong-expand", "What is to be expanded has no links.", _EXTENSION),
        ("wrong-link", "A link leads to no object.", _EXTENSION),
        ("wrong-names", "A value that is named is none of those that are listed.", _EXTENSION),
        ("wrong-pagination", "Pages cannot be found as it is declared.", _EXTENSION),
        ("wrong-search", "A search names no grammar.", _EXTENSION),
        ("wrong-upload", "An upload cannot be made as it is declared.", _EXTENSION),
        ("wrong-webhook", "A webhook cannot be read as it is declared.", _EXTENSION),
    )
}
"""By rule, in the order in which a description is read."""


def source_of(rule: str) -> str:
    """Return what says that something is wrong; empty where that is Specloom, or a rule of lint."""
    return STOPS[rule].source if rule in STOPS else ""
