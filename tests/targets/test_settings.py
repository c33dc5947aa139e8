import re
from pathlib import Path

import pytest

from specloom.findings import DescriptionError, Position, SpecloomError
from specloom.installed import shipped_descriptions
from specloom.spec.load import load_description
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target


def write(folder: Path, text: str, name: str = "pyproject.toml") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)


def test_without_settings_only_what_ships_is_known(tmp_path: Path):
    configuration = load_configuration(tmp_path)
    assert dict(configuration.clients) == {}
    for name, spec in shipped_descriptions().items():
        assert configuration.client(name) == Target(spec, tmp_path / "generated" / name)


def test_sitoo_ships():
    assert shipped_descriptions()["sitoo"].read_text().startswith("openapi:")


@pytest.mark.parametrize(("name", "prefix"), [("pyproject.toml", "tool.specloom."), ("specloom.toml", "")])
def test_settings_of_the_nearest_folder_above(name: str, prefix: str, tmp_path: Path):
    write(
        tmp_path,
        f"""
        [{prefix}clients.shop]
        spec = "specs/shop.yaml"
        out = "src/shop"
        package = "shop_client"
        skip = ["deleteOrder", "GET /orders"]
        only = ["orders", "getCustomer"]
        [{prefix}clients.other]
        spec = "other/openapi.yaml"
        """,
        name,
    )
    write(tmp_path / "a", "[tool.ruff]\nline-length = 100\n")
    below = tmp_path / "a" / "b"
    below.mkdir()
    configuration = load_configuration(below)
    assert list(configuration.clients.values()) == [
        Target(
            tmp_path / "specs/shop.yaml",
            tmp_path / "src/shop",
            "shop_client",
            ("deleteOrder", "GET /orders"),
            only=("orders", "getCustomer"),
        ),
        Target(tmp_path / "other/openapi.yaml", tmp_path / "generated/other"),
    ]


def test_a_shipped_description_needs_no_spec(tmp_path: Path):
    write(tmp_path, '[tool.specloom.clients.sitoo]\nout = "src/sitoo"\n')
    client = load_configuration(tmp_path).client("sitoo")
    assert client == Target(shipped_descriptions()["sitoo"], tmp_path / "src/sitoo")


def test_an_unknown_client(tmp_path: Path):
    write(tmp_path, '[tool.specloom.clients.shop]\nspec = "shop.yaml"\n')
    with pytest.raises(SpecloomError) as caught:
        load_configuration(tmp_path).client("shpo")
    assert caught.value.message == "there is no client 'shpo'"
    assert caught.value.help.startswith("did you mean 'shop'? known clients: shop, ")


@pytest.mark.parametrize(
    ("settings", "message", "help"),
    [
        ("[tool.specloom]\nclient = 1", "unknown setting tool.specloom.client", "did you mean 'clients'?"),
        ("[tool.specloom]\ntemplates = 'evil'", "unknown setting tool.specloom.templates", "known: clients"),
        ("[tool.specloom]\nplugins = ['evil']", "unknown setting tool.specloom.plugins", ""),
        ("[tool.specloom.clients.a]\nspec = 'a'\nhooks = 'evil'", "unknown setting tool.specloom.clients.a.hooks", ""),
        ("[tool.specloom.clients.a]\nspce = 'a'", "unknown setting tool.specloom.clients.a.spce", "'spec'"),
        ("[tool.specloom.clients.a]", "tool.specloom.clients.a does not name its description", "spec ="),
        ("[tool.specloom.clients.a]\nspec = 1", "tool.specloom.clients.a.spec is not a text", ""),
        ("[tool.specloom.clients.a]\nspec = ''", "tool.specloom.clients.a.spec is empty", ""),
        ("[tool.specloom.clients.a]\nspec = 'a'\nskip = 'x'", "clients.a.skip is not a list of strings", ""),
        ("[tool.specloom.clients.a]\nspec = 'a'\nonly = 'x'", "clients.a.only is not a list of strings", "only = ["),
        ("[tool.specloom.clients.a]\nspec = 'a'\nonyl = []", "unknown setting tool.specloom.clients.a.onyl", "'only'"),
        ("[tool.specloom.clients.a]\nspec = 'a'\nskip = [1]", "clients.a.skip is not a list of strings", ""),
        ("[tool.specloom.clients.a]\nspec = 'a'\npackage = 'a-b'", "'a-b' is no name for a Python package", ""),
        (
            "[tool.specloom.clients.a]\nspec = 'a'\npackage = 'class'",
            "'class' is no name for a Python package",
            "of Python: class_api",
        ),
        ("[tool.specloom.clients.a]\nspec = 'a'\nhttp = 'httpx3'", "a.http is 'httpx3', which clients", "did you mean"),
        ("[tool.specloom.clients.a]\nspec = 'a'\nhttp = []", "tool.specloom.clients.a.http is not a text", ""),
        ("[tool.specloom.clients.'../a']\nspec = 'a'", "'../a' is no name for a client", ""),
        ("[tool.specloom.clients.a]\nspec = 'a'\nout = '../a'", "out is '../a', which is not below", ""),
        ("[tool.specloom.clients.a]\nspec = 'a'\nout = '/etc'", "out is '/etc', which is not below", ""),
        ("[tool.specloom.clients.a]\nspec = 'a'\nout = '.'", "out is '.', which is not below", ""),
        (
            "[tool.specloom.clients.a]\nspec = 'a'\nout = '.git/hooks'",
            "out is '.git/hooks', which is in the folder",
            "",
        ),
        ("[tool.specloom.clients.a]\nspec = 'a'\nout = 'x/.GIT/y'", "where Git keeps a repository", "beside it"),
        ("[tool.specloom.clients.a]\nspec = 'a'\nout = 'x/../../y'", "which is not below", ""),
        (
            "[tool.specloom.clients.a]\nspec = 'a'\nout = 'x'\n[tool.specloom.clients.b]\nspec = 'a'\nout = 'x/y'",
            "the clients a and b would be written into each other",
            "",
        ),
        ("[tool]\nspecloom = 1", "tool.specloom is not a table", ""),
        ("[tool.specloom]\nclients = []", "tool.specloom.clients is not a table", ""),
        ("[tool.specloom]\nclients.a = 1", "tool.specloom.clients.a is not a table", ""),
        ("[tool.specloom", "not TOML: expected ']'", "key = "),
        ("\n<<<<<<< HEAD\n[tool.specloom]\n", "2:1: this file has the marks of a merge", "remove the marks"),
        ("\ufeff[tool.specloom]\n", "1:1: not TOML: it begins with a byte order mark", "as UTF-8, without that mark"),
    ],
)
def test_wrong_settings(settings: str, message: str, help: str, tmp_path: Path):
    write(tmp_path, settings)
    with pytest.raises(SpecloomError) as caught:
        load_configuration(tmp_path)
    assert re.match(rf"{tmp_path}/pyproject\.toml:\d+:\d+: ", caught.value.message)
    assert message in caught.value.message
    assert help in caught.value.help
    assert caught.value.help


