"""The table of what is found on loading a description, or on making a client of it: what it is, and what says so.

Sections of OpenAPI are written `{Operation}`, or `{formats}`: each version has them elsewhere, and 2.0 has no numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class Stop(NamedTuple):
    """Something that is found on loading."""

    purpose: str
    """What is wrong, in one sentence."""
    source: str
    """The section of a specification that says so; empty where it is Specloom that does not take it."""


class _Sections(dict[str, str]):
    """What the sections of OpenAPI are called in one version."""

    def __init__(self, version: str) -> None:
        super().__init__({"openapi": _NEWEST[version], **_ELSEWHERE[version]})
        self._version = version

    def __missing__(self, name: str) -> str:
        if self._version == "2.0":
            return _OF_20.get(name, f"{name} Object")
        return f"{_OBJECTS[self._version]}{_ORDER.index(name) + 1}"


_NEWEST: Final = {
    "2.0": "OpenAPI 2.0",
    "3.0": "OpenAPI 3.0.4",
    "3.1": "OpenAPI 3.1.1",
    "3.2": "OpenAPI 3.2.0",
    "overlay": "Overlay 1.0.0",
}
_OBJECTS: Final = {"3.0": "4.7.", "3.1": "4.8.", "3.2": "4."}
"""The section that has all objects, by version."""
_ORDER: Final = (
    "OpenAPI,Info,Contact,License,Server,Server Variable,Components,Paths,Path Item,Operation,External Documentation,"
    "Parameter,Request Body,Media Type,Encoding,Responses,Response,Callback,Example,Link,Header,Tag,Reference,Schema,"
    "Discriminator,XML,Security Scheme,OAuth Flows,OAuth Flow,Security Requirement"
).split(",")
"""The objects in the order of their sections, which is the same since OpenAPI 3.0."""
_OF_20: Final = {"OpenAPI": "Swagger Object", "Server": "Swagger Object", "Components": "Definitions Object"}
_JSON_SCHEMA: Final = "JSON Schema 2020-12, core"
_OLD_JSON_SCHEMA: Final = "JSON Schema, draft-wright-json-schema-00, 7"
_ELSEWHERE: Final[Mapping[str, Mapping[str, str]]] = {
    "overlay": {"tables": "4.4: the table of the object"},
    "2.0": {
        "tables": "the table of the object",
        "formats": "Format",
        "templates": "Path Templating",
        "references": "Reference Object",
        "targets": "Reference Object",
        "loops": _OLD_JSON_SCHEMA,
        "endless": _OLD_JSON_SCHEMA,
        "defaults": "Schema Object",
        "patterns": "JSON Schema, draft-fge-json-schema-validation-00, 5.2.3",
    },
    "3.0": {
        "tables": "4.7: the table of the object",
        "formats": "4.2",
        "templates": "3.5",
        "references": "4.7.23",
        "targets": "4.7.23",
        "loops": f"{_OLD_JSON_SCHEMA}; OpenAPI 3.0.4, 5.5",
        "endless": _OLD_JSON_SCHEMA,
        "defaults": "4.7.24",
        "patterns": "JSON Schema, draft-wright-json-schema-validation-00, 5.8",
    },
    "3.1": {
        "tables": "4.8: the table of the object",
        "formats": "4.2",
        "templates": "3.5",
        "references": "4.6",
        "targets": "4.3.2",
        "loops": f"{_JSON_SCHEMA} 9.4.1; OpenAPI 3.1.1, 5.5",
        "endless": f"{_JSON_SCHEMA} 9.4.1",
        "defaults": "4.8.24; validation 9.2",
        "patterns": "JSON Schema 2020-12, validation 6.3.3",
    },
    "3.2": {
        "tables": "4: the table of the object",
        "formats": "3.1",
        "templates": "4.8.2",
        "references": "4.1.2.2",
        "targets": "4.23",
        "loops": f"{_JSON_SCHEMA} 9.4.1; OpenAPI 3.2.0, 6.6",
        "endless": f"{_JSON_SCHEMA} 9.4.1",
        "defaults": "4.24; validation 9.2",
        "patterns": "JSON Schema 2020-12, validation 6.3.3",
    },
}
"""What is in no section of one object, or by another specification."""
_TABLES: Final = "{openapi}, {tables}"
_OVERLAY: Final = "Overlay 1.0.0, 4.4.3"
_EXTENSION: Final = "docs/x-specloom.md"

STOPS: Final[Mapping[str, Stop]] = {
    name: Stop(purpose, source)
    for name, purpose, source in (
        # What a file is.
        ("unreadable-file", "A file cannot be read.", ""),
        ("invalid-encoding", "A file is in no encoding of Unicode.", "RFC 8259, 8.1; YAML 1.2.2, 5.2"),
        ("invalid-json", "A file is not JSON.", "RFC 8259, 2"),
        ("invalid-yaml", "A file is not YAML.", "YAML 1.2.2, 5 to 9"),
        ("unsupported-yaml", "A file says more in YAML than JSON can.", "{openapi}, {formats}"),
        ("duplicate-key", "A member is written twice.", "YAML 1.2.2, 3.2.1.1; RFC 8259, 4"),
        ("document-too-large", "A document has more values than Specloom reads.", ""),
        ("not-openapi", "A document is none of OpenAPI.", "{openapi}, {OpenAPI}"),
        ("unsupported-version", "A document is of a version that Specloom does not read.", ""),
        # References.
        ("misplaced-reference", "A reference stands where there can be none.", "{openapi}, {Reference}"),
        ("unresolved-reference", "A reference leads to nothing.", "{openapi}, {references}; RFC 6901, 4"),
        ("wrong-reference-target", "A reference leads to another kind of object.", "{openapi}, {targets}"),
        ("circular-reference", "A reference leads back to itself.", "{loops}"),
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
        ("wrong-component-name", "A component has a name that it cannot have.", "{openapi}, {Components}"),
        ("wrong-tag", "A tag hangs under itself, or under none that there is.", "OpenAPI 3.2.0, 4.22"),
        ("duplicate-tag", "A tag is declared twice.", "{openapi}, {OpenAPI}"),
        ("undeclared-server-variable", "A variable of a server is not declared.", "{openapi}, {Server}"),
        ("unused-server-variable", "A declared variable is not in the server's URL.", "{openapi}, {Server}"),
        # Paths and operations.
        ("wrong-path", "A path does not begin with a slash.", "{openapi}, {Paths}"),
        ("identical-paths", "Two paths differ in the names of parameters only.", "{openapi}, {Paths}"),
        ("wrong-method", "A method is none of HTTP, or has a member of its own.", "OpenAPI 3.2.0, 4.9"),
        ("undeclared-path-parameter", "A parameter in a path is not declared.", "{openapi}, {templates}"),
        ("unused-path-parameter", "A path parameter is not in the path.", "{openapi}, {templates} and {Parameter}"),
        ("optional-path-parameter", "A path parameter is not required.", "{openapi}, {Parameter}"),
        ("duplicate-parameter", "A parameter is declared twice.", "{openapi}, {Operation}"),
        ("ignored-parameter", "A parameter has a name that has no effect.", "{openapi}, {Parameter}"),
        ("ignored-allow-reserved", "An allowReserved has no effect.", "{openapi}, {Parameter}"),
        ("duplicate-operation-id", "An operationId is used twice.", "{openapi}, {Operation}"),
        ("wrong-status-code", "A response has no status code for its key.", "{openapi}, {Responses}"),
        ("unknown-operation", "There is no operation to skip or to keep.", ""),
        ("unresolved-link", "A Link Object names no operation.", "{openapi}, {Link}"),
        # Security.
        ("unknown-security-scheme", "A requirement names no security scheme.", "{openapi}, {Security Requirement}"),
        ("unknown-scope", "A requirement names no scope of its scheme.", "{openapi}, {Security Requirement}"),
        ("unsupported-security", "Clients cannot send credentials of this kind.", ""),
        ("conflicting-security", "Credentials that go together are one header field.", "RFC 9110, 5.3"),
        ("unsupported-server", "Clients cannot call a server at this address.", ""),
        # Schemas.
        ("wrong-pattern", "A pattern is no regular expression.", "{patterns}"),
        ("wrong-default", "A default does not fit its schema.", "{openapi}, {defaults}"),
        ("endless-schema", "Nothing can be checked against a schema without end.", "{endless}"),
        ("circular-all-of", "A schema applies itself to the same value.", "{endless}"),
        ("contradictory-schema", "No value fits schemas that apply at once.", "{openapi}, {Schema}"),
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


def basis_of(rule: str, version: str = "3.1") -> str:
    """Return what says that something is wrong; empty where that is Specloom, or a rule of lint.

    `version` is that of OpenAPI by which a document is judged, as in `3.1`, or `overlay`; empty where none is known.
    """
    return STOPS[rule].source.format_map(_Sections(version or "3.1")) if rule in STOPS else ""
