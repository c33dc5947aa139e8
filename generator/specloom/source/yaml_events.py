"""YAML as a stream of events: what reading and locating have in common.

Events, not PyYAML's nodes, because a stream can be left at the first value too many, and because composing nodes
recurses without a limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import yaml

__all__ = ["is_merge_key", "merge", "offset_of", "parse_events"]

_V = TypeVar("_V")
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the C parser is about ten times as fast


def parse_events(text: str) -> Iterator[yaml.Event]:
    """Return the events of `text` one after the other, none of them interpreted.

    Raises:
        yaml.YAMLError: The text is not YAML.
    """
    return iter(_LOADER(text).get_event, None)  # without the generator of `yaml.parse`, which asks twice for each


def is_merge_key(event: yaml.Event) -> bool:
    """Say whether this member name is `<<`, written plainly (https://yaml.org/type/merge.html)."""
    return isinstance(event, yaml.ScalarEvent) and event.value == "<<" and bool(event.implicit[0])


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
