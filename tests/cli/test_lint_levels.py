"""`[tool.specloom.lint]`: rules that a project turns off, down or up, for all descriptions or for one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.lint.rules import LINT_RULES
from specloom.targets.levels import LEVELS
from specloom.vendor.settings import remove_table

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
tags: [{name: orders, description: What customers buy.}]
paths:
  /orders:
    get:
      operationId: ordersClear
      tags: [orders]
      responses: {"204": {description: Nothing.}}
"""
WRONG = SHOP.replace("Nothing.}", "Nothing., content: {text/plain: {schema: {type: string}}}}")
CLIENTS = """\
[tool.specloom.clients.shop]
spec = "shop.yaml"
[tool.specloom.vendor.far]
into = "acme/far"
spec = "far.yaml"
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(run_command: Run) -> Run:
    """Return a function that lints with settings added to those of two clients: exit code, stdout, stderr."""
    for name in ("shop", "far"):
        Path(f"{name}.yaml").write_text(SHOP)

    def run(settings: str, *arguments: str) -> tuple[int, str, str]:
        Path("pyproject.toml").write_text(CLIENTS + settings)
        return run_command("lint", *arguments)

    return run


def levels(out: str) -> list[str]:
    return [f"{each['file']} {each['rule']} {each['severity']}" for each in json.loads(out)["findings"]]


@pytest.mark.parametrize("level", [level for level in LEVELS if level != "off"])
def test_a_rule_has_the_level_of_the_settings(run: Run, level: str):
    code, out, err = run(f'[tool.specloom.lint]\nundescribed-operation = "{level}"', "--format", "json")
    assert levels(out) == [f"{name}.yaml undescribed-operation {level}" for name in ("far", "shop")]
    assert (code, err) == (int(level == "error"), "")


@pytest.mark.parametrize("written", ['"off"', '{level = "off"}'])
def test_a_rule_that_is_off_shows_nothing_and_says_how_much(run: Run, written: str):
    told = "undescribed-operation is off, 2 findings\n"
    assert run(f"[tool.specloom.lint]\nundescribed-operation = {written}", "--strict") == (0, "no findings\n", told)


def test_the_level_of_a_client_goes_before_that_of_all(run: Run):
    settings = """\
[tool.specloom.lint]
undescribed-operation = "note"
[tool.specloom.vendor.far.lint]
undescribed-operation = {level = "off", reason = "They say nothing of anything."}
"""
    code, out, err = run(settings, "--format", "json")
    assert (code, levels(out)) == (0, ["shop.yaml undescribed-operation note"])
    assert err == "undescribed-operation is off, 1 finding: They say nothing of anything.\n"


def test_levels_of_all_hold_for_documents_that_are_named(run: Run):
    _, out, _ = run('[tool.specloom.lint]\nundescribed-operation = "note"', "shop.yaml", "--format", "json")
    assert levels(out) == ["shop.yaml undescribed-operation note"]


def test_a_document_that_is_named_has_the_levels_of_its_clients(
    run: Run, run_command: Run, monkeypatch: pytest.MonkeyPatch
):
    settings = """\
[tool.specloom.lint]
undescribed-operation = "note"
[tool.specloom.vendor.far.lint]
undescribed-operation = "error"
"""
    code, out, _ = run(settings, "./far.yaml", "shop.yaml", "--format", "json")
    assert (code, levels(out)) == (1, ["far.yaml undescribed-operation error", "shop.yaml undescribed-operation note"])
    top = Path.cwd()
    Path("elsewhere").mkdir()
    Path("elsewhere/specloom.toml").write_text('lint.undescribed-operation = "off"\n')
    monkeypatch.chdir("elsewhere")
    code, out, err = run_command("lint", str(top / "far.yaml"), "--format", "json")
    assert (code, [line.rpartition("/")[2] for line in levels(out)]) == (1, ["far.yaml undescribed-operation error"])
    assert err == ""


def test_a_description_of_two_clients_is_judged_by_the_stricter_one(run: Run):
    for first, second in (("off", "error"), ("error", "off"), ("error", "note")):
        settings = f"""\
