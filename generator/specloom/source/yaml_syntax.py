"""YAML as a stream of events, and what PyYAML's syntax errors mean, in plain words and where a person has to look.

Events, not PyYAML's nodes, because a stream can be left at the first value too many, and because composing nodes
recurses without a limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple, TypeVar

import yaml

from specloom.source.problem import HALF_A_PAIR, SURROGATES, Problem

_V = TypeVar("_V")
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C parser is about ten times as fast

_MERGE: Final = "tag:yaml.org,2002:merge"  # which writers in Go put in front


def parse_events(text: str) -> Iterator[yaml.Event]:
    """Return the events of `text` one after the other, none of them interpreted.

    Raises:
        yaml.YAMLError: The text is not YAML.
    """
    if re.search(SURROGATES, text):  # which the C parser refuses
        return _paired(yaml.BaseLoader(text))
    return iter(_LOADER(text).get_event, None)  # without the generator of `yaml.parse`, which asks twice for each


def _paired(loader: Any) -> Iterator[yaml.Event]:  # noqa: ANN401 - PyYAML has no types
    """Yield events, with one character for the two escapes that JSON and writers in Java have for it."""
    for event in iter(loader.get_event, None):
        if isinstance(event, yaml.ScalarEvent) and event.style == '"':
            event.value = event.value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
        yield event


def is_merge_key(event: yaml.Event) -> bool:
    """Say whether this member name is `<<`, written plainly or as `!!merge` (https://yaml.org/type/merge.html)."""
    if not isinstance(event, yaml.ScalarEvent) or event.value != "<<":
        return False
    return bool(event.implicit[0]) or event.tag == _MERGE


def offset_of(event: yaml.Event) -> int:
    """Return where `event` starts, in characters from 0."""
    return 0 if event.start_mark is None else event.start_mark.index


def merge(own: dict[str, _V], merged: Iterable[dict[str, _V]]) -> dict[str, _V]:
    """Return `own` with the members of `merged` that it lacks; earlier mappings win over later ones."""
    result: dict[str, _V] = {}
    for mapping in reversed(list(merged)):
        result.update(mapping)
    result.update(own)
    return result


class _Words(NamedTuple):
    part: str
    """A part of PyYAML's problem that the C parser and the Python parser have in common."""
    message: str
    help: str
    at_context: bool = False
    """Whether the mistake is where the construct begins, not where the parser gave up."""


_TABLE: Final = (
    _Words("mapping values are not allowed", "a ':' cannot stand here", "check the indentation, or quote the text"),
    _Words("sequence entries are not allowed", "a list item cannot stand here", "start the list on a line of its own"),
    _Words(
        "found unexpected end of stream", "this quoted text is never closed", "add the closing quote", at_context=True
    ),
    _Words("found unexpected document", "this quoted text is never closed", "add the closing quote", at_context=True),
    _Words("could not find expected ':'", "this member has no ':'", "write 'name: value'", at_context=True),
    _Words("',' or ']'", "this list is not continued with ',' or closed with ']'", "close the list"),
    _Words(
        "',' or '}'",
        "this mapping is not continued with ',' or closed with '}'",
        "close the mapping, or quote a text with braces in it",
    ),
    _Words("expected '-' indicator", "this is not an item of the list above", "indent it, or start it with '- '"),
    _Words("expected key", "this is not a member of the mapping above", "check the indentation and the quotes"),
    _Words("expected <block end>", "this does not belong to the block above", "check the indentation and the quotes"),
    _Words("expected node content", "a value is missing here", "write one, or remove the punctuation"),
    _Words(
        "unknown escape character", "this escape does not exist", r"write '\\' for a backslash, or use single quotes"
    ),
    _Words("invalid Unicode character", HALF_A_PAIR, r"write it as '\UXXXXXXXX'"),
    _Words(
        "alphabetic or numeric character", "the name of an anchor or alias is missing", "quote a text with '&' or '*'"
    ),
    _Words("undefined tag handle", "this tag is not defined", "quote a text that starts with '!'"),
    _Words("cannot start any token", "no value can start with this character", "quote the text"),
)
_NOT_YAML: Final = "[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""Compiled only when it is needed, as that takes ten milliseconds."""


def explain_syntax_error(error: yaml.YAMLError, text: str) -> Problem:
    """Return the problem that `error`, raised while parsing `text`, stands for."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _explain_character(text)
    context = None if error.context_mark is None else error.context_mark.index
    offset = context or 0 if error.problem_mark is None else error.problem_mark.index
    if text[offset : offset + 1] == "\t":
        return Problem("invalid-yaml", "a tab cannot indent YAML", offset, help="use spaces")
    problem = error.problem or "this is not YAML"
    words = next((words for words in _TABLE if words.part in problem), _Words("", problem, ""))
    if words.at_context and context is not None:
        return Problem("invalid-yaml", words.message, context, help=words.help)
    related = context if context != offset else None
    return Problem("invalid-yaml", words.message, offset, related=related, help=words.help)


def _explain_character(text: str) -> Problem:
    match = re.search(_NOT_YAML, text)
    shown, offset = (f"U+{ord(match[0]):04X}", match.start()) if match else ("this", 0)
    return Problem("invalid-yaml", f"the character {shown} is not allowed in YAML", offset, help="remove it")
