"""A client's README: calls that work when somebody fills them in, and sections that nothing takes apart."""

from pathlib import Path

import pytest

from specloom.cli.main import main
from specloom.pipeline import generate
from specloom.targets.target import Target

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /orders/{id}/lines:
    post:
      operationId: addLine
      tags: [orders]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: reason, in: query, required: true, schema: {type: string}}
        - {name: note, in: query, schema: {type: string}}
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [product], properties: {product: {type: string}}}
          text/csv: {}
      responses: {"204": {description: Added.}}
"""


def test_arguments_that_go_by_their_names_only_are_shown_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("shop.yaml").write_text(SPEC)
    assert main(["generate", "--spec", "shop.yaml", "--out", "shop"]) == 0
    readme = Path("shop/README.md").read_text(encoding="utf-8")
    (row,) = (line for line in readme.splitlines() if "/orders/{id}/lines" in line)
    assert "`client.orders.add_line(id, reason=…, product=…, …)`" in row
    assert '`client.orders.add_line(id, reason=…, body=…, content_type="text/csv")`' in row


SENDS_A_FILE = """\
openapi: 3.2.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /orders:
    post:
      operationId: send
      tags: [orders]
      requestBody: {required: true, content: {MEDIA: {schema: SCHEMA}}}
      responses: {"204": {description: Sent.}}
"""
FILE = "{type: string, format: binary}"


@pytest.mark.parametrize(
    ("media_type", "schema", "shown"),
    [
        ("multipart/mixed", f"{{type: array, items: {FILE}}}", '[Path("picture.jpg")]'),
        (
            "multipart/mixed",
            f"{{type: array, prefixItems: [{{properties: {{a: {{type: string}}}}}}, {FILE}], items: false}}",
            '({"a": "text"}, Path("picture.jpg"))',
        ),
        ("image/png", FILE, 'Path("picture.png")'),
        ("image/*", FILE, 'Path("picture.jpg")'),
        ("text/csv", FILE, 'Path("notes.csv")'),
        ("application/xml", "{type: object}", 'Path("content.xml")'),
        ("application/vnd.acme.dump", FILE, 'Path("content.bin")'),
    ],
)
def test_a_file_is_shown_where_it_stands_in_what_is_sent(tmp_path: Path, media_type: str, schema: str, shown: str):
    spec = tmp_path / "shop.yaml"
    spec.write_text(SENDS_A_FILE.replace("MEDIA", media_type).replace("SCHEMA", schema))
    assert f"\nclient.orders.send(body={shown})\n" in generate(Target(spec)).tree["README.md"]


GIVES_A_FILE = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /orders/{id}/label:
    get:
      operationId: label
      tags: [orders]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"200": {description: A label., content: {application/pdf: {}}}}
"""


def test_a_file_that_comes_is_saved_and_read_in_pieces(tmp_path: Path):
    spec = tmp_path / "shop.yaml"
    spec.write_text(GIVES_A_FILE)
    example = """
client.download(client.orders.label, 1).save("answer.bin")

with client.download(client.orders.label, 1) as pieces:
    for piece in pieces:
        print(len(piece))
"""
    assert example in generate(Target(spec)).tree["README.md"]


LISTS = """
openapi: 3.1.0
info: {title: Shop, version: "1", description: "Sells.\\n\\n# Sign in\\n\\nWith a key:\\n\\n```\\n# no heading\\n```"}
servers: [{url: https://shop.example}]
paths:
  /alarms: {get: {operationId: list, tags: [alarms], responses: {"200": {description: d}}}}
  /books:
    get: {operationId: list, tags: [books], deprecated: true, responses: {"200": {description: d}}}
    post: {operationId: add, tags: [books], responses: {"204": {description: d}}}
    put: {operationId: set, tags: [books], responses: {"204": {description: d}}}
  /orders:
    get: {operationId: list, tags: [orders], responses: {"200": {description: d}}}
    post: {operationId: add, tags: [orders], responses: {"204": {description: d}}}
"""


def test_sections_of_a_description_are_below_their_own_and_the_first_call_is_of_what_offers_most(tmp_path: Path):
    spec = tmp_path / "shop.yaml"
    spec.write_text(LISTS)
    readme = generate(Target(spec)).tree["README.md"]
    begin = readme.partition("\n## The API\n")[0]
    assert "    client.orders.list()\n" in begin
    assert "This folder is generated." in begin
    assert readme.partition("\n## The API\n")[2].startswith(
        "\nSells.\n\n### Sign in\n\nWith a key:\n\n```\n# no heading\n```\n\n## Settings\n"
    )
