"""Half a year of an integrator: a client vendored from the released wheel, in a real repository, without a network."""

from pathlib import Path

import pytest
from released import python_of, run
from ruff import find_ruff_bin
from work_files import edit

pytestmark = pytest.mark.slow

JANUARY = """\
openapi: 3.1.0
info: {title: Workbench, version: "1.0"}
servers: [{url: https://workbench.example}]
x-specloom: {client: Workbench, env_prefix: WORKBENCH}
paths:
  /jobs:
    get:
      operationId: listJobs
      tags: [Jobs]
      summary: List the jobs of the bench.
      parameters: [{name: state, in: query, schema: {type: string}, description: Only jobs in this state.}]
      responses:
        "200":
          description: Jobs.
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Job'}}}}
    post:
      operationId: createJob
      tags: [Jobs]
      summary: Put a job on the bench.
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}
      responses:
        "201": {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}
  /tools/{id}:
    get:
      operationId: getTool
      tags: [Tools]
      summary: Read a tool.
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Tool'}}}}
components:
  schemas:
    Job: {type: object, properties: {id: {type: integer}, title: {type: string, description: What is to be done.}}}
    Tool: {type: object, properties: {id: {type: integer}, name: {type: string, description: What it is called.}}}
"""
CALL = """\
import httpx
from acme.bench import Workbench

def answer(request):
    return httpx.Response(200, json=[{"id": 7, "title": "Solder", "state": "open"}])

with Workbench(transport=httpx.MockTransport(answer)) as bench:
    print(bench.jobs.list_jobs()[0].title)
"""


class Integrator:
    """Somebody with a repository, who has Specloom installed and calls the client after everything they do."""

    def __init__(self, environment: Path, folder: Path) -> None:
        self.folder = folder
        self.client = folder / "src" / "acme" / "bench"
        self.environment = environment

    def specloom(self, *arguments: str, code: int = 0) -> str:
        return run(self.environment / "bin" / "specloom", *arguments, folder=self.folder, code=code)

    def git(self, *arguments: str) -> str:
        author = ("-c", "user.name=Anna", "-c", "user.email=anna@example.com", "-c", "commit.gpgsign=false")
        return run("git", *author, *arguments, folder=self.folder)

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def call(self, code: str = CALL) -> str:
        return run(python_of(self.environment), "-W", "error", "-c", code, folder=self.folder / "src")

    def edit(self, path: str, old: str, new: str) -> None:
        edit(self.folder / path, old, new)

    def edit_client(self, path: str, old: str, new: str) -> None:
        self.edit(f"src/acme/bench/{path}", old, new)


@pytest.fixture
def anna(installed: Path, tmp_path: Path) -> Integrator:
    anna = Integrator(installed, tmp_path / "acme")
    (anna.folder / "src" / "acme").mkdir(parents=True)
    (anna.folder / "src" / "acme" / "__init__.py").touch()
    (anna.folder / "api").mkdir()
    (anna.folder / "api" / "workbench.yaml").write_text(JANUARY)
    (anna.folder / "pyproject.toml").write_text('[project]\nname = "acme" # ours\n')
    (anna.folder / ".gitignore").write_text("__pycache__/\n")
    anna.git("init", "--quiet")
    anna.commit("Begin")
    return anna


def january(anna: Integrator) -> None:
    """The client comes."""
    anna.specloom("vendor", "add", "workbench", "--spec", "api/workbench.yaml", "--into", "src/acme/bench")
    settings = (anna.folder / "pyproject.toml").read_text()
    assert settings == (
        '[project]\nname = "acme" # ours\n\n'
        '[tool.specloom.vendor.workbench]\ninto = "src/acme/bench"\nspec = "api/workbench.yaml"\n'
    )
    assert "MIT License" in (anna.client / "LICENSE").read_text()
    assert anna.call() == "Solder\n"
    anna.commit("Vendor the client of the workbench")


def february(anna: Integrator) -> None:
    """Three files are edited, one goes, one comes."""
    anna.edit_client("models/job.py", "What is to be done.", "What the customer wants done.")
    anna.edit_client("resources/jobs.py", "List the jobs of the bench.", "List the jobs of our bench.")
    anna.edit_client("client.py", '"""The clients', '"""Our clients')
    (anna.client / "models" / "tool.py").unlink()
    (anna.client / "shortcuts.py").write_text("from .client import Workbench as Bench\n")
    assert anna.specloom("vendor", "status").splitlines()[1:] == [
        "  edited      client.py",
        "  edited      models/job.py",
        "  edited      resources/jobs.py",
        "  deleted     models/tool.py",
        "  added       shortcuts.py",
    ]
    edits = anna.specloom("vendor", "diff", "--edits")
    assert '-    """What is to be done."""' in edits
    assert '+    """What the customer wants done."""' in edits
    assert anna.call() == "Solder\n"
    anna.commit("Make it ours")


