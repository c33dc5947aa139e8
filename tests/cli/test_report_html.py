"""Findings as a page: whole in itself, with nothing of a description but its text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from specloom.cli.report.html import render_findings
from specloom.findings import Finding, Location, Severity
from specloom.source import parse_text

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7 }}{% raw %}&lt;\x1b[31m\u202e'
VOID = {"meta"}


class Page(HTMLParser):
    """Reads a page and keeps its elements and texts; fails on elements that are closed in another order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.texts.append(data)


def finding(message: str, severity: Severity = Severity.ERROR, **changes: object) -> Finding:
    source = parse_text(f"a: 1\nb: {'x' * 20}  # <b>\n", name=str(changes.pop("name", "api.yaml")), format="yaml")
    return Finding("key-in-query", severity, message, Location(source, ("b",)), **changes)  # type: ignore[arg-type]


def text_of(page: Page) -> str:
    return " ".join(" ".join(page.texts).split())


def test_a_page_shows_each_finding_with_its_line_and_reason():
    related = (Location(parse_text("x: 1\n", name="other.yaml", format="yaml"), ("x",)),)
    others = [finding("so is this"), finding("and this", Severity.NOTE)]
    page = Page(render_findings([finding("it is wrong", help="mend it", related=related), *others]))
    assert page.open == []
    text = text_of(page)
    assert "2 errors, 1 note" in text
    assert "api.yaml" in text
    assert "it is wrong" in text
    assert "mend it" in text
    assert "2 | b: xxxxxxxxxxxxxxxxxxxx # <b>" in text
    assert "OWASP" in text
    assert "key-in-query at 2:4 /b" in text
    assert "also other.yaml:1:4" in text
    assert [attributes["class"] for tag, attributes in page.elements if tag == "article"] == ["note", "error", "error"]


def test_a_page_loads_and_runs_nothing():
    page = Page(render_findings([finding("it is wrong")]))
    assert {tag for tag, _ in page.elements} <= set(
        "html head meta title style body h1 h2 section article p b pre code footer".split()
    )
    assert not any({"src", "href", "style", "action"} & attributes.keys() for _, attributes in page.elements)
    policy = next(attributes for _, attributes in page.elements if attributes.get("http-equiv"))
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"


@pytest.mark.parametrize("where", ["message", "help", "name", "pointer"])
def test_a_hostile_text_is_text(where):
    harmless = Page(render_findings([finding("m", help="h", name="n")]))
    changes = {"message": "m", "help": "h", "name": "n"} | ({where: HOSTILE} if where != "pointer" else {})
    hostile = finding(str(changes.pop("message")), **changes)
    if where == "pointer":
        source = parse_text('{"' + HOSTILE.replace('"', '\\"').replace("\x1b", "") + '": 1}', name="n", format="json")
        key = next(iter(source.data))  # type: ignore[arg-type, call-overload]
        hostile = Finding("key-in-query", Severity.ERROR, "m", Location(source, (key,)), help="h")
    page = Page(render_findings([hostile]))
    assert page.elements == harmless.elements
    assert "{{ 7 * 7 }}" in text_of(page)
    assert "\x1b" not in text_of(page)
    assert "\u202e" not in text_of(page)


def test_it_is_readable_in_the_dark():
    page = render_findings([])
    assert "prefers-color-scheme: dark" in page
    assert "no findings" in page
