"""What `specloom diff` compares: the arguments and settings say which versions, and all of it becomes one review."""

from __future__ import annotations

import argparse
import os
import shlex
import tempfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from specloom.cli.code import Compared, chosen_code, copies_of, named_code, review_code
from specloom.cli.parallel import run_parallel
from specloom.cli.selection import find_elsewhere, given_options, is_path, read_stream
from specloom.diff.accept import ACCEPTED_FILE, Acceptances, find_unused, read_acceptances
from specloom.diff.loaded import Loaded, Versions, load_versions
from specloom.diff.report import Report, build_report, report_clients, report_one_sided
from specloom.diff.review import Failure, Review
from specloom.diff.revision import names_revision
from specloom.diff.version_pairs import Pair, Selection, pair_versions, pair_with_base, place_in_base
from specloom.diff.vocabulary import Complaint, Effect
from specloom.findings import Finding, SpecloomError
from specloom.ir.api import Api
from specloom.messages import as_argument, counted, shown_path
from specloom.record import replace
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.target import Target, check_package
from specloom.vendor.base import BASE
from specloom.vendor.surfaces import FoundClient, find_client, find_published


def make_review(arguments: argparse.Namespace, scratch: Path) -> Review:
    """Return the review that the arguments of `specloom diff` ask for, with the files of revisions in a folder.

    Raises:
        SpecloomError: The settings or the arguments are wrong, or a version is not there.
    """
    configuration = load_configuration(Path.cwd())
    arguments.what = [str(read_stream(text) or text) for text in arguments.what]
    if clients := _find_clients(arguments):
        return _review_clients(arguments, configuration, *clients)
    if arguments.base is not None:
        arguments.what = [_client_of(text, arguments.base, configuration) for text in arguments.what]
    return _review(arguments, configuration, _select(arguments, configuration, scratch), scratch)


def _client_of(text: str, revision: str, configuration: Configuration) -> str:
    """Return the name of the client that is meant: a path is that of its description, or of its folder.

    Raises:
        SpecloomError: It is the path of something else.
    """
    targets = configuration.all_clients
    if text in targets or not is_path(text) or not Path(text).exists():
        return text
    place = os.path.realpath(text)
    places = {name: map(os.path.realpath, filter(None, (each.spec, each.out))) for name, each in targets.items()}
    if name := next((name for name, own in places.items() if place in own), ""):
        return name
    alone = shlex.join(["specloom", "diff", f"{revision}:./{Path(text).as_posix()}", text])
    raise SpecloomError(f"{text} is the description of no client of the settings", f"for the file alone: {alone}")


def _find_clients(arguments: argparse.Namespace) -> tuple[FoundClient, FoundClient] | None:
    """Return the clients that are to be compared; None where it is not clients that are."""
    if arguments.base is not None or len(arguments.what) != 2:  # noqa: PLR2004 - old and new
        return None
    old, new = map(find_client, arguments.what)
    if old is None and new is None:
        return None
    if old is None or new is None:
        client, other = arguments.what if new is None else reversed(arguments.what)
        if not Path(other).exists() and not names_revision(other):
            raise SpecloomError(
                f"there is no file {other!r}", f"{client} is a client: name another, by its folder or REV:PATH"
            )
        raise SpecloomError(f"{client} is a client, and {other} is none", "name two clients, or two descriptions")
    if options := given_options(arguments, "--types", "--root", "--overlay", "--package"):
        raise SpecloomError(f"{options[0]} is about descriptions, not about clients", "name the descriptions instead")
    return old, new