def march(anna: Integrator) -> None:
    """The description moves on without harm."""
    anna.edit("api/workbench.yaml", "title: {type", "state: {type: string}, title: {type")
    anna.edit("api/workbench.yaml", "name: {type: string,", "weight: {type: integer}, name: {type: string,")
    assert "update available: the description changed: workbench.yaml" in anna.specloom("vendor", "status")
    shown = anna.specloom("vendor", "update", "--dry-run", "--diff", code=1)
    assert "  merge      models/job.py  (your edits and the update)" in shown
    assert "  leave out  models/tool.py  (deleted by you, and changed by the update)" in shown
    assert "+    state: str | None = None" in shown
    assert anna.git("status", "--porcelain") == " M api/workbench.yaml\n"
    anna.specloom("vendor", "update", code=1)
    assert "  left out    models/tool.py" in anna.specloom("vendor", "status", code=1)
    anna.specloom("vendor", "update", "--accept", "models/tool.py")
    job = (anna.client / "models" / "job.py").read_text()
    assert "state: str | None = None" in job
    assert "What the customer wants done." in job
    assert not (anna.client / "models" / "tool.py").exists()
    assert anna.call(CALL.replace(".title", ".state").replace("Workbench\n", "Workbench, shortcuts\n")) == "open\n"
    anna.commit("A state for jobs")


def april(anna: Integrator) -> None:
    """It changes the very lines that Anna changed."""
    anna.edit("api/workbench.yaml", "What is to be done.", "What is to be done and in which order.")
    anna.edit("api/workbench.yaml", "List the jobs of the bench.", "List the jobs of a bench; the newest first.")
    anna.edit("api/workbench.yaml", "Put a job on the bench.", "Put a new job on the bench.")
    shown = anna.specloom("vendor", "update", code=1)
    assert "  CONFLICT   models/job.py  (1 place between markers)" in shown
    assert "  CONFLICT   resources/jobs.py  (2 places between markers)" in shown
    unmerged = [line for line in anna.git("status", "--porcelain").splitlines() if line.startswith("UU ")]
    assert unmerged == ["UU src/acme/bench/models/job.py", "UU src/acme/bench/resources/jobs.py"]
    assert "  unresolved  models/job.py" in anna.specloom("vendor", "status", code=1)
    anna.specloom("vendor", "update", code=2)
    anna.git("checkout", "--theirs", "--", "src/acme/bench/models/job.py")
    anna.git("checkout", "--ours", "--", "src/acme/bench/resources/jobs.py")
    anna.specloom("vendor", "status")
    assert anna.call() == "Solder\n"
    anna.commit("What the workbench says now")


def may(anna: Integrator) -> None:
    """Work in progress is no obstacle, and neither is a colleague's clone."""
    anna.edit_client("client.py", '"""Our clients', '"""All our clients')
    anna.edit(
        "api/workbench.yaml",
        "  /tools/{id}:",
        "  /benches:\n    get:\n      operationId: listBenches\n      "
        'tags: [Benches]\n      summary: List benches.\n      responses: {"204": {description: None.}}\n  /tools/{id}:',
    )
    anna.specloom("vendor", "update")
    assert "All our clients" in (anna.client / "client.py").read_text()
    assert (anna.client / "resources" / "benches.py").exists()
    assert anna.call() == "Solder\n"
    anna.commit("Benches")
    clone = anna.folder.with_name("clone")
    anna.git("clone", "--quiet", ".", str(clone))
    shown = run(anna.environment / "bin" / "specloom", "vendor", "status", folder=clone)
    assert shown == anna.specloom("vendor", "status")
    assert "update available" not in shown


def a_formatter_comes(anna: Integrator) -> None:
    """The team formats all its code, with lines of 79 and single quotes, and goes on as before."""
    edited = [line for line in anna.specloom("vendor", "status").splitlines() if line.startswith("  edited")]
    settings = anna.folder / "pyproject.toml"
    before = settings.read_text()
    settings.write_text(f'{before}\n[tool.ruff]\nline-length = 79\n[tool.ruff.format]\nquote-style = "single"\n')
    ruff = (find_ruff_bin(), "format", "--quiet", "src")
    run(*ruff, folder=anna.folder)
    shown = anna.specloom("vendor", "status").splitlines()
    assert [line for line in shown if line.startswith("  edited")] == edited
    assert " formatted, " in shown[0]
    anna.commit("Format everything")
    anna.edit("api/workbench.yaml", "summary: List benches.", "summary: List all benches.")
    anna.edit(
        "api/workbench.yaml", "state: {type: string}, ", "state: {type: string}, due: {type: string, readOnly: true}, "
    )
    shown = anna.specloom("vendor", "update")
    assert "CONFLICT" not in shown
    assert "due: " in (anna.client / "models" / "job.py").read_text()
    run(*ruff, "--check", folder=anna.folder)
    assert anna.call() == "Solder\n"
    anna.commit("When jobs are due")


