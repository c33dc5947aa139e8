"""A made-up page of the Sitoo API, held against its description and its client."""

import json
from pathlib import Path

import pytest
from evidence.__main__ import check_pages, main
from evidence.check import Description, check_page, load

from specloom.installed import shipped_descriptions

ENTRY = shipped_descriptions()["sitoo"]
ITEM = {"sku": "A", "name": "Sole", "quantity": 1, "unit_price": "5.00", "note": "both"}
ORDER = {
    "state": "new",
    "store": {"id": "S1", "name": "Shop"},
    "owner": {"email": "o@shop.example"},
    "customer": {"first_name": "Ada"},
    "currency": "EUR",
    "product": {"sku": "P", "name": "Boot", "services": [ITEM]},
    "author": {"email": "a@shop.example", "name": None},
}


@pytest.fixture(scope="module")
def sitoo() -> Description:
    return load(ENTRY)


def problems(description: Description, caption: str, value: object) -> list[str]:
    (checked,) = check_page(description, f"{caption}\n{json.dumps(value, indent=1)}\n")
    return list(checked.problems)


REQUEST = "POST /serviceorders.json"
RESPONSE = f"{REQUEST}\nRESPONSE JSON"
LIST = "GET /serviceorders.json"


@pytest.mark.parametrize(
    ("caption", "value"),
    [(REQUEST, ORDER), (RESPONSE, {**ORDER, "id": "X1"}), (LIST, [ORDER]), (LIST, [])],
    ids=["request", "response", "page", "empty page"],
)
def test_what_is_described_passes(sitoo: Description, caption: str, value: object):
    assert problems(sitoo, caption, value) == []


@pytest.mark.parametrize(
    ("caption", "value", "message"),
    [
        (REQUEST, {**ORDER, "colour": "red"}, "/colour is not described"),
        (REQUEST, {**ORDER, "store": {"id": "S", "name": "S", "city": "X"}}, "/store/city is not described"),
        (REQUEST, {**ORDER, "currency": 1}, "$.currency: 1 is not of type 'string'"),
        (REQUEST, [ORDER], "the method sends objects only"),
        (RESPONSE, {**ORDER, "colour": "red"}, "/colour is not described"),
        (LIST, [{**ORDER, "owner": {"email": "o", "age": 3}}], "/0/owner/age is not described"),
        (RESPONSE, {**ORDER, "currency": None}, "$.currency: None is not of type 'string'"),
        (RESPONSE, {**ORDER, "currency": None}, "MismatchError"),
        (RESPONSE, "text", None),
        ("DELETE /serviceorders.json", {}, "is not described"),
    ],
)
def test_what_is_not_is_a_problem(sitoo: Description, caption: str, value: object, message: str | None):
    if message is None:
        assert not list(check_page(sitoo, f"{caption}\n{json.dumps(value)}\n"))
    else:
        found = problems(sitoo, caption, value)
        assert any(message in problem for problem in found), found


def test_the_report_of_a_good_folder(tmp_path: Path, capsys):
    (tmp_path / "sitoo.txt").write_text(f"Orders\n{REQUEST}\n{json.dumps(ORDER)}\nRESPONSE JSON\n{json.dumps(ORDER)}\n")
    assert check_pages(tmp_path, {"sitoo": ENTRY}) == 0
    assert capsys.readouterr().out.splitlines() == [
        "sitoo:3 POST /serviceorders.json request: ok",
        "sitoo:5 POST /serviceorders.json response: ok",
        "2 blocks, 0 of them repaired, 2 checks, 0 problems",
    ]


def test_the_report_of_a_bad_folder(tmp_path: Path, capsys):
    (tmp_path / "sitoo.txt").write_text("Orders\n{,}\n")
    (tmp_path / "other.txt").write_text("")
    assert check_pages(tmp_path, {"sitoo": ENTRY, "absent": ENTRY}) == 1
    output = capsys.readouterr().out
    assert "sitoo:2 unmatched: problem\n    no JSON: " in output
    assert "there is no description other" in output
    assert "there is no page absent.txt" in output
    assert output.endswith("1 blocks, 0 of them repaired, 1 checks, 3 problems\n")


@pytest.mark.parametrize(
    ("description", "message"),
    [
        (
            "openapi: 3.1.0\ninfo: {version: '1'}\npaths: {}\n",
            "the description cannot be used; specloom generate new says why",
        ),
        ("openapi: 3.1.0\ninfo: {title: T, version: '1'}\nx-specloom: {package: absent}\npaths: {}\n", "make generate"),
    ],
)
def test_what_has_to_be_done_before(tmp_path: Path, capsys, description: str, message: str):
    entry = tmp_path / "openapi.yaml"
    entry.write_text(description)
    (tmp_path / "new.txt").write_text("{}\n")
    assert check_pages(tmp_path, {"new": entry}) == 1
    assert message in capsys.readouterr().out


def test_a_folder_without_pages_says_what_is_wanted(tmp_path: Path, capsys):
    assert main(["check", str(tmp_path / "none")]) == 2
    assert "sitoo.txt" in capsys.readouterr().out


def test_counts_prints_a_row_for_each_description(capsys):
    assert main(["counts"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row.split(" | ")[0] for row in rows[2:]] == [f"| {name}" for name in shipped_descriptions()]
