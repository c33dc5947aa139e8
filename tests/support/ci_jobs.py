"""What is offered for CI, run as the runners do: the action step by step, the recipe for GitLab, and the hooks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from released import ROOT

if TYPE_CHECKING:
    from forge_server import Forge

__all__ = ["ACTION", "DESCRIPTION", "GITLAB", "HOOKS", "Action", "Job", "installation"]

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
RECIPES = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "ci.md").read_text(encoding="utf-8"), re.DOTALL)
(GITLAB,) = (yaml.safe_load(text)["specloom"] for text in RECIPES if "before_script:" in text)
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
        self.binaries = binaries
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

    def install(self, programs: str = "bin") -> None:
        """Put Specloom where the action installs it; `Scripts` is where an environment on Windows has its programs."""
        place = self.temp / "specloom" / programs
        if not place.parent.exists():
            place.mkdir(parents=True)
            (place / "specloom").symlink_to(self.binaries / "specloom")

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

    def gitlab(self, base: str, *, install: bool = False, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the recipe for GitLab in a merge request that is compared with `base`, by default as it is installed."""
        lines = [*(GITLAB["before_script"] if install else ()), *GITLAB["script"]]
        variables = {
            "GITLAB_CI": "true",
            "CI_API_V4_URL": self.forge.url,
            "CI_PROJECT_ID": "12",
            "CI_PROJECT_DIR": str(self.folder),
            "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
            "GITLAB_TOKEN": "of-the-project",
        }
        return self.bash("\n".join(lines), **variables, **environment)


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
            "github.event.merge_group.base_sha": "",
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
            "GITHUB_OUTPUT": str(job.temp / "output"),
            "RUNNER_TEMP": str(job.temp),
        }

    def fill(self, text: str) -> str:
        def value(found: re.Match[str]) -> str:
            return next(filter(None, (self.values[name] for name in found[1].split(" || "))), "")

        return re.sub(r"\$\{\{ (.*?) \}\}", value, text)

    def is_wanted(self, step: dict[str, object]) -> bool:
        condition = str(step.get("if", ""))
        name, _, value = condition.partition(" != ")
        return not condition or self.values[name] != value.strip("'")

    def run(self) -> int:
        """Run every step but the installation, instead of which there is one; return the exit code of the review."""
        self.job.install()
        for step in ACTION["runs"]["steps"]:
            if "run" in step and step["name"] != "Install" and self.is_wanted(step):
                self.step(step)
        return self.codes["Review"]

    def step(self, step: dict[str, object]) -> None:
        variables = {name: self.fill(str(value)) for name, value in dict(step.get("env", {})).items()}
        script = f'cd "{self.fill(str(step.get("working-directory", ".")))}"\n{step["run"]}'
        done = self.job.bash(script, **self.variables, **variables)
        name = str(step["name"])
        self.codes[name], self.said[name] = done.returncode, done.stdout + done.stderr


def installation(temp: Path) -> dict[str, str]:
    """Return an environment in which pip needs no network: what it installs is lent by the environment of the tests."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "ACTION": str(ROOT),
        "TYPES": "false",
        "RUNNER_TEMP": str(temp),
        "GITHUB_PATH": str(temp / "path"),
    }