def a_file_is_renamed(anna: Integrator) -> None:
    """Jobs are tasks here; what comes for jobs goes into the file of tasks."""
    anna.git("mv", "src/acme/bench/models/job.py", "src/acme/bench/models/task.py")
    for path in anna.client.rglob("*.py"):
        path.write_text(path.read_text().replace(".job import", ".task import").replace("'.job'", "'.task'"))
    assert anna.call() == "Solder\n"
    assert "  moved       models/job.py → models/task.py" in anna.specloom("vendor", "status").splitlines()
    anna.commit("Tasks")
    anna.edit("api/workbench.yaml", "due: {type", "price: {type: integer, readOnly: true}, due: {type")
    anna.specloom("vendor", "update")
    assert "price: " in (anna.client / "models" / "task.py").read_text()
    assert not (anna.client / "models" / "job.py").exists()
    assert anna.call() == "Solder\n"
    anna.commit("What tasks cost")


def an_older_specloom_meets_it(anna: Integrator) -> None:
    """A colleague's Specloom generated the client last, and is newer: nothing of it is taken away."""
    manifest = anna.client / "manifest.json"
    before = manifest.read_text()
    version = before.partition('"specloom": "')[2].partition('"')[0]
    manifest.write_text(before.replace(f'"specloom": "{version}"', '"specloom": "9.9.9"'))
    changed = anna.git("status", "--porcelain")
    assert "9.9.9" in anna.specloom("vendor", "status", code=1)
    anna.specloom("vendor", "update", code=2)
    assert anna.git("status", "--porcelain") == changed
    manifest.write_text(before)
    anna.edit("pyproject.toml", "[tool.ruff]", '[tool.specloom]\nrequired-version = ">=9"\n\n[tool.ruff]')
    anna.specloom("vendor", "status", code=2)
    anna.git("checkout", "--quiet", ".")
    anna.specloom("vendor", "status")


def second_thoughts(anna: Integrator) -> None:
    """An update meets work in progress, and is taken back; nothing of that work is lost."""
    anna.edit_client("models/task.py", "class Job(", "# Ours.\nclass Job(")
    anna.edit("api/workbench.yaml", "What is to be done and in which order.", "What shall be done.")
    anna.edit_client("models/task.py", "What is to be done and in which order.", "What we do.")
    before = {path: path.read_bytes() for path in anna.client.rglob("*.py")}
    listed = anna.git("status", "--porcelain")
    anna.specloom("vendor", "update", code=1)
    assert "UU src/acme/bench/models/task.py" in anna.git("status", "--porcelain")
    anna.specloom("vendor", "update", "workbench", "--undo")
    assert anna.git("status", "--porcelain") == listed
    assert {path: path.read_bytes() for path in anna.client.rglob("*.py")} == before
    anna.git("checkout", "--quiet", ".")
    anna.edit("pyproject.toml", '\n[tool.ruff]\nline-length = 79\n[tool.ruff.format]\nquote-style = "single"\n', "")
    anna.commit("No formatter")


def june(anna: Integrator) -> None:
    """The client becomes code like any other."""
    before = set(anna.client.rglob("*.py"))
    anna.specloom("vendor", "eject", "workbench", "--dry-run")
    assert anna.git("status", "--porcelain") == ""
    anna.specloom("vendor", "eject", "workbench")
    assert (anna.folder / "pyproject.toml").read_text() == '[project]\nname = "acme" # ours\n'
    assert set(anna.client.rglob("*.py")) == before
    texts = [path.read_text() for path in anna.client.rglob("*") if path.suffix in {".py", ".md"}]
    assert not any("vendor update" in text or "manifest.json" in text for text in texts)
    assert "All our clients" in (anna.client / "client.py").read_text()
    assert not {"manifest.json", ".specloom-base", ".gitattributes"} & {path.name for path in anna.client.iterdir()}
    assert anna.call() == "Solder\n"
    anna.specloom("vendor", "status", code=2)


def test_half_a_year(anna: Integrator):
    whatever_comes = (a_formatter_comes, a_file_is_renamed, an_older_specloom_meets_it, second_thoughts)
    for event in (january, february, march, april, may, *whatever_comes, june):
        event(anna)


def test_an_empty_folder_and_the_wheel_are_enough(installed: Path, tmp_path: Path):
    run(
        installed / "bin" / "specloom",
        "vendor",
        "add",
        "fixably",
        "--into",
        "src/acme/_clients/fixably",
        folder=tmp_path,
    )
    assert (tmp_path / "specloom.toml").read_text() == '[vendor.fixably]\ninto = "src/acme/_clients/fixably"\n'
    code = "from acme._clients.fixably import Fixably, webhooks; import sys; print('specloom' in sys.modules)"
    assert run(python_of(installed), "-c", code, folder=tmp_path / "src") == "False\n"
    assert run(installed / "bin" / "specloom", "vendor", "status", folder=tmp_path).startswith("fixably in src/acme")