def _review_clients(
    arguments: argparse.Namespace, configuration: Configuration, old: FoundClient, new: FoundClient
) -> Review:
    from specloom.vendor.review import Reviewed, review_generations

    surfaces = before, after = old.surface, new.surface
    acceptances, file = _acceptances(arguments, configuration)
    name, reasons = new.name, acceptances.reasons(new.name)
    sides = (old.name, before), (name, after)
    if old.base is None or new.base is None:
        reviewed = Reviewed(report_clients(*sides, reasons), *surfaces)
    else:
        differences = review_generations(name, old, new, reasons)
        reviewed = differences or Reviewed(report_clients(*sides, reasons, ()), *surfaces)
    report = reviewed.report
    found = {name: {entry.id for entry in report.entries}}
    unused = find_unused(acceptances, found, lambda api: api in {"", name})
    review = replace(_empty_review(arguments), reports=(report,), unused=unused, acceptances=file)
    folder = Path(name)  # if it lies on disk
    copies = copies_of([Target(folder, folder, is_vendored=(folder / BASE).exists())] if folder.is_dir() else [])
    compared = Compared(*reviewed, lambda: (old.code(), new.code()), copies)
    return _with_code(review, arguments.code, [compared], is_named=True)


def _what_to_compare(what: Sequence[str], configuration: Configuration) -> str:
    """Return what to write instead of a call that does not name two versions."""
    match what:
        case [name] if name in configuration.described:
            return f"specloom diff --base REV {name}"
        case [revision] if not Path(revision).exists():
            return f"specloom diff --base {as_argument(revision)}"
        case _:
            return "specloom diff OLD NEW, or specloom diff --base REV"


def _select(arguments: argparse.Namespace, configuration: Configuration, scratch: Path) -> Selection:
    if arguments.base is None:
        if len(arguments.what) != 2:  # noqa: PLR2004 - old and new
            raise SpecloomError(
                "there is nothing to compare: name two versions, or a revision that the settings' descriptions had",
                _what_to_compare(arguments.what, configuration),
            )
        old, new = arguments.what
        package = arguments.package and check_package(arguments.package.rpartition(".")[2], "--package")
        return pair_versions(
            old, new, configuration, scratch, root=arguments.root, overlay=arguments.overlay, package=package
        )
    if options := given_options(arguments, "--overlay", "--root", "--package"):
        raise SpecloomError(f"{options[0]} is about OLD and NEW", "the settings say it of their descriptions")
    selection = pair_with_base(configuration, arguments.what, arguments.base, scratch)
    if not (configuration.vendored or any((selection.pairs, selection.unchanged, selection.outside))):
        raise SpecloomError(
            f"there is nothing to compare: no settings list a client, neither here nor in {arguments.base}",
            find_elsewhere() or "name two versions: specloom diff OLD NEW",
        )
    return selection


def _review(arguments: argparse.Namespace, configuration: Configuration, selection: Selection, scratch: Path) -> Review:
    # What two files on the command line have to do with the project, nobody knows.
    places = chosen_code(arguments, configuration) if arguments.base else named_code(arguments)
    found = _Found(arguments, configuration)
    vendored = configuration.vendored
    pairs = [
        pair if pair.old or pair.name not in vendored else found.with_base(pair, scratch) for pair in selection.pairs
    ]
    came = {pair.name for pair in pairs if pair.old is None}
    for name in (arguments.what or vendored) if arguments.base is not None else ():
        if name in vendored and (name in came or name not in configuration.described):
            found.compare_bases(name, scratch)
    pairs = [pair for pair in pairs if pair.name not in found.based]
    pairs = pairs if arguments.rename else [_with_clients(pair, configuration) for pair in pairs]
    loaded = run_parallel(load_versions, [(pair.old, pair.new) for pair in pairs], None)  # several at once
    for pair, versions in zip(pairs, loaded, strict=True):
        found.compare_pair(pair, versions)
    unchanged = (*(name for name in selection.unchanged if name not in found.based), *found.unchanged)
    review = replace(
        _empty_review(arguments),
        reports=tuple(found.reports),
        unchanged=unchanged,
        outside=tuple(name for name in selection.outside if name not in found.based),
        failures=tuple(found.failures),
        unused=found.unused_acceptances({*(pair.name for pair in pairs), *unchanged}),
        acceptances=found.file,
        moved=found.moved,
    )
    return _with_code(review, places, found.compared, is_named=bool(arguments.code))


