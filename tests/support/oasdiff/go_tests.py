"""Reads oasdiff's tests: two documents, what is done to them, and the changes that are expected."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from oasdiff.go_values import NotReadError, assign, find, read_place, read_value
from specloom.source.read_yaml import read_yaml

_TEST: Final = re.compile(r"^func (Test\w+)\([^)]*\)[^{]*\{\n(.*?)^\}", re.DOTALL | re.MULTILINE)
_FOLDERS: Final = {
    "deprecationFile": "data/deprecation/",
    "paramDeprecationFile": "data/param-deprecation/",
    "requiredPropertyFile": "data/required-properties/",
    "stabilityFile": "data/stability/",
}
"""Functions that name a file of a folder, of several test files."""
_OPENED: Final = re.compile(
    r"""
    (s[12])(?:,\serr)?\s:?=\s
    (?: l\(t,\s(?P<number>\d+)[^)]*\) | open\((?: "\.\./(?P<path>data/[^"]+)" | (?P<of>\w+)\("(?P<file>[^"]*)"\) ) )
    """,
    re.VERBOSE,
)
"""How a test names one of its two documents."""
_LATER: Final = re.compile(r"diff\.Get|\bd\(t")
"""Where a test stops to prepare, and compares."""
_REFUSALS: Final = re.compile(r"NotContains|require\.Nil|NotEqual|requireNo|Zero|Empty\(t, findC|Nil\(")


@dataclass(frozen=True)
class Expectation:
    """A change that a test expects."""

    id: str
    level: str
    """`ERR`, `WARN` or `INFO`."""
    route: str
    """`GET /pets`; empty where the test does not say it."""


@dataclass(frozen=True)
class Pair:
    """One test: two documents, and what comparing them should give."""

    name: str
    old: Any
    new: Any
    old_file: str
    new_file: str
    """Below the checkout."""
    is_edited: bool
    """Whether the documents are not those of the files."""
    expected: tuple[Expectation, ...]
    """Empty: no change breaks."""


@dataclass(frozen=True)
class _Rules:
    ids: Mapping[str, str]
    """Go's constants of rules, and the ids that they stand for."""
    levels: Mapping[str, str]
    """By id."""
    constants: Mapping[str, str]
    """Other constants of texts."""


def read_tests(checkout: Path) -> Iterator[Pair | str]:
    """Yield the tests that are read; of the others why they are not, behind their name."""
    files = sorted((checkout / "checker").glob("*.go"))
    texts = {path.name: path.read_text(encoding="utf-8") for path in files}
    everything = "\n".join(texts.values())
    ids = dict(re.findall(r'^\s*(\w+Id)\s*=\s*"([^"]+)"', everything, re.MULTILINE))
    levels = {ids[name]: level for name, level in re.findall(r"new\w*Rule\((\w+Id), (\w+),", texts["rules.go"])}
    constants = dict(re.findall(r'^\s*(?:const )?(\w+)\s*=\s*"([^"]+)"', everything, re.MULTILINE))
    rules = _Rules(ids, levels, constants)
    for name, text in texts.items():
        if not name.endswith("_test.go"):
            continue
        folders = _FOLDERS | dict(
            re.findall(r'func (\w+)\(file string\) string \{\s*return fmt\.Sprintf\("\.\./(data/[^"%]*)%s"', text)
        )
        folders |= {
            each: f"data/{folder}/" for each, folder in re.findall(r'(\w+)\s*=\s*dataFileFn\("([^"]+)"\)', text)
        }
        for test in _TEST.finditer(text):
            try:
                yield _read_test(checkout, test[1], test[2], folders, rules)
            except NotReadError as error:
                yield f"{test[1]}: {error}"


def _read_test(checkout: Path, name: str, body: str, folders: Mapping[str, str], rules: _Rules) -> Pair:
    if "t.Run(" in body:
        raise NotReadError("tests in a test")
    files = _files(body, folders)
    if files.keys() != {"s1", "s2"}:
        raise NotReadError("no two documents")
    if len(re.findall(r"diff\.Get", body)) > 1:
        raise NotReadError("two comparisons")
    found = _LATER.search(body)
    before, after = (body[: found.start()], body[found.start() :]) if found else (body, body)
    originals = {side: read_yaml((checkout / file).read_text(encoding="utf-8"))[0] for side, file in files.items()}
    documents = copy.deepcopy(originals)
    for line in map(str.strip, before.split("\n")):
        _prepare(line, body, documents, rules)
    expected = _expectations(after, rules)
    is_nothing = re.search(r"require\.(Empty\(t, (?:errs\)|errs,|changes\)|changes,|d\()|Len\(t, errs, 0\))", after)
    is_whole = "allChecksConfig" in after or re.search(r"\bd\(t", body)
    if not expected and not (is_nothing and is_whole):
        raise NotReadError("no expectation of all changes")
    if documents["s1"] == documents["s2"] and expected:
        raise NotReadError("an edit in a form that is not read")
    is_edited = documents != originals
    return Pair(name, documents["s1"], documents["s2"], files["s1"], files["s2"], is_edited, expected)


