"""What lint says about one description: what its rules find, less what it ignores, each as much as the settings say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from specloom.findings import DescriptionError, Finding, Location, Severity, place_of
from specloom.forked import forked
from specloom.ir.published import Client, Published, build_published, load_published
from specloom.lint.clients import MINOR_PART_WITHOUT_EFFECT, RULES_ABOUT_LOSSES
from specloom.lint.context import LintContext, LintRule
from specloom.lint.rules import LINT_RULES, UNUSED_BASELINE, UNUSED_IGNORE
from specloom.lint.stops import STOPS
from specloom.messages import did_you_mean, quoted
from specloom.progress import tell_progress
from specloom.record import record, replace
from specloom.spec.load import Description, load_description
from specloom.targets.table import dotted
from specloom.targets.target import Target

if TYPE_CHECKING:
    from specloom.targets.levels import Level
    from specloom.targets.settings import Configuration


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


def find_losses(target: Target, published: Published | None) -> tuple[Finding, ...]:
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
    return tuple(finding for finding in _apply_ignores(found, context) if finding.rule in rules)


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
    return Linted(tuple(_apply_ignores(findings, context)), files, complete)


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


@record
class _Ignore:
    rule: str
    location: Location
    """Of the entry."""
    file: str
    """Empty where it holds for all files: in the document's own `x-specloom`."""
    pointer: tuple[str, ...]

    def covers(self, finding: Finding) -> bool:
        at = finding.location
        inside = at.document.name == self.file and at.pointer[: len(self.pointer)] == self.pointer
        return finding.rule == self.rule and (inside or not self.file)


def _apply_ignores(findings: Iterable[Finding], context: LintContext) -> list[Finding]:
    """Return the findings that no ignore covers, and one for each ignore that covers none.

    An ignore holds for the object that its `x-specloom` stands in and for what is written inside it; one in the
    document's own `x-specloom` holds for all files.
    """
    ignores = list(_ignores(context))
    left: list[Finding] = []
    used: set[_Ignore] = set()
    for finding in findings:
        covering = [ignore for ignore in ignores if ignore.covers(finding)]
        used.update(covering)
        if not covering:
            left.append(finding)
    complete = context.api is not None
    left += [
        _unused(ignore) for ignore in ignores if ignore not in used and (complete or not _is_about_clients(ignore))
    ]
    return left


def _ignores(context: LintContext) -> Iterator[_Ignore]:
    for extension, kind in context.index.extensions:
        source, owner = extension.file.source, extension.written[:-1]
        for entry in extension.list("ignore"):
            whole = kind.place == "root"
            yield _Ignore(entry.text("rule"), entry.location, "" if whole else source.name, owner)


def _is_about_clients(ignore: _Ignore) -> bool:
    """Tell whether a rule is about clients, of which nothing is known where there is none."""
    rule = LINT_RULES.get(ignore.rule)
    return rule is not None and rule.area in {"client", "paging"}


def _unused(ignore: _Ignore) -> Finding:
    known = "" if ignore.rule in LINT_RULES else did_you_mean(ignore.rule, LINT_RULES)
    message = f"nothing here breaks the rule {quoted(ignore.rule)}"
    return Finding(
        UNUSED_IGNORE.id, UNUSED_IGNORE.severity, message, ignore.location, help=known or "remove the ignore"
    )


def refuse_unknown_rules(configuration: Configuration) -> None:
    """Refuse settings that give a level to a rule which there is not, for any client.

    Raises:
        SpecloomError: They do, or give one client a level for what is about the project.
    """
    for rule, level in configuration.levels.items():
        _refuse_unknown(rule, level, configuration)
    for target in (*configuration.clients.values(), *configuration.vendored.values()):
        for rule, level in target.levels.items():
            _refuse_unknown(rule, level, configuration)
            if rule == UNUSED_BASELINE.id:
                raise configuration.error(
                    level.keys,
                    f"{dotted(level.keys)} is about one client, and the baseline is that of all",
                    f"set it under {configuration.lint_table}",
                )


def apply_levels(
    findings: Iterable[Finding], levels: Mapping[str, Level]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings with their severities by `levels`, and those whose rules are off, as they were.

    What `generate` stops at stays an error, and says so where its level is a lower one.
    """
    left: list[Finding] = []
    off: list[Finding] = []
    for finding in findings:
        level = levels.get(finding.rule)
        if level is None:
            left.append(finding)
        elif finding.rule in STOPS and finding.severity.stops:
            left.append(_unmoved(finding, level))
        elif level.severity is None:
            off.append(finding)
        else:
            left.append(replace(finding, severity=level.severity))
    return tuple(left), tuple(off)


def worse(one: Finding, other: Finding) -> Finding:
    """Return that of two findings which matters more; the first one where they matter alike."""
    return min(one, other, key=lambda finding: finding.severity.rank)


def _refuse_unknown(rule: str, level: Level, configuration: Configuration) -> None:
    known = (*LINT_RULES, *STOPS)
    if rule not in known:
        raise configuration.error(
            level.keys,
            f"{dotted(level.keys[:-1])}: there is no rule {quoted(rule)} of lint",
            did_you_mean(rule, known, "specloom rules lists all"),
        )


def _unmoved(finding: Finding, level: Level) -> Finding:
    if level.severity is Severity.ERROR:
        return finding
    kept = f"{dotted(level.keys)} does not turn it down: no client can be made of the description"
    return replace(finding, help="; ".join(filter(None, (finding.help, kept))))
