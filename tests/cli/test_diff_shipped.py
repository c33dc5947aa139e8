"""`specloom diff --base` of vendored clients whose descriptions come with Specloom: their bases are compared."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from repository import Repository

from specloom.cli.main import main
from specloom.installed import shipped_descriptions

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def vendored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commit with a client, and an update in the work tree that takes a parameter and an operation away."""
    made = Repository(tmp_path_factory.mktemp("shipped") / "repository")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made.folder)
        (made.folder / "specloom.toml").touch()
        assert main(["vendor", "add", "fixje", "--into", "acme/fixje", "--only", "products", "authentication"]) == 0
        made.git("add", "--all")
        made.git("commit", "--quiet", "--message", "Vendor")
        settings = made.folder / "specloom.toml"
        settings.write_text(settings.read_text().replace(', "products"', ""))
        assert main(["vendor", "update", "--no-import"]) == 0
    return made.folder


@pytest.fixture
def repository(vendored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    shutil.copytree(vendored, tmp_path / "repository")
    made = Repository(tmp_path / "repository")
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def run(run_here: Run) -> Run:
    return partial(run_here, "diff")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("names", [(), ("fixje",)])
def test_what_an_update_brought_is_told_as_callers_notice_it(names: tuple[str, ...], run: Run):
    code, out, err = run("--base", "HEAD", *names)
    assert (code, err) == (1, "")
    base = "acme/fixje/.specloom-base:openapi.yaml"
    assert out.startswith(f"fixje: 1 breaking\n    from HEAD:{base} to {base}\n\n{base}:")
    assert "[operation-left-out]" in out
    assert "fixje.products.list" in out


def test_a_client_that_did_not_change_is_unchanged(run: Run, repository: Repository):
    repository.git("checkout", "--quiet", ".")
    assert run("--base", "HEAD", "fixje")[:2] == (0, "nothing has changed against HEAD\n")


def test_a_change_can_be_accepted(run: Run, repository: Repository):
    accepted = (
        run("--base", "HEAD")[1].partition("[[accept]]")[2].replace('reason = ""', 'reason = "Nobody lists them."')
    )
    repository.write({"specloom-accept.toml": f"[[accept]]{accepted}"})
    assert run("--base", "HEAD")[0] == 0
    repository.git("checkout", "--quiet", ".")
    code, out, _ = run("--base", "HEAD")
    assert code == 1
    assert "accept" in out


def test_a_client_that_moved_is_compared_with_where_it_was(run: Run, repository: Repository):
    (repository.folder / "acme/fixje").rename(repository.folder / "acme/parts")
    settings = repository.folder / "specloom.toml"
    settings.write_text(settings.read_text().replace("acme/fixje", "acme/parts"))
    code, out, _ = run("--base", "HEAD")
    assert code == 1
    assert "from HEAD:acme/fixje/.specloom-base:openapi.yaml to acme/parts/.specloom-base:openapi.yaml" in out


def test_a_description_of_its_own_in_place_of_the_shipped_one_is_compared_with_that(run: Run, repository: Repository):
    repository.git("checkout", "--quiet", ".")
    settings = repository.folder / "specloom.toml"
    settings.write_text(settings.read_text().replace('into = "acme/fixje"', 'into = "acme/fixje"\nspec = "own.yaml"'))
    text = shipped_descriptions()["fixje"].read_text()
    repository.write({"own.yaml": text.replace("summary: List products", "deprecated: true\n      summary: Products")})
    before = run("--base", "HEAD")
    assert main(["vendor", "update", "--no-import"]) == 0
    code, out, err = run("--base", "HEAD")
    assert (code, out, err) == before
    head = "fixje: 1 safe, 1 note\n    from HEAD:acme/fixje/.specloom-base:openapi.yaml to own.yaml\n\n"
    assert (code, err, out[: len(head)]) == (0, "", head)


def test_a_client_that_is_new_or_lost_has_nothing_to_be_compared_with(run: Run, repository: Repository):
    repository.git("checkout", "--quiet", "--orphan", "empty")
    repository.git("commit", "--quiet", "--allow-empty", "--message", "Empty")
    repository.git("rm", "-r", "--quiet", "--cached", ".")
    repository.git("commit", "--quiet", "--allow-empty", "--message", "Nothing")
    assert run("--base", "HEAD")[0] == 0


def test_a_base_that_is_damaged_is_no_verdict(run: Run, repository: Repository):
    (repository.folder / "acme/fixje/.specloom-base").write_text("mine")
    code, _, err = run("--base", "HEAD")
    assert code == 2
    assert "fixje/.specloom-base is damaged: it does not begin as one" in err
