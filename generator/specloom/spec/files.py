"""The files of one description: opened once each, upgraded, and never from outside the folder they belong to."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from specloom.findings import DescriptionError, Pointer, SpecloomError
from specloom.messages import did_you_mean, quoted
from specloom.record import record, replace
from specloom.source import SUFFIXES, Json, SourceFile, documents_in, find_member, find_value, load_file, parse_pointer
from specloom.source.file import is_part
from specloom.spec.dialects import names_older_draft
from specloom.spec.identifiers import IDENTIFYING, Identifiers, join, relative
from specloom.spec.node import File, Node, Refusal
from specloom.spec.objects import OPENAPI, referable, value_type_below
from specloom.spec.overlays import Overlays
from specloom.spec.swagger import Swagger
from specloom.spec.swagger_objects import SECTIONS
from specloom.spec.upgrade import detect_version, upgrade_document, upgrade_fragment
from specloom.spec.value_types import Of, ValueType, Version

if TYPE_CHECKING:
    from specloom.spec.assumptions import Assumptions
    from specloom.targets.target import Target


@record
class Retrieval:
    """How the documents of one version of a description are come by. By default they lie where a target says."""

    show: Callable[[Path], str] | None = None
    """Returns how findings call the file at an absolute path; None: by its path, relative to the working directory if
    it is below it."""
    is_past: bool = False
    """Nobody can mend the description any more. What is wrong with it and decides no type does not stop. Its overlays
    were written for another version: `extends` may name that, and an action that selects nothing has no effect."""
    is_compared: bool = False
    """Another version is held against it: what is to be skipped or kept may be in that one alone."""
    supply: Callable[[Path], None] | None = None
    """Makes the file at an absolute path that a reference means and that does not exist, if it can. It may raise
    `Refusal`."""
    assumptions: Assumptions | None = None
    """What is assumed where the description is wrong."""

    def name(self, path: Path) -> str | None:
        """Return how findings call the file at an absolute path, if it is not by that path."""
        return self.show(path) if self.show else None


AS_IT_LIES: Final = Retrieval()
"""Of a description that its author keeps on this machine."""


_NO_FILE: Final = "put the file there, or refer to one that is there"
_AS_WRITTEN: Final = "swagger"
"""The first segment of pointers to what a document of OpenAPI 2.0 has elsewhere by now, where it has no such member."""
_SCHEME: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):|//")


class Missing(Exception):  # noqa: N818 - as `Refusal`
    """A pointer leads nowhere from a segment on; its siblings are what exists in the place of that."""

    def __init__(self, segment: str, siblings: Collection[str]) -> None:
        super().__init__(segment)
        self.segment = segment
        self.siblings = siblings


class Files:
    """Opens files of a description on demand.

    Raises:
        DescriptionError: The entry document or an overlay cannot be read, is no OpenAPI document or no overlay, or one
            does not fit the other.
        SpecloomError: The entry document is not in `root`.
    """

    def __init__(self, target: Target, retrieval: Retrieval) -> None:
        self.unfinished: deque[tuple[Node, str]] = deque()
        """The objects whose repair has to wait for other documents, and their kinds."""
        self._opened: dict[Path, File] = {}
        self._meant: dict[tuple[Path, str], tuple[File, Pointer]] = {}
        self.identifiers = Identifiers()
        self._sources: dict[Path, SourceFile] = {}
        self._broken: set[Path] = set()
        entry, root = target.spec, target.root
        path = Path(os.path.realpath(entry))  # as `resolve`, but links in a circle are for `load_file` to tell
        self._folder, self._wider = path.parent, target.way_to_widen()
        self._root = Path(os.path.realpath(root)) if root else self._folder
        if not self._folder.is_relative_to(self._root):
            raise SpecloomError(f"{entry} is not in the root folder {root}", "name a folder that has it: --root DIR")
        self._retrieval = retrieval
        self._repeated = retrieval.assumptions.count_last if retrieval.assumptions else None
        source = load_file(entry, name=retrieval.name(path), repeated=self._repeated)
        self._shown_folder = os.path.dirname(source.name)  # noqa: PTH120 - a name to show, no path to open
        detect_version(source)  # or it would be told what overlays do not find in it
        self.overlays = Overlays(target, retrieval, path, self._root)
        source = self._assume(self.overlays.apply_to(path, source))
        version = detect_version(source)
        self._sources[path] = source
        self._swagger = Swagger(lambda _: None).within(source.data) if version == "2.0" else Swagger(lambda _: None)
        self.entry = self._open(path, source, version)

    @property
    def sources(self) -> tuple[SourceFile, ...]:
        """All files that were read, the entry document first."""
        return tuple(self._sources.values())

    @property
    def opened(self) -> tuple[File, ...]:
        """All files that references led to so far, the entry document first."""
        return tuple(self._opened.values())

    def find(self, base: File, path: str) -> tuple[File, Pointer]:
        """Return the file, and the place in it, that a reference in `base` means by `path`.

        `path` is the part before `#`, still percent-encoded.

        Raises:
            Refusal: It may not be read, or cannot.
        """
        if not path:
            return base, ()
        if (base.path, path) not in self._meant:  # asking the file system costs more than all else about a reference
            self._meant[base.path, path] = self._find(base, path)
        return self._meant[base.path, path]

    def _find(self, base: File, path: str) -> tuple[File, Pointer]:
        uri = join(base.uri, path)
        if resource := self.identifiers.find(uri):
            return resource.file, resource.pointer
        here = base.path.as_uri()
        has_own = base.uri != here and bool(uri)
        if has_own:
            is_place = base.uri.startswith(f"{self._root.as_uri()}/")  # and no path on a host
            path = relative(uri, here if is_place else base.uri, path)
        try:
            target = self._locate(base.path, path, has_uri=has_own)
        except Refusal:
            if resource := self.identifiers.beside(path):
                return resource.file, resource.pointer
            raise
        if target not in self._opened:
            self._open(target, self._read(target, path), None)
        return self._opened[target], ()

    def upgraded(self, file: File, pointer: Pointer, kind: str) -> Node:
        """Return a value of `file` in the terms of OpenAPI 3.1, repaired as far as it can be by itself.

        Raises:
            Missing: The pointer leads nowhere.
        """
        value_type = None
        if not file.complete:
            node = Node(file, pointer, _value_at(file.data, pointer), pointer)
        elif described := _walk_described(file, pointer):
            node, value_type = described
            if value_type and not (isinstance(value_type, Of) and value_type.name != kind):
                return node
        else:
            node = Node(file, (_AS_WRITTEN, *pointer), _value_at(file.source.data, pointer), pointer)
        if node.pointer not in file.fragments:
            kind = "Parameter" if kind == "Header" and node.is_header_parameter else kind
            swagger = self._swagger_of(file.path)
            fragment = upgrade_fragment(node, kind, swagger, self.entry.source, is_upgraded=value_type is not None)
            self.identifiers.settle(file, fragment, referable(kind), node.pointer)
            file.fragments[node.pointer] = fragment
        return Node(file, node.pointer, file.fragments[node.pointer], node.written)

    def _open(self, path: Path, source: SourceFile, version: Version | None) -> File:
        data, key = source.data, os.path.relpath(path, self._folder).replace(os.sep, "/")
        complete = version is not None or (isinstance(data, dict) and bool({"openapi", "swagger"} & data.keys()))
        if version is None:
            try:
                version = detect_version(source) if complete else self.entry.version
            except DescriptionError as error:
                (wrong,) = error.findings
                raise Refusal(wrong.rule, f"in {quoted(source.name)} {wrong.message}", wrong.help) from None
        own = _own_uri(data, version, complete=complete)
        uri = (own and join(path.as_uri(), own)) or path.as_uri()
        key = key if self._opened else ""
        texts = [each.text for each in (source, *self.overlays.sources)]
        names_drafts = any(map(names_older_draft, texts))
        has_drafts = names_drafts or any(each.names_drafts for each in self.opened[:1])  # the entry's are all others'
        is_identified = version >= "3.1" and (has_drafts or any(word in text for text in texts for word in IDENTIFYING))
        file = File(source, path, key, version, complete, data, self.unfinished, uri, is_identified, names_drafts)
        self._opened[path] = file
        if complete:
            file.data = upgrade_document(file, self._swagger_of(path))
        self.identifiers.add(file)
        if complete:
            self.identifiers.settle(file, file.data, OPENAPI, ())
        return file

    def _swagger_of(self, base: Path) -> Swagger:
        return replace(self._swagger, lookup=lambda reference: self.written(base, reference))

    def written(self, base: Path, reference: str) -> Json:
        """Return what `reference`, which stands in the file at `base`, points at, as it is written.

        Null where it points at nothing: `resolve` reports that.
        """
        path, _, fragment = reference.partition("#")
        try:
            target = self._locate(base, path) if path else base
            found = find_value(self._read(target, path).data, parse_pointer(unquote(fragment)))
        except (Refusal, ValueError):
            return None
        return found[0] if found else None

    def _locate(self, base: Path, path: str, *, has_uri: bool = False) -> Path:
        if match := _SCHEME.match(path):
            raise _refuse_address(path, (match[1] or "https").lower())
        name = unquote(path)
        try:
            target = (base.parent / name).resolve()
            inside = target.is_relative_to(self._root)
            exists = inside and target.is_file()
            if inside and not exists and has_uri:  # a URI need not end as files do
                with_suffix = [target.with_name(f"{target.name}{suffix}") for suffix in SUFFIXES]
                target = next(filter(Path.is_file, with_suffix), target)
                exists = target.is_file() and target.resolve() == target
            if inside and not exists and self._retrieval.supply and target.suffix.lower() in SUFFIXES:
                self._retrieval.supply(target)
                exists = target.is_file()
        except (OSError, ValueError, RuntimeError):
            raise Refusal("unresolved-reference", f"reference points at no file: {quoted(path)}", _NO_FILE) from None
        if not inside:
            raise Refusal(
                "reference-outside-folder",
                f"reference leaves the description's folder: {quoted(path)}",
                f"move the file into that folder, or {self._wider}",
            )
        if not exists and not self._borrow(target):
            near = did_you_mean(target.name, documents_in(target.parent)) or _NO_FILE
            if "\\" in path:
                near = f"write '/' between folders: '{path.replace(chr(92), '/')}'"
            raise Refusal("unresolved-reference", f"reference points at no file: {quoted(path)}", near)
        if target.suffix.lower() not in SUFFIXES:
            raise Refusal(
                "unresolved-reference",
                f"reference points at a file that is no part of a description: {quoted(path)}",
                f"call files of a description {', '.join(SUFFIXES)}, and what links lead to likewise",
            )
        return target

    def _read(self, path: Path, written: str) -> SourceFile:
        if path in self._broken:
            raise Refusal("unresolved-reference", f"reference points at a file that cannot be read: {quoted(written)}")
        if path not in self._sources:
            try:
                name = self._retrieval.name(path) or self._name(path)
                file = self._borrow(path) or path
                source = load_file(file, name=name, may_quote=is_part, repeated=self._repeated)
                self._sources[path] = self._assume(self.overlays.apply_to(path, source))
            except DescriptionError as error:
                self._broken.add(path)
                raise Refusal("", "", findings=error.findings) from None
        return self._sources[path]

    def _borrow(self, path: Path) -> Path | None:
        """Return the file of the later version that is read in the place of one that there is not."""
        assumptions = self._retrieval.assumptions
        return assumptions.borrow(path, self._name(path)) if assumptions else None

    def _assume(self, source: SourceFile) -> SourceFile:
        return self._retrieval.assumptions.apply_to(source) if self._retrieval.assumptions else source

    def _name(self, path: Path) -> str:
        relative = os.path.relpath(path, self._folder)
        return os.path.normpath(os.path.join(self._shown_folder, relative)).replace(os.sep, "/")  # noqa: PTH118


def _own_uri(data: Json, version: Version, *, complete: bool) -> str:
    """Return the URI that a file says it has; empty where it says none."""
    keyword = "$self" if complete else "$id"
    own = data.get(keyword) if isinstance(data, dict) and version >= ("3.2" if complete else "3.1") else None
    return own if isinstance(own, str) and not own.startswith("#") else ""


def _value_at(value: Json, pointer: Pointer) -> Json:
    """Return what stands at `pointer` below `value`.

    Raises:
        Missing: Nothing does.
    """
    for segment in pointer:
        value = _step(value, segment)
    return value


def _walk_described(file: File, pointer: Pointer) -> tuple[Node, ValueType | None] | None:
    """Return what stands at `pointer`, and its value type as far as the table of objects tells it.

    None where OpenAPI 2.0 has it there, and later versions elsewhere: the schema of a response, or of a body.

    Raises:
        Missing: Nothing stands there.
    """
    node = file.root
    value_type: ValueType | None = OPENAPI
    is_old = file.version == "2.0"
    try:
        for segment in _moved_section(pointer) if is_old else pointer:
            value_type = value_type_below(node.value, segment, value_type) if value_type else None
            node = node.below(segment, _step(node.value, segment))
    except Missing:
        if is_old:
            return None
        raise
    return None if is_old and node.written != pointer else (node, value_type)


def _step(value: Json, segment: str) -> Json:
    for found in find_member(value, segment):
        return found
    raise Missing(segment, value.keys() if isinstance(value, dict) else ())


def _moved_section(pointer: Pointer) -> Pointer:
    """Return where what OpenAPI 2.0 has at `pointer` is now, as far as sections go."""
    if pointer and pointer[0] in SECTIONS:
        return ("components", SECTIONS[pointer[0]], *pointer[1:])
    return pointer


def _refuse_address(path: str, scheme: str) -> Refusal:
    if scheme in {"http", "https"}:
        return Refusal(
            "remote-reference",
            f"reference points into the network: {quoted(path)}",
            "download the file, put it beside the description and refer to it by its path",
        )
    if scheme == "file" or len(scheme) == 1:
        return Refusal(
            "reference-outside-folder",
            f"reference is absolute: {quoted(path)}",
            "refer to the file by its path relative to this one",
        )
    message = f"reference uses the scheme {quoted(scheme)}: {quoted(path)}"
    return Refusal("unsupported-reference", message, "put the file beside the description and refer to it by its path")
