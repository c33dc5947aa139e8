"""Random descriptions through everything that reads one: what is said of it has a place, and what is made of it works.

`make fuzz` tries many.
"""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from fuzzing import fuzz, no_hang
from importer import Importer, importer
from random_descriptions import Described, descriptions, mutated
from reviewed import report_on

from specloom.cli.report.diff_json import render_review as render_json
from specloom.cli.report.diff_markdown import render_review as render_markdown
from specloom.cli.report.diff_text import render_review as render_text
from specloom.cli.report.findings import FINDING_FORMATS, render_findings
from specloom.diff.loaded import Loaded, load_version
from specloom.diff.report import Report
from specloom.diff.review import Review
from specloom.diff.revision import Version
from specloom.findings import DescriptionError, Finding, Location
from specloom.ir.build import build_api
from specloom.ir.build_surface import build_surface
from specloom.lint.run import lint_description
from specloom.output.manifest import MANIFEST
from specloom.output.surface_file import SURFACE, parse_surface, render_surface
from specloom.pipeline import generate
from specloom.spec.bundle import bundle_description
from specloom.spec.files import AS_IT_LIES
from specloom.spec.load import load_description
from specloom.targets.target import Target
from specloom.upstream.proposal import render_overlay
from specloom.upstream.propose import propose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from specloom.output.tree import FileTree

_ROUTE = re.compile(r"`([A-Z]+ /\S*)`")


@dataclass(frozen=True)
class Bench:
    """A folder for descriptions, and what imports the clients that they become."""

    folder: Path
    importer: Importer

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("clients")
    with importer(folder) as imports:
        yield Bench(tmp_path_factory.mktemp("descriptions"), imports)


@pytest.mark.slow
@pytest.mark.parametrize("version", ["3.1", "3.0", "2.0"])
def test_a_valid_description_becomes_a_whole_client(version: str, bench: Bench):
    @fuzz(descriptions(version), smoke=8)
    def check(described: Described) -> None:
        path = bench.write(described.name, described.text)
        with no_hang():
            try:
                client = generate(Target(path)).tree
            except DescriptionError as error:
                raise AssertionError(render_findings(error.findings, "text")) from None
            assert _routes(client) == described.routes
            assert bench.importer.problem_of(client) == ""
            _check_lint(path, is_refused=False)
            _check_bundle(bench, path, client)

    check()


@pytest.mark.parametrize("version", ["3.1", "3.0", "2.0"])
def test_the_surface_of_a_client_is_read_back_as_it_was(version: str, bench: Bench):
    @fuzz(descriptions(version), smoke=15)
    def check(described: Described) -> None:
        document = load_description(Target(bench.write(described.name, described.text))).document
        surface = build_surface(build_api(document))
        text = render_surface(surface, {surface.client.location.source.name: described.name})
        read = parse_surface(text)
        assert read == surface
        assert [each.location.pointer for each in read.walk()] == [each.location.pointer for each in surface.walk()]
        assert render_surface(read, {"": ""}) == text

    check()


def test_a_spoilt_description_is_refused_in_words_or_works(bench: Bench):
    @fuzz(mutated("3.1", "3.0", "2.0"), smoke=15)
    def check(pair: tuple[Described, Described]) -> None:
        old, new = pair
        with no_hang():
            path = bench.write(new.name, new.text)
            client = _generate(path)
            _check_lint(path, is_refused=client is None)
            if client is not None:
                assert bench.importer.problem_of(client) == ""
                _check_bundle(bench, path, client)
            before, after = _load(bench.write(f"old.{old.name}", old.text)), _load(path)
            if before.document and after.document:
                _check_report(report_on(before, after))
                _check_report(report_on(after, before))
                assert report_on(after, _load(path)).entries == ()

    check()


@pytest.mark.parametrize("version", ["3.1", "3.0", "2.0"])
def test_no_proposal_makes_a_description_worse(version: str, bench: Bench):
    @fuzz(descriptions(version), smoke=4)
    def check(described: Described) -> None:
        path = bench.write(described.name, described.text)
        with no_hang():
            proposals, findings = propose(Target(path), "api", "https://api.example/x", AS_IT_LIES)
            assert findings == ()
            overlay = bench.write("overlay.yaml", render_overlay(proposals, title="T", extends=described.name))
            assert _routes(generate(Target(path, overlay=(overlay,))).tree) == described.routes

    check()


def _generate(path: Path) -> FileTree | None:
    """Return the client, or None where the description is refused as it should be."""
    try:
        return generate(Target(path)).tree
    except DescriptionError as error:
        findings = error.findings
    assert any(finding.severity.stops for finding in findings)
    _check_findings(findings)
    return None


def _check_findings(findings: Iterable[Finding]) -> None:
    for finding in findings:
        assert finding.message
        for place in (finding.location, *finding.related):
            _check_place(place)
    for format_ in FINDING_FORMATS:
        render_findings(findings, format_)


def _check_place(place: Location) -> None:
    assert place.position.line >= 1
    assert place.position.column >= 1
    if place.source.text:  # that of a file which may be no description is withheld
        assert place.position.line <= place.source.text.count("\n") + 1


def _check_lint(path: Path, *, is_refused: bool) -> None:
    linted = lint_description(Target(path))
    _check_findings(linted.findings)
    assert linted.complete or is_refused
    assert not is_refused or any(finding.severity.stops for finding in linted.findings)


def _without_places(text: str | None) -> str | None:
    """Return a file without the losses, which a README lists by their places in the description."""
    before, heading, after = (text or "").partition("\n## What this client does not do\n")
    return f"{before}{after.partition(chr(10) + '## ')[2]}" if heading else text


def _check_bundle(bench: Bench, path: Path, client: FileTree) -> None:
    """Whatever is said in one document of OpenAPI 3.1 becomes the same client, and no change to review."""
    bundle = bench.write("bundle.json", json.dumps(bundle_description(Target(path))))
    again = generate(Target(bundle)).tree
    state = {MANIFEST, SURFACE}  # which say where something stands
    assert {name: _without_places(again.get(name)) for name in client if name not in state} == {
        name: _without_places(text) for name, text in client.items() if name not in state
    }
    assert parse_surface(again[SURFACE]) == parse_surface(client[SURFACE])
    assert report_on(_load(path), _load(bundle)).entries == ()


def _check_report(report: Report) -> None:
    for entry in report.entries:
        assert entry.rules
        if entry.place is not None:
            _check_place(entry.place)
    assert len({entry.id for entry in report.entries}) == len(report.entries)
    review = Review("API changes", "", (report,), None)
    for rendered in (render_json(review), render_markdown(review), render_text(review)):
        assert isinstance(rendered, str)


def _load(path: Path) -> Loaded:
    return load_version(Version(path.name, Target(path)))


def _routes(client: FileTree) -> frozenset[str]:
    """Return what the methods of a client call, as their documentation says, and see to it that all of it is Python."""
    found: set[str] = set()
    for path, text in client.items():
        if path.endswith(".py"):
            module = ast.parse(text.encode())
            if path.startswith("resources/") or path == "client.py":
                functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
                found |= {route for each in functions for route in _ROUTE.findall(_documented(each))}
    return frozenset(found)


def _documented(function: ast.FunctionDef) -> str:
    return ast.get_docstring(function, clean=False) or ""
