"""The first day of somebody else's description in a project: where it goes, its overlay, and the settings."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any, Final

from specloom.fetch import Fetched
from specloom.findings import DescriptionError, Finding, SpecloomError
from specloom.installed import shipped_descriptions
from specloom.ir.naming import module_name
from specloom.messages import shown_path
from specloom.record import record, replace
from specloom.regular_file import read_regular
from specloom.source import load_file
from specloom.spec.files import Retrieval
from specloom.spec.load import load_description
from specloom.spec.upgrade import detect_version
from specloom.targets.settings import Configuration, check_name, load_configuration
from specloom.targets.settings_file import SettingsFile, SettingsTable
from specloom.targets.table import Table
from specloom.targets.target import Target, leads_into
from specloom.upstream.beside import Supply, lay_entry, pin, write_document
from specloom.upstream.names import package_of
from specloom.upstream.proposal import Proposal, render_overlay
from specloom.upstream.propose import propose
from specloom.vendor.settings import Setting, add_table, changed_settings, settings_file
from specloom.vendor.surfaces import find_published

_FOLDER: Final = "specs"
_HOST: Final = re.compile(r"(?:https?:)?//([^/:?#]+\.[a-z]+)(?![^/:?#])", re.IGNORECASE)
"""The name of a host in an address, but for numbers and those that only one machine knows."""


@record
class Beginning:
    """What taking a description into a project will do. Nothing has been touched."""

    name: str
    """What the settings call the client."""
    spec: Path
    """The entry document."""
    overlay: Path
    files: Mapping[Path, str]
    """What is written: the texts of the documents that are not in the project yet, and the overlay."""
    proposals: tuple[Proposal, ...]
    findings: tuple[Finding, ...]
    """Why the description cannot be used, as yet."""
    file: Path
    """Where the settings go."""
    settings: Mapping[str, Setting]


def prepare_init(configuration: Configuration, here: Path, source: Fetched | Path, *, name: str | None) -> Beginning:
    """Return what takes a description into a project.

    The source is what was fetched, or the entry document on disk. Without a name the client is called after the title.

    Raises:
        DescriptionError: It is no OpenAPI document.
        SpecloomError: The name is none or taken, or there are files where some are to go.
    """
    file = settings_file(here, configuration.file)
    with tempfile.TemporaryDirectory(prefix="specloom-") as folder:
        scratch = Path(folder).resolve()
        url, entry = ("", source) if isinstance(source, Path) else (source.url, lay_entry(source, scratch))
        data = _check(entry, shown_path(entry) if isinstance(source, Path) else url or "-")
        name = name or _name_of(data, url)
        _refuse_name(name, configuration)
        supply = None if isinstance(source, Path) or not url else Supply(source, entry)
        places = _place(entry, file, name, supply, scratch)
        overlay = _overlay_of(places)
        target = Target(entry, root=places.within, settings=_settings_of(file, name))
        retrieval = Retrieval(lambda path: shown_path(places.of(path)), supply=supply)
        published = find_published(replace(target, out=file.parent / "generated" / name))
        proposals, findings = propose(target, name, url, retrieval, published)
    extends = _from(places.spec, overlay)
    files = {
        **{places.of(path): _decode(content, path) for path, content in places.contents.items()},
        overlay: render_overlay(proposals, title=_title_of(data) or name, extends=extends),
    }
    if taken := next((path for path, text in files.items() if os.path.lexists(path) and not _says(path, text)), None):
        other = "choose another --name, or " if places.contents else ""  # what stays has its overlay beside it
        raise SpecloomError(f"there is a file {shown_path(taken)} already", f"{other}move that file away")
    settings: dict[str, Setting] = {"spec": _from(places.spec, file), "overlay": [_from(overlay, file)]}
    if places.spec.parent != places.home:
        settings["root"] = _from(places.home, file)
    if supply:
        fetched = {places.of(path): content for path, content in supply.contents.items()}
        settings |= pin(url, places.spec, places.home, fetched).as_settings()
    add_table(file, name, settings, "clients")  # if it cannot be written, that is said first
    return Beginning(name, places.spec, overlay, files, tuple(proposals), findings, file, settings)


@record
class _Places:
    """Where the documents of a description lie, and where they go in the project."""

    contents: Mapping[Path, bytes]
    """What is to be written, by where it lies now; nothing if it is in the project already."""
    within: Path
    """The folder that has all of them."""
    home: Path
    """What that is in the project."""
    entry: Path
    spec: Path
    """What the entry document is in the project."""

    def of(self, path: Path) -> Path:
        """Return where a document goes; one that is elsewhere stays there."""
        real, within = (os.path.realpath(each) for each in (path, self.within))
        if real == os.path.realpath(self.entry):
            return self.spec
        return self.home / os.path.relpath(real, within) if Path(real).is_relative_to(within) else path


def _place(entry: Path, file: Path, name: str, supply: Supply | None, scratch: Path) -> _Places:
    """Return where the documents of a description go, fetching them if they are to be.

    What refers to nothing else may be called otherwise.
    """
    home = file.parent / _FOLDER / name
    if supply:
        supply.follow(Target(entry, root=scratch))
        within = Path(os.path.commonpath([path.parent for path in supply.contents]))
        is_alone = len(supply.contents) == 1
        spec = home / (f"openapi{entry.suffix.lower()}" if is_alone else entry.relative_to(within))
        return _Places(supply.contents, within, home, entry, spec)
    if leads_into(entry, file.parent):
        return _Places({}, entry.parent, entry.parent, entry, entry)
    return _Places(_contents(entry), entry.parent, home, entry, home / entry.name)


def _settings_of(file: Path, name: str) -> SettingsTable:
    """Return the table of settings that is about to be written: it is what messages have to name."""
    return SettingsTable(SettingsFile(file, "", {}, ()), Table({}, ("clients", name)))


def _overlay_of(places: _Places) -> Path:
    """Return where the overlay goes: beside the description, under a name that no document has."""
    if not places.contents:
        return places.home / f"{places.spec.stem}.overlay.yaml"
    taken = {str(places.of(path)).casefold() for path in places.contents}
    names = ("overlay.yaml", *(f"overlay-{number}.yaml" for number in range(len(taken))))
    return next(place for each in names if str(place := places.home / each).casefold() not in taken)


def apply_init(beginning: Beginning) -> None:
    """Write the files, then the settings, which nobody else can add to meanwhile.

    Raises:
        SpecloomError: The operating system refuses, or the settings have got a client of that name since.
    """
    with changed_settings(beginning.file, lambda: _settings_with(beginning)):
        for path, text in beginning.files.items():
            write_document(path, text)


def _settings_with(beginning: Beginning) -> str:
    folder = beginning.file.parent.resolve()
    _refuse_name(beginning.name, load_configuration(folder, folder))
    return add_table(beginning.file, beginning.name, beginning.settings, "clients")


def _check(entry: Path, name: str) -> dict[str, Any]:
    """Return the values of an OpenAPI document."""
    source = load_file(entry, name=name)
    detect_version(source)
    return source.data if isinstance(source.data, dict) else {}


def _title_of(data: Mapping[str, Any]) -> str:
    info = data.get("info")
    title = info.get("title") if isinstance(info, dict) else None
    return title if isinstance(title, str) else ""


def _servers_of(data: Mapping[str, Any]) -> list[str]:
    servers = data.get("servers", [{"url": f"//{data.get('host')}"}])
    return [str(each.get("url")) for each in servers if isinstance(each, dict)] if isinstance(servers, list) else []


def _host_of(addresses: Iterable[str]) -> str:
    """Return the end of their hosts that addresses have in common; empty where that is no name."""
    named = [match[1].split(".")[::-1] for each in addresses if (match := _HOST.match(each))]
    alike = takewhile(lambda labels: len({*labels}) == 1 and "{" not in labels[0], zip(*named, strict=False))
    shared = [labels[0] for labels in alike]
    return ".".join(reversed(shared)) if len(shared) > 1 else ""


def _name_of(data: Mapping[str, Any], url: str) -> str:
    title = _title_of(data)
    hosts = (_host_of(each) for each in (_servers_of(data), [url]))
    named = (package_of(each.removeprefix("api.").partition(".")[0]) for each in hosts)
    names = (package_of(title), *named, module_name(title))
    name = next((each for each in names if each.isascii() and each.isidentifier()), "")
    if not name:
        message = f"the title {title!r} gives no name for a client" if title else "the description has no title"
        raise SpecloomError(message, "give it a name: --name NAME")
    return name


def _contents(entry: Path) -> dict[Path, bytes]:
    """Return the documents of a description by where they lie.

    Of one that cannot be used that is the entry document alone: what is wrong with it is told.
    """
    try:
        paths = [each.path for each in load_description(Target(entry)).files if each.path is not None]
    except DescriptionError:
        paths = [entry]
    return {path: read_regular(path) for path in paths}


def _says(path: Path, text: str) -> bool:
    """Return whether a file has a text already, as after a run that ended before it wrote the settings."""
    try:
        return read_regular(path) == text.encode()
    except OSError:
        return False


def _decode(content: bytes, path: Path) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise SpecloomError(f"{shown_path(path)} is not UTF-8", "save it as UTF-8 in the project") from None


def _refuse_name(name: str, configuration: Configuration) -> None:
    check_name(name)
    client = configuration.vendored.get(name) or configuration.clients.get(name)
    if client and (file := configuration.file):
        again = f"bring it up to date with: specloom update {name}; or " if client.upstream else ""
        raise SpecloomError(
            f"{shown_path(file)} has a client {name!r} already, of {shown_path(client.spec)}",
            f"{again}give this one another name: --name NAME",
        )
    if name in shipped_descriptions():
        raise SpecloomError(
            f"a description called {name!r} ships with Specloom", "give this one another name: --name NAME"
        )


def _from(path: Path, file: Path) -> str:
    return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(file.parent))).as_posix()
