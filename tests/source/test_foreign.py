"""Files that are no descriptions are called by what they are, in one sentence that repeats nothing of them."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from specloom.findings import DescriptionError
from specloom.installed import shipped_descriptions
from specloom.source.text import recognise_text
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTION = b"openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"


def packed() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("openapi.yaml"), DESCRIPTION)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.yaml", gzip.compress(DESCRIPTION, mtime=0), "this is a gzip archive, not a document in YAML or JSON"),
        ("a.json", packed(), "this is a ZIP archive, not a document in YAML or JSON"),
        ("a.yaml", b"", "the file is empty"),
        ("a.yaml", b"%PDF-1.7\n", "this is a PDF, not a document in YAML or JSON"),
        (
            "a.json",
            b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
            "this is a pointer of Git LFS, not a document in YAML or JSON",
        ),
        ("a.yaml", b"<!DOCTYPE html>\n<html><body>secret", "this is a web page (HTML), not a document in YAML or JSON"),
        ("a.json", b"\n<html lang=en>secret</html>", "this is a web page (HTML), not a document in YAML or JSON"),
        ("a.yaml", b"<?xml version='1.0'?><definitions/>", "this is XML, not a document in YAML or JSON"),
        (
            "a.wsdl",
            b"<?xml version='1.0'?>\n<w:definitions name='secret' xmlns:w='http://schemas.xmlsoap.org/wsdl/'/>",
            "this is a WSDL description, not a document in YAML or JSON",
        ),
        (
            "a.wadl",
            b"<application xmlns='http://wadl.dev.java.net/2009/02'/>",
            "this is a WADL description, not a document in YAML or JSON",
        ),
        (
            "a.xml",
            b"<edmx:Edmx xmlns:edmx='http://docs.oasis-open.org/odata/ns/edmx'/>",
            "this is the metadata of an OData service, not a document in YAML or JSON",
        ),
        (
            "a.tsp",
            b'// secret\nimport "@typespec/http";\n@service\nnamespace A;\n',
            "this is a TypeSpec file, not a document in YAML or JSON",
        ),
        ("a.smithy", b'$version: "2"\nnamespace secret\n', "this is a Smithy model, not a document in YAML or JSON"),
        ("a.json", b'{"shapes": {}, "metadata": {}}', "this is no OpenAPI document but an AWS service model"),
        ("a.yaml", b"#%RAML 1.0\ntitle: secret\n- a", "this is a RAML description, not a document in YAML or JSON"),
        (
            "a.graphql",
            b"type Query { secret(id: ID!): String }",
            "this is a GraphQL schema, not a document in YAML or JSON",
        ),
        (
            "a.graphql",
            b'# ours\n"""Secret "things".\nMore."""\ntype Query implements Node & Other @key(fields: "id") {',
            "this is a GraphQL schema, not a document in YAML or JSON",
        ),
        (
            "a",
            b"scalar Date\n\ntype Query {\n  secret: Date\n}\n",
            "this is a GraphQL schema, not a document in YAML or JSON",
        ),
        ("a", b"type Query { a: String }\n", "this is a GraphQL schema, not a document in YAML or JSON"),
        ("a.raml", b"#%RAML 1.0\ntitle: secret\n", "this is a RAML description, not a document in YAML or JSON"),
        ("a.md", b"FORMAT: 1A\n# secret\n", "this is an API Blueprint, not a document in YAML or JSON"),
        ("a.json", b'{"openrpc": "1.2.6", "methods": []}', "this is no OpenAPI document but an OpenRPC document"),
        (
            "a.json",
            b'{"values": [], "_postman_variable_scope": "environment"}',
            "this is no OpenAPI document but a Postman environment",
        ),
        (
            "a.proto",
            b'// secret\nsyntax = "proto3";\n',
            "this is a Protocol Buffers file, not a document in YAML or JSON",
        ),
        ("a.json", b'{"info": {"name": "secret"}, "item": []}', "this is no OpenAPI document but a Postman collection"),
        ("a.json", b'{"collection": {"item": []}}', "this is no OpenAPI document but a Postman collection"),
        ("a.yaml", b"asyncapi: 3.0.0\ninfo: {title: secret}\n", "this is no OpenAPI document but an AsyncAPI document"),
        ("a.json", b'{"data": {"__schema": {}}}', "this is no OpenAPI document but an answer of a GraphQL server"),
        ("a.json", b'{"_type": "export", "resources": []}', "this is no OpenAPI document but an Insomnia export"),
        ("a.yaml", b"apiVersion: v1\nkind: Secret\n", "this is no OpenAPI document but a Kubernetes resource"),
        ("a.yaml", b"overlay: 1.1.0\ninfo: {title: secret}\n", "this is no OpenAPI document but an OpenAPI Overlay"),
        ("a.yaml", b"- secret\n", "this is no OpenAPI document but a list"),
    ],
)
def test_what_a_file_is_instead(tmp_path: Path, name: str, content: bytes, message: str):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DescriptionError) as caught:
        load_description(Target(tmp_path / name))
    (finding,) = caught.value.findings
    assert (finding.rule, finding.message) == ("not-openapi", message)
    assert "secret" not in repr(finding)


def test_a_broken_description_is_told_as_one(tmp_path: Path):
    (tmp_path / "a.json").write_text(json.dumps({"openapi": "3.1.0"})[:-1])
    with pytest.raises(DescriptionError) as caught:
        load_description(Target(tmp_path / "a.json"))
    assert {finding.rule for finding in caught.value.findings} == {"invalid-json"}


@pytest.mark.parametrize("path", shipped_descriptions().values(), ids=lambda path: path.parent.name)
def test_descriptions_are_nothing_else(path: Path):
    assert recognise_text(path.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize(
    "text", ["# type of orders\nopenapi: 3.1.0\n", "type: object\n", "schema: {type: string}\n", "enum: [a]\n"]
)
def test_parts_of_descriptions_are_nothing_else(text: str):
    assert recognise_text(text) is None
