"""From a description's path to everything there is to say about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from specloom.findings import DescriptionError, Finding, place_of
from specloom.forked import forked
from specloom.ir.published import Client, Published, build_published, load_published
from specloom.lint.clients import MINOR_PART_WITHOUT_EFFECT, RULES_ABOUT_LOSSES
from specloom.lint.context import LintContext, LintRule
from specloom.lint.ignores import apply_ignores
from specloom.lint.levels import apply_levels
from specloom.lint.rules import LINT_RULES
from specloom.progress import tell_progress
from specloom.record import record, replace
from specloom.spec.load import Description, load_description
from specloom.targets.target import Target


@record
class Linted:
    """What lint says about one description."""

    findings: tuple[Finding, ...]
    """In no order; those that the description ignores are not among them."""
    files: tuple[str, ...]
    """The names of the files that were read."""
    complete: bool
    """Every rule has looked. False where the description could not be loaded, or no client can be made of it."""
    off: tuple[Finding, ...] = ()
    """What the settings turn off."""


def lint_description(target: Target, published: Published | None = None) -> Linted:
    """Return the findings about a description: of loading it, of making a client of it, and of the rules.

    Operations that are skipped do not count; those that a client leaves out by `only` do. Names of the client that is
    there stay. How much each finding matters, the levels of the target say.

    Raises:
        SpecloomError: An argument is wrong. What is wrong in the description is a finding.
    """
    target = replace(target, only=())
    try:
        linted = _lint(load_description(target), target, published)
    except DescriptionError as error:
        linted = Linted(error.findings, tuple({finding.location.source.name for finding in error.findings}), False)
    findings, off = apply_levels(linted.findings, target.levels)
    return replace(linted, findings=findings, off=off)


def find_losses(target: Target, published: Published | None = None) -> tuple[Finding, ...]:
    """Return what of a description has no effect in the client of a target, less what the description ignores.

    Names of the client that is there stay.

    Raises:
        DescriptionError: No client can be made of it.
    """
    description = load_published(target, published)
    client = build_published(description, target, published)
    context = LintContext(description.document, description.index, lambda: client)
    found = [finding for rule in RULES_ABOUT_LOSSES for finding in _findings_of(rule, context)]
    rules = {rule.id for rule in RULES_ABOUT_LOSSES}
    return tuple(finding for finding in apply_ignores(found, context) if finding.rule in rules)


def _lint(description: Description, target: Target, published: Published | None) -> Linted:
    tell_progress(f"looking at {description.document.title}")
    problems: list[Finding] = []

    def build() -> Client | None:
        try:
            client = build_published(description, target, published)
        except DescriptionError as error:
            problems.extend(error.findings)
            return None
        problems.extend(client.api.warnings)
        return client

    context = LintContext(description.document, description.index, build)
    sources = (*description.files, *description.overlays)
    is_large = description.index.is_large
    with forked(lambda: _findings(_OF_DOCUMENTS, context), worth=is_large, shared=sources) as of_documents:
        complete = context.client is not None
        found = {**_findings(_OF_CLIENTS, context), **of_documents()}
    minor = found.pop(MINOR_PART_WITHOUT_EFFECT.id)
    findings = [*description.warnings, *problems, *(each for rule in LINT_RULES for each in found.get(rule, ()))]
    told = {place_of(finding.location) for finding in findings}
    findings += (each for each in minor if place_of(each.location) not in told)
    files = tuple(file.name for file in sources)
    return Linted(tuple(apply_ignores(findings, context)), files, complete)


_WITHOUT_CLIENT: Final = frozenset({"example", "schema", "security"})
"""Areas whose rules ask for no client. They take as long as it takes to make one and to apply all other rules."""
_OF_DOCUMENTS: Final = tuple(rule for rule in LINT_RULES.values() if rule.area in _WITHOUT_CLIENT)
_OF_CLIENTS: Final = tuple(rule for rule in LINT_RULES.values() if rule.area not in _WITHOUT_CLIENT)


def _findings(rules: Iterable[LintRule], context: LintContext) -> dict[str, list[Finding]]:
    """Return what rules find, by their ids."""
    return {rule.id: [*_findings_of(rule, context)] for rule in rules}


def _findings_of(rule: LintRule, context: LintContext) -> Iterator[Finding]:
    entry = context.document.location.document.name
    for each in rule.check(context):
        habit = (entry, each.message if each.habit is None else each.habit)
        yield Finding(
            rule.id, rule.severity, each.message, each.location, each.related, each.help, habit, many=rule.many
        )
