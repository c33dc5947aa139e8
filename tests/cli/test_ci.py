"""`specloom ci` in a repository: it runs what the project has something for, and gives one verdict."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from repository import Repository
from work_files import SPEC

from specloom.cli.main import main

SETTINGS = """\
[clients.shop]
spec = "shop.yaml"
[vendor.sitoo]
into = "sitoo"
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a repository with one generated client, current and committed."""
    folder = tmp_path_factory.mktemp("shop")
    repository = Repository(folder)
    repository.write({"specloom.toml": SETTINGS.partition("[vendor")[0], "shop.yaml": SPEC})
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["generate"]) == 0
    repository.commit()
    return folder


@pytest.fixture
def repository(shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A copy of the repository, in which commands run."""
    for name in ("FORCE_COLOR", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(shutil.copytree(shop, tmp_path / "copy"))
    return Repository(tmp_path / "copy")


@pytest.fixture
def run(repository: Repository, run_here: Run) -> Run:
    assert repository.folder == Path.cwd()
    return partial(run_here, "ci")


def commands(said: str) -> list[tuple[str, int]]:
    return [(each["command"], each["exit_code"]) for each in json.loads(said)["commands"]]


def test_what_a_project_has_is_looked_at(run: Run):
    code, out, err = run()
    assert code == 0
    assert out.startswith("== specloom lint\n")
    assert out.endswith("\n\n== specloom check\npasses: 1 current\n\nall is well\n")
    assert err == "nothing is compared: --base names no revision, and this is no job of a pull request or merge queue\n"


def test_one_verdict_on_all(run: Run, repository: Repository):
    repository.write({"shop.yaml": SPEC.replace("/orders:", "/purchases:"), "specloom.toml": SETTINGS})
    code, out, _ = run("--base", "HEAD", "--format", "json")
    assert code == 1
    assert commands(out) == [
        ("specloom lint", 0),
        ("specloom check", 1),
        ("specloom vendor status --check", 1),
        ("specloom diff --base HEAD --fail-on breaking", 1),
    ]
    assert commands(run("--base", "HEAD", "--fail-on", "never", "--format", "json", "shop")[1]) == [
        ("specloom lint shop", 0),
        ("specloom check shop", 1),
        ("specloom diff --base HEAD --fail-on never shop", 0),
    ]


def test_vendored_clients_that_are_well_are_counted(run: Run):
    assert main(["vendor", "add", "depot", "--spec", "shop.yaml", "--into", "depot"]) == 0
    assert "== specloom vendor status --check\npasses: 1 up to date\n" in run()[1]


def test_what_fails_by_an_acceptance_alone_says_so(run: Run, repository: Repository):
    repository.write({"specloom-accept.toml": '[[accept]]\nid = "0123456789ab"\nreason = "gone"\n'})
    code, out, _ = run("--base", "HEAD", "shop")
    assert (code, "fails: no changes" in out) == (0, False), "another client may need it"
    code, out, _ = run("--base", "HEAD")
    assert (code, "fails: no changes; 1 acceptance that nothing needs\n" in out) == (1, True)


def test_what_cannot_be_found_out_does_not_keep_the_others_from_running(run: Run):
    code, out, _ = run("--base", "nowhere")
    assert code == 2
    assert "== specloom check\npasses: 1 current\n" in out
    assert "could not find out: there is no revision 'nowhere' in this repository; check the name" in out


@pytest.mark.parametrize("event_of_job", ["pull_request", "merge_group", ""])
def test_the_job_of_a_pull_request_says_what_to_compare_with(
    run: Run, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event_of_job: str
):
    base = repository.git("rev-parse", "HEAD")
    if event_of_job:
        event = tmp_path / "event.json"
        event.write_text(json.dumps({event_of_job: {"number": 7, "base": {"sha": base}, "base_sha": base}}))
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
    else:
        monkeypatch.setenv("GITLAB_CI", "true")
        monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", base)
    assert commands(run("--format", "json")[1])[-1] == (f"specloom diff --base {base} --fail-on breaking", 0)


def test_the_job_of_a_push_compares_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    event = tmp_path / "event.json"
    event.write_text('{"ref": "refs/heads/main"}')
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
    assert [words for words, _ in commands(run("--format", "json")[1])] == ["specloom lint", "specloom check"]


def test_a_hook_compares_nothing_in_the_job_of_a_pull_request(run: Run, monkeypatch: pytest.MonkeyPatch):
    for name, value in {"GITLAB_CI": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "0" * 40}.items():
        monkeypatch.setenv(name, value)
    assert run()[0] == 2, "a shallow clone lacks the commit"
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert run()[0] == 0


def test_the_report_begins_with_the_verdict(run: Run, repository: Repository):
    repository.write({"shop.yaml": SPEC.replace("/orders:", "/purchases:")})
    run("--base", "HEAD", "--report", "report.md")
    report = Path("report.md").read_text(encoding="utf-8")
    assert report.startswith("**Specloom: 2 of 3 need a person**\n\n| command | verdict | found |\n")
    assert "GET /orders" in report


def test_the_report_says_so_where_the_settings_are_wrong(run: Run, repository: Repository):
    Path("report.md").write_text("of an earlier push")
    repository.write({"specloom.toml": '[clients.shop]\nspek = "shop.yaml"\n'})
    code, out, err = run("--base", "HEAD", "--report", "report.md")
    assert (code, out) == (2, "")
    assert err.startswith("error: specloom.toml:2:1: unknown setting clients.shop.spek\nhelp: did you mean 'spec'?")
    title, row = Path("report.md").read_text().splitlines()[::4]
    assert title == "**Specloom: 1 of 1 needs a person**"
    assert row.startswith("| <code>specloom ci</code> | could not find out | specloom.toml:")


def test_the_report_says_once_what_several_commands_find(run: Run, repository: Repository):
    repository.write({"shop.yaml": SPEC.replace("tags: [Orders]", "tags: Orders")})
    assert run("--report", "report.md")[0] == 2
    assert Path("report.md").read_text().count("<code>wrong-type</code>") == 1


def test_no_report_is_written_through_a_link(run: Run):
    Path("kept.md").write_text("mine", encoding="utf-8")
    Path("report.md").symlink_to("kept.md")
    code, _, err = run("--report", "report.md")
    assert (code, Path("kept.md").read_text(encoding="utf-8")) == (2, "mine")
    assert err.endswith("error: report.md is a link, and the report is written to none\nhelp: name another file\n")


def test_who_has_code_of_his_own_is_told_how_it_is_looked_at(run: Run):
    Path("src").mkdir()
    hint = 'put code = ["src"] into the top of specloom.toml, and what breaks in it is told\n'
    assert run("--base", "HEAD")[2] == f"your own code is not looked at, and a change may break it: {hint}"
    settings = Path("specloom.toml")
    settings.write_text(f'code = ["src"]\n{settings.read_text()}')
    assert run("--base", "HEAD")[2] == ""


@pytest.mark.parametrize(("option", "target"), [("--report", "../elsewhere"), ("--page", ".git/hooks")])
def test_no_report_is_written_into_a_linked_folder(run: Run, tmp_path: Path, option: str, target: str):
    Path(target).mkdir(parents=True, exist_ok=True)
    Path("build").symlink_to(target, target_is_directory=True)
    code, out, err = run("--base", "HEAD", option, str(Path("build/deep.md").absolute()))
    assert code == 2
    assert "build is a link, and the report is written to none" in f"{out}{err}"
    assert not [*tmp_path.rglob("deep.md")]


def test_an_annotation_stands_once_however_many_commands_find_it(run: Run, repository: Repository):
    repository.write({"shop.yaml": SPEC.replace("{description: Nothing.}", "{$ref: '#/components/responses/Gone'}")})
    code, out, _ = run("--base", "HEAD", "--format", "github")
    assert code == 2
    assert out.count("title=unresolved-reference::") == 1


def test_without_a_job_nobody_is_commented_to_and_the_verdict_stays(run: Run):
    code, _, err = run("--comment", "shop")
    assert code == 0
    assert "no comment was written: this is no job of GitHub Actions or GitLab CI" in err


def test_a_name_that_no_client_has(run: Run):
    code, _, err = run("shpo")
    assert (code, err) == (2, "error: there is no client 'shpo'\nhelp: did you mean 'shop'? the settings have: shop\n")


@pytest.fixture
def two_projects(repository: Repository) -> Repository:
    """The repository with its project in two folders, and none at its top."""
    for name in ("a", "b"):
        shutil.copytree(
            repository.folder, repository.folder / "parts" / name, ignore=shutil.ignore_patterns(".git", "parts")
        )
    repository.git("rm", "-r", "--quiet", "generated", "specloom.toml", "shop.yaml")
    repository.commit()
    (repository.folder / "parts" / "b" / "shop.yaml").write_text(
        SPEC.replace("operationId: listOrders", "summary: List.")
    )
    return repository


@pytest.mark.usefixtures("two_projects")
def test_at_the_top_of_several_projects_all_are_looked_at(run: Run):
    code, out, _ = run("--format", "json", "--base", "HEAD")
    assert code == 1
    assert commands(out) == [
        ("cd parts/a && specloom lint", 0),
        ("cd parts/a && specloom check", 0),
        ("cd parts/a && specloom diff --base HEAD --fail-on breaking", 0),
        ("cd parts/b && specloom lint", 0),
        ("cd parts/b && specloom check", 1),
        ("cd parts/b && specloom diff --base HEAD --fail-on breaking", 0),
    ]
    assert [each["folder"] for each in json.loads(out)["commands"]] == [*["parts/a"] * 3, *["parts/b"] * 3]
    assert "file=parts/b/shop.yaml,line=" in run("--format", "github")[1]
    assert run("--format", "markdown")[1].count("In <code>parts/b</code>:") == 1


def test_a_repository_below_has_a_ci_of_its_own(two_projects: Repository, run: Run):
    (two_projects.folder / "parts" / "b" / ".git").write_text("gitdir: a submodule has a file\n")
    assert run("--base", "HEAD", "--format", "json")[0] == 0
    assert [command[:10] for command, _ in commands(run("--format", "json")[1])] == ["cd parts/a"] * 2


def test_the_name_of_a_folder_writes_nothing_into_the_log(two_projects: Repository, run: Run):
    (two_projects.folder / "parts" / "b").rename(two_projects.folder / "parts" / "b\n::add-mask::x\a")
    shown = r"parts/b\n::add-mask::x\x07"
    _, out, err = run("--base", "HEAD")
    assert f"the top of {shown}" in err
    assert not {line for line in (out + err).splitlines() if line.startswith("::") or "\a" in line}


def test_of_several_projects_those_are_looked_at_that_have_what_is_named(two_projects: Repository, run: Run):
    settings = two_projects.folder / "parts" / "b" / "specloom.toml"
    settings.write_text(settings.read_text().replace("[clients.shop]", "[clients.bazaar]"))
    assert [command for command, _ in commands(run("shop", "--format", "json")[1])] == [
        "cd parts/a && specloom lint shop",
        "cd parts/a && specloom check shop",
    ]
    code, out, _ = run("shop", "--base", "HEAD", "--page", "page.html")
    assert (code, "--page" in out) == (0, False)
    Path("page.html").unlink()
    _, _, err = run("--page", "page.html")
    assert err.endswith("\nno page is written: it is about one project, and these are 2\n")
    assert not Path("page.html").exists()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('required-version = ">=9"\n[clients.shop]\n', "parts/b/specloom.toml requires Specloom >=9, and this is "),
        ("[clients.shop]\n", "parts/b/specloom.toml:1:10: clients.shop does not name its description"),
        ("<<<<<<< ours\n", "parts/b/specloom.toml:1:1: this file has the marks of a merge"),
    ],
)
@pytest.mark.parametrize("names", [(), ("nobody",)])
def test_settings_of_one_project_that_are_wrong_are_a_finding_beside_the_others(
    text: str, why: str, names: tuple[str, ...], two_projects: Repository, run: Run
):
    (two_projects.folder / "parts" / "b" / "specloom.toml").write_text(text)
    code, out, _ = run("--format", "json", *names)
    wrong, *others = json.loads(out)["commands"]
    assert (code, wrong["exit_code"], wrong["folder"]) == (2, 2, "parts/b")
    assert wrong["command"] == "cd parts/b && specloom ci"
    assert wrong["summary"].startswith(why)
    assert [each["folder"] for each in others] == ([] if names else ["parts/a", "parts/a"])


def test_files_that_say_nothing_to_specloom_may_be_wrong(two_projects: Repository, run: Run):
    (two_projects.folder / "parts" / "b" / "specloom.toml").unlink()
    (two_projects.folder / "parts" / "b" / "pyproject.toml").write_text("[tool.other\n")
    assert run()[0] == 0


def test_the_clients_of_several_projects_are_named_in_their_order(two_projects: Repository, run: Run):
    settings = two_projects.folder / "parts" / "b" / "specloom.toml"
    names = ("bazaar", "market", "kiosk", "arcade")
    tables = [f'[clients.{name}]\nspec = "shop.yaml"\nout = "generated/{name}"\n' for name in names]
    settings.write_text("".join(tables))
    assert run("x")[2].endswith("the settings have: shop, bazaar, market, kiosk, arcade\n")
