"""`specloom lint --fix`: what is mechanical goes to the end of an overlay, and nothing else moves."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml

from specloom.cli.main import main
from specloom.pipeline import generate
from specloom.source.edit import Edit, edit_text
from specloom.source.file import Format
from specloom.targets.settings import load_configuration
from specloom.upstream import fix

HEAD = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
tags: [{name: orders, description: What customers buy.}, {name: refunds, description: What they get back.}]
paths:
"""
PAGES = (
    "parameters: [{name: page, in: query, schema: {type: integer}}], responses: {'200': {description: Fine., content: "
    "{application/json: {schema: {type: array, items: {type: string}}}}}}"
)
NOTHING = "responses: {'204': {description: Nothing.}}"
OVERLAY = """\
overlay: 1.1.0
info: {title: Ours, version: "1"} # as we know it
actions:
  - target: $
    update: {x-specloom: {package: acme}}
"""
METHOD = """\
  # In place of orders.get_orders
  - target: $.paths['/orders'].get
    update:
      x-specloom: {method: get}
"""
SHOP = '[tool.specloom.clients.shop]\nspec = "shop.yaml"\noverlay = ["ours.yaml"]\n'

Run = Callable[..., tuple[int, str, str]]


def operation(name: str, route: str = "get /orders", rest: str = NOTHING) -> str:
    method, path = route.split()
    tag = path.split("/")[1]
    return f"  {path}: {{{method}: {{operationId: {name}, summary: Do it., tags: [{tag}], {rest}}}}}\n"


REFUNDS = operation("find", "get /refunds")


@pytest.fixture
def run(run_command: Run) -> Run:
    """Return a function that mends a description of some paths: exit code, stdout, stderr."""
    Path("ours.yaml").write_text(OVERLAY)

    def run(paths: str, *arguments: str, settings: str = SHOP) -> tuple[int, str, str]:
        Path("pyproject.toml").write_text(settings)
        Path("shop.yaml").write_text(HEAD + paths)
        return run_command("lint", "--fix", *arguments)

    return run


def test_a_method_that_repeats_its_resource_is_named(run: Run):
    code, out, err = run(operation("getOrders") + REFUNDS)
    assert (code, out, err) == (0, "no findings\n", "ours.yaml: 1 operation mended\n")
    assert Path("ours.yaml").read_text() == OVERLAY + METHOD
    assert HEAD in Path("shop.yaml").read_text()


def test_a_list_that_goes_on_is_declared(run: Run):
    code, out, err = run(operation("all", rest=PAGES) + REFUNDS)
    assert (code, out, err) == (0, "no findings\n", "ours.yaml: 1 operation mended\n")
    assert Path("ours.yaml").read_text() == (
        OVERLAY
        + """\
  # GET /orders: the query parameter page numbers pages; it answers with a list
  - target: $
    update:
      x-specloom:
        pagination:
          by_page: {style: page, page: page, items: ''}
  # It goes on as by_page says
  - target: $.paths['/orders'].get
    update:
      x-specloom: {pagination: by_page}
"""
    )
    generate(load_configuration(Path.cwd()).clients["shop"])


def test_what_is_declared_already_is_used_and_never_changed(run: Run):
    ours = OVERLAY.replace("package: acme", "pagination: {by_page: {style: page, page: page, first: 0, items: /all}}")
    Path("ours.yaml").write_text(ours)
    used = operation("go", "get /refunds", f"x-specloom: {{pagination: by_page}}, {PAGES}").replace(
        "{type: array, items: {type: string}}",
        "{type: object, properties: {all: {type: array, items: {type: string}}}}",
    )
    assert "undeclared-paging" not in run(operation("all", rest=PAGES) + used)[1]
    assert "by_page_2: {style: page, page: page, items: ''}" in Path("ours.yaml").read_text()
    Path("ours.yaml").write_text(
        OVERLAY.replace("acme", "acme, pagination: {ours: {style: page, page: page, items: ''}}")
    )
    assert run(operation("all", rest=PAGES) + REFUNDS)[:2] == (0, "no findings\n")
    assert "by_page" not in Path("ours.yaml").read_text()
    assert "x-specloom: {pagination: ours}" in Path("ours.yaml").read_text()


