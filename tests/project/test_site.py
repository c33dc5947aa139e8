"""The site of docs/ is built and read without a network: its pages, its links, its search, in a real browser."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import PROGRAM, Page, browsing
from pages import PAGES, ROOT

pytestmark = pytest.mark.slow
needs_browser = pytest.mark.skipif(PROGRAM is None, reason="no browser is installed")
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
    with browsing(tmp_path_factory.mktemp("browser")) as page:
        yield page


def test_every_page_is_in_the_navigation(site: Path):
    assert {file.stem for file in site.glob("*.html")} == {*NAMES, "404"}
    text = (site / "index.html").read_text(encoding="utf-8")
    navigation = text.partition("<article")[0]
    assert [name for name in NAMES if f'{name}.html"' not in navigation] == []


def test_nothing_of_it_comes_from_elsewhere(site: Path):
    for file in site.glob("*.html"):
        text = file.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|link|img|iframe)\b[^>]*?(?:src|href)="([^"]*)"', text)
        assert loaded
        assert [each for each in loaded if "//" in each] == [], file.name


def test_a_link_that_leads_nowhere_is_refused(tmp_path: Path):
    (tmp_path / "index.md").write_text("# One\n\n[two](two.md)\n[three](#three)\n")
    shutil.copy(ROOT / "docs" / "zensical.toml", tmp_path)
    done = build(tmp_path)
    assert done.returncode == 1
    assert "page does not exist" in done.stdout + done.stderr


@needs_browser
@pytest.mark.parametrize("width", [390, 1280], ids=["phone", "desktop"])
def test_pages_fit_and_load_nothing(site: Path, page: Page, width: int):
    for name in NAMES:
        page.open((site / f"{name}.html").as_uri(), width=width)
        assert page.ask("document.querySelector('h1').innerText"), name
        assert page.ask("document.documentElement.scrollWidth") <= width, name
    assert page.errors == []


@needs_browser
def test_it_is_dark_where_the_reader_wants_that(site: Path, page: Page):
    def background(*, dark: bool) -> list[int]:
        page.open((site / "index.html").as_uri(), dark=dark)
        color = page.ask("getComputedStyle(document.body).backgroundColor")
        return [int(each) for each in re.findall(r"\d+", color)[:3]]

    assert min(background(dark=False)) > 200
    assert max(background(dark=True)) < 60


@needs_browser
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
    page.open((site / "index.html").as_uri())
    page.ask("document.querySelector('.md-search__button').click()")
    page.wait_for("document.activeElement.shadowRoot?.querySelector('input')?.focus() ?? true")
    page.type(words)
    found = page.wait_for(
        "[...document.activeElement.shadowRoot.querySelectorAll('a')].map(each => each.href).join(' ')"
    )
    assert leads_to in found
    assert page.errors == []
