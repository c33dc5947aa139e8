"""JSON values as YAML that reads well and means the same to readers of YAML 1.1 and 1.2."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import yaml

__all__ = ["render_yaml"]

_NUMBER_1_2: Final = re.compile(r"[-+]?(0o[0-7]+|0x[0-9a-fA-F]+|\.?[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?)")
"""What YAML 1.2 (10.3.2) or 1.1 readers may take for a number; PyYAML leaves some of it unquoted."""


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the signature is PyYAML's
        return True


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
    return yaml.dump(dict(document), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
