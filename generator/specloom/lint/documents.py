"""Rules about the document as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specloom.findings import Severity
from specloom.ir.build_servers import root_server
from specloom.lint.material import Material
from specloom.lint.rule import LintRule, Observation
from specloom.messages import shown

__all__ = ["DOCUMENT_RULES"]

_VERSION: Final = re.compile(r"v?\d+(\.\d+)*([-+].+)?|\d{4}-\d\d(-\d\d)?")


def _version(material: Material) -> Iterator[Observation]:
    for info in material.objects("Info"):
        version = info.text("version")
        if info.file is material.survey.resolver.files.entry and not _VERSION.fullmatch(version):
            message = f"{shown(version)} is no version to count on"
            yield Observation(message, info.location.at("version"), "write a number such as 1.4.0, or a date")


def _server(material: Material) -> Iterator[Observation]:
    root = root_server(material.document)
    if not any("://" in server.url for server in (*material.document.servers, *([root] if root else []))):
        message = "no server has an address, so callers must pass base_url"
        yield Observation(message, material.document.location, "add servers: [{url: https://…}]")


DOCUMENT_RULES: Final = (
    LintRule(
        "uncountable-version",
        Severity.WARNING,
        "document",
        "The document's version is neither a number nor a date.",
        "Nobody can tell which of two descriptions is the newer one, and diff cannot suggest the next.",
        _version,
    ),
    LintRule(
        "missing-server",
        Severity.NOTE,
        "document",
        "No server has an absolute address.",
        "The client cannot know whom to call.",
        _server,
    ),
)
