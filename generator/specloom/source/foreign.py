"""What else a file is that is no YAML or JSON: told by its first bytes or words, and repeating nothing of it."""

from __future__ import annotations

import re
from typing import Final

_BYTES: Final = (
    (b"\x1f\x8b", "a gzip archive", "unpack it first: gunzip"),
    (b"PK\x03\x04", "a ZIP archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first: bunzip2"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first: unxz"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first: unzstd"),
    (b"%PDF-", "a PDF", ""),
    (b"version https://git-lfs.github.com/spec/", "a pointer of Git LFS", "fetch what it stands for: git lfs pull"),
)
_HTML: Final = "save the document that the page shows, not the page; it is often called openapi.json"
_COMMENTS: Final = r"(?:\s*(?:#[^\n]*\n|\"\"\"(?:[^\"]|\"(?!\"\"))*\"\"\"|\"[^\"\n]*\"))*"
_GRAPHQL: Final = "a GraphQL schema"
_ITS_OWN: Final = "GraphQL has clients of its own"
_WORDS: Final = (
    (r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", "a web page (HTML)", _HTML),
    *(
        (rf"\s*<.*?\b{re.escape(namespace)}", kind, "convert it to OpenAPI")
        for namespace, kind in (
            ("schemas.xmlsoap.org/wsdl/", "a WSDL description"),
            ("www.w3.org/ns/wsdl", "a WSDL description"),
            ("wadl.dev.java.net/", "a WADL description"),
            ("docs.oasis-open.org/odata/ns/edmx", "the metadata of an OData service"),
        )
    ),
    (r"\s*<(?:\?xml|[a-z][\w:.-]*[\s>/])", "XML", ""),
    (r"#%RAML\b", "a RAML description", "convert it to OpenAPI"),
    (r"\s*FORMAT:\s*1A\b", "an API Blueprint", "convert it to OpenAPI"),
    (r"(?:\s*//[^\n]*\n)*\s*import\s+\"@typespec/", "a TypeSpec file", "have its compiler write OpenAPI"),
    (r"(?:\s*//[^\n]*\n)*\s*\$version\s*:\s*\"", "a Smithy model", "convert it to OpenAPI"),
    (r"(?:\s*//[^\n]*\n)*\s*syntax\s*=\s*[\"']proto[23]", "a Protocol Buffers file", ""),
    (
        rf"{_COMMENTS}\s*(?:extend\s+)?(?:schema|(?:type|input|interface|enum)\s+\w(?:\([^)]*\)|[^{{:#(])*)\{{",
        _GRAPHQL,
        _ITS_OWN,
    ),
    (rf"{_COMMENTS}\s*(?:scalar|union|directive)\s+@?\w", _GRAPHQL, _ITS_OWN),
)
"""Patterns that are compiled where they are needed: hardly any file has to be told what it is."""
_LONGEST: Final = 4096


def recognise_bytes(content: bytes) -> tuple[str, str] | None:
    """Return what to say of a file by its first bytes, and what to do about it; None of one that may be a document."""
    found = next(((kind, advice) for magic, kind, advice in _BYTES if content.startswith(magic)), None)
    return found and (_sentence(found[0]), found[1])


def recognise_text(text: str) -> tuple[str, str] | None:
    """Return what to say of a text by its first words, likewise."""
    head = text[:_LONGEST]
    if not head.strip():
        return "the file is empty", "name a file that begins with openapi: 3.1.1, or with another version of it"
    found = next(
        ((kind, advice) for pattern, kind, advice in _WORDS if re.match(pattern, head, re.IGNORECASE | re.DOTALL)), None
    )
    return found and (_sentence(found[0]), found[1])


def _sentence(kind: str) -> str:
    return f"this is {kind}, not a document in YAML or JSON"
