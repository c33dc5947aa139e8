"""`specloom lint` and `specloom rules` as people call them: what they select, print and return."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from specloom.diff.rules.table import REPORT_RULES, RULES
from specloom.lint.rules import LINT_RULES
from specloom.lint.run import Linted
from specloom.lint.stops import STOPS

if TYPE_CHECKING:
    from specloom.targets.target import Target

ROOT = Path(__file__).parents[2]
CLEAN = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
tags: [{name: orders, description: What customers buy.}]
paths:
  /orders:
    get:
      operationId: ordersClear
      summary: Return nothing.
      tags: [orders]
      responses: {"204": {description: Nothing.}}
"""
WARNED = CLEAN.replace("      summary: Return nothing.\n", "")
WRONG = CLEAN.replace("Nothing.}", "Nothing., content: {text/plain: {schema: {type: string}}}}")
LEVELS = """\
[tool.specloom.lint]
content-of-empty-status = "error"
"""
SETTINGS = f"""\
{LEVELS}
[tool.specloom.clients.shop]
spec = "shop.yaml"
[tool.specloom.clients.bazaar]
spec = "bazaar.yaml"
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run_command: Run) -> Run:
    """Return a function that runs a command in a project of two clients: exit code, stdout, stderr."""
    Path("pyproject.toml").write_text(SETTINGS)
    Path("shop.yaml").write_text(CLEAN)
    Path("bazaar.yaml").write_text(CLEAN)

    return run_command


def test_a_file_is_one_whatever_its_name_ends_in(run: Run):
    Path("schema.graphql").write_text("type Query { orders: Int }\n")
    code, out, err = run("lint", "schema.graphql")
    assert (code, err) == (1, "")
    assert out.startswith("schema.graphql:1:1: error: this is a GraphQL schema, not a document in YAML or JSON\n")
    Path("clean").write_text(CLEAN)
    assert run("lint", "clean")[:2] == (0, "no findings\n")


def test_clean_descriptions_are_clean(run: Run):
    assert run("lint") == (0, "no findings\n", "")


def test_errors_fail(run: Run):
    Path("shop.yaml").write_text(WRONG)
    code, out, err = run("lint")
    assert (code, err) == (1, "")
    assert out.startswith("shop.yaml:11:50: error: status 204 of GET /orders has content")
    assert run("lint", "bazaar")[0] == 0
    assert run("lint", "shop.yaml")[0] == 1


def test_warnings_fail_when_asked_to(run: Run):
    Path("shop.yaml").write_text(WARNED)
    code, out, _ = run("lint", "shop")
    assert code == 0
    assert out.endswith("1 warning\n")
    assert run("lint", "shop", "--strict")[0] == 1


def test_what_stops_loading_is_a_finding_like_others(run: Run):
    Path("shop.yaml").write_text(CLEAN.replace("{description: Nothing.}", "{$ref: '#/nowhere'}"))
    code, out, _ = run("lint", "--format", "json")
    assert code == 1
    assert [each["rule"] for each in json.loads(out)["findings"]] == ["unresolved-reference"]


@pytest.mark.parametrize("arguments", [("missing.yaml",), ("nobody",), ("shop", "--baseline", "missing.json")])
def test_what_cannot_be_read_is_another_failure(run: Run, arguments: tuple[str, ...]):
    assert run("lint", *arguments)[0] == 2


def test_without_settings_there_must_be_a_description(run: Run):
    Path("pyproject.toml").unlink()
    code, _, err = run("lint")
    assert code == 2
    assert "there is nothing to lint" in err


def test_a_file_of_two_descriptions_is_reported_once(run: Run):
    for name in ("shop", "bazaar"):
        shared = CLEAN.replace('      responses: {"204": {description: Nothing.}}\n', "      responses: {$ref: x}\n")
        Path(f"{name}.yaml").write_text(
            shared.replace("responses: {$ref: x}", "responses: {'200': {$ref: 'shared.yaml#/Fine'}}")
        )
    Path("shared.yaml").write_text(
        "Fine: {description: A., content: {application/json: {schema: {type: string, maxLength: -1}}}}\n"
    )
    _, out, _ = run("lint")
    assert out.endswith("1 error\n")


@pytest.mark.parametrize("format", ["json", "markdown", "github", "sarif", "html"])
def test_every_format_names_the_rule(run: Run, format: str):
    Path("shop.yaml").write_text(WRONG)
    code, out, err = run("lint", "--format", format)
    assert (code, err) == (1, "")
    assert "content-of-empty-status" in out


def test_a_baseline_leaves_what_is_new(run: Run):
    Path("shop.yaml").write_text(WRONG)
    assert run("lint", "--write-baseline") == (0, "", "specloom-baseline.json: 2 findings\n")
    assert run("lint") == (0, "no findings\n", "")
    Path("bazaar.yaml").write_text(WRONG)
    code, out, _ = run("lint")
    assert code == 1
    assert out.startswith("bazaar.yaml:11:50: error:")


def test_a_baseline_must_shrink_with_its_findings(run: Run):
    Path("shop.yaml").write_text(WRONG)
    run("lint", "--write-baseline")
    Path("shop.yaml").write_text(CLEAN)
    code, out, _ = run("lint")
    assert code == 1
    assert "[unused-baseline]" in out
    assert run("lint", "--write-baseline")[0] == 0
    assert run("lint")[:2] == (0, "no findings\n")


def test_writing_the_baseline_of_one_client_keeps_that_of_others(run: Run):
    for name in ("shop", "bazaar"):
        Path(f"{name}.yaml").write_text(WRONG)
    run("lint", "--write-baseline", "--baseline", "known.json")
    run("lint", "shop", "--write-baseline", "--baseline", "known.json")
    assert run("lint", "--baseline", "known.json")[0] == 0


def test_a_broken_description_is_not_made_known(run: Run):
    Path("shop.yaml").write_text(CLEAN.replace("{description: Nothing.}", "{$ref: '#/nowhere'}"))
    code, _, err = run("lint", "--write-baseline")
    assert code == 2
    assert "unresolved-reference" in err
    assert not Path("specloom-baseline.json").exists()


def test_a_baseline_needs_a_folder(run: Run):
    assert run("lint", "--write-baseline", "--baseline", "no/known.json")[0] == 2


def test_skipped_operations_of_the_settings_are_skipped(run: Run):
    Path("shop.yaml").write_text(WRONG)
    Path("pyproject.toml").write_text(SETTINGS.replace('"shop.yaml"', '"shop.yaml"\nskip = ["ordersClear"]'))
    assert run("lint")[0] == 0


def test_what_a_hint_says_of_skipping_can_be_said_to_these_commands(run: Run):
    Path("broken.yaml").write_text(CLEAN.replace("{description: Nothing.}", "{$ref: '#/nowhere'}"))
    assert "leave the operation out: --skip ordersClear\n" in run("lint", "broken.yaml")[1]
    assert run("lint", "broken.yaml", "--skip", "ordersClear")[0] == 0
    assert run("list", "broken.yaml", "--skip", "ordersClear")[0] == 0
    assert "'#/nowhere'" not in run("explain", "ordersClear", "--spec", "broken.yaml", "--skip", "ordersClear")[2]
    assert run("lint", "--skip", "ordersClear")[::2] == (
        2,
        "error: --skip is about one description\nhelp: name the client or the document that it is for\n",
    )
    for named in ("broken.yaml", "shop"):
        Path("pyproject.toml").write_text(SETTINGS.replace('"shop.yaml"', '"broken.yaml"') if named == "shop" else "")
        for command in (("bundle", named), ("diff", "broken.yaml", "broken.yaml")):
            told = "".join(run(*command)[1:])
            assert "help: add it, or refer to something that is there" in told
            assert "--skip" not in told
            assert ("leave the operation out: skip = " in told) == (named == "shop" and command[0] == "diff")


def test_what_a_hint_says_of_the_root_can_be_said_to_these_commands(run: Run):
    Path("docs").mkdir()
    Path("docs/wide.yaml").write_text(CLEAN.replace("{description: Nothing.}", "{$ref: '../nothing.yaml'}"))
    Path("nothing.yaml").write_text("description: Nothing.\n")
    for command in ("lint", "list", "bundle"):
        assert "name a wider one with --root DIR" in run(command, "docs/wide.yaml")[1 if command == "lint" else 2]
        assert run(command, "docs/wide.yaml", "--root", ".")[0] == 0


def test_what_is_skipped_because_it_is_wrong_is_listed_by_its_route(run: Run):
    other = CLEAN.partition("paths:\n")[2].replace("/orders", "/sales").replace("ordersClear", "salesClear")
    Path("shop.yaml").write_text(CLEAN.replace("{description: Nothing.}", "{$ref: '#/nowhere'}") + other)
    assert run("list", "shop")[0] == 2
    Path("pyproject.toml").write_text(SETTINGS.replace('"shop.yaml"', '"shop.yaml"\nskip = ["ordersClear"]'))
    rows = json.loads(run("list", "shop", "--format", "json")[1])
    assert [(row["call"], row["route"], row["left_out"]) for row in rows] == [
        ("orders.sales_clear", "GET /sales", ""),
        ("", "GET /orders", "left out"),
    ]
    for named in ("ordersClear", "GET /orders"):
        Path("pyproject.toml").write_text(SETTINGS.replace('"shop.yaml"', f'"shop.yaml"\nskip = ["{named}"]'))
        told = run("bundle", "shop")[2]  # bundles have all of a description
        assert ("'#/nowhere'" in told, "skip" in told) == (True, False)
    assert run("list", "shop", "--format", "names")[1] == "orders.sales_clear\n"


def test_descriptions_of_vendored_clients_are_linted(run: Run):
    Path("far.yaml").write_text(WRONG)
    Path("pyproject.toml").write_text(LEVELS + '[tool.specloom.vendor.far]\ninto = "acme/far"\nspec = "far.yaml"\n')
    for arguments in ((), ("far",)):
        code, out, _ = run("lint", *arguments)
        assert (code, out.startswith("far.yaml:11:50: error:")) == (1, True)


def test_a_vendored_client_whose_description_ships_is_linted_when_it_is_named(run: Run):
    Path("pyproject.toml").write_text('[tool.specloom.vendor.stock]\ninto = "acme/stock"\napi = "repairdesk"\n')
    nothing = "nothing to lint: the settings have vendored clients only; run: specloom vendor status\n"
    assert run("lint") == (0, "no findings\n", nothing)
    code, out, err = run("lint", "stock")
    assert code == 0
    assert "places in" in err
    assert "specs/repairdesk/openapi.yaml:" in out


def test_a_description_of_several_clients_is_linted_once(run: Run, monkeypatch: pytest.MonkeyPatch):
    linted: list[tuple[str, tuple[str, ...]]] = []
    vendored = '[tool.specloom.vendor.{0}]\ninto = "acme/{0}"\nspec = "./bazaar.yaml"\n'
    skips = SETTINGS + vendored.format("far") + vendored.format("farther") + 'skip = ["ordersClear"]\n'
    Path("pyproject.toml").write_text(skips)

    def see(_: object, clients: list[Target], __: None) -> list[Linted]:
        linted.extend((client.name, client.skip) for client in clients)
        return [Linted((), (), complete=True) for _ in clients]

    monkeypatch.setattr("specloom.cli.lint.run_parallel", see)
    assert run("lint")[0] == 0
    assert linted == [("shop", ()), ("bazaar", ()), ("farther", ("ordersClear",))]


def test_an_unknown_name_is_told_from_vendored_clients_too(run: Run):
    Path("pyproject.toml").write_text(SETTINGS + '[tool.specloom.vendor.far]\ninto = "a"\nspec = "far.yaml"\n')
    code, _, err = run("lint", "fra")
    assert code == 2
    assert "did you mean 'far'? known clients: shop, bazaar, far, " in err


def test_rules_are_listed(run: Run):
    code, out, err = run("rules")
    assert (code, err) == (0, "")
    diff = [*RULES, *(rule.id for rule in REPORT_RULES)]
    names = [tuple(line.split()[:2]) for line in out.splitlines()]
    known = (("load", STOPS), ("lint", LINT_RULES), ("diff", diff))
    assert names == [(kind, rule) for kind, rules in known for rule in rules]


def test_the_page_of_rules_is_current(run: Run):
    assert run("rules", "--format", "markdown")[1] == (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"), (
        "write it again: specloom rules --format markdown > docs/rules.md"
    )


def test_a_name_that_stays_is_the_one_that_is_told(run: Run):
    """Whatever the description calls an operation now, its method has the name that was published."""
    Path("shop.yaml").write_text(CLEAN.replace("ordersClear", "clear"))
    assert run("generate", "shop")[0] == 0
    Path("shop.yaml").write_text(CLEAN.replace("ordersClear", "ordersAllOrders"))
    assert run("lint", "shop") == (0, "no findings\n", "")
    assert run("generate", "shop", "--rename")[0] == 0
    assert "GET /orders becomes shop.orders.all_orders(), which names the resource twice" in run("lint", "shop")[1]


def test_shorter_names_are_those_of_the_client_that_is_there(run: Run):
    Path("ours.yaml").write_text('overlay: 1.1.0\ninfo: {title: Ours, version: "1"}\nactions:\n- target: $\n')
    Path("pyproject.toml").write_text('[tool.specloom.clients.shop]\nspec = "shop.yaml"\noverlay = ["ours.yaml"]\n')
    Path("shop.yaml").write_text(CLEAN.replace("ordersClear", "listOrders"))
    assert run("generate", "shop")[0] == 0
    Path("shop.yaml").write_text(CLEAN.replace("ordersClear", "everything"))
    assert run("lint", "--fix", "shop")[0] == 0
    assert "# In place of orders.list_orders\n" in Path("ours.yaml").read_text()