[tool.specloom.clients.shop.lint]
undescribed-operation = "{first}"
[tool.specloom.clients.store]
spec = "shop.yaml"
lint = {{undescribed-operation = "{second}"}}
"""
        code, out, _ = run(settings, "shop", "store", "--format", "json")
        assert (code, levels(out)) == (1, ["shop.yaml undescribed-operation error"])


def test_a_warning_of_lint_can_be_made_to_fail(run: Run):
    Path("shop.yaml").write_text(WRONG)
    assert run("", "shop")[0] == 0
    assert run('[tool.specloom.lint]\ncontent-of-empty-status = "error"', "shop")[0] == 1


def test_what_loading_finds_and_repairs_has_levels_too(run: Run):
    Path("shop.yaml").write_text(f"oldKey: 1\n{SHOP}")
    settings = '[tool.specloom.lint]\nundescribed-operation = "off"\nunknown-member = "{}"'
    assert levels(run(settings.format("error"), "shop", "--format", "json")[1]) == ["shop.yaml unknown-member error"]
    assert run(settings.format("off"), "shop")[1] == "no findings\n"


@pytest.mark.parametrize("level", ["off", "note", "warning"])
def test_what_generate_stops_at_cannot_be_turned_down(run: Run, level: str):
    Path("shop.yaml").write_text(SHOP.replace("{description: Nothing.}", "{$ref: '#/nowhere'}"))
    code, out, _ = run(f'[tool.specloom.clients.shop.lint]\nunresolved-reference = "{level}"', "shop")
    assert code == 1
    assert out.startswith("shop.yaml:10:33: error: ")
    assert (
        "tool.specloom.clients.shop.lint.unresolved-reference does not turn it down: "
        "no client can be made of the description\n" in out
    )


def test_a_baseline_stays_while_its_rules_are_off(run: Run):
    run("", "--write-baseline")
    assert run('[tool.specloom.lint]\nundescribed-operation = "off"')[:2] == (0, "no findings\n")
    assert run('[tool.specloom.lint]\nundescribed-operation = "error"')[:2] == (0, "no findings\n")


def test_what_is_off_goes_into_no_baseline(run: Run):
    assert run('[tool.specloom.lint]\nundescribed-operation = "off"', "--write-baseline")[2].endswith(": 0 findings\n")


def test_stale_ignores_and_entries_have_levels_too(run: Run):
    run("", "--write-baseline")
    ignore = "x-specloom: {ignore: [{rule: untyped-value, reason: Once.}]}\n"
    for name in ("shop", "far"):
        Path(f"{name}.yaml").write_text(ignore + SHOP.replace("      tags:", "      summary: Clear.\n      tags:"))
    assert run("", "--format", "json")[0] == 1
    _, out, _ = run('[tool.specloom.lint]\nunused-ignore = "off"\nunused-baseline = "note"', "--format", "json")
    assert levels(out) == ["specloom-baseline.json unused-baseline note"] * 2


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            '[tool.specloom.lint]\nrepeated-resorce = "off"',
            "tool.specloom.lint: there is no rule 'repeated-resorce' of lint\nhelp: did you mean 'repeated-resource'?",
        ),
        (
            '[tool.specloom.vendor.far.lint]\nunresolved-referenz = "off"',
            (
                "tool.specloom.vendor.far.lint: there is no rule 'unresolved-referenz' of lint\n"
                "help: did you mean 'unresolved-reference'?"
            ),
        ),
        (
            '[tool.specloom.lint]\nrepeated-resource = "of"',
            (
                "tool.specloom.lint.repeated-resource is 'of', which is no level\n"
                "help: did you mean 'off'? one of: error, warning, note, off"
            ),
        ),
        (
            "[tool.specloom.lint]\nrepeated-resource = false",
            (
                "tool.specloom.lint.repeated-resource is False, which is no level\n"
                'help: one of: error, warning, note, off; write: repeated-resource = "off"'
            ),
        ),
        (
            '[tool.specloom.lint]\nrepeated-resource = {level = "unsupported"}',
            "tool.specloom.lint.repeated-resource is 'unsupported', which is no level",
        ),
        (
            '[tool.specloom.lint]\nrepeated-resource = {reason = "It is."}',
            "tool.specloom.lint.repeated-resource.level is missing",
        ),
        (
            '[tool.specloom.lint]\nrepeated-resource = {level = "off", reason = ""}',
            "tool.specloom.lint.repeated-resource.reason is empty",
        ),
        (
            '[tool.specloom.lint]\nrepeated-resource = {level = "off", reasons = "It is."}',
            "unknown setting tool.specloom.lint.repeated-resource.reasons\nhelp: did you mean 'reason'?",
        ),
        (
            '[tool.specloom.lint.run]\nrepeated-resource = "off"',
            (
                "tool.specloom.lint.run does not say the level of a rule\n"
                "help: levels stand beside the names of rules, as in [tool.specloom.lint] "
                'unused-tag = "off"; specloom rules lists the rules'
            ),
        ),
        (
            '[tool.specloom.lint]\nignore = ["repeated-resource"]',
            (
                "tool.specloom.lint.ignore is ['repeated-resource'], which is no level\n"
                'help: one of: error, warning, note, off; write: ignore = "off"; specloom rules lists the rules'
            ),
        ),
        ('[tool.specloom]\nlint = ["off"]', "tool.specloom.lint is not a table"),
        (
            '[tool.specloom.clients.shop.lint]\nunused-baseline = "off"',
            (
                "tool.specloom.clients.shop.lint.unused-baseline is about one client, and the baseline is that of all\n"
                "help: set it under [tool.specloom.lint]"
            ),
        ),
    ],
)
def test_what_is_no_level_of_a_rule_is_refused_where_it_stands(run: Run, settings: str, message: str):
    code, _, err = run(settings, "shop")
    assert code == 2
    assert re.match(rf"error: pyproject\.toml:\d+:\d+: {re.escape(message)}", err)


def test_every_rule_can_be_off(run: Run):
    every = "\n".join(f'{rule} = "off"' for rule in LINT_RULES)
    assert run(f"[tool.specloom.lint]\n{every}")[:2] == (0, "no findings\n")


def test_the_levels_of_a_client_go_with_its_table(run: Run):
    run('[tool.specloom.vendor.far.lint]\nundescribed-operation = "off"\n')
    file = Path("pyproject.toml")
    assert remove_table(file, "far") == CLIENTS.partition("[tool.specloom.vendor")[0]
