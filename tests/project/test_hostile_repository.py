"""A pull request that tries everything, in a repository that runs every recipe: no canary appears.

The Install step of the action has its own test, in `test_ci.py`: it runs in a folder with the same modules.
"""

import os
import shutil
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from canaries import arm_repository, plant_bare_repository, plant_modules, plant_programs
from ci_jobs import DESCRIPTION, HOOKS, Action, Job
from forge_server import Forge, serving
from repository import Repository

pytestmark = pytest.mark.slow
CANARY = "canary-4f1d"
"""Stands in all that nobody may read: a file outside, the settings of git, the environment of the job."""
FOREIGN = "<!-- specloom:diff -->\nThe review of somebody else."
IN_A_FOLDER = '[clients.parts]\nspec = "openapi.yaml"\nout = "client"\n'
REFERENCES = {
    "above": "../outside/secret.yaml",
    "absolute": "{outside}/secret.yaml",
    "by address": "file://{outside}/secret.yaml",
    "by link": "link.yaml",
    "by linked folder": "folder/secret.yaml",
    "environment": "/proc/self/environ",
    "network": "http://127.0.0.1:9/secret.yaml",
}
LINKS = {
    "link.yaml": "../outside/secret.yaml",
    "folder": "../outside",
    "environ.yaml": "/proc/self/environ",
    "config.yaml": ".git/config",
    "zero.yaml": "/dev/zero",
}
SPECS = {
    "address": "http://127.0.0.1:9/secret.yaml",
    "linked folder": "folder",
    "above": "../outside/secret.yaml",
    "link": "link.yaml",
    "in a linked folder": "folder/secret.yaml",
    "environment by a link": "environ.yaml",
    "settings of git": ".git/config",
    "device by a link": "zero.yaml",
}
"""What `spec` of a client in the settings is; more of them, for each command, in `tests/cli/test_secrets.py`."""


class Hostile(Job):
    """A job for the pull request, with all that may leave a trace."""

    mark: Path
    """A file that whatever runs makes."""
    outside: Path
    """A folder beside the clone."""

    def copy(self, name: str) -> "Hostile":
        """Return a job for another clone of the repository, with an environment that has the canary."""
        copy = Hostile(shutil.copytree(self.folder, self.folder.with_name(name)), self.binaries, self.forge)
        copy.mark, copy.outside, copy.base = self.mark, self.outside, self.base
        copy.environment["SECRET"] = CANARY
        return copy

    def traces(self, *said: str) -> list[str]:
        """Return what was run, and what was said of the canary."""
        kept = [path.read_text() for path in self.temp.glob("*.md")]
        heard = [text for text in (*said, *self.forge.comments.values(), *kept) if CANARY in text]
        run = [f"something ran: {self.mark.read_text()}"] if self.mark.exists() else []
        return [*run, *heard]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, installed: Path) -> Iterator[Hostile]:
    """A repository with two clients, one of them in a folder with settings of its own."""
    folder = tmp_path_factory.mktemp("hostile") / "base"
    (folder / "api").mkdir(parents=True)
    with serving(Forge()) as forge:
        job = Hostile(folder, installed / "bin", forge)
        job.mark, job.outside = folder.parent / "mark", folder.parent / "outside"
        job.outside.mkdir()
        (job.outside / "secret.yaml").write_text(f"secret: {CANARY}\n")
        job.write("api/openapi.yaml", DESCRIPTION)
        job.write("api/specloom.toml", IN_A_FOLDER)
        job.bash("cd api && specloom generate")
        job.base = job.commit()
        job.git("remote", "add", "origin", str(folder))
        job.git("config", "http.extraheader", f"AUTHORIZATION: basic {CANARY}")
        yield job


@pytest.fixture(scope="module")
def code(base: Hostile) -> Hostile:
    """A pull request with everything that somebody might run."""
    job = base.copy("code")
    for place in ("openapi.yaml", "api/openapi.yaml"):
        job.write(place, DESCRIPTION.replace("        name: {type: string, description: What it is called.}\n", ""))
    job.bash("specloom generate; cd api && specloom generate")
    for folder in (job.folder, job.folder / "api"):
        plant_modules(folder, job.mark)
        plant_programs(folder, job.mark)
        (folder / "specloom.md").symlink_to(job.outside / "secret.yaml")
    job.write(".gitattributes", "* filter=evil diff=evil merge=evil\n")
    settings = (job.folder / "pyproject.toml").read_text()
    job.write("pyproject.toml", f"{settings}[tool.mypy]\nplugins = ['plugin.py']\n[tool.specloom]\ncode = ['.']\n")
    job.write("uses.py", "from src.depot import Depot\n\nDepot().parts.get(1).name\n")
    plant_bare_repository(job.folder / "api", Repository(job.folder), job.mark)
    job.commit()
    arm_repository(job.folder, job.mark)
    return job


