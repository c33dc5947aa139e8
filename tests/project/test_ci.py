"""What runs in the CI and before the commits of others: action, hooks and recipe, on repositories made here."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml
from forge_server import Forge, serving
from released import ROOT

pytestmark = pytest.mark.slow

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
RECIPES = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "ci.md").read_text(encoding="utf-8"), re.DOTALL)
DESCRIPTION = """\
openapi: 3.1.0
info: {title: Depot, version: "1.0.0", description: Parts in stock.}
servers: [{url: "https://depot.example/v1"}]
tags: [{name: Parts, description: What lies on the shelves.}]
security: [{key: []}]
paths:
  /parts/{id}:
    get:
      operationId: getPart
      tags: [Parts]
      summary: Read one part.
      x-specloom: {method: get}
      parameters:
        - {name: id, in: path, required: true, description: The part's number., schema: {type: integer}}
      responses:
        "200":
          description: The part.
          content: {application/json: {schema: {$ref: "#/components/schemas/Part"}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Part:
      type: object
      description: One kind of part.
      properties:
        id: {type: integer, description: Its number.}
        name: {type: string, description: What it is called.}
"""
SETTINGS = """\
[tool.specloom.clients.depot]
spec = "openapi.yaml"
out = "src/depot"
"""


class Job:
    """A job of CI: a repository with a commit to compare with, and an environment that has Specloom from its wheel."""

    def __init__(self, folder: Path, binaries: Path, forge: Forge) -> None:
        self.folder = folder
        self.forge = forge
        self.temp = folder.parent / "temp"
        self.temp.mkdir(exist_ok=True)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GITHUB_", "CI"))},
            **{f"GIT_{who}_{what}": "x@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
            "PATH": os.pathsep.join([str(binaries), os.environ["PATH"]]),
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        self.base = self.git("rev-parse", "HEAD") if (folder / ".git").exists() else self.begin()

    def begin(self) -> str:
        self.git("init", "--quiet", "--initial-branch=main")
        self.write("openapi.yaml", DESCRIPTION)
        self.write("pyproject.toml", SETTINGS)
        self.bash("specloom generate")
        return self.commit()

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def edit(self, old: str, new: str) -> None:
        assert old in DESCRIPTION
        self.write("openapi.yaml", DESCRIPTION.replace(old, new))

    def git(self, *arguments: str) -> str:
        command = ["git", *arguments]
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def commit(self) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=change")
        return self.git("rev-parse", "HEAD")

    def bash(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a script as the runners do: it ends at the first command that fails."""
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        everything = {**self.environment, **environment}
        return subprocess.run(command, cwd=self.folder, env=everything, check=False, capture_output=True, text=True)


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


class Action:
    """Runs the steps of `action.yml` as GitHub does, with its files for outputs, paths and the summary."""

    def __init__(self, job: Job, **inputs: str) -> None:
        self.job = job
        self.codes: dict[str, int] = {}
        self.said: dict[str, str] = {}
        event = job.temp / "event.json"
        event.write_text('{"pull_request": {"number": 7}}')
        self.summary = job.temp / "summary.md"
        self.summary.write_text("")
        self.values = {
            "github.action_path": str(ROOT),
            "github.event.pull_request.base.sha": job.base,
            "github.event_name": "pull_request",
            "github.token": "of-the-job",
        }
        defaults = {name: self.fill(str(setting["default"])) for name, setting in ACTION["inputs"].items()}
        self.values |= {f"inputs.{name}": value for name, value in {**defaults, **inputs}.items()}
        self.variables = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_API_URL": job.forge.url,
            "GITHUB_REPOSITORY": "acme/shop",
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_TEMP": str(job.temp),
        }

    def fill(self, text: str) -> str:
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda found: self.values[found[1]], text)

    def is_wanted(self, step: dict[str, object]) -> bool:
        condition = str(step.get("if", ""))
        sides = [part.split(" == ") for part in condition.split(" && ") if part]
        return all(self.values[name] == value.strip("'") for name, value in sides)

    def run(self) -> int:
        """Run every step but the installation; return the last one's exit code."""
        for step in ACTION["runs"]["steps"]:
            if "run" in step and step["name"] != "Install" and self.is_wanted(step):
                self.step(step)
        return self.codes["Verdict"]

    def step(self, step: dict[str, object]) -> None:
        output = self.job.temp / "output"
        output.write_text("")
        variables = {name: self.fill(str(value)) for name, value in dict(step.get("env", {})).items()}
        done = self.job.bash(str(step["run"]), **self.variables, **variables, GITHUB_OUTPUT=str(output))
        name = str(step["name"])
        self.codes[name], self.said[name] = done.returncode, done.stdout + done.stderr
        for line in output.read_text().splitlines():
            key, _, value = line.partition("=")
            self.values[f"steps.{step['id']}.outputs.{key}"] = value


def test_the_action_installs_itself(tmp_path: Path):
    (install,) = (step for step in ACTION["runs"]["steps"] if step.get("name") == "Install")
    path = tmp_path / "path"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        "ACTION": str(ROOT),
        "TYPES": "false",
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_PATH": str(path),
        # What it depends on, and what it is built with, is lent by the environment of the tests: no network is needed.
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    subprocess.run(["bash", "-e", "-c", install["run"]], cwd=tmp_path, env=environment, check=True)
    specloom = Path(path.read_text().strip()) / "specloom"
    done = subprocess.run([specloom, "--version"], env=environment, check=True, capture_output=True, text=True)
    assert done.stdout.startswith("specloom ")


def test_a_pull_request_that_breaks_callers(job: Job):
    job.edit("        name: {type: string, description: What it is called.}\n", "")
    job.bash("specloom generate")
    job.commit()
    action = Action(job)
    assert action.run() == 1
    assert action.said["Verdict"].strip() == "lint 0, diff 1, check 0"
    assert re.search(
        r"^::error file=openapi.yaml,line=\d+,col=\d+,title=response-", action.said["Compare"], re.MULTILINE
    )
    (comment,) = job.forge.comments.values()
    assert comment.startswith("<!-- specloom:diff -->")
    assert "models.Part.name" in comment
    assert "models.Part.name" in action.summary.read_text(encoding="utf-8")

    job.edit("What it is called", "Its name")
    job.bash("specloom generate")
    job.commit()
    assert Action(job).run() == 0
    assert job.forge.comments == {}


def test_a_pull_request_that_changes_nothing(job: Job):
    job.write("notes.txt", "nothing of interest")
    job.commit()
    action = Action(job)
    assert action.run() == 0
    assert "::" not in action.said["Compare"] + action.said["Check"]
    assert job.forge.comments == {}


def test_a_pull_request_with_clients_that_are_not_current(job: Job):
    job.edit("What it is called", "Its name")
    job.commit()
    action = Action(job)
    assert action.run() == 1
    assert action.said["Verdict"].strip() == "lint 0, diff 0, check 10"
    assert "::error file=src/depot/manifest.json,title=description changed::" in action.said["Check"]


def test_a_pull_request_with_a_broken_description(job: Job):
    job.edit("#/components/schemas/Part", "#/components/schemas/Prat")
    job.commit()
    action = Action(job)
    assert action.run() == 1
    assert action.said["Verdict"].strip() == "lint 1, diff 2, check 2"
    assert "title=unresolved-reference::" in action.said["Lint"]


def test_a_pull_request_of_a_fork_leaves_the_report_in_the_summary(job: Job):
    job.forge.status = 403
    job.edit("        name: {type: string, description: What it is called.}\n", "")
    job.commit()
    action = Action(job, **{"fail-on": "never"})
    action.run()
    assert action.codes["Comment"] == 0
    assert "::notice::the report stands in the job's summary only" in action.said["Comment"]
    assert "models.Part.name" in action.summary.read_text(encoding="utf-8")


def test_no_expression_stands_inside_a_script():
    """Texts of a pull request may reach scripts as variables only, never as code."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_recipe_for_gitlab(job: Job):
    (recipe,) = (yaml.safe_load(text) for text in RECIPES if "script:" in text)
    script = "\n".join(recipe["specloom"]["script"])
    job.edit("        name: {type: string, description: What it is called.}\n", "")
    job.bash("specloom generate")
    job.commit()
    job.git("remote", "add", "origin", str(job.folder))
    variables = {
        "GITLAB_CI": "true",
        "CI_API_V4_URL": job.forge.url,
        "CI_PROJECT_ID": "12",
        "CI_MERGE_REQUEST_IID": "7",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": job.base,
        "GITLAB_TOKEN": "of-the-project",
    }
    done = job.bash(script, **variables)
    assert done.returncode == 1, done.stderr
    (comment,) = job.forge.comments.values()
    assert "models.Part.name" in comment
    assert job.bash(script, **{**variables, "CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"}).returncode == 0


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
        assert done.returncode == (10 if hook["id"] == "specloom-check" else 0)
        assert bool(job.git("status", "--porcelain", "src")) == (hook["id"] == "specloom-generate")