class _Found:
    """What comes of the comparisons that the arguments ask for, one after the other."""

    def __init__(self, arguments: argparse.Namespace, configuration: Configuration) -> None:
        self._arguments, self._configuration = arguments, configuration
        self._acceptances, self.file = _acceptances(arguments, configuration)
        self.reports: Final[list[Report]] = []
        self.failures: Final[list[Failure]] = []
        self.compared: Final[list[Compared]] = []
        """Reports with both clients, for the code that uses them."""
        self.unchanged: Final[list[str]] = []
        self.based: Final[set[str]] = set()
        """The vendored clients of which both bases were compared."""
        self.moved: Final[dict[str, Mapping[str, str]]] = {}
        """By the name of a description: names of its client that stay, and what it calls them now."""

    def compare_pair(self, pair: Pair, versions: Versions) -> None:
        """Compare two versions of a description; where only one can be read, tell what came or went."""
        old, new, differences = versions
        self.moved[pair.name] = new.client.moved if new and new.client else {}
        self.failures.extend(_failures(pair.name, old, new))
        reasons = self._acceptances.reasons(pair.name)
        if old and new and differences:
            complaints: tuple[Complaint, ...] = ()
            if self._arguments.types and old.client and new.client:
                from specloom.typecheck.check import check_types

                complaints = check_types(old.client.api, new.client.api)
            self.reports.append(build_report(pair.name, versions, reasons, complaints))
            self._take_clients(self.reports[-1], old, new)
        elif (side := new or old) and (old is None or new is None) and side.document:
            self.reports.append(report_one_sided(pair.name, old, new, reasons))

    def _take_clients(self, report: Report, old: Loaded, new: Loaded) -> None:
        """Keep both versions of the client, if it can be made of both."""
        before, after = old.client, new.client
        if before and after:
            spec, package = new.version.target.spec.absolute(), self._arguments.package
            targets = (*self._configuration.clients.values(), *self._configuration.vendored.values())
            copies = {package: None} if package else copies_of(each for each in targets if each.spec.absolute() == spec)
            # The client that the code imports may be one of the project, whichever files are compared.
            named = next((each.http for each in targets if package in copies_of([each])), "")
            http = named or before.surface.http, named or after.surface.http
            files = partial(_render_both, (before.api, after.api), http)
            self.compared.append(Compared(report, before.surface, after.surface, files, copies, named))

    def compare_bases(self, name: str, scratch: Path) -> None:
        """Compare both bases of a vendored client whose description came with Specloom, where both revisions have one.

        Such a description changes when an update brings another version of it.
        """
        from specloom.vendor.review import review_generations

        vendored = self._configuration.vendored[name]
        try:
            old = self._find_old_client(name, scratch)
            new = find_client(shown_path(vendored.folder))
        except SpecloomError as error:
            self.failures.append(Failure.of(name, error))
            return
        if old and new and old.base and new.base:
            self.based.add(name)
            files = old.base, new.base
            if reviewed := review_generations(name, old, new, self._acceptances.reasons(name)):
                self.reports.append(reviewed.report)
                self.compared.append(Compared(*reviewed, lambda: files, copies_of([vendored])))
            else:
                self.unchanged.append(name)

    def with_base(self, pair: Pair, scratch: Path) -> Pair:
        """Return a pair with what a vendored client came from, where the project has its own description only now."""
        from specloom.vendor.description import open_description

        with suppress(SpecloomError):  # without a description the bases are compared
            if pair.new and (old := self._find_old_client(pair.name, scratch)) and old.base:
                was = open_description(old.base, f"{old.name}/{BASE}", Path(tempfile.mkdtemp(dir=scratch)))
                return replace(pair, old=was.before(pair.new))
        return pair

    def _find_old_client(self, name: str, scratch: Path) -> FoundClient | None:
        """Return a vendored client as it was in the revision; None where it was not there.

        Raises:
            SpecloomError: It cannot be read.
        """
        revision = self._arguments.base
        place = place_in_base(self._configuration, name, revision, scratch)
        return find_client(f"{revision}:{place}") if place else None

    def unused_acceptances(self, names: Collection[str]) -> tuple[Finding, ...]:
        """Return a finding for each acceptance that nothing needs, as far as descriptions of these names show it."""
        found = {report.name: {entry.id for entry in report.entries} for report in self.reports}
        failed = {failure.name for failure in self.failures}
        is_based = self._arguments.base is not None
        is_whole = is_based and not self._arguments.what

        def is_expected(api: str) -> bool:
            if not api:
                return not failed and (is_whole or not is_based)
            return api not in failed and (is_whole or api in names or api in found)

        return find_unused(self._acceptances, found, is_expected)


