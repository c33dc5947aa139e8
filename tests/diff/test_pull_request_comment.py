"""The comment on a pull request that changes Fixably as such changes go: read it as a reviewer when it differs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from repository import Repository

from specloom.cli.main import main

EXPECTED = Path(__file__).with_name("pull_request_comment.md")
SPECS = Path(__file__).parents[2] / "specs"
SETTINGS = '[clients.fixably]\nspec = "specs/fixably/openapi.yaml"\n'
EDITS = [
    # a property goes away
    (
        "schemas/orders.yaml",
        """\
    isInside:
      type: [boolean, "null"]
      description: Whether the device is at the service location.
      x-specloom:
        evidence:
          kind: documented
          source: Orders \u203a Get order
          note: By the table the order is at the location; that its device is meant is inferred.
""",
        "",
    ),
    # another gets a new type
    (
        "schemas/orders.yaml",
        '      type: [integer, "null"]\n      description: For how many seconds altogether',
        '      type: [string, "null"]\n      description: For how many seconds altogether',
    ),
    # one of a body becomes required
    (
        "schemas/orders.yaml",
        " Only custom fields can be required, by the tenant; all else is optional.\n",
        "\n  required: [location]\n",
    ),
    # a value can no longer be sent, another can be received
    (
        "schemas/orders.yaml",
        "enum: [CUSTOMER, SERVICE, STORE, IN_TRANSIT, DEALER_SHOP]\n",
        "enum: [CUSTOMER, SERVICE, STORE, IN_TRANSIT]\n",
    ),
    ("schemas/orders.yaml", "enum: [NORMAL, HIGH, HIGHER]", "enum: [NORMAL, HIGH, HIGHER, HIGHEST]"),
    # a property is new
    (
        "schemas/orders.yaml",
        "  description: Whom to contact about an order.\n  properties:\n",
        "  description: Whom to contact about an order.\n  properties:\n    language:\n      type: string\n",
    ),
    # a method gets a new name
    (
        "paths/orders.yaml",
        "      resource: orders\n      method: create\n",
        "      resource: orders\n      method: open\n",
    ),
    # a parameter is new, and required
    (
        "paths/locations.yaml",
        'PageNumber"\n    responses:',
        'PageNumber"\n      - {name: country, in: query, required: true, schema: {type: string}}\n    responses:',
    ),
    # an operation goes away, another is deprecated
    ("openapi.yaml", '  /invoices/{invoice_id}/sign: {$ref: "paths/invoices.yaml#/invoice_signature"}\n', ""),
    ("paths/stores.yaml", "    summary: List stores.\n", "    summary: List stores.\n    deprecated: true\n"),
]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path)
    shutil.copytree(SPECS / "fixably", tmp_path / "specs" / "fixably")
    made.commit({"specloom.toml": SETTINGS})
    monkeypatch.chdir(tmp_path)
    return made


def test_the_comment_is_the_expected_one(repository: Repository, capfd: pytest.CaptureFixture[str], update: bool):
    for name, old, new in EDITS:
        path = f"specs/fixably/{name}"
        text = (repository.folder / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{path} is not what it was: {old}"
        repository.write({path: text.replace(old, new)})
    assert main(["diff", "--base", "main", "--format", "markdown"]) == 1
    comment = capfd.readouterr().out
    if update:
        EXPECTED.write_text(comment, encoding="utf-8", newline="")
    assert comment == EXPECTED.read_text(encoding="utf-8")
