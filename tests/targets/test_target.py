"""One value says what is generated how: what makes two of them equal, and what a manifest keeps of one."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specloom.output.manifest import build_manifest, parse_manifest, render_manifest
from specloom.targets.libraries import HTTP_LIBRARIES
from specloom.targets.target import Target, list_changes

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
SHOP = Target(Path("specs/shop.yaml"), Path("generated/shop"), name="shop")
VENDORED = Target(Path("specs/shop.yaml"), Path("src/acme/_shop"), is_vendored=True, name="shop")


@given(skip=st.lists(NAMES), only=st.lists(NAMES), data=st.data())
def test_the_order_of_what_is_kept_or_left_out_decides_about_nothing(
    skip: list[str], only: list[str], data: st.DataObject
):
    target = replace(SHOP, skip=tuple(skip), only=tuple(only))
    other = replace(
        target, skip=tuple(data.draw(st.permutations([*skip, *skip]))), only=tuple(data.draw(st.permutations(only)))
    )
    assert target == other
    assert hash(target) == hash(other)


@given(
    package=st.sampled_from([None, "shop"]),
    skip=st.lists(NAMES),
    only=st.lists(NAMES),
    overlay=st.lists(st.sampled_from([Path(__file__), Path(__file__).parents[2] / "README.md"])),
    http=st.sampled_from([*HTTP_LIBRARIES]),
)
def test_a_manifest_gives_back_what_decides_about_the_files(
    package: str | None, skip: list[str], only: list[str], overlay: list[Path], http: str
):
    root = Path(__file__).parents[1]
    target = Target(Path(__file__), Path("anywhere"), package, tuple(skip), tuple(only), root, tuple(overlay), http)
    manifest = build_manifest({"a": ""}, target, sources=[target.spec], title="", version="")
    read = parse_manifest(render_manifest(manifest))
    assert (read, read.target) == (manifest, target.recorded())
    assert read.target.spec == Path("targets/test_target.py")


def test_a_manifest_says_where_the_examples_import_the_client_from(tmp_path: Path):
    out = tmp_path / "src" / "acme" / "shop"
    out.mkdir(parents=True)
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "api.yaml").touch()
    target = Target(tmp_path / "api.yaml", out)
    manifest = build_manifest({"a": ""}, target, sources=[], title="", version="")
    assert parse_manifest(render_manifest(manifest)).import_path == target.import_path == "acme.shop"


def test_a_name_is_no_part_of_what_is_generated():
    assert replace(SHOP, name="other") == SHOP
    assert replace(SHOP, out=Path("other")) != SHOP


def test_what_differs_is_said():
    assert list(list_changes(SHOP, SHOP)) == []
    assert list(list_changes(VENDORED, replace(VENDORED, package="shop"))) == []
    assert list(list_changes(SHOP, replace(SHOP, package="x", skip=("b", "a"), only=("c",), http="httpx2"))) == [
        "package by default → x",
        "skip [] → [a, b]",
        "only [] → [c]",
        "http httpx → httpx2",
    ]


def test_settings_and_manifests_say_nothing_of_options_that_are_as_usual():
    assert SHOP.options == {}
    assert replace(SHOP, package="httpx", skip=("b",), http="httpx2").options == {
        "package": "httpx",
        "skip": ["b"],
        "http": "httpx2",
    }


def test_a_vendored_client_is_called_after_its_folder_until_it_was_generated():
    assert (SHOP.package_name, VENDORED.package_name) == (None, "shop")
    moved = replace(VENDORED, out=Path("src/acme/store"))
    assert moved.named_as(VENDORED.package_name).package_name == "shop"
    assert replace(moved, package="trade").named_as("shop").package_name == "trade"
    assert SHOP.named_as("other") == SHOP


def test_a_description_outside_of_its_root_has_no_place_in_a_manifest(tmp_path: Path):
    with pytest.raises(ValueError, match="not in the subpath"):
        Target(tmp_path / "shop.yaml", root=tmp_path / "inner").recorded()


def test_what_is_made_in_memory_has_no_folder():
    with pytest.raises(ValueError, match="in memory only"):
        assert Target(Path("shop.yaml")).folder


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [("a/b", "a/b", True), ("a", "a/b", True), ("a/b", "a", True), ("a/b", "a/bc", False), ("a/b", "a/c", False)],
)
def test_clients_that_would_be_written_into_each_other(one: str, other: str, overlap: bool):
    assert replace(SHOP, out=Path(one)).overlaps(replace(SHOP, out=Path(other))) is overlap


@pytest.mark.parametrize(
    ("files", "out", "vendored", "expected"),
    [
        (["pyproject.toml", "src/acme/__init__.py"], "src/acme/shop", True, "acme.shop"),
        (["pyproject.toml", "src/acme/__init__.py"], "src/acme/shop", False, "acme.shop"),
        (["pyproject.toml"], "src/acme/shop", False, "acme.shop"),
        (["pyproject.toml"], "src/shop", False, None),
        (["pyproject.toml"], "src/shop", True, "shop"),
        (["pyproject.toml"], "app/clients/shop", True, "app.clients.shop"),
        (["pyproject.toml"], "generated/shop", False, None),
        (["pyproject.toml", "app/__init__.py"], "app/shop", False, "app.shop"),
        (["pyproject.toml", "lib/acme/__init__.py"], "lib/acme/shop", True, "acme.shop"),
        (["pyproject.toml", "app/a/__init__.py", "app/a/b/__init__.py"], "app/a/b/shop", True, "a.b.shop"),
        (["pyproject.toml", "app/__init__.py"], "app/clients/shop", True, "app.clients.shop"),
        (["pyproject.toml", "my-app/acme/__init__.py"], "my-app/acme/shop", True, "acme.shop"),
        (["pyproject.toml"], "my-app/shop", True, None),
        (["pyproject.toml", "packages/one/pyproject.toml"], "packages/one/one/shop", True, "one.shop"),
        (["pyproject.toml"], "services/one/src/acme/shop", True, "acme.shop"),
        (["pyproject.toml"], "services/one/src/shop", True, "shop"),
        (["pyproject.toml", "one/src/__init__.py"], "one/src/shop", True, "src.shop"),
        ([], "app/shop", True, "shop"),
        ([], "src/work/shop", True, "shop"),
    ],
)
def test_a_client_is_imported_as_the_folders_around_it_say(
    tmp_path: Path, files: list[str], out: str, vendored: bool, expected: str | None
):
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert Target(tmp_path / "api.yaml", tmp_path / out, is_vendored=vendored).import_path == expected


@pytest.mark.parametrize(
    ("out", "vendored", "expected"),
    [
        ("src/acme/shop", True, "acme.shop"),
        ("src/acme/shop", False, "acme.shop"),
        ("acme/shop", True, "acme.shop"),
        ("generated/shop", False, None),
    ],
)
def test_the_folder_of_the_settings_is_the_project(tmp_path: Path, out: str, vendored: bool, expected: str | None):
    target = Target(tmp_path / "api.yaml", tmp_path / out, is_vendored=vendored, project=tmp_path)
    assert target.import_path == expected
