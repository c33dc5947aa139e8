"""What runs in the CI and before the commits of others: action, hooks and recipe, on repositories made here."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from canaries import plant_modules
from ci_jobs import ACTION, DESCRIPTION, HOOKS, Action, Job, installation
from forge_server import Forge, serving
from pages import blocks, section
from released import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, installed: Path) -> Path:
    """A repository with a commit to compare with."""
    folder = tmp_path_factory.mktemp("shop") / "shop"
    folder.mkdir()
    with serving(Forge()) as forge:
        Job(folder, installed / "bin", forge)
    return folder


@pytest.fixture
def job(tmp_path: Path, shop: Path, installed: Path):
    with serving(Forge()) as forge:
        yield Job(shutil.copytree(shop, tmp_path / "shop"), installed / "bin", forge)


def test_the_action_installs_itself_and_leaves_the_path_alone(tmp_path: Path):
    (install,) = (step for step in ACTION["runs"]["steps"] if step.get("name") == "Install")
    environment = installation(tmp_path)
    checkout, mark = tmp_path / "checkout", tmp_path / "mark"
    checkout.mkdir()
    plant_modules(checkout, mark)
    subprocess.run(["bash", "-e", "-c", install["run"]], cwd=checkout, env=environment, check=True)
    assert not mark.exists(), mark.read_text()
    specloom = tmp_path / "specloom" / "bin" / "specloom"
    done = subprocess.run([specloom, "--version"], env=environment, check=True, capture_output=True, text=True)
    assert done.stdout.startswith("specloom ")
    assert not (tmp_path / "path").exists()
    assert "GITHUB_PATH" not in str(ACTION)


def test_the_action_finds_the_programs_of_an_environment_as_windows_lays_it(tmp_path: Path, job: Job):
    (install,) = (step for step in ACTION["runs"]["steps"] if step.get("name") == "Install")
    environment = installation(tmp_path)
    real = shutil.which("python", path=environment["PATH"])
    python = tmp_path / "programs" / "python"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\n"{real}" "$@" && mv specloom/bin specloom/Scripts\n')
    python.chmod(0o755)
    environment["PATH"] = f"{python.parent}:{environment['PATH']}"
    subprocess.run(["bash", "-e", "-c", install["run"]], cwd=tmp_path, env=environment, check=True)
    job.install("Scripts")
    action = Action(job)
    assert action.run() == 0, action.said
    assert not (job.temp / "specloom" / "bin").exists()


def test_other_actions_are_named_by_commit():
    recipes = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", (ROOT / "action.yml").read_text(encoding="utf-8") + recipes)
    own = [each for each in used if each.startswith("OWNER/specloom@")]
    assert own == ["OWNER/specloom@COMMIT"]
    assert len(used) == 6
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", each) for each in used if each not in own)


def test_a_pull_request_that_breaks_callers(job: Job):
    job.edit("        name: {type: string, description: What it is called.}\n", "")
    job.bash("specloom generate")
    job.commit()
    action = Action(job)
    assert action.run() == 1
    said = action.said["Review"]
    assert re.search(r"^::error file=openapi.yaml,line=\d+,col=\d+,title=response-", said, re.MULTILINE)
    (comment,) = job.forge.comments.values()
    assert comment.startswith("<!-- specloom:diff -->")
    assert "models.Part.name" in comment
    assert "models.Part.name" in action.summary.read_text(encoding="utf-8")

    job.edit("What it is called", "Its name")
    job.bash("specloom generate")
    job.commit()
    assert Action(job).run() == 0
    assert job.forge.comments == {}


def test_each_project_of_a_repository_has_a_comment_of_its_own(job: Job):
    for name in ("--> api", "web"):
        shutil.copytree(job.folder, job.folder / "packages" / name, ignore=shutil.ignore_patterns(".git", "packages"))
    job.base = job.commit()
    for name in ("packages/--> api", "packages/web", "."):
        job.write(f"{name}/openapi.yaml", DESCRIPTION.replace("name: {type", "title: {type"))
        job.bash(f"cd '{name}' && specloom generate")
        job.commit()
        assert Action(job, directory=name).run() == 1
    firsts = ["<!-- specloom:diff packages/--%3E%20api -->", "<!-- specloom:diff packages/web -->"]
    texts = [text.partition("\r\n") for text in job.forge.comments.values()]
    assert [first for first, _, _ in texts] == [*firsts, "<!-- specloom:diff -->"]
    pages = [f"specloom-packages-{name}.html" for name in ("api", "web")]
    assert all(
        f"<code>{page}</code>" in text for page, (_, _, text) in zip([*pages, "specloom.html"], texts, strict=True)
    )
    said = "\n".join(text for _, _, text in texts)
    assert re.findall(r"\*\*Specloom(.*): 1 of 3", said) == [
        " in <code>packages/--> api</code>",
        " in <code>packages/web</code>",
        "",
    ]
    assert sorted(file.name for file in job.temp.glob("*.html")) == sorted([*pages, "specloom.html"])


@pytest.mark.parametrize("base", ["main", "origin/main", "v1.0"])
def test_what_to_compare_with_goes_by_its_name_too(job: Job, base: str):
    job.git("tag", "--annotate", "--message=first", "v1.0")
    job.git("clone", "--quiet", "--bare", ".", "../origin")
    job.edit("        name: {type: string, description: What it is called.}\n", "")
    job.bash("specloom generate")
    job.commit()
    job.git("switch", "--quiet", "--detach")
    job.git("branch", "--quiet", "--delete", "--force", "main")
    job.git("tag", "--delete", "v1.0")
    job.git("remote", "add", "origin", "../origin")
    action = Action(job, base=base)
    assert action.run() == 1, action.said
    assert "models.Part.name" in action.summary.read_text(encoding="utf-8")


def test_a_pull_request_that_changes_nothing(job: Job):
    job.write("notes.txt", "nothing of interest")
    job.commit()
    action = Action(job)
    assert action.run() == 0
    assert "::" not in action.said["Review"]
    assert "| passes | 1 current |" in action.summary.read_text(encoding="utf-8")
    assert job.forge.comments == {}


def test_a_pull_request_with_clients_that_are_not_current(job: Job):
    job.edit("What it is called", "Its name")
    job.commit()
    action = Action(job)
    assert action.run() == 1
    assert "::error file=src/depot/manifest.json,title=description changed::" in action.said["Review"]


def test_a_pull_request_with_a_broken_description(job: Job):
    job.edit("#/components/schemas/Part", "#/components/schemas/Prat")
    job.commit()
    action = Action(job)
    assert action.run() == 2
    assert "title=unresolved-reference::" in action.said["Review"]


def test_a_pull_request_of_a_fork_leaves_the_report_in_the_summary(job: Job):
    job.forge.status = 403
    job.edit("        name: {type: string, description: What it is called.}\n", "")
    job.commit()
    action = Action(job, **{"fail-on": "never"})
    assert action.run() == 1, "the client is not current"
    assert "no comment was written: " in action.said["Review"]
    assert "models.Part.name" in action.summary.read_text(encoding="utf-8")


def test_what_is_kept_has_a_name_or_nothing_is_kept():
    (keep,) = (step for step in ACTION["runs"]["steps"] if step.get("name") == "Keep the page")
    (named,) = re.findall(r"\$\{\{ (steps\.\S+) \}\}", keep["with"]["path"])
    assert f"{named} != ''" in keep["if"]


def test_no_expression_stands_inside_a_script():
    """Texts of a pull request may reach scripts as variables only, never as code."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_recipe_for_gitlab(job: Job):
    job.edit("        name: {type: string, description: What it is called.}\n", "")
    job.bash("specloom generate")
    job.commit()
    job.git("remote", "add", "origin", str(job.folder))
    done = job.gitlab(job.base)
    assert done.returncode == 1, done.stderr
    (comment,) = job.forge.comments.values()
    assert "models.Part.name" in comment
    assert job.gitlab("HEAD").returncode == 0


def test_one_command_looks_at_all_of_it(job: Job):
    job.git("remote", "add", "origin", str(job.folder))
    job.git("fetch", "--quiet", "origin")
    job.edit("        name: {type: string, description: What it is called.}\n", "")
    (command,) = blocks(section("docs/ci.md", "Specloom in CI and before a commit"), "console")
    done = job.bash(command.removeprefix("$ "))
    assert done.returncode == 1
    assert done.stdout.endswith("\n2 of 3 need a person\n")


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_passes_and_stops(job: Job, hook: dict[str, object]):
    entry = str(hook["entry"])
    assert job.bash(entry).returncode == 0
    if hook["id"] == "specloom-lint":
        job.edit("#/components/schemas/Part", "#/components/schemas/Prat")
        assert job.bash(entry).returncode == 1
    else:
        job.edit("What it is called", "Its name")
        done = job.bash(entry)
        # A hook that writes stops the commit because files have changed.
        assert done.returncode == {"specloom": 1, "specloom-check": 10}.get(str(hook["id"]), 0)
        assert bool(job.git("status", "--porcelain", "src")) == (hook["id"] == "specloom-generate")