def _render_both(apis: tuple[Api, Api], http: tuple[str, str]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    from specloom.typecheck.check import client_files

    before, after = map(client_files, apis, http)
    return before, after


def _with_code(review: Review, places: Sequence[Path], compared: Sequence[Compared], *, is_named: bool) -> Review:
    """Return the review with the places in the code that the changes touch."""
    if review.only_used and not places:
        raise SpecloomError("--fail-on used needs code that uses something", "add: --code PATH")
    changed = [each for each in compared if each.report.entries]
    if not places or not changed:
        return review
    try:
        reports, code = review_code(places, changed)
    except SpecloomError as error:
        if is_named:
            raise
        # Whoever can change the code can keep it from being read: what changes is told all the same.
        failure = Failure.of(", ".join(map(shown_path, places)), error)
        return replace(review, failures=(*review.failures, failure))
    if not code.using and is_named:
        packages = ", ".join(dict.fromkeys(each.old.package for each in compared))
        raise SpecloomError(
            f"no code in {', '.join(code.places)} imports the client: {packages}",
            "name the code that calls it; what that imports it as, --package says",
        )
    found = {report.name: report for report in reports}
    return replace(review, reports=tuple(found.get(each.name, each) for each in review.reports), code=code)


def _with_clients(pair: Pair, configuration: Configuration) -> Pair:
    """Return both versions with the clients of them that are there, on disk and in the revision: their names stay."""
    client = configuration.clients.get(pair.name) or configuration.vendored.get(pair.name)
    if client is None:
        return pair
    old, new = (side and replace(side, published=find_published(client, side.label)) for side in (pair.old, pair.new))
    return replace(pair, old=old, new=new)


def _empty_review(arguments: argparse.Namespace) -> Review:
    """Return what the arguments say of a review before anything is compared."""
    options = given_options(arguments, "--rename", "--base", "--root", "--overlay", "--code")
    command = shlex.join(["specloom", "diff", *options, *arguments.what])  # which prints all of it as text
    limit, only_used = threshold(arguments), arguments.fail_on == "used"
    return Review(arguments.title, arguments.base or "", (), limit, only_used=only_used, command=command)


def threshold(arguments: argparse.Namespace) -> Effect | None:
    """Return the least effect of a change that fails, by `--fail-on`; None where none does."""
    if arguments.fail_on == "never":
        return None
    return Effect.BREAKING if arguments.fail_on == "used" else Effect(arguments.fail_on)


def _failures(name: str, old: Loaded | None, new: Loaded | None) -> Iterator[Failure]:
    """Yield why a description cannot be compared, or not in full."""
    for side, age in ((old, "old"), (new, "new")):
        if side and side.document is None:
            yield Failure(
                name, f"the {age} description {side.version.name} cannot be used, so nothing is compared", side.findings
            )
    if old and new and old.client and new.document and new.client is None:
        yield Failure(name, f"no client can be made of the new description {new.version.name} any more", new.findings)
    elif new and new.client and new.findings:
        count = counted(len(new.findings), "action selects", "actions select")
        message = f"in overlays of the new description {new.version.name}, {count} nothing; it is compared without"
        yield Failure(name, message, new.findings)


def _acceptances(arguments: argparse.Namespace, configuration: Configuration) -> tuple[Acceptances, str]:
    """Return what is accepted, and the file to accept in."""
    path = arguments.accept or configuration.folder / ACCEPTED_FILE
    name = shown_path(path)
    if arguments.accept is None and not path.exists():
        return Acceptances(), name
    return read_acceptances(path, name), name
