"""`specloom rules`: lists every rule of lint and diff, from the tables that the commands run."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from specloom.cli.report.escape import BOLD, paint
from specloom.cli.terminal import print_result
from specloom.diff.rules.table import REPORT_RULES, RULES
from specloom.diff.vocabulary import Rule
from specloom.lint.context import LintRule
from specloom.lint.rules import LINT_RULES
from specloom.lint.stops import STOPS, Stop, basis_of

_INTRODUCTION: Final = """\
# Rules

Written by `specloom rules --format markdown` from the tables that the commands run.

`specloom lint` also prints what it finds on loading a description: what the specification forbids, and what Specloom
does not support. Errors among those findings stop every command and are no matter of choice: settings cannot turn them
down."""

_LOADING: Final = """\
## On loading

What each rests on: a section of a specification, or Specloom itself. Sections of OpenAPI are those of 3.1.1, if the
object is in it: each document is judged by the words of its own version, and an error names the section of that."""

_LINT: Final = """\
## Lint

Errors are wrong on the wire and fail; warnings make a worse client, notes are a matter of taste, and both fail with
`--strict`. A finding that is meant is ignored where it stands, with a reason:

```yaml
x-specloom:
  ignore:
    - {rule: untyped-value, reason: The vendor documents no members.}
```

An ignore holds for the object that has it and for what is written inside; in the document's own `x-specloom` it holds
for the whole description. What is there already when a project begins to lint goes into a baseline, `specloom lint
--write-baseline`: only new findings fail. Ignores and entries of the baseline that match nothing are errors.

What an author does at five places and more, by one habit, is one finding for people, at the first place and with the
count; so is each kind of `minor-part-without-effect`, at two places and more. `specloom lint --each` shows all of them;
`--format json`, `sarif` and the baseline have each.

A rule as a whole is turned off, down or up in the [settings](settings.md#toolspecloomlint), for all descriptions or for
one client. What a vendor does everywhere, and will go on doing, is turned off there; the vendor's file stays as it is:

```toml
[tool.specloom.lint]
undescribed-operation = "error"

[tool.specloom.clients.acme.lint]
repeated-resource = {level = "off", reason = "Acme names its operations so."}
```

Levels are `error`, `warning`, `note` and `off`. They hold for what loading finds as well, except for what no client can
be made of. The tables below have the levels without settings.

`specloom lint --fix` writes what is mechanical. A description that is yours is mended where it stands, and no other
line of it changes, nor a comment: `repeated-value`, `foreign-pattern`, `misspelt-format`, `optional-path-parameter`,
ranges of `wrong-status-code`, texts without quotes, numbers with them, lists and bounds that are a `wrong-type`, and
`nullable` of `unknown-member`.
One that was fetched stays as it came: what can be said of a single value goes to the end of the client's last
[overlay](overlays.md). There, or in your description where there is no overlay, go shorter names of methods for
`repeated-resource` and how lists go on for `undeclared-paging` as well, as `specloom init` proposes them where it is
sure. Callers see the new names; `specloom diff` says where. What of these rules it has to leave, it says, and why."""

_DIFF: Final = """\
## Diff

What a change means on the wire. Where a change reaches requests and answers, both rules apply."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom rules`."""
    parser.add_argument("--format", choices=("text", "markdown"), default="text", help="how to print the rules")


def run(arguments: argparse.Namespace) -> int:
    """Print all rules; returns 0."""
    render = _render_markdown if arguments.format == "markdown" else _render_text
    print_result(
        render(STOPS, list(LINT_RULES.values()), [*RULES.values(), *REPORT_RULES]), folds=arguments.format == "text"
    )
    return 0


def _render_text(stops: Mapping[str, Stop], lint: Sequence[LintRule], diff: Sequence[Rule]) -> str:
    rows = [("load", name, basis_of(name) or "Specloom", stop.purpose) for name, stop in stops.items()]
    rows += [("lint", rule.id, rule.severity.value, rule.purpose) for rule in lint]
    rows += [("diff", rule.id, rule.effect.value, _sentence(rule.purpose)) for rule in diff]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "".join(
        f"{kind:{widths[0]}}  {paint(f'{name:{widths[1]}}', BOLD)}  {weight:{widths[2]}}  {purpose}\n"
        for kind, name, weight, purpose in rows
    )


def _render_markdown(stops: Mapping[str, Stop], lint: Sequence[LintRule], diff: Sequence[Rule]) -> str:
    loading = [f"| `{name}` | {stop.purpose} | {basis_of(name) or 'Specloom'} |" for name, stop in stops.items()]
    found = [_LOADING, "", "| rule | finds | see |", "|---|---|---|", *loading]
    return "\n".join([_INTRODUCTION, "", *found, "", _LINT, *_lint_tables(lint), "", _DIFF, *_diff_tables(diff)]) + "\n"


def _lint_tables(rules: Sequence[LintRule]) -> Iterator[str]:
    for area, group in groupby(rules, key=lambda rule: rule.area):
        yield f"\n### {area.capitalize()}\n\n| rule | severity | finds | why |\n|---|---|---|---|"
        yield from (_row(rule.id, rule.severity.value, rule.purpose, rule.reason) for rule in group)


def _diff_tables(rules: Sequence[Rule]) -> Iterator[str]:
    by_area = sorted(rules, key=lambda rule: rule.area)
    for area, group in groupby(by_area, key=lambda rule: rule.area):
        title = area.replace("-", " ").capitalize()
        yield f"\n### {title} changes\n\n| rule | effect | what happened | why |\n|---|---|---|---|"
        yield from (_row(rule.id, rule.effect.value, rule.purpose, rule.reason) for rule in group)


def _row(name: str, weight: str, purpose: str, reason: str) -> str:
    cells = (f"`{name}`", weight, _sentence(purpose), _sentence(reason))
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"
