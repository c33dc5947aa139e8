"""docs/x-specloom.md says of every member of the schema what it is, with an example that a client is made of."""

import re

import pytest
from extension_page import DESCRIPTIONS, PAGE, rewrite

from specloom.pipeline import generate
from specloom.spec.extension import extension_schema
from specloom.targets.target import Target

SHARED = {"evidence-only", "pagination"}
"""What others consist of."""


def test_the_page_says_what_the_schema_says(update):
    text = PAGE.read_text(encoding="utf-8")
    if update:
        PAGE.write_text(rewrite(text), encoding="utf-8", newline="")
        text = PAGE.read_text(encoding="utf-8")
    assert text == rewrite(text)


def test_every_object_has_its_table():
    definitions = extension_schema()["$defs"]
    with_members = {name for name, each in definitions.items() if "properties" in each or name == "ignores"}
    assert set(re.findall(r"<!-- table: ([\w-]+) -->", PAGE.read_text(encoding="utf-8"))) == with_members - SHARED


def test_every_value_is_explained():
    definitions = extension_schema()["$defs"]
    values = {name.replace("-", " ") for name, each in definitions.items() if each.get("type") == "string"}
    listed = set(re.findall(r"^\| ([a-z ]+) \| ", PAGE.read_text(encoding="utf-8").split("## Values")[1], re.MULTILINE))
    assert values <= listed


@pytest.mark.parametrize("path", DESCRIPTIONS, ids=lambda path: path.stem)
def test_the_examples_are_those_of_clients_that_there_are(path):
    assert [finding for finding in generate(Target(path)).warnings if finding.severity.stops] == []