@pytest.mark.parametrize(
    ("settings", "place", "help"),
    [
        ("[tool.specloom]\n\nclient = {}", "3:1", "did you mean 'clients'?"),
        ("[tool.specloom.clients.a]\nspec = 'a'\n  out = 5 # out", "3:3", 'write: out = "…"'),
        ("[tool.specloom.clients.a]\nspec = 'http'\nhttp = 'http'", "3:1", "did you mean 'httpx'?"),
        ("# out = 1\n[tool.specloom.clients]\na.spec = 'a'\na.out = '..'", "4:3", "below their own"),
        ("[tool.specloom.clients.a]\nspec = 'a'\nonly = 'GET /a'", "3:1", 'write: only = ["GET /a"]'),
        ("[tool.specloom.clients.a]\nspec = 'a'\nskip = [\n 'x',\n 1,\n]", "3:1", 'write: skip = ["…"]'),
        ("[tool.specloom.clients.sitou]", "1:24", "did you mean 'sitoo'?"),
        ("[tool.specloom.clients.a]\n'spec' = 1", "2:1", 'write: spec = "…"'),
        ("[tool.specloom.clients.a]\nspec = 'https://a.example'", "2:1", "run: specloom init https://a.example"),
        ("[tool.specloom.clients.a]\nspec = 'a'\npackage = 'My-Shop'", "3:1", "digits and _: my_shop"),
        ("[tool.specloom.clients.a]\nspec = 'a'\nroot = 'b'", "3:1", "name a folder that has it"),
        ("[tool.specloom.clients.a]\nspec = 'a'\noverlay = 'b'", "3:1", 'write: overlay = ["b"]'),
        ("[tool.specloom.clients.a]\nspec = 'a'\nurl = 'https://a'", "3:1", "or take out those that are left"),
        ("[tool.specloom.clients.a]\nspec = 'a'\nlint = {unused-tag = 'of'}", "3:9", "did you mean 'off'?"),
        ("[tool.specloom]\nvendor.a = {into = 'a-b', spec = 'c'}", "2:13", "digits and _: a_b"),
        ("[tool.specloom.vendor.a]\nspec = 'c'", "1:23", 'add: into = "src/acme/a"'),
        ("[tool.specloom.vendor.a]\ninto = 'a'\napi = 'sitou'", "3:1", "did you mean 'sitoo'?"),
        ("[tool.specloom.vendor.'a b']\ninto = 'a'", "1:23", "use letters, digits, _ and -"),
        (
            "[tool.specloom.vendor.fixje]\ninto = 'a'\n[tool.specloom.vendor.sitoo]\ninto = 'a/b'",
            "3:23",
            "give each client a folder of its own",
        ),
        ("[tool]\nspecloom = {code = ['..']}", "2:13", "--code"),
        ("[tool.specloom]\ncode = 'src'", "2:1", 'write: code = ["src"]'),
        ("[tool.specloom]\ncode = src", "2:8", "TOML has"),
        ("[tool.specloom]\n# \nvendor = [", "3:11", "TOML has"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(settings: str, place: str, help: str, tmp_path: Path):
    for text in (settings, settings.replace("\n", "\r\n")):
        (tmp_path / "pyproject.toml").write_bytes(text.encode())
        with pytest.raises(SpecloomError) as caught:
            load_configuration(tmp_path)
        assert caught.value.message.startswith(f"{tmp_path}/pyproject.toml:{place}: ")
        assert help in caught.value.help


def test_tables_are_called_otherwise_in_a_file_of_their_own(tmp_path: Path):
    (tmp_path / "specloom.toml").write_text("[tool.specloom.lint]\nunused-tag = 'off'\n")
    with pytest.raises(SpecloomError) as caught:
        load_configuration(tmp_path)
    assert caught.value.message.startswith(f"{tmp_path}/specloom.toml:1:2: tables of ")
    assert "is [lint] in " in caught.value.help


def test_a_file_that_is_not_utf_8(tmp_path: Path):
    (tmp_path / "pyproject.toml").write_bytes("[tool.specloom]\n# ß ".encode() + "äö".encode("latin-1"))
    with pytest.raises(SpecloomError, match=r"pyproject\.toml:2:5: not UTF-8"):
        load_configuration(tmp_path)


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("only = ['GET /b', 'GET /a']", "there is no operation or resource 'GET /b' to keep"),
        ("skip = ['GET /b']", "there is no operation 'GET /b' to skip"),
        ("overlay = ['b.yaml']", "there is no such file"),
        ("spec = 'b.yaml'", "there is no such file"),
    ],
)
def test_what_turns_out_to_be_wrong_later_leads_to_the_settings(
    setting: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text("openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: {}}}\n")
    spec = "" if setting.startswith("spec") else "spec = 'a.yaml'"
    write(tmp_path, f"[tool.specloom.clients.a]\n{spec}\n{setting}")
    with pytest.raises(DescriptionError) as caught:
        load_description(load_configuration(tmp_path).client("a"))
    finding = next(each for each in caught.value.findings if each.message == message)
    assert [(each.source.name, each.position) for each in finding.related] == [("pyproject.toml", Position(3, 1))]


def test_a_link_that_leads_out_is_outside(tmp_path: Path):
    project = tmp_path / "project"
    write(project, "[tool.specloom.clients.a]\nspec = 'a'\nout = 'link/a'")
    (project / "link").symlink_to(tmp_path)
    with pytest.raises(SpecloomError, match="is not below"):
        load_configuration(project)


def test_one_place_for_settings(tmp_path: Path):
    write(tmp_path, "[tool.specloom]\n")
    write(tmp_path, "", "specloom.toml")
    with pytest.raises(SpecloomError, match=r"both specloom\.toml and pyproject\.toml"):
        load_configuration(tmp_path)


def test_tables_of_other_tools_are_nobodys_business(tmp_path: Path):
    write(tmp_path, "tool = 1\n")
    assert dict(load_configuration(tmp_path).clients) == {}


def test_settings_that_lack_the_word_before_them_are_told(tmp_path: Path):
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "acme"\n\n[specloom.clients.shop]\nspec = "s.yaml"\n')
    with pytest.raises(
        SpecloomError, match=r"pyproject\.toml:4:2: tables of specloom begin with 'tool\.specloom'"
    ) as error:
        load_configuration(tmp_path)
    assert str(error.value.help).startswith("write [tool.specloom.clients.NAME]")


@pytest.mark.parametrize("root", ["..", "/", "../other", "a/../.."])
def test_a_root_outside_of_the_settings_folder_is_refused(root: str, tmp_path: Path):
    write(tmp_path, f'[tool.specloom.clients.shop]\nspec = "shop.yaml"\nroot = "{root}"\n')
    with pytest.raises(SpecloomError, match="which is not in"):
        load_configuration(tmp_path)


def test_a_root_is_relative_to_the_settings(tmp_path: Path):
    write(tmp_path, '[tool.specloom.clients.shop]\nspec = "specs/api/shop.yaml"\nroot = "specs"\n')
    (tmp_path / "below").mkdir()
    assert load_configuration(tmp_path / "below").client("shop").root == (tmp_path / "specs").resolve()


def test_code_that_is_not_there_is_told_where_it_is_named(tmp_path: Path):
    (tmp_path / "specloom.toml").write_text('code = ["src", "tests"]\n')
    (tmp_path / "src").mkdir()
    configuration = load_configuration(tmp_path)
    with pytest.raises(
        SpecloomError, match=r"specloom\.toml:1:1: there is no file or folder .*tests, which `code` names"
    ):
        _ = configuration.existing_code
    (tmp_path / "tests").mkdir()
    assert configuration.existing_code == (tmp_path / "src", tmp_path / "tests")