def test_it_is_done_once(run: Run):
    run(operation("getOrders") + REFUNDS)
    mended = Path("ours.yaml").read_text()
    assert run(operation("getOrders") + REFUNDS) == (0, "no findings\n", "")
    assert Path("ours.yaml").read_text() == mended


@pytest.mark.parametrize(
    "others",
    [
        operation(
            "get",
            "post /orders/{id}",
            f"parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], {NOTHING}",
        ),
        operation("orders_get", "get /orders/all"),
    ],
    ids=["which another method has", "which another one would have, too"],
)
def test_a_name_is_not_given(run: Run, others: str):
    _, out, err = run(operation("getOrders") + others + REFUNDS)
    assert ("[repeated-resource]" in out, err) == (True, "")
    assert Path("ours.yaml").read_text() == OVERLAY


def test_what_is_off_stays(run: Run):
    off = f'{SHOP}[tool.specloom.lint]\nrepeated-resource = "off"\n'
    assert run(operation("getOrders") + REFUNDS, settings=off)[:2] == (0, "no findings\n")
    assert Path("ours.yaml").read_text() == OVERLAY


def test_what_is_known_is_mended_and_known_no_more(run: Run):
    run(operation("go") + REFUNDS, "--write-baseline")
    assert run(operation("getOrders") + REFUNDS, "--write-baseline")[2].endswith(": 0 findings\n")


