"""Every description has what specs/README.md asks for."""

import pytest
from evidence.counts import count

from specloom.installed import shipped_descriptions
from specloom.spec.document import Document, MediaType, Operation
from specloom.spec.load import load_description
from specloom.targets.target import Target

DESCRIPTIONS = shipped_descriptions()


@pytest.fixture(scope="module", params=DESCRIPTIONS)
def document(request) -> Document:
    return load_description(Target(DESCRIPTIONS[request.param])).document


def operations(document: Document) -> list[Operation]:
    return [*document.operations, *(webhook for several in document.webhooks.values() for webhook in several)]


def bodies(operation: Operation) -> list[MediaType]:
    sent = operation.request_body.content.values() if operation.request_body else ()
    return [*sent, *(media_type for response in operation.responses for media_type in response.content.values())]


def test_the_document_says_how_it_is_known(document):
    assert "evidence" in document.extension


def test_every_operation_says_how_it_is_known(document):
    assert [each.route for each in operations(document) if "evidence" not in each.extension] == []


def test_every_named_schema_says_how_it_is_known(document):
    schemas = {key: named.schema for key, named in document.schemas.items() if named.schema.ref is None}
    assert [key for key, schema in schemas.items() if "evidence" not in schema.extension] == []


def test_every_operation_has_its_place_in_the_client(document):
    placed = {"resource", "method"}
    assert [each.route for each in document.operations if not placed <= each.extension.keys()] == []
    assert [each.route for each in operations(document) if not each.operation_id] == []


def test_every_body_has_an_example(document):
    without = [each.route for each in operations(document) for body in bodies(each) if not body.examples]
    assert without == []


@pytest.mark.parametrize("name", DESCRIPTIONS)
def test_no_description_is_empty(name):
    counts = count(DESCRIPTIONS[name])
    assert min(counts.operations, counts.parameters, counts.request_fields, counts.response_fields) > 0
