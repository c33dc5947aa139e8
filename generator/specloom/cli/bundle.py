"""`specloom bundle`: prints a description as one self-contained OpenAPI 3.1 document, for every other OpenAPI tool.

As YAML it reads well and means the same to readers of YAML 1.1 and 1.2.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Final, cast

import yaml

from specloom.cli.selection import add_options, as_told, find_target
from specloom.cli.terminal import print_result
from specloom.spec.bundle import bundle_description
from specloom.targets.settings import load_configuration

_NUMBER_1_2: Final = re.compile(r"[-+]?(0o[0-7]+|0x[0-9a-fA-F]+|\.?[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?)")
"""What YAML 1.2 (10.3.2) or 1.1 readers may take for a number; PyYAML leaves some of it unquoted."""


_BEYOND_ASCII: Final = re.compile(r"[^\0-\x7f]")


class _Dumper(yaml.SafeDumper):
    """Writes texts so that they read well, and show what is in them."""

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        """Write a text in quotes, what is not seen in it escaped."""
        self.allow_unicode = not _hides(text)
        super().write_double_quoted(text, split)
        self.allow_unicode = True


def _hides(text: str) -> bool:
    """Return whether a text has what turns the direction of others, or is not seen: spaces are."""
    return not text.isprintable() and not all(each.isprintable() or each.isspace() for each in text)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if _NUMBER_1_2.fullmatch(text):
        style = "'"
    elif _hides(text):
        style = '"'
    elif "\n" in text and all(line.isprintable() and line == line.rstrip() for line in text.split("\n")):
        style = "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def render_json(document: Mapping[str, object]) -> str:
    """Return `document` as JSON, with what is not seen escaped."""
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return _BEYOND_ASCII.sub(lambda each: json.dumps(each[0])[1:-1] if _hides(each[0]) else each[0], text)


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


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom bundle`."""
    parser.add_argument("api", metavar="API|FILE", help="a client of the settings, one that ships, or a document")
    add_options(parser, "--root", "--overlay")
    parser.add_argument("--format", choices=("yaml", "json"), default="yaml", help="how to print the document")


def run(arguments: argparse.Namespace) -> int:
    """Print the document; returns 0."""
    client = find_target(arguments.api, load_configuration(Path.cwd()))
    document = bundle_description(as_told(client, arguments))
    print_result(render_json(document) if arguments.format == "json" else render_yaml(document))
    return 0
