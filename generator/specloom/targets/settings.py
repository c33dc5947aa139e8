"""The settings that apply in a folder: found, read and checked as a whole."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Collection, Mapping
from dataclasses import field
from itertools import combinations
from pathlib import Path, PurePosixPath
from typing import Final

from specloom.findings import SpecloomError
from specloom.installed import shipped_descriptions
from specloom.messages import did_you_mean, shown_path
from specloom.record import record, replace
from specloom.targets.levels import Level, read_levels
from specloom.targets.settings_file import REQUIRED, SettingsFile, SettingsTable, find_settings
from specloom.targets.table import Keys, Table, TableError, dotted
from specloom.targets.target import Target, Upstream, advise_package, check_package, is_importable, leads_into

_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_PIN: Final = re.compile(r"(?P<digest>[0-9a-f]{64}) (?P<path>[^/\0][^\0]*)")
PROJECT_KEYS: Final = {
    "clients": "a table for each client that is generated",
    "vendor": "a table for each client that is vendored",
    "lint": "a table of rules of `specloom lint` and their levels, for all descriptions",
    "code": "a list of the files and folders of your own code that calls the clients: `diff --base`, `vendor diff` and "
    "`vendor update` say what a change breaks in it",
    REQUIRED: "the versions of Specloom that the project is made with, as PEP 440 writes them; with any other, every "
    "command stops and says so",
}
"""What may stand in `[tool.specloom]`, and what it says."""
_SHARED_KEYS: Final = {
    "package": "what the package, its class and its environment variables are called after",
    "root": "the folder that references may not leave; that of the description if left out",
    "only": "a list of the operations to keep, by operationId, route (`GET /orders`), call (`orders.list`) or "
    "resource; all if left out",
    "skip": "a list of operations to leave out, by operationId or route",
    "overlay": "a list of overlays to lay over the description, one after the other",
    "http": "the library that sends requests: `httpx`, or `httpx2`; `httpx` if left out",
    "url": "the address that the description was fetched from; `specloom init` writes it",
    "sha256": "the digest of what was there, which `specloom update` compares with; written with `url`",
    "files": "a list of the files that it refers to and that were fetched with it, each as its digest, a space and its "
    "path from `root`; written with `url`",
    "lint": "a table of rules of `specloom lint` and their levels for this client, as in `[tool.specloom.lint]`",
}
GENERATED_KEYS: Final = {
    "spec": "the description: a file in the folder of the settings; left out, the one of that name that ships",
    "out": "the folder that the client becomes; `generated/NAME` if left out",
    **_SHARED_KEYS,
}
"""What may stand in `[tool.specloom.clients.NAME]`, and what it says."""
VENDORED_KEYS: Final = {
    "into": "the folder that the client becomes, and the package; required",
    "api": "the description that ships; the one of that name if `api` and `spec` are left out",
    "spec": "the description, if it is none that ships: a file in the folder of the settings",
    **_SHARED_KEYS,
}
"""What may stand in `[tool.specloom.vendor.NAME]`, and what it says."""
_OPTIONS: Final = {"into", "spec", "package", "only", "skip", "root", "overlay"}
"""The settings of a vendored client that are options of `specloom vendor add` as well, by the same name."""


@record
class Configuration:
    """The targets of a project by name, in the order in which they are written."""

    folder: Path
    """Where the settings lie; without settings, the working directory."""
    clients: Mapping[str, Target]
    """The clients that the project generates."""
    vendored: Mapping[str, Target] = field(default_factory=dict)
    source: SettingsFile | None = None
    """What all this was read from; None without settings."""
    code: tuple[Path, ...] = ()
    """The code of the project that calls the clients, as far as changes are to be held against it."""
    levels: Mapping[str, Level] = field(default_factory=dict)
    """How much rules of `lint` matter, of every description for which nothing else is said."""

    @property
    def file(self) -> Path | None:
        """`specloom.toml` or `pyproject.toml`; None without settings."""
        return None if self.source is None else self.source.path

    @property
    def existing_code(self) -> tuple[Path, ...]:
        """`code`, all of which is there.

        Raises:
            SpecloomError: One is not.
        """
        missing = next((path for path in self.code if not path.exists()), None)
        if missing is not None and self.source is not None:
            message = f"there is no file or folder {shown_path(missing)}, which `code` names"
            raise self.source.error((*self.source.keys, "code"), message, "name the code that calls the clients")
        return self.code

    def error(self, keys: Keys, message: str, help: str) -> SpecloomError:
        """Return what to raise where a setting turns out to be wrong later, as `SettingsFile.error` has it."""
        return SpecloomError(message, help) if self.source is None else self.source.error(keys, message, help)

    @property
    def lint_table(self) -> str:
        """What the table of rules for all descriptions is called in the settings, in its brackets."""
        return f"[{dotted((*(self.source.keys if self.source else ('tool', 'specloom')), 'lint'))}]"

    @property
    def described(self) -> Mapping[str, Target]:
        """Every target whose description is the project's to review, by name.

        Those are all clients that it generates, and the vendored ones that name a document. A vendored client that is
        called as a generated one is called `vendor.NAME` here.
        """
        shipped = shipped_descriptions().values()
        vendored = {
            f"vendor.{name}" if name in self.clients else name: each
            for name, each in self.vendored.items()
            if each.spec not in shipped
        }
        return {**self.clients, **vendored}

    @property
    def all_clients(self) -> Mapping[str, Target]:
        """Every client by name: those of `described`, and the vendored ones whose descriptions ship."""
        return {**self.described, **self.vendored, **self.clients}

    def client(self, name: str) -> Target:
        """Return the client of that name: one that the project generates, else one whose description ships.

        Raises:
            SpecloomError: There is no such client.
        """
        return self._find(name, self.clients, "; any other document: --spec FILE --out DIR")

    def find(self, name: str) -> Target:
        """Return the target of that name: one of `described`, any vendored client, or a description that ships.

        Raises:
            SpecloomError: There is none.
        """
        return self._find(name, self.all_clients)

    def _find(self, name: str, own: Mapping[str, Target], more: str = "") -> Target:
        shipped = shipped_descriptions()
        if name in own:
            return own[name]
        if name in shipped:
            return Target(shipped[name], self.folder / "generated" / name, name=name)
        known = [*dict.fromkeys((*own, *self.vendored, *shipped))]
        route = "; put quotes around a route: 'GET /orders'" if name.startswith("/") else ""
        listed = f"known clients: {', '.join(known)}{more}{route}"
        raise SpecloomError(f"there is no client {name!r}", did_you_mean(name, known, listed))


def load_configuration(start: Path, top: Path | None = None) -> Configuration:
    """Return the settings that apply in the folder `start`; without any, a configuration that names no clients.

    The nearest folder above that has settings decides, up to `top`: `start` or one above it, resolved; by default the
    root of the file system.

    Raises:
        SpecloomError: A file cannot be read or is not TOML, or a setting is unknown or wrong.
    """
    file = find_settings(start.resolve(), top)
    return _configuration(file) if file else Configuration(start.resolve(), {})


class _Options(Table):
    """A table that options of the command line ask for: what is wrong in it is named as the option."""

    __slots__ = ()

    def path(self, key: str) -> str:
        """Return what the user called it: an option of `specloom vendor add`, or else a setting."""
        return f"--{key}" if key in _OPTIONS else super().path(key)


def read_vendored(name: str, settings: object, folder: Path) -> Target:
    """Return the vendored client that options of `specloom vendor add` ask for.

    `settings` is what TOML would say of it, in the folder that paths are relative to.

    Raises:
        TableError: A setting is unknown, missing or wrong.
    """
    return _vendored(name, _Options.of(settings, ("vendor", name), VENDORED_KEYS), folder)


def _configuration(file: SettingsFile) -> Configuration:
    folder = file.path.parent
    with file.faults():
        _refuse_prefix(file)
        table = Table.of(file.settings, file.keys, PROJECT_KEYS)
        clients, vendored = (
            {
                name: replace(read(name, inner, folder), settings=SettingsTable(file, inner))
                for name, inner in table.table(key, optional=True).tables(known)
            }
            for key, read, known in (("clients", _client, GENERATED_KEYS), ("vendor", _vendored, VENDORED_KEYS))
        )
        _refuse_overlap([*clients.values(), *vendored.values()])
        code = tuple(_inside(text, table, "code", folder) for text in table.texts("code"))
        return Configuration(folder, clients, vendored, file, code, read_levels(table))


def _refuse_prefix(file: SettingsFile) -> None:
    """Refuse tables in `specloom.toml` that are called as in `pyproject.toml`."""
    if not file.keys and isinstance(file.settings, dict) and "tool" in file.settings:
        name = shown_path(file.path)
        advice = f"leave out 'tool.specloom.': what is [tool.specloom.lint] in pyproject.toml is [lint] in {name}"
        raise TableError(("tool",), f"tables of {name} do not begin with 'tool'", advice)


def _client(name: str, table: Table, folder: Path) -> Target:
    """Read `[tool.specloom.clients.NAME]`."""
    _check(table.keys, check_name, name)
    spec, shipped = _source_path(table, "spec", folder), shipped_descriptions()
    if spec is None and name not in shipped:
        advice = did_you_mean(name, shipped, 'add: spec = "path/to/openapi.yaml"')
        raise TableError(table.keys, f"{table.where} does not name its description", advice)
    spec = shipped[name] if spec is None else spec
    out = _destination(table, "out", table.name("out") or f"generated/{name}", folder)
    if (package := table.name("package")) is not None:
        _check((*table.keys, "package"), check_package, package, table.path("package"))
    return _target(name, table, folder, spec, out)


def _vendored(name: str, table: Table, folder: Path) -> Target:
    """Read `[tool.specloom.vendor.NAME]`."""
    _check(table.keys, check_name, name)
    into = table.name("into")
    if into is None:
        advice = f'add: into = "src/acme/{name.replace("-", "_")}"'
        raise TableError(table.keys, f"{table.where} does not say where the client lies", advice)
    out = _destination(table, "into", into, folder)
    if not is_importable(out.name):
        raise table.error(
            "into",
            f"is {into!r}, whose last part is no name for a Python package",
            f"the folder is the package: {advise_package(out.name)}",
        )
    package = table.name("package")
    named = "into" if package is None else "package"
    _check((*table.keys, named), check_package, package or out.name.strip("_"), table.path(named))
    return replace(_target(name, table, folder, _vendored_spec(name, table, folder), out), is_vendored=True)


def _target(name: str, table: Table, folder: Path, spec: Path, out: Path) -> Target:
    """Read what generated and vendored clients have alike."""
    target = Target(
        spec,
        out,
        root=_root_folder(table, spec, folder),
        overlay=_overlays(table, folder),
        name=name,
        upstream=_upstream(table),
        levels=read_levels(table),
        project=folder,
    )
    return target.with_options(table)


def _vendored_spec(name: str, table: Table, folder: Path) -> Path:
    spec, api = _source_path(table, "spec", folder), table.name("api")
    if spec is not None and api is not None:
        raise TableError(
            (*table.keys, "api"), f"{table.where} has both spec and api", "keep one of them: api names what ships"
        )
    if spec is not None:
        return spec
    shipped = shipped_descriptions()
    if (api or name) not in shipped:
        raise TableError(
            table.keys if api is None else (*table.keys, "api"),
            f"{table.where}: no description {api or name!r} ships with Specloom",
            did_you_mean(
                api or name, shipped, f'{", ".join(shipped)} do; for any other: spec = "path/to/openapi.yaml"'
            ),
        )
    return shipped[api or name]


def _check(keys: Keys, check: Callable[..., object], *values: str) -> None:
    """Check what stands at some keys of the settings, by what others are checked with that are told elsewhere."""
    try:
        check(*values)
    except SpecloomError as error:
        raise TableError(keys, error.message, error.help) from None


def check_name(name: str) -> None:
    """Refuse what settings cannot call a client.

    Raises:
        SpecloomError: It is no such name.
    """
    if not _NAME.fullmatch(name):
        raise SpecloomError(
            f"{name!r} is no name for a client", "use letters, digits, _ and -, and begin with a letter"
        )


def _upstream(table: Table) -> Upstream | None:
    url, sha256, files = table.name("url"), table.name("sha256"), table.texts("files")
    if url is None and sha256 is None and not files:
        return None
    if url is None or sha256 is None or table.name("spec") is None:
        raise TableError(
            (*table.keys, "sha256" if url is None else "url"),
            f"{table.where} has url, sha256 and spec together or not at all",
            "restore them from version control, as `specloom init` wrote them, or take out those that are left",
        )
    digest = table.digest("sha256")
    pins = [_PIN.fullmatch(each) for each in files]
    for pin, text in zip(pins, files, strict=True):
        if pin is None or ".." in PurePosixPath(pin["path"]).parts:
            raise table.error(
                "files",
                f"has {text!r}, which is no digest with the path of a file behind it",
                "restore it from version control",
            )
    return Upstream(url, digest, {pin["path"]: pin["digest"] for pin in pins if pin})


def _refuse_overlap(targets: Collection[Target]) -> None:
    for one, other in combinations(targets, 2):
        if other.settings and one.overlaps(other):
            raise TableError(
                other.settings.table.keys,
                f"the clients {one.name} and {other.name} would be written into each other",
                "give each client a folder of its own",
            )


def _destination(table: Table, key: str, path: str, folder: Path) -> Path:
    """Return the folder `path`, which the key names: one to write into, below that of the settings, and not Git's."""
    target = folder / path
    is_below = leads_into(target, folder) and not leads_into(folder, target)
    if not is_below or ".." in target.parts:
        raise table.error(
            key,
            f"is {path!r}, which is not below {folder}",
            "settings may only name folders below their own"
            + ("; --out on the command line may name any" if key == "out" else ""),
        )
    # Case does not matter, as it does not to file systems that make `.GIT` the same folder.
    real = target.resolve().relative_to(folder.resolve())
    if any(part.lower() == ".git" for part in real.parts):
        raise table.error(
            key,
            f"is {path!r}, which is in the folder where Git keeps a repository",
            "choose a folder beside it: nothing in there is ever committed",
        )
    return target


