"""Telling descriptions and their parts from texts that must not be quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specloom.installed import shipped_descriptions
from specloom.source.file import is_document, is_part

if TYPE_CHECKING:
    from pathlib import Path

SPECS = sorted(path for entry in shipped_descriptions().values() for path in entry.parent.rglob("*.yaml"))


@pytest.mark.parametrize(
    "text",
    [
        "openapi: 3.1.0\n",
        "# by hand\n---\nopenapi: '3.0.3'\ninfo: [",
        "info: {title: T}\nopenapi: 3.1.0\n",
        'swagger: "2.0"\n',
        "{openapi: 3.1.0, info: [",
        '{"openapi": "3.1.0", "info": ',
        '{\n  "info": {"a" 1},\n  "openapi": "3.1.0"\n}',
        '{\n\t"swagger" : "2.0",',
        '\ufeff{\n    "openapi": "3.1.0"',
        '{\n // a comment\n "openapi": "3.1.0"',
    ],
)
def test_documents(text: str):
    assert is_document(text)
    assert is_part(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "keys:\n  openapi: 3sk-hunter2\n",
        "openapi: sk-hunter2\n",
        "OPENAPI: 3.1.0\n",
        "x-openapi: 3.1.0\n",
        "openapi_key: 3hunter2\n",
        '{"keys": {"openapi": "3hunter2"}}',
        "TOKEN=hunter2\nopenapi=3\n",
    ],
)
def test_other_texts_are_no_documents(text: str):
    assert not is_document(text)


@pytest.mark.parametrize(
    "text",
    [
        "Order: {type: object, properties: {}}\n",
        "get:\n  responses:\n    '200': x\n",
        "name: id\nin: path\n",
        '{"schema": {"type": "string"}}',
        "a: [{$ref: b.yaml}]\n",
        "type: string\nenum: [a]\n",
    ],
)
def test_parts(text: str):
    assert is_part(text)


@pytest.mark.parametrize(
    "text",
    [
        "name: id\nin: Dublin\n",
        "type: service_account\nprivate_key: x\nschema_version: 1\n",
        '{"auths": {"https://index.docker.io/v1/": {"auth": "x"}}}',
        "apiVersion: v1\nkind: Secret\ntype: Opaque\ndata: {password: x}\n",
        "users:\n- name: me\n  user: {token: x}\n",
        '{"outputs": {"password": {"value": "x", "type": "string", "sensitive": true}}}',
        "enumerate: 1\nlast-enum: 2\nmy.schema: 3\n",
    ],
)
def test_other_texts_are_no_parts(text: str):
    assert not is_part(text)


@pytest.mark.parametrize("path", SPECS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_that_ships_is_recognised(path: Path):
    assert is_part(path.read_text(encoding="utf-8"))


@given(st.text(st.characters(exclude_characters="$:"), max_size=200))
def test_a_text_without_members_is_neither(text: str):
    assert not is_document(text)
    assert not is_part(text)
