"""What is generated, from what and how: one value for settings, `generate`, `check`, `vendor`, `diff` and manifests."""

from __future__ import annotations

import keyword
import os
import re
import shlex
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from specloom.findings import Location, SpecloomError
from specloom.messages import as_argument
from specloom.record import record, replace
from specloom.targets.libraries import HTTPX, read_http
from specloom.targets.table import Table, as_toml

if TYPE_CHECKING:
    from specloom.targets.levels import Level
    from specloom.targets.settings_file import SettingsTable


_PROJECT_FILES: Final = ("pyproject.toml", "setup.py", "setup.cfg", ".git")
"""A folder with one of these is the project, and not a package of it."""


@record
class Upstream:
    """Where somebody else publishes a description."""

    url: str
    sha256: str
    """Of what was there when it was fetched, as `output.manifest.digest_document` has it."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The digests of the other files that were fetched with it, by their paths from `Target.documents`."""

    def as_settings(self) -> dict[str, str | list[str]]:
        """Return what settings say for this to be read from them, without what says nothing."""
        files = [f"{digest} {path}" for path, digest in sorted(self.files.items())]
        return {"url": self.url, "sha256": self.sha256, **({"files": files} if files else {})}


@record
class Target:
    """One client to generate. Two targets are equal when the same is generated in the same place, whatever its name."""

    spec: Path
    """The entry document."""
    out: Path | None = None
    """The folder that the client becomes; None: it is made in memory only."""
    package: str | None = None
    """What the package, its client class and its environment variables are called after; None: see `package_name`."""
    skip: tuple[str, ...] = ()
    """The operationIds or routes to leave out; kept sorted, each once."""
    only: tuple[str, ...] = ()
    """The operationIds, routes, calls or resources to keep, likewise; all when empty."""
    root: Path | None = None
    """The folder that references may not leave; None: that of the entry document."""
    overlay: tuple[Path, ...] = ()
    """The overlays to lay over the description, one after the other."""
    http: str = HTTPX
    """The library that sends requests: one of `HTTP_LIBRARIES`."""
    is_vendored: bool = False
    """Whether the project keeps the client as its own code. Its folder is then the package."""
    name: str = field(default="", compare=False)
    """What settings and commands call it."""
    upstream: Upstream | None = field(default=None, compare=False)
    """Where the entry document was fetched from; None: it was not."""
    levels: Mapping[str, Level] = field(default_factory=dict, compare=False)
    """How much rules of `lint` matter for this one, by the settings."""
    stands_for: Path | None = field(default=None, compare=False)
    """The document that the entry document is another version of: overlays of that are for this one, too."""
    project: Path | None = field(default=None, compare=False)
    """The folder of the settings, which is that of the project; None: there are none."""
    settings: SettingsTable | None = field(default=None, compare=False)
    """Where all this is said; None: on the command line, or by a manifest."""
    can_skip: bool = field(default=True, compare=False)
    """Whether the command that reads the description can leave operations out of it."""

    def __post_init__(self) -> None:
        """Sort what is a set: its order decides about nothing."""
        object.__setattr__(self, "skip", tuple(sorted({*self.skip})))
        object.__setattr__(self, "only", tuple(sorted({*self.only})))

    @property
    def options(self) -> dict[str, str | list[str]]:
        """What settings and manifests say of how it is generated, by the same names; nothing of what is as usual."""
        return {name: value for name, value in self.all_options.items() if value and (name, value) != ("http", HTTPX)}

    @property
    def all_options(self) -> dict[str, str | list[str] | None]:
        """All that settings and manifests can say of how it is generated, by the same names."""
        return {"package": self.package, "skip": [*self.skip], "only": [*self.only], "http": self.http}

    def with_options(self, table: Table) -> Target:
        """Return the target with the options that a table of settings has, or of a manifest."""
        package, skip, only = table.name("package"), table.texts("skip"), table.texts("only")
        return replace(self, package=package, skip=skip, only=only, http=read_http(table))

    @property
    def folder(self) -> Path:
        """The folder that the client becomes. Only a target that has one may be asked."""
        if self.out is None:
            raise ValueError(f"{self.spec} is generated in memory only")
        return self.out

    @property
    def documents(self) -> Path:
        """The folder that holds all documents of the description."""
        return self.spec.parent if self.root is None else self.root

    @property
    def package_name(self) -> str | None:
        """The package's name, for a vendored client without one that of its folder; None: the description decides."""
        if self.package is None and self.is_vendored:
            return self.folder.name.strip("_")
        return self.package

    @property
    def import_path(self) -> str | None:
        """What programs import the client as, by the folders that it lies in; None: by the package's name.

        A folder above is a package if it has an `__init__.py` or lies in the project's `src`. Where the next one has
        none, each one above a vendored client is, up to a `src` further down or to the folder of the project: Python
        takes it for a namespace.
        """
        if self.out is None:
            return None
        above: list[str] = []
        last = 0  # how many of these are packages by what the folders say
        in_source: int | None = None  # how many lie in a `src` below that of the project
        for folder in self.out.absolute().parents:
            if folder.name == "src" and self._is_project(folder.parent):
                last = len(above)
                break
            if self._is_project(folder):
                namespace = len(above) if in_source is None else in_source
                last = last or (namespace if self.is_vendored else 0)
                break
            if folder.name == "src" and in_source is None and not (folder / "__init__.py").exists():
                in_source = len(above)
            above.append(folder.name)
            if (folder / "__init__.py").exists() and last == len(above) - 1:
                last = len(above)
        names = [*reversed(above[:last]), self.out.name]
        return ".".join(names) if all(map(str.isidentifier, names)) and (above[:last] or self.is_vendored) else None

    @property
    def called(self) -> str:
        """What commands take for it in the working directory: its name, or its folder where other settings apply."""
        return self.name if self.settings is None or self.settings.holds_here else as_argument(self.folder)

    def _is_project(self, folder: Path) -> bool:
        return is_project(folder) or (self.project is not None and folder == self.project.absolute())

    def stated(self, key: str, value: str | None = None) -> tuple[Location, ...]:
        """Return where in the settings a key of this client stands, as `SettingsTable.places` has it."""
        return () if self.settings is None else self.settings.places(key, value)

    def ways_to_skip(self, operations: Iterable[str]) -> str:
        """Return what leaves operations out of this client besides: options, or what its settings have to say."""
        if self.settings is None:
            return " ".join(f"--skip {shlex.quote(each)}" for each in operations)
        listed = ", ".join(map(as_toml, operations))
        if self.stated("skip"):
            return f"add {listed} to `skip` in its settings, {self.settings.where('skip')}"
        return f"skip = [{listed}] in its settings, {self.settings.where()}"

    def way_to_widen(self) -> str:
        """Return what lets references of this description lead further: an option, or what its settings have to say."""
        if self.settings is None:
            return "name a wider one with --root DIR"
        where = self.settings.where("root") if self.stated("root") else self.settings.where()
        return f"let `root` in its settings, {where}, name a wider one"

    def overlaps(self, other: Target) -> bool:
        """Return whether the folder of one of both is that of the other or lies in it."""
        one, another = self.folder, other.folder
        return one == another or one in another.parents or another in one.parents

    def named_as(self, last: str | None) -> Target:
        """Return the target with the package name of the last generation, if it is vendored and settings name none.

        So a vendored client that is moved or renamed keeps its class.
        """
        return replace(self, package=last) if last and self.is_vendored and self.package is None else self

    def applied_to(self, spec: Path, root: Path | None, overlay: tuple[Path, ...] | None = None) -> Target:
        """Return what decides about the generated files, for a description, and maybe overlays, that lie elsewhere."""
        return replace(
            self,
            spec=spec,
            out=None,
            package=self.package_name,
            root=root,
            overlay=self.overlay if overlay is None else overlay,
            is_vendored=False,
            name="",
            upstream=None,
            levels={},
            stands_for=self.spec,
            project=None,
        )

    def recorded(self) -> Target:
        """Return what decides about the generated files, without anything of this machine: paths from `documents`.

        Raises:
            ValueError: The entry document lies outside that folder.
        """
        overlay = tuple(map(Path, self.overlay_names))
        return replace(self, settings=None).applied_to(Path(path_from(self.documents, self.spec)), Path(), overlay)

    @property
    def overlay_names(self) -> tuple[str, ...]:
        """What a client calls its overlays: their paths from `documents`, of those that lie elsewhere the last part."""
        return tuple(self._name_of(overlay) for overlay in self.overlay)

    def _name_of(self, overlay: Path) -> str:
        try:
            return path_from(self.documents, overlay)
        except ValueError:
            return overlay.name