def _source_path(table: Table, key: str, folder: Path) -> Path | None:
    """Return the path that a key names to read from: in the folder of the settings; None where the key is missing.

    Where links lead counts, for the last part of the path as well: settings and links come with a pull request, and
    what lies elsewhere on the machine is none of its business.
    """
    text = table.name(key)
    if text and "://" in text:
        raise table.error(key, f"is {text!r}, which is no file", f"run: specloom init {shlex.quote(text)}")
    return None if text is None else _inside(text, table, key, folder)


def _inside(text: str, table: Table, key: str, folder: Path) -> Path:
    """Return the path `text`, which the key names, of something in the folder of the settings."""
    path = folder / text
    if not leads_into(path, folder):
        is_vendored = "vendor" in table.keys[-2:-1]
        remedy = "copy what is there into that folder" if is_vendored else f"--{key} on the command line may name any"
        raise table.error(
            key,
            f"is {text!r}, which is not in {folder}",
            f"settings may only let descriptions be read from their own folder, also through links; {remedy}",
        )
    return path


def _root_folder(table: Table, spec: Path, folder: Path) -> Path | None:
    """Return the folder that references of a description may not leave; None where the settings name none."""
    root = _source_path(table, "root", folder)
    if root is not None and not leads_into(spec, root):
        advice = f"name a folder that has it, as {folder} does"
        raise table.error("root", f"is {table.name('root')!r}, and the description is not in there", advice)
    return None if root is None else root.resolve()


def _overlays(table: Table, folder: Path) -> tuple[Path, ...]:
    """Return the overlays that the settings name."""
    names = table.texts("overlay")
    if not all(name and "\0" not in name for name in names):
        raise table.error("overlay", "has a text that is no path", 'write: overlay = ["ours.yaml"]')
    return tuple(_inside(name, table, "overlay", folder) for name in names)
