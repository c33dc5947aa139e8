"""What is read from Git, in real repositories; above all that nothing of a commit runs."""

import os
import re
import shutil
from pathlib import Path, PurePosixPath

import pytest
from canaries import arm_repository, plant_bare_repository, plant_programs
from repository import Repository

from specloom.findings import SpecloomError
from specloom.git import find_top, follow_links, list_changed, list_links, resolve_revision, run_git

HERE = [PurePosixPath()]
OLD_GIT = """\
#!/bin/sh
# A git from before 2.38, which does not know safe.bareRepository.
for argument; do
  shift
  case $argument in safe.bareRepository=*) argument=unknown.setting=1 ;; esac
  set -- "$@" "$argument"
done
exec {git} "$@"
"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "clone")
    repository.commit({"api/openapi.yaml": "a", "api/deep/x.yaml": "b", "pets.yaml": "c"})
    return repository


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    return tmp_path / "mark"


def names(found: frozenset[PurePosixPath]) -> list[str]:
    return sorted(map(str, found))


@pytest.mark.parametrize("old", [False, True], ids=["git", "old git"])
@pytest.mark.parametrize(
    ("planted", "asked"),
    [("api", "api"), ("api", "api/deep"), ("api", "api/objects"), ("api/deep", "api/deep"), (".", "."), (".", "api")],
)
def test_a_folder_laid_out_as_a_repository_is_none(repository, mark, monkeypatch, tmp_path, planted, asked, old):
    if old:
        program = tmp_path / "bin" / "git"
        program.parent.mkdir()
        program.write_text(OLD_GIT.format(git=shutil.which("git")))
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    plant_bare_repository(repository.folder / planted, repository, mark)
    top = find_top(repository.folder / asked)
    assert top == repository.folder
    (repository.folder / "api" / "openapi.yaml").write_text("changed")
    assert names(list_changed(top, "HEAD", HERE)) == ["api/openapi.yaml"]
    assert not mark.exists()


def test_a_bare_repository_alone_is_refused(repository, mark, tmp_path):
    bare = tmp_path / "bare"
    bare.mkdir()
    plant_bare_repository(bare, repository, mark)
    with pytest.raises(SpecloomError, match="is not in a git repository"):
        find_top(bare)
    with pytest.raises(SpecloomError, match=r"safe\.bareRepository"):
        run_git(bare, "status")
    assert not mark.exists()


@pytest.mark.parametrize(
    "attribute", ["filter=evil", "diff=evil", "text filter=evil diff=evil merge=evil", "ident", "filter=a=b.c"]
)
def test_no_filter_hook_or_monitor_of_the_repository_runs(repository, mark, monkeypatch, attribute):
    settings = {"COUNT": "1", "KEY_0": "filter.of.variables.clean", "VALUE_0": f"touch '{mark}'; cat"}
    for name, value in settings.items():
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    base = repository.commit({".gitattributes": f"* {attribute}\n"})
    arm_repository(repository.folder, mark)
    (repository.folder / "pets.yaml").write_text("other")
    os.utime(repository.folder / "api" / "openapi.yaml", (1, 1))
    assert names(list_changed(repository.folder, base, HERE)) == ["pets.yaml"]
    assert not mark.exists()


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("#!/bin/sh\nkill -9 $$\n", "git status failed: it was ended by signal 9"),
        ("#!/bin/sh\nexit 3\n", "git status failed: exit code 3"),
        ("no program", "git cannot be run: Exec format error"),
    ],
)
def test_a_git_that_says_nothing_is_an_error_in_words(repository, monkeypatch, tmp_path, script, said):
    program = tmp_path / "git"
    program.write_text(script)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(SpecloomError) as caught:
        run_git(repository.folder, "status")
    assert caught.value.message == said


def test_what_git_advises_is_the_advice(repository, monkeypatch, tmp_path):
    program = tmp_path / "git"
    program.write_text(
        "#!/bin/sh\nprintf 'fatal: of another user\\nTo go on, call:\\n\\n\\tgit config x\\n' >&2; exit 128\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(SpecloomError) as caught:
        find_top(repository.folder)
    assert caught.value.message == "git rev-parse failed: of another user"
    assert caught.value.help == "To go on, call: git config x"


@pytest.mark.parametrize("revision", ["ID", "origin/main", "main", "v1.0", "HEAD~1"])
def test_what_a_shallow_clone_lacks_is_fetched_as_it_says(repository, tmp_path, revision):
    base = repository.git("rev-parse", "HEAD")
    repository.git("tag", "--annotate", "--message=first", "v1.0")
    repository.git("switch", "--quiet", "--create", "topic")
    repository.commit({"pets.yaml": "d"})
    clone = Repository(tmp_path / "shallow")
    clone.git("remote", "add", "-t", "topic", "origin", repository.folder.as_uri())
    clone.git("fetch", "--quiet", "--depth=1", "origin", "topic")
    clone.git("checkout", "--quiet", "FETCH_HEAD")
    revision = base if revision == "ID" else revision
    with pytest.raises(SpecloomError, match=f"there is no revision '{revision}'") as caught:
        resolve_revision(clone.folder, revision)
    command, *of_tag = re.findall(r"git (fetch [^,]+)", caught.value.help)
    clone.git(*(of_tag[0] if revision == "v1.0" else command).split())
    assert resolve_revision(clone.folder, revision) == base


@pytest.mark.parametrize("path", [".", "", "bin", "./bin:."])
def test_git_is_not_taken_from_the_working_directory(repository, mark, monkeypatch, path):
    (repository.folder / "bin").mkdir()
    for folder in (repository.folder, repository.folder / "bin"):
        plant_programs(folder, mark)
    monkeypatch.chdir(repository.folder)
    monkeypatch.setenv("PATH", f"{path}:{os.environ['PATH']}")
    assert find_top(repository.folder) == repository.folder
    assert not mark.exists()
    monkeypatch.setenv("PATH", path)
    with pytest.raises(SpecloomError, match="git is not installed"):
        run_git(repository.folder, "status")
    assert not mark.exists()


def touch(file: Path) -> None:
    os.utime(file, (1, 1))


def replace_by_link(file: Path) -> None:
    content = file.read_text()
    file.unlink()
    other = file.with_name("untracked")
    other.write_text(content)
    file.symlink_to(other)


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (touch, []),
        (lambda file: file.chmod(0o755), ["pets.yaml"]),
        (lambda file: file.write_text("x"), ["pets.yaml"]),
        (lambda file: file.write_text("longer"), ["pets.yaml"]),
        (Path.unlink, ["pets.yaml"]),
        (replace_by_link, ["pets.yaml"]),
        (lambda file: (file.unlink(), file.mkdir()), ["pets.yaml"]),
    ],
)
@pytest.mark.parametrize("staged", [False, True])
def test_what_has_changed(repository, edit, changed, staged):
    file = repository.folder / "pets.yaml"
    edit(file)
    if staged:
        repository.git("add", "--update")
    assert names(list_changed(repository.folder, "HEAD", HERE)) == changed
    assert names(list_changed(repository.folder, "HEAD", [PurePosixPath("api")])) == []


def test_what_was_staged_and_taken_back_has_not_changed(repository):
    file = repository.folder / "pets.yaml"
    file.write_text("x")
    repository.git("add", "--all")
    file.write_text("c")
    (repository.folder / "new.yaml").write_text("not tracked")
    assert names(list_changed(repository.folder, "HEAD", HERE)) == []


def test_line_ends_that_git_converts_are_no_change(repository):
    base = repository.commit({".gitattributes": "* text=auto\n", "lines.yaml": "a\nb\n"})
    (repository.folder / "lines.yaml").write_bytes(b"a\r\nb\r\n")
    assert names(list_changed(repository.folder, base, HERE)) == []


def test_a_repository_of_another_hash(tmp_path):
    folder = tmp_path / "sha256"
    folder.mkdir()
    run_git(tmp_path, "init", "--quiet", "--object-format=sha256", str(folder))
    repository = Repository(folder)
    base = repository.commit({"a.yaml": "a", "b.yaml": "b"})
    touch(folder / "a.yaml")
    (folder / "b.yaml").write_text("c")
    assert names(list_changed(folder, base, HERE)) == ["b.yaml"]


@pytest.mark.parametrize(
    "target",
    ["/".join(["loop.yaml"] * 400), "pets.yaml\0", "x" * 300_000],
    ids=["to itself, with more behind it", "with a NUL", "longer than a command line"],
)
def test_links_that_no_folder_can_have_lead_nowhere(repository: Repository, target: str):
    commit = repository.commit_tree({"loop.yaml": ("120000", target), "pets.yaml": ("100644", "c")})
    assert list_links(repository.folder, commit, *HERE) == {}
    link = PurePosixPath("loop.yaml")
    assert follow_links(repository.folder, commit, [link]) == {link: link}


def test_more_links_than_a_command_line_can_name(repository: Repository):
    folder = PurePosixPath(*["x" * 200] * 4)
    blob = repository.git("hash-object", "-w", "--stdin", stdin=b"../" * 4 + b"pets.yaml")
    links = [folder / f"{number:04}.yaml" for number in range(3000)]
    listed = "".join(f"120000 {blob}\t{link}\n" for link in links)
    repository.git("update-index", "--add", "--index-info", stdin=listed.encode())
    repository.git("commit", "--quiet", "--message", "x")
    assert list_links(repository.folder, "HEAD", *HERE) == dict.fromkeys(links, PurePosixPath("pets.yaml"))
