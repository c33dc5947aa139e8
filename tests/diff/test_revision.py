from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath

import pytest
from repository import Repository

from specloom.diff.revision import Version, export_description, open_version
from specloom.findings import DescriptionError, SpecloomError
from specloom.git import list_files
from specloom.spec import load_description
from specloom.spec.files import Retrieval
from specloom.targets.target import Target

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /orders: {$ref: "paths/orders.yaml#/orders"}
"""
ORDERS = "orders: {get: {responses: {'204': {description: None.}}}}\n"
FILES = {"api/openapi.yaml": SPEC, "api/paths/orders.yaml": ORDERS, "api/logo.png": "x", "other.yaml": "a: 1\n"}


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit(FILES)
    monkeypatch.chdir(made.folder)
    return made


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


def files_in(version: Version) -> set[str]:
    assert version.top is not None
    return {path.relative_to(version.top).as_posix() for path in version.top.rglob("*") if not path.is_dir()}


def test_a_description_of_several_files_is_read_from_git_whole(repository: Repository, scratch: Path):
    repository.write({"api/openapi.yaml": "broken", "api/paths/orders.yaml": "broken"})
    version = open_version("HEAD:api/openapi.yaml", scratch)
    description = load_description(Target(version.target.spec), Retrieval(show=version.show))
    assert [source.name for source in description.files] == ["HEAD:api/openapi.yaml", "HEAD:api/paths/orders.yaml"]
    assert files_in(version) == {"api/openapi.yaml", "api/paths/orders.yaml"}
    assert repository.git("status", "--short").split() == ["M", "api/openapi.yaml", "M", "api/paths/orders.yaml"]


@pytest.mark.parametrize("revision", ["main", "feature/x", "v1", "HEAD~1", "HEAD~1^{}"])
def test_a_revision_is_whatever_git_takes_for_one(repository: Repository, scratch: Path, revision: str):
    repository.git("branch", "feature/x")
    repository.git("tag", "v1")
    repository.commit()
    version = open_version(f"{revision}:api", scratch)
    assert version.name == f"{revision}:api/openapi.yaml"
    assert (
        load_description(Target(version.target.spec), Retrieval(show=version.show)).files[1].name
        == f"{revision}:api/paths/orders.yaml"
    )


def test_paths_start_at_the_top_or_with_a_dot_where_one_is(
    repository: Repository, scratch: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(repository.folder / "api" / "paths")
    assert open_version("HEAD:api/openapi.yaml", scratch).name == "HEAD:api/openapi.yaml"
    assert open_version("HEAD:../openapi.yaml", scratch).name == "HEAD:api/openapi.yaml"
    with pytest.raises(SpecloomError, match=r"revision HEAD has no description at 'openapi\.yaml'") as error:
        open_version("HEAD:openapi.yaml", scratch)
    assert error.value.help == "did you mean HEAD:api/openapi.yaml?"
    with pytest.raises(SpecloomError) as error:
        open_version("HEAD:orders.yaml", scratch)
    assert error.value.help.endswith("HEAD:./orders.yaml")
    with pytest.raises(SpecloomError) as error:
        open_version("HEAD:../zzz", scratch)
    assert "start at the top" in error.value.help


@pytest.mark.parametrize("name", ["openapi.yaml", "openapi.yml", "openapi.json"])
def test_a_folder_stands_for_the_description_in_it(repository: Repository, scratch: Path, name: str):
    repository.commit({f"folder/{name}": "{}"})
    assert open_version("HEAD:folder", scratch).name == f"HEAD:folder/{name}"
    assert open_version("folder", scratch).name == f"folder/{name}"


def test_a_file_whose_name_has_a_colon_is_a_file(repository: Repository, scratch: Path):
    repository.write({"a:b.yaml": SPEC})
    assert open_version("a:b.yaml", scratch) == Version("a:b.yaml", Target(Path("a:b.yaml")))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nowhere.yaml", "there is no file 'nowhere.yaml'"),
        ("api/paths", "the folder 'api/paths' has no OpenAPI document"),
        ("nope:api", "there is no revision 'nope' in this repository"),
        ("--output=x:api", "there is no revision '--output=x' in this repository"),
        (":api", "':api' names no revision before the colon"),
        ("HEAD:", "revision HEAD has no description at ''"),
        ("HEAD:nowhere.yaml", "revision HEAD has no description at 'nowhere.yaml'"),
        ("HEAD:../api/openapi.yaml", "revision HEAD has no description at '../api/openapi.yaml'"),
        ("HEAD:/api/openapi.yaml", "revision HEAD has no description at '/api/openapi.yaml'"),
        ("HEAD:api/../../x", "revision HEAD has no description at 'api/../../x'"),
    ],
)
def test_what_is_not_there_is_said_in_words(repository: Repository, scratch: Path, text: str, message: str):
    with pytest.raises(SpecloomError) as error:
        open_version(text, scratch)
    assert error.value.message == message
    assert error.value.help
    assert not (repository.folder / "x").exists()


def test_a_revision_alone_says_not_what_of_it_is_meant(repository: Repository, scratch: Path):
    repository.commit({"api/openapi.yaml": SPEC})
    with pytest.raises(SpecloomError, match="there is no file 'HEAD'") as error:
        open_version("HEAD", scratch)
    assert error.value.help.startswith("HEAD is a revision: write HEAD:PATH for a file of it")
    assert error.value.help.endswith("specloom diff --base HEAD")


def test_outside_of_a_repository_there_are_no_revisions(tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SpecloomError, match="is not in a git repository"):
        open_version("HEAD:api", scratch)


def test_references_may_lead_as_far_as_the_root_says(repository: Repository, scratch: Path):
    shared = SPEC.replace("paths/orders.yaml", "../shared/orders.yaml")
    repository.commit({"apis/shop/openapi.yaml": shared, "apis/shared/orders.yaml": ORDERS})
    version = open_version("HEAD:apis/shop", scratch, root=Path("apis"))
    assert (
        len(load_description(Target(version.target.spec, root=version.target.root), Retrieval(show=version.show)).files)
        == 2
    )
    narrow = open_version("HEAD:apis/shop", scratch)
    with pytest.raises(DescriptionError) as error:
        load_description(Target(narrow.target.spec), Retrieval(show=narrow.show))
    assert [finding.rule for finding in error.value.findings] == ["reference-outside-folder"]


def test_content_is_what_git_stores_and_no_filter_runs(repository: Repository, scratch: Path):
    repository.git("config", "filter.evil.smudge", f"touch {repository.folder / 'ran'}; cat")
    repository.commit({".gitattributes": "*.yaml filter=evil eol=crlf\n", "api/openapi.yaml": SPEC})
    version = open_version("HEAD:api", scratch)
    assert version.target.spec.read_bytes() == SPEC.encode()
    assert not (repository.folder / "ran").exists()


def test_links_and_submodules_are_left_out(repository: Repository, scratch: Path, tmp_path: Path):
    (tmp_path / "secret.yaml").write_text("secret: 1\n")
    (repository.folder / "api" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (repository.folder / "api" / "folder").symlink_to(tmp_path)
    commit = repository.commit()
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{commit},api/module.yaml")
    repository.git("commit", "--quiet", "--message", "x")
    assert files_in(open_version("HEAD:api", scratch)) == {"api/openapi.yaml", "api/paths/orders.yaml"}
    with pytest.raises(SpecloomError, match=r"has no description at 'api/link\.yaml'"):
        open_version("HEAD:api/link.yaml", scratch)


def test_references_are_followed_through_links_between_files(repository: Repository, scratch: Path):
    folder = repository.folder / "api"
    for link, target in {"linked": "paths", "deep/one.yaml": "../linked/orders.yaml", "a": "b", "b": "a"}.items():
        (folder / link).parent.mkdir(exist_ok=True)
        (folder / link).symlink_to(target)
    for link, target in {"out": "../..", "etc.yaml": "/etc/hosts", "gone.yaml": "nowhere.yaml"}.items():
        (folder / link).symlink_to(target)
    text = (folder / "openapi.yaml").read_text()
    assert text.count("paths/orders.yaml") == 1
    for reference in ("linked/orders.yaml", "deep/one.yaml"):
        repository.commit({"api/openapi.yaml": text.replace("paths/orders.yaml", reference)})
        version = open_version("HEAD:api", scratch)
        assert load_description(version.target, Retrieval(show=version.show)).document.operations
        assert version.top is not None
        links = {
            path.relative_to(version.top / "api").as_posix() for path in version.top.rglob("*") if path.is_symlink()
        }
        assert links == {"linked", "deep/one.yaml"}
        assert all(path.resolve().is_relative_to(version.top) for path in version.top.rglob("*"))


def test_links_in_a_path_are_followed_while_they_stay_in_the_repository(repository: Repository, scratch: Path):
    for link, target in {"there": "api", "api/here": "openapi.yaml", "a": "b", "b": "a", "out": "../../etc"}.items():
        (repository.folder / link).symlink_to(target)
    repository.commit()
    for place in ("there", "there/openapi.yaml", "there/here", "./there/here"):
        assert open_version(f"HEAD:{place}", scratch).name == "HEAD:api/openapi.yaml"
    for place in ("a", "out/openapi.yaml", "out"):
        with pytest.raises(SpecloomError, match="has no description at"):
            open_version(f"HEAD:{place}", scratch)


@pytest.mark.parametrize("name", ["..", ".", "a/../../../evil.yaml", "/evil.yaml", "..\\evil.yaml", "a//b.yaml"])
def test_a_tree_made_by_hand_writes_nothing_outside(repository: Repository, scratch: Path, name: str):
    commit = repository.commit_tree({name: ("100644", "evil"), "openapi.yaml": ("100644", SPEC)})
    version = export_description(
        repository.folder.resolve(), commit, PurePosixPath("openapi.yaml"), scratch, label="x:"
    )
    assert files_in(version) == {"openapi.yaml"}
    assert [path.name for path in scratch.parent.rglob("*evil*")] == []


def test_a_file_that_is_a_folder_as_well_is_refused(repository: Repository, scratch: Path):
    tree = repository.commit_tree({"openapi.yaml": ("100644", SPEC)})
    twice = repository.commit_tree(
        {"a.yaml": ("100644", "x"), "a.yaml/b.yaml": ("100644", "x"), "c.yaml": ("100644", "x")}
    )
    assert tree != twice
    with pytest.raises(SpecloomError, match="cannot write x:"):
        export_description(repository.folder.resolve(), twice, PurePosixPath("c.yaml"), scratch, label="x:")


def test_names_are_taken_literally(repository: Repository):
    repository.commit(
        {"*/a.yaml": "a: 1\n", "[a]/a.yaml": "a: 2\n", ":(top)x/a.yaml": "a: 3\n", "ä/a\nb.yaml": "a: 4\n"}
    )
    commit = repository.git("rev-parse", "HEAD")
    for folder in ("*", "[a]", ":(top)x", "ä"):
        assert [path.parts[0] for path in list_files(repository.folder, commit, PurePosixPath(folder))] == [folder]
    assert len(list_files(repository.folder, commit, PurePosixPath())) == 8


def test_hundreds_of_files_come_whole(repository: Repository, scratch: Path):
    repository.commit({f"api/many/{number}.yaml": f"a: {number}\n" * number for number in range(450)})
    version = open_version("HEAD:api", scratch)
    assert version.top is not None
    assert all(
        (version.top / f"api/many/{number}.yaml").read_text() == f"a: {number}\n" * number for number in range(450)
    )


def test_a_repository_without_commits_is_told_as_one(tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch):
    subprocess.run(["git", "init", "--quiet", str(tmp_path / "new")], check=True)
    monkeypatch.chdir(tmp_path / "new")
    with pytest.raises(SpecloomError) as error:
        open_version("HEAD:openapi.yaml", scratch)
    assert error.value.help == "commit something first: there is no commit yet"
