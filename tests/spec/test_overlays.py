"""Which file an overlay is for, and that what stops a description is found in whichever file it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from specloom.findings import DescriptionError
from specloom.spec.files import Retrieval
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from specloom.spec.load import Description

ENTRY = """\
openapi: 3.0.3
info: {title: Shop, version: '1'}
paths:
  /orders:
    get:
      operationId: listOrders
      parameters: [{$ref: 'parts.yaml#/Page'}]
      responses: {'200': {description: Them.}}
"""
PARTS = "Page: {name: page, in: query, schema: {type: integer, nullable: true}}\n"
HEAD = "overlay: 1.1.0\ninfo: {title: Ours, version: '1'}\n"


@pytest.fixture
def load(write: Callable[[Mapping[str, str]], Path]) -> Callable[..., Description]:
    def load(*, is_past: bool = False, **overlays: str) -> Description:
        names = {f"{name}.yaml": text for name, text in overlays.items()}
        entry = write({"openapi.yaml": ENTRY, "parts.yaml": PARTS, **names})
        overlay = tuple(entry.with_name(name) for name in names)
        return load_description(Target(entry, overlay=overlay), Retrieval(is_past=is_past))

    return load


def failures(load: Callable[..., Description], **overlays: str) -> list[str]:
    with pytest.raises(DescriptionError) as caught:
        load(**overlays)
    return [
        f"{each.location.source.name.rpartition('/')[2]}:{each.location.position.line}:{each.location.position.column}"
        f" {each.message}"
        for each in caught.value.findings
    ]


def test_an_overlay_is_for_the_entry_document(load: Callable[..., Description]):
    for extends in ("", "extends: openapi.yaml\n", "extends: ./openapi.yaml\n", "extends: https://x.example/y\n"):
        actions = "actions: [{target: $.paths.*.get, update: {x-specloom: {method: list}}}]\n"
        (operation,) = load(ours=HEAD + extends + actions).document.operations
        assert operation.extension == {"method": "list"}


def test_an_overlay_may_be_for_another_file_of_the_description(load: Callable[..., Description]):
    actions = "actions: [{target: $.Page, update: {description: Which page., required: true}}]\n"
    description = load(ours=HEAD + "extends: parts.yaml\n" + actions)
    (parameter,) = description.document.operations[0].parameters
    assert (parameter.description, parameter.required) == ("Which page.", True)
    assert [source.path and source.path.name for source in description.overlays] == ["ours.yaml"]
    assert [source.path and source.path.name for source in description.files] == ["openapi.yaml", "parts.yaml"]


def test_an_overlay_for_another_document_is_refused(load: Callable[..., Description]):
    actions = "actions: [{target: $, update: {}}]\n"
    assert failures(load, ours=HEAD + "extends: other.yaml\n" + actions) == [
        "ours.yaml:3:10 this overlay is for another document than 'openapi.yaml': 'other.yaml'"
    ]
    assert failures(load, ours=HEAD + "extends: ../openapi.yaml\n" + actions) == [
        "ours.yaml:3:10 this overlay is for another document than 'openapi.yaml': '../openapi.yaml'"
    ]
    assert failures(load, ours=HEAD + "extends: ours.yaml\n" + actions) == [
        "ours.yaml:3:10 no reference leads to the file that this is for"
    ]


def test_another_version_may_lack_what_an_overlay_changes(load: Callable[..., Description]):
    actions = "actions: [{target: $.sales, remove: true}, {target: $.info, update: {title: Ours}}]\n"
    ours = HEAD + "extends: other.yaml\n" + actions
    assert load(ours=ours, is_past=True).document.title == "Ours"


def test_what_is_wrong_is_found_in_the_file_that_says_it(load: Callable[..., Description]):
    actions = """\
actions:
  - target: $.paths.*.get
    update:
      parameters: [{name: size, in: qurey, schema: {type: integer}}]
      x-specloom: {method: 1}
  - {target: $.paths.*.get.responses, update: {'200': {content: {a/b: {schema: {type: intger}}}}}}
"""
    assert failures(load, ours=HEAD + actions) == [
        "ours.yaml:6:37 'in' of a Parameter Object cannot be 'qurey'",
        "ours.yaml:7:28 x-specloom.method must be a string, not a number",
        "ours.yaml:8:87 'type' of a Schema Object cannot be 'intger'",
    ]


def test_what_overlays_take_away_is_missed_where_it_was(load: Callable[..., Description]):
    actions = "actions: [{target: $.info.title, remove: true}]\n"
    assert failures(load, ours=HEAD + actions) == [
        "openapi.yaml:2:7 an Info Object needs 'title'",
    ]


def test_references_of_an_overlay_start_at_the_document(load: Callable[..., Description]):
    actions = "actions: [{target: $.paths.*.get.parameters, update: {$ref: 'nowhere.yaml#/Size'}}]\n"
    assert failures(load, ours=HEAD + actions) == ["ours.yaml:3:61 reference points at no file: 'nowhere.yaml'"]


def test_a_file_that_may_be_anything_is_not_made_a_description(write: Callable[[Mapping[str, str]], Path]):
    """Else what stands in it could be copied to where it is printed."""
    entry = write(
        {
            "openapi.yaml": ENTRY.replace("parts.yaml#/Page", "secrets.yaml#/Page"),
            "secrets.yaml": "password: hunter2\n",
            "ours.yaml": HEAD
            + "extends: secrets.yaml\nactions: [{target: $, update: {Page: {name: page, in: query, schema: {}}}}]\n",
            "other.yaml": HEAD + "actions: [{target: $, update: {openapi: 3.1.0}}]\n",
        }
    )
    for spec, overlay in (("openapi.yaml", "ours.yaml"), ("secrets.yaml", "other.yaml")):
        with pytest.raises(DescriptionError) as caught:
            load_description(Target(entry.with_name(spec), overlay=(entry.with_name(overlay),)))
        assert "hunter2" not in repr(caught.value.findings)
        assert caught.value.findings[0].rule in {"overlay-mismatch", "not-openapi"}
