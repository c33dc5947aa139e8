"""JSON values as YAML that reads well and means the same to readers of YAML 1.1 and 1.2."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from typing import Final, cast

import yaml

__all__ = ["render_yaml"]

_NUMBER_1_2: Final = re.compile(r"[-+]?(0o[0-7]+|0x[0-9a-fA-F]+|\.?[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?)")
"""What YAML 1.2 (10.3.2) or 1.1 readers may take for a number; PyYAML leaves some of it unquoted."""


class _Dumper(yaml.SafeDumper):
    """Writes texts so that they read well."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if _NUMBER_1_2.fullmatch(text):
        style = "'"
    elif "\n" in text and _fits_block(text):
        style = "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _fits_block(text: str) -> bool:
    return all(line.isprintable() and line == line.rstrip() for line in text.split("\n"))


_Dumper.add_representer(str, _represent_text)


def render_yaml(document: Mapping[str, object]) -> str:
    """Return `document` as YAML: key order kept, texts of several lines as blocks, no anchors."""
    text = StringIO()
    dumper = _Dumper(text, allow_unicode=True, width=100)
    dumper.open()
    dumper.emit(yaml.DocumentStartEvent(explicit=False))
    for event in _events(document, dumper):
        dumper.emit(event)
    dumper.emit(yaml.DocumentEndEvent(explicit=False))
    dumper.close()
    return text.getvalue()


def _events(document: object, dumper: _Dumper) -> Iterator[yaml.Event]:
    """Yield what to write. PyYAML would represent and serialize values by functions that call themselves."""
    waiting: list[object] = [document]
    while waiting:
        match waiting.pop():
            case yaml.Event() as end:
                yield end
            case Mapping() as members:
                yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=False)
                waiting.append(yaml.MappingEndEvent())
                waiting += (each for key, value in reversed([*members.items()]) for each in (value, key))
            case list() as elements:
                yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=False)
                waiting.append(yaml.SequenceEndEvent())
                waiting += reversed(elements)
            case scalar:
                node = cast("yaml.ScalarNode", dumper.represent_data(scalar))
                resolve: Callable[..., str] = dumper.resolve
                plain, quoted = (resolve(yaml.ScalarNode, node.value, said) for said in ((True, False), (False, True)))
                implicit = (node.tag == plain, node.tag == quoted)
                yield yaml.ScalarEvent(None, node.tag, implicit, node.value, style=node.style)