@pytest.fixture(scope="module")
def leaks(base: Hostile) -> Hostile:
    """A pull request with descriptions that point at what nobody may read, and links that lead there."""
    job = base.copy("leaks")
    for name, target in LINKS.items():
        (job.folder / name).symlink_to(target)
    settings = "[tool.specloom.clients.depot]\nspec = 'openapi.yaml'\nout = 'src/depot'\n"
    for number, reference in enumerate(REFERENCES.values()):
        target = reference.format(outside=job.outside)
        job.write(f"reference{number}.yaml", DESCRIPTION.replace("#/components/schemas/Part", target))
        settings += f"[tool.specloom.clients.r{number}]\nspec = 'reference{number}.yaml'\nout = 'src/r{number}'\n"
    job.write("pyproject.toml", settings)
    job.commit()
    return job


def act(job: Hostile, **inputs: str) -> str:
    action = Action(job, **inputs)
    action.run()
    return "".join(action.said.values())


def in_gitlab(job: Hostile) -> str:
    """Run the recipe with its installation, of a package that is nothing: Specloom stands on the PATH."""
    place = job.temp / "python"
    venv.create(place, with_pip=False)
    packages = place / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"))
    wheel = job.temp / "nothing-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr("nothing-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: nothing\nVersion: 1\n")
        file.writestr("nothing-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr("nothing-1.dist-info/RECORD", "")
    path = os.pathsep.join([str(place / "bin"), job.environment["PATH"]])
    done = job.gitlab(job.base, install=True, SPECLOOM=str(wheel), PATH=path, PIP_NO_INDEX="1")
    assert (packages / "nothing-1.dist-info").exists(), done.stderr
    report = job.folder / "specloom.md"
    return done.stdout + done.stderr + (report.read_text() if report.is_file() else "")


def before_a_commit(job: Hostile) -> str:
    runs = [job.bash(str(hook["entry"])) for hook in HOOKS]
    return "".join(run.stdout + run.stderr for run in runs)


RECIPES: dict[str, Callable[[Hostile], str]] = {
    "action": lambda job: act(job, types="true"),
    "action in a folder": lambda job: act(job, directory="api"),
    "gitlab": in_gitlab,
    "hooks": before_a_commit,
}


@pytest.fixture(params=RECIPES.values(), ids=RECIPES)
def recipe(request: pytest.FixtureRequest, base: Hostile) -> Callable[[Hostile], str]:
    base.mark.unlink(missing_ok=True)
    base.forge.comments, base.forge.authors = {1: FOREIGN}, {1: "mallory"}
    return request.param


def test_nothing_of_a_pull_request_runs(code: Hostile, recipe: Callable[[Hostile], str]):
    assert code.traces(recipe(code)) == []
    assert code.forge.comments.pop(1) == FOREIGN
    assert (code.outside / "secret.yaml").read_text() == f"secret: {CANARY}\n"
    if recipe is not before_a_commit:
        (comment,) = code.forge.comments.values()
        assert "response-optional-property-removed" in comment


@pytest.mark.parametrize("recipe", [act, before_a_commit], indirect=True)
def test_nothing_is_read_that_is_not_of_the_pull_request(leaks: Hostile, recipe: Callable[[Hostile], str]):
    said = recipe(leaks)
    assert leaks.traces(said) == []
    assert "reference leaves the description's folder" in said


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
@pytest.mark.parametrize("recipe", [act], indirect=True)
def test_no_description_is_read_elsewhere(leaks: Hostile, recipe: Callable[[Hostile], str], spec: str):
    place = spec.format(outside=leaks.outside)
    leaks.write("pyproject.toml", f"[tool.specloom.clients.depot]\nspec = '{place}'\nout = 'src/depot'\n")
    leaks.commit()
    said = recipe(leaks)
    assert leaks.traces(said) == []
    assert "lint 0" not in said
