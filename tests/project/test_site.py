"""The site of docs/ is built and read without a network: its pages, its links, its search, in a real browser."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Page, open_browser
from pages import PAGES, ROOT

pytestmark = pytest.mark.slow
NAMES = [page.stem for page in PAGES if page.parent.name == "docs"]
NOBODY = "http://127.0.0.1:9"
"""What listens on no machine: a proxy that lets nothing through."""


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(folder / "zensical.toml")]
    environment = {**os.environ, "http_proxy": NOBODY, "https_proxy": NOBODY}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "docs"
    shutil.copytree(ROOT / "docs", folder, ignore=shutil.ignore_patterns(".*"))
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / ".site"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with open_browser(tmp_path_factory.mktemp("browser")) as page:
        yield page


def asked_for(page: Page) -> list[str]:
    """Return what the page complains of, and what it wants from the network."""
    return [*page.complaints(), *(url for url in page.requests() if url.startswith("http"))]


def test_every_page_is_built(site: Path):
    assert {file.stem for file in site.glob("*.html")} == {*NAMES, "404"}


def test_nothing_of_it_comes_from_elsewhere(site: Path):
    for file in site.glob("*.html"):
        text = file.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|link|img|iframe)\b[^>]*?(?:src|href)="([^"]*)"', text)
        assert loaded
        assert [each for each in loaded if "//" in each] == [], file.name


def test_bars_in_tables_are_bars(site: Path):
    """Code hosts want a bar in a table to be escaped, and the site shows what they escape it with."""
    pages = {file.name: file.read_text(encoding="utf-8") for file in site.glob("*.html")}
    assert [name for name, text in pages.items() if re.search(r"<td>(?:(?!</td>).)*\\\|", text)] == []


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path):
    (tmp_path / "index.md").write_text("# One\n\n[two](two.md)\n[three](#three)\n")
    shutil.copy(ROOT / "docs" / "zensical.toml", tmp_path)
    done = build(tmp_path)
    assert done.returncode == 1
    assert "page does not exist" in done.stdout + done.stderr


@pytest.mark.parametrize("width", [390, 1280], ids=["phone", "desktop"])
def test_pages_fit_and_load_nothing(site: Path, page: Page, width: int):
    page.emulate(width=width)
    for name in NAMES:
        page.open(site / f"{name}.html")
        assert page.run("document.querySelector('h1').innerText"), name
        assert page.run("document.documentElement.scrollWidth") <= width, name
        assert asked_for(page) == [], name


def test_it_is_dark_where_the_reader_wants_that(site: Path, page: Page):
    def background(*, dark: bool) -> list[int]:
        page.emulate(dark=dark)
        page.open(site / "index.html")
        color = page.run("getComputedStyle(document.body).backgroundColor")
        return [int(each) for each in re.findall(r"\d+", color)[:3]]

    assert min(background(dark=False)) > 200
    assert max(background(dark=True)) < 60


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        ("conflict markers", "merging.html"),
        ("request-type-narrowed", "rules.html"),
        ("vendor eject", "commands.html"),
        ("sha256", "settings.html"),
    ],
)
def test_search_finds(site: Path, page: Page, words: str, leads_to: str):
    page.emulate()
    page.open(site / "index.html")
    page.run("document.querySelector('.md-search__button').click()")
    page.wait_for("document.activeElement.shadowRoot?.querySelector('input')?.focus() ?? true")
    page.type(words)
    found = page.wait_for(
        "[...document.activeElement.shadowRoot.querySelectorAll('a')].map(each => each.href).join(' ')"
    )
    assert leads_to in found
    assert asked_for(page) == []


def test_commands_are_copied_without_prompts_and_what_they_print(site: Path, page: Page):
    page.open(site / "own-api.html")
    page.run("document.addEventListener('copy', event => { window.copied = event.target.value; })")
    page.wait_for("document.querySelector('.language-console .md-code__button') !== null")
    page.run("document.querySelector('.language-console .md-code__button').click()")
    copied = page.wait_for("window.copied")
    assert [line for line in copied.splitlines() if line] == [
        "git init --quiet --initial-branch=main",
        "specloom init https://rail.example/openapi.yaml",
    ]
