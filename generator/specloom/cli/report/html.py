"""Findings as one page for a browser: nothing is loaded, nothing is run, it can be mailed or kept as an artifact."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from specloom import __version__
from specloom.cli.report.escape import escape_prose
from specloom.cli.report.findings import tally
from specloom.cli.report.text import excerpt_of
from specloom.findings import Finding
from specloom.installed import data_folder, load_templates
from specloom.record import record
from specloom.source import render_pointer

if TYPE_CHECKING:
    from markupsafe import Markup


_FOLDER: Final = "report"
_WIDTH: Final = 160
_PROSE: Final = 1000
"""Characters of a text of a description."""


@record
class Inline:
    """A style or a script of a page, which stands in it."""

    text: Markup
    source: str
    """What a Content Security Policy calls it: its digest, so that nothing else is let run."""


def read_inline(name: str) -> Inline:
    """Return a style or a script from the folder of the templates of pages."""
    from markupsafe import Markup

    text = (data_folder("templates") / _FOLDER / name).read_text(encoding="utf-8")
    digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Inline(Markup(text), f"sha256-{digest}")  # noqa: S704 - a file that ships


def render_page(template: str, **values: object) -> str:
    """Return a page that a template prints. All text is escaped; what `prose` is asked for is cut, too."""
    environment = load_templates(_FOLDER, escapes=True)
    environment.filters["prose"] = partial(escape_prose, width=_PROSE)
    return environment.get_template(template).render(values)


def render_findings(findings: Sequence[Finding]) -> str:
    """Return the page, its findings in order of their place."""
    from specloom.lint.rules import LINT_RULES

    ordered = sorted(findings, key=lambda finding: finding.sort_key)
    files = groupby(ordered, key=lambda finding: finding.location.source.name)
    return render_page(
        "findings.html.j2",
        summary=tally(ordered),
        files=[(name, [*group]) for name, group in files],
        reasons={name: rule.reason for name, rule in LINT_RULES.items()},
        excerpt=partial(excerpt_of, width=_WIDTH),
        pointer=render_pointer,
        version=__version__,
    )
