"""All proposals for a description, and those of them that hold when they are tried."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, cast

from specloom.findings import DescriptionError, Finding
from specloom.ir.build import build_api
from specloom.ir.published import Published, build_published
from specloom.messages import shown_path
from specloom.record import replace
from specloom.source import Json
from specloom.spec.files import Retrieval
from specloom.spec.load import Description, load_description
from specloom.targets.target import Target
from specloom.upstream.access import propose_credentials, propose_errors, propose_servers
from specloom.upstream.names import propose_methods, propose_package, propose_resources
from specloom.upstream.paging import propose_paging
from specloom.upstream.proposal import ROOT, Proposal, combine, path_of, render_overlay

_FILE: Final = "overlay.yaml"
_MOST_TRIES: Final = 20


def propose(
    target: Target, name: str, url: str, retrieval: Retrieval, published: Published | None = None
) -> tuple[list[Proposal], tuple[Finding, ...]]:
    """Return what an overlay could say of a description, and what is wrong with that.

    Its client is to be called by the name, and names of one that is there stay. `url` is empty for a description that
    was not fetched. Of one that is wrong in some operations only, the proposals are about the others.
    """
    try:
        description = load_description(target, retrieval)
    except DescriptionError as error:
        skips = dict.fromkeys(name for finding in error.findings for name in finding.skips)
        if all(each.skips for each in error.findings if each.severity.stops) and skips.keys() - target.skip:
            usable = replace(target, skip=(*target.skip, *skips))
            proposals, further = propose(usable, name, url, retrieval, published)
            return proposals, (*error.findings, *(each for each in further if each not in error.findings))
        why = "The description cannot be used as it is; once it can, `specloom lint --fix` says more here"
        return [Proposal(ROOT, {"x-specloom": {"package": name}}, why)], error.findings
    proposals = keep_fitting([*_propose(description, target, name, url, published)], target)
    if not combine(proposals):
        proposals.insert(0, Proposal(ROOT, {"info": {}}, "Nothing is open; say here what you know"))
    return proposals, ()


def _propose(
    description: Description, target: Target, name: str, url: str, published: Published | None
) -> Iterator[Proposal]:
    document = description.document
    yield from propose_package(document, name)
    yield from propose_servers(document, url)
    yield from propose_credentials(document, cast("Mapping[str, Json]", description.files[0].data))
    yield from propose_errors(document)
    yield from propose_paging(document)
    was = published.surface if published else None
    called = {route for symbol in (was.methods() if was else ()) for route in symbol.routes}
    free = {path for each in document.operations if each.route not in called and (path := path_of(each, document))}
    resources = [each for each in propose_resources(document) if each.target in free]
    yield from resources
    with tempfile.TemporaryDirectory(prefix="specloom-") as scratch:
        named = _try(resources, target, Path(scratch)) if resources else description
    if not isinstance(named, DescriptionError):
        try:
            yield from propose_methods(named.document, build_published(named, target, published).surface, free)
        except DescriptionError:
            return


def keep_fitting(proposals: list[Proposal], target: Target) -> list[Proposal]:
    """Return proposals of which the sure ones make no error that is not there without them."""
    with tempfile.TemporaryDirectory(prefix="specloom-") as scratch:
        for _ in range(_MOST_TRIES):
            outcome = _try(proposals, target, Path(scratch))
            if not isinstance(outcome, DescriptionError):
                return proposals
            doubts = [*_doubts(outcome.findings, combine(proposals), shown_path(Path(scratch) / _FILE))]
            if not doubts:
                return proposals
            reasons = {id(each): reason for each, reason in reversed(doubts)}
            proposals = [each.doubt(reasons[id(each)]) if id(each) in reasons else each for each in proposals]
    return proposals


def _try(proposals: list[Proposal], target: Target, scratch: Path) -> Description | DescriptionError:
    """Return the description under an overlay, or why there is none, or no client of it."""
    path = scratch / _FILE
    path.write_text(render_overlay(proposals, title="", extends=""), encoding="utf-8")
    try:
        description = load_description(replace(target, overlay=(*target.overlay, path)))
        build_api(description.document)
    except DescriptionError as error:
        return error
    return description


def _doubts(
    findings: tuple[Finding, ...], groups: list[list[Proposal]], overlay: str
) -> Iterator[tuple[Proposal, str]]:
    """Yield which proposals findings are about: those that have written the value which is wrong, in the overlay."""
    for finding in findings:
        for location in (finding.location, *finding.related):
            _, pointer = location.document.origin(location.pointer)
            match pointer:
                case ("actions", index, _, *path) if location.source.name == overlay:
                    group = groups[int(index)]
                    yield from ((each, finding.message) for each in group if each.says(path))
                    break
                case _:
                    continue