def list_changes(old: Target, new: Target) -> Iterator[str]:
    """Yield in which options two targets differ, as people read it: `skip [] → [listOrders]`."""
    before, after = (
        {**each.all_options, "package": each.package_name, "overlay": [*each.overlay_names]} for each in (old, new)
    )
    for option, value in before.items():
        if value != after[option]:
            yield f"{option} {_shown(value)} → {_shown(after[option])}"


def _shown(value: str | list[str] | None) -> str:
    return f"[{', '.join(value)}]" if isinstance(value, list) else value or "by default"


def path_from(folder: Path, document: Path) -> str:
    """Return the path of a document from the folder of its description; a link is named, not what it leads to.

    Raises:
        ValueError: It lies outside.
    """
    place = Path(os.path.realpath(document.parent)) / document.name
    return place.relative_to(os.path.realpath(folder)).as_posix()


def leads_into(path: Path, folder: Path) -> bool:
    """Return whether what `path` leads to, after all links, lies in `folder` or is it."""
    try:
        place = path.resolve()
        # Links in a circle stay links since Python 3.13, and are an error before.
        return place.is_relative_to(folder.resolve()) and not os.path.islink(place)  # noqa: PTH114 - names may be too long
    except (OSError, RuntimeError):
        return False


def check_package(package: str, where: str) -> str:
    """Return `package` when Python can import it.

    Raises:
        SpecloomError: It is not an identifier, or a keyword of Python. `where` says who named it.
    """
    if not is_importable(package) or package != package.strip("_"):
        raise SpecloomError(f"{where}: {package!r} is no name for a Python package", advise_package(package))
    return package


def advise_package(package: str) -> str:
    """Return what to do about a text that is no name for a Python package; one that is like it is proposed."""
    like, advice = re.sub(r"\W+", "_", package).strip("_").lower(), "use lower-case letters, digits and _"
    if keyword.iskeyword(like):
        like, advice = f"{like}_api", f"{advice}, but no keyword of Python"
    return advice + (f": {like}" if is_importable(like) else "")


def is_importable(name: str) -> bool:
    """Return whether a package of this name can be imported by an `import` statement.

    Names such as `__init__` are Python's own.
    """
    return name.isidentifier() and not keyword.iskeyword(name) and not re.fullmatch(r"__\w*__|_+", name)


def is_project(folder: Path) -> bool:
    """Return whether a folder is that of a project, and not a package of one."""
    return any((folder / name).exists() for name in _PROJECT_FILES)