LAYOUTS = {
    "as far left as can be": OVERLAY.replace("\n    update", "\n  update").replace("\n  - ", "\n- "),
    "far to the right": OVERLAY.replace("\n    update", "\n        update").replace("\n  - ", "\n      - "),
    "a comment behind": f"{OVERLAY}\n  # Not sure:\n  #\n  # - target: $.info\n",
    "no line end": OVERLAY.rstrip("\n"),
    "lines of Windows": OVERLAY.replace("\n", "\r\n"),
    "quotes": OVERLAY.replace("target: $", '"target": "$"'),
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_an_overlay_keeps_its_layout(run: Run, text: str):
    Path("ours.yaml").write_bytes(text.encode())
    assert run(operation("getOrders") + REFUNDS)[:2] == (0, "no findings\n")
    new = Path("ours.yaml").read_bytes().decode()
    assert new.startswith(text)
    assert len(new.splitlines()) == len(text.splitlines()) + len(METHOD.splitlines())
    assert new.count("\r\n") == (len(new.splitlines()) if "\r\n" in text else 0)


REFUSED = {
    "braces": f"{OVERLAY.partition('actions')[0]}actions: [{{target: $, update: {{x-specloom: {{package: acme}}}}}}]\n",
    "something behind": f"{OVERLAY}x-ours: 1\n",
    "JSON": '{"overlay": "1.1.0", "info": {"title": "O", "version": "1"}, "actions": [{"target": "$", "update": {}}]}',
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_added_to_is_left_alone(run: Run, text: str):
    name = "ours.json" if text.startswith("{") else "ours.yaml"
    Path(name).write_text(text)
    code, out, err = run(operation("getOrders") + REFUNDS, settings=SHOP.replace("ours.yaml", name))
    assert (code, out) == (2, "")
    assert f"error: {name} is written in a way that --fix cannot add actions to it" in err
    assert Path(name).read_text() == text


FETCHED = f'url = "https://shop.example/openapi.yaml"\nsha256 = "{"0" * 64}"\n'
BARE = SHOP.replace('overlay = ["ours.yaml"]\n', "")


def test_what_was_fetched_is_mended_in_an_overlay_alone(run: Run):
    code, out, err = run(operation("getOrders") + REFUNDS, settings=BARE + FETCHED)
    assert (code, out) == (2, "")
    assert "shop has no overlay to write into, and --fix edits no description of somebody else" in err
    assert 'overlay = ["ours.yaml"]' in err
    assert run(operation("go") + REFUNDS, settings=BARE + FETCHED)[:2] == (0, "no findings\n")
    code, out, err = run(WRONG, settings=SHOP + FETCHED)
    assert Path("shop.yaml").read_text() == HEAD + WRONG
    left = "5 findings left: somebody else writes what they are about; an overlay may say what is right"
    assert err == f"ours.yaml: 3 places mended\nshop: {left}\n"
    assert "update:\n      {format: date-time}\n" in Path("ours.yaml").read_text()


def test_without_an_overlay_names_and_paging_go_into_the_description_that_is_ours(run: Run):
    paths = operation("getOrders") + operation("find", "get /refunds", PAGES)
    assert run(paths, settings=BARE) == (0, "no findings\n", "shop.yaml: 2 operations mended\n")
    text = Path("shop.yaml").read_text()
    assert "{get: {operationId: getOrders, x-specloom: {method: get}, summary: Do it." in text
    assert text.startswith(
        'openapi: 3.1.0\nx-specloom: {pagination: {by_page: {style: page, page: page, items: ""}}}\n'
    )
    assert run(paths, settings=BARE + FETCHED)[0] == 2


@pytest.mark.parametrize("ours", ["", "\n  pagination:\n    mine: {style: page, page: page, items: ''} # ours\n"])
def test_lists_that_go_on_in_several_ways_are_declared_in_the_description(run: Run, ours: str):
    offsets = PAGES.replace(
        "{name: page, in: query,", "{name: offset, in: query, schema: {type: integer}}, {name: limit, in: query,"
    )
    paths = operation("all", rest=PAGES.replace("string", "number")) + operation("find", "get /refunds", offsets)
    extension = f"x-specloom:{ours}\n" if ours else ""
    code, out, err = run(f"{paths}{extension}", settings=BARE)
    assert (code, out, err) == (0, "no findings\n", "shop.yaml: 2 operations mended\n")
    assert yaml.safe_load(Path("shop.yaml").read_text())["x-specloom"]["pagination"].keys() >= {"by_offset"}


def test_a_large_description_is_not_read_once_for_each_operation(run: Run, monkeypatch: pytest.MonkeyPatch):
    edited: list[int] = []

    def count(text: str, edits: Sequence[Edit], format: Format) -> str | None:
        edited.append(len(edits))
        return edit_text(text, edits, format)

    monkeypatch.setattr(fix, "edit_text", count)
    paths = "".join(operation(f"find{number}", f"get /orders/{number}", PAGES) for number in range(20))
    assert "20 operations mended" in run(paths, settings=BARE)[2]
    assert edited == [21]


WRONG = """\
  /orders/{id}:
    get:
      operationId: go
      summary: Do it.
      tags: [orders]
      parameters:
        - name: id
          in: path # which
          schema: {type: string, pattern: '\\A\\d+\\Z'}
        - {name: at, in: query, schema: {type: string, format: date_time}}
      responses:
        "204": {description: Nothing.}
        4xx: {description: "No."}
  /refunds:
    put:
      operationId: change
      summary: Do it.
      tags: [refunds]
      requestBody:
        content:
          application/json:
            schema:
              type: object
              title: Refund
              required: [sum, why, sum]
              properties:
                why:
                  type: string # of ours
                  nullable: true
                sum: {type: integer, minimum: 0, exclusiveMinimum: true}
                state:
                  enum:
                    - new
                    # twice
                    - done
                    - new
      responses: {'204': {description: Nothing.}}
"""
RIGHT = (
    WRONG.replace("in: path # which\n", "in: path # which\n          required: true\n")
    .replace("'\\A\\d+\\Z'", "'^\\d+$'")
    .replace("date_time", "date-time")
    .replace("4xx", "4XX")
    .replace("why, sum]", "why]")
    .replace("type: string # of ours\n                  nullable: true\n", 'type: [string, "null"] # of ours\n')
    .replace("minimum: 0, exclusiveMinimum: true", "exclusiveMinimum: 0")
    .replace("- done\n                    - new\n", "- done\n")
)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_description_of_ours_is_mended_where_it_stands(run: Run, ending: str):
    run(RIGHT)
    Path("shop.yaml").write_bytes((HEAD.replace('"1"', "1.10") + WRONG).replace("\n", ending).encode())
    assert main(["lint", "--fix"]) == 0
    assert Path("shop.yaml").read_bytes().decode() == (HEAD.replace('"1"', '"1.10"') + RIGHT).replace("\n", ending)
    assert Path("ours.yaml").read_text() == OVERLAY


def test_json_is_mended_as_it_is_written(run: Run):
    whole = yaml.safe_load(HEAD + WRONG)
    Path("shop.json").write_text(json.dumps(whole, indent=4))
    assert run("", settings=BARE.replace("shop.yaml", "shop.json"))[0] == 0
    lines = Path("shop.json").read_text().splitlines()
    kept = [line for line in lines if line in json.dumps(whole, indent=4).splitlines()]
    assert len(lines) - len(kept) == 8
    assert json.loads(Path("shop.json").read_text()) == yaml.safe_load(HEAD + RIGHT)


def test_yaml_in_braces_is_mended_as_it_is_written(run: Run):
    wrong = operation("put", "post /orders", "responses: {4xx: {description: Refused.}}")
    run(wrong, settings=BARE)
    head = HEAD.replace("\n", ",\n").replace("paths:,", "paths: {")
    whole = f"{{ # of ours\n{head}{wrong.rstrip()}}}}}\n"
    Path("shop.yaml").write_text(whole)
    assert main(["lint", "--fix"]) == 0
    assert Path("shop.yaml").read_text() == whole.replace("4xx", "4XX")


def test_what_somebody_has_to_decide_is_told(run: Run):
    err = run(WRONG.replace("nullable: true", "nullable: true\n                  enum: [a, b]"), settings=BARE)[2]
    mended, left, *_ = err.splitlines()
    assert mended == "shop.yaml: 7 findings mended"
    assert left == "shop: 1 finding left: in shop.yaml somebody has to decide what is meant"


def test_a_file_in_another_encoding_is_left_as_it_is(run: Run, capfd: pytest.CaptureFixture[str]):
    run(RIGHT)
    written = (HEAD + WRONG).encode("utf-16")
    Path("shop.yaml").write_bytes(written)
    assert main(["lint", "--fix"]) in {0, 1}
    assert Path("shop.yaml").read_bytes() == written
    assert "shop: 8 findings left: shop.yaml is not UTF-8, in which it would be written\n" in capfd.readouterr().err


def test_what_others_refer_to_by_an_anchor_is_left_as_it_is(run: Run):
    paths = WRONG.replace("schema: {type: string, format: date_time}", "schema: &at {type: string, format: date_time}")
    paths += "components: {schemas: {At: *at, Text: {type: [string, integer], pattern: a, enum: [a, a]}}}\n"
    told = run(paths, settings=BARE)[2]
    assert "2 findings left: shop.yaml is written in a way that does not let them be mended alone" in told
    assert "format: date_time" in Path("shop.yaml").read_text()
    assert "4XX" in Path("shop.yaml").read_text()
    assert "enum: [a]" in Path("shop.yaml").read_text()


def test_an_overlay_of_another_file_is_not_written_into(run: Run):
    Path("part.yaml").write_text(
        f"{HEAD.replace('paths:', 'paths: {}')}components: {{responses: {{A: {{description: B}}}}}}"
    )
    part = OVERLAY.replace("actions:", "extends: part.yaml\nactions:")
    part = part.replace("{x-specloom: {package: acme}}", "{components: {responses: {A: {description: Nothing.}}}}")
    Path("part-overlay.yaml").write_text(part)
    rest = "responses: {'204': {$ref: 'part.yaml#/components/responses/A'}}"
    paths = operation("getOrders", rest=rest) + REFUNDS
    settings = SHOP.replace('"ours.yaml"', '"ours.yaml", "part-overlay.yaml"')
    assert run(paths, settings=settings)[:2] == (0, "no findings\n")
    assert Path("part-overlay.yaml").read_text() == part
    assert Path("ours.yaml").read_text() == OVERLAY + METHOD


def test_clients_of_one_overlay_are_mended_one_after_the_other(run: Run):
    store = SHOP.replace("clients.shop", "clients.store") + 'skip = ["getOrders"]\n'
    _, _, err = run(operation("getOrders") + operation("getRefunds", "get /refunds"), settings=store + SHOP)
    assert err == "ours.yaml: 1 operation mended\n" * 2
    assert Path("ours.yaml").read_text().count("method: ") == 2
