"""Every command and all Python on a page is run by a test, no link leads nowhere, and every page can be found."""

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from pages import PAGES, ROOT, blocks, chapters, section

from specloom.cli.main import COMMANDS

RUN = ("console", "python")


def asked_for() -> set[tuple[str, str]]:
    """Return the pages and headings whose blocks the tests beside this one take: the arguments of `section`."""
    return {
        (str(ast.literal_eval(call.args[0])), str(ast.literal_eval(call.args[1])))
        for file in Path(__file__).parent.glob("test_*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "section"
    }


@pytest.mark.parametrize("page", [str(page.relative_to(ROOT)) for page in PAGES])
def test_every_block_is_run(page: str) -> None:
    run = {title for each, title in asked_for() if each == page}
    left = [
        above[-1] for above, text in chapters(page) if any(blocks(text, each) for each in RUN) and not run & {*above}
    ]
    assert left == [], f"no test runs the blocks below these headings of {page}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_data_can_be_read(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for language, read in {"toml": tomllib.loads, "yaml": yaml.safe_load, "json": json.loads}.items():
        for block in blocks(text, language):
            assert read(block), block


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_headings_that_there_are(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", text)):
        if link.startswith("https://"):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), f"{page.name}: {link}"
        if anchor:
            assert anchor in {_anchor(above[-1]) for above, _ in chapters(str(target.relative_to(ROOT)))}, link


def test_every_page_is_in_the_navigation_of_the_site() -> None:
    settings = (ROOT / "docs" / "zensical.toml").read_text(encoding="utf-8")
    assert set(re.findall(r'= "([\w-]+\.md)"', settings)) == {page.name for page in PAGES} - {"README.md"}


def test_the_readme_lists_the_commands_that_there_are() -> None:
    listed = re.findall(r"^\| `specloom (\w+)", section("README.md", "Commands"), re.MULTILINE)
    assert listed == list(COMMANDS)


def test_the_readme_compares_as_the_page_about_it_does() -> None:
    rows = re.findall(r"^\| .*", section("README.md", "What you get"), re.MULTILINE)[1:]
    measured = (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8").splitlines()
    assert rows
    assert {*rows} <= {*measured}


def _anchor(heading: str) -> str:
    """Return how forges and the site call a heading in an address."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