def _files(body: str, folders: Mapping[str, str]) -> dict[str, str]:
    files: dict[str, str] = {}
    if numbers := re.search(r"\bd\(t, (?:diff\.NewConfig\(\)|\w+), (\d+), (\d+)", body):
        files = {
            side: f"data/openapi-test{number}.yaml" for side, number in zip(("s1", "s2"), numbers.groups(), strict=True)
        }
    for each in _OPENED.finditer(body):
        if each["of"] and each["of"] not in folders:
            raise NotReadError(f"files of {each['of']}")
        named = each["path"] or (folders[each["of"]] + each["file"] if each["of"] else "")
        files[each[1]] = named or f"data/openapi-test{each['number']}.yaml"
    return files


def _prepare(line: str, body: str, documents: Mapping[str, Any], rules: _Rules) -> None:
    """Do to the documents what a line of a test does."""
    if re.match(r"(for|if) ", line) and "err" not in line:
        raise NotReadError(f"control: {line}")
    if re.match(r"\w+\.(Value|Schema|Required|\w+)\b.* = ", line) and not re.match(r"s[12]\.Spec", line):
        raise NotReadError(f"alias: {line}")
    if not (re.match(r"(s[12])\.Spec|delete\(s[12]", line) or (re.search(r"s[12]\.Spec", line) and ":=" in line)):
        return
    if done := re.fullmatch(r"(s[12])\.Spec(.*?) = (.*)", line):
        place = read_place(done[2], rules.constants)
        assign(documents[done[1]], place, read_value(done[3], _variables(body), documents, rules.constants))
    elif done := re.fullmatch(r'(?:delete\()?(s[12])\.Spec(.*?)(?:, |\.Delete\()"([^"]*)"\)', line):
        find(documents[done[1]], read_place(done[2], rules.constants)).pop(done[3], None)
    elif done := re.fullmatch(r'(s[12])\.Spec(.*)\.Set\("([^"]*)", (.*)\)', line):
        place = (*read_place(done[2], rules.constants), done[3])
        assign(documents[done[1]], place, read_value(done[4], _variables(body), documents, rules.constants))
    else:
        raise NotReadError(f"line: {line}")


def _variables(body: str) -> dict[str, str]:
    values = r'(?:uint64|float64)\([^)]*\)|-?[\d.]+|"[^"]*"|openapi3\.Types\{.*\}|civil\..*'
    return dict(re.findall(rf"^\s*(\w+) := ({values})$", body, re.MULTILINE))


def _expectations(text: str, rules: _Rules) -> tuple[Expectation, ...]:
    found: dict[str, Expectation] = {}
    whole: list[Expectation] = []
    for said, name in re.findall(r"\{([^{}]*?Id:\s*checker\.(\w+Id)(?:[^{}]|\{[^{}]*\})*)\}", text):
        if name in rules.ids:
            level = re.search(r"Level:\s*checker\.(\w+)", said)
            expectation = Expectation(
                rules.ids[name], level[1] if level else rules.levels.get(rules.ids[name], ""), _route(said, rules)
            )
            found[name] = expectation
            whole.append(expectation)
    for line in text.split("\n"):
        for name in () if _REFUSALS.search(line) else re.findall(r"checker\.(\w+Id)\b", line):
            if name in rules.ids and name not in found:
                found[name] = Expectation(rules.ids[name], rules.levels.get(rules.ids[name], ""), "")
                whole.append(found[name])
    return tuple(dict.fromkeys(whole))


def _route(said: str, rules: _Rules) -> str:
    method = re.search(r'Operation:\s*"(\w+)"', said)
    path = re.search(r'\bPath:\s*(?:"([^"]+)"|(\w+))', said)
    if not (method and path):
        return ""
    return f"{method[1]} {path[1] or rules.constants.get(path[2], '')}"
