"""The shape of the code: which way imports go, what stands at the top level, who may touch what."""

import ast
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator" / "specloom"
LAYERS = [
    "__main__", "cli", "upstream", "vendor", "typecheck", "diff", "lint", "example_call", "pipeline", "output",
    "render", "ir", "spec", "source", "targets", "git", "ci_job", "forge", "fetch",
    "findings", "messages", "graph",
    "forked", "installed", "progress", "record", "regular_file", "trampoline",
]  # fmt: skip
LAYERS_OF_DIFF = [
    "review", "usages", "report", "fold", "alike", "loaded", "join", "traced", "origins",
    "client", "documents", "schemas", "accept", "rules", "version_pairs", "revision", "identity", "semantic_version",
    "sunset", "enumerations", "vocabulary", "pairs",
]  # fmt: skip
TOP_LEVEL = {
    "pyproject.toml", "specs", "generator", "templates", "generated", "tests", "README.md", "LICENSE", "CHANGELOG.md",
    "Makefile", "constraints.txt", "action.yml", "docs",
}  # fmt: skip
MODULES = sorted(PACKAGE.rglob("*.py"))
DIFF = [path for path in sorted((PACKAGE / "diff").rglob("*.py")) if path != PACKAGE / "diff" / "__init__.py"]


def layer(dotted):
    return dotted.split(".")[1] if "." in dotted else "__init__"


@cache
def nodes_of(path):
    """Return the nodes of a file's syntax tree."""
    return [*ast.walk(ast.parse(path.read_text(encoding="utf-8")))]


def imported(path):
    """Yield the modules of the package that a file imports."""
    for node in nodes_of(path):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "specloom":
            if node.module == "specloom":
                yield from (f"specloom.{alias.name}" for alias in node.names if alias.name != "__version__")
            else:
                yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "specloom")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down_only(path):
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if own == "__init__":
        assert not list(imported(path))
        return
    assert own in LAYERS, f"put {own} into the list of layers, in its place"
    for module in imported(path):
        assert LAYERS.index(layer(module)) >= LAYERS.index(own), f"{own} imports {module}, which is above it"


@pytest.mark.parametrize("path", DIFF, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_inside_diff_go_down_only(path):
    own = path.relative_to(PACKAGE / "diff").parts[0].removesuffix(".py")
    for module in imported(path):
        if module.startswith("specloom.diff."):
            other = module.split(".")[2]
            assert LAYERS_OF_DIFF.index(other) >= LAYERS_OF_DIFF.index(own), f"{own} imports {module}"


def test_every_layer_of_diff_exists():
    names = {path.relative_to(PACKAGE / "diff").parts[0].removesuffix(".py") for path in DIFF}
    assert names == set(LAYERS_OF_DIFF)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_what_writes_code_knows_how_code_is_written(path):
    """Lint and diff look at the surface; what mypy reads is the business of `typecheck`."""
    if path.relative_to(PACKAGE).parts[0] in {"lint", "diff"}:
        assert not [module for module in imported(path) if module.startswith(("specloom.render", "specloom.pipeline"))]


def test_every_layer_exists():
    names = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES}
    assert names - {"__init__"} == set(LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_prints_and_exits(path):
    calls = {node.func.id for node in nodes_of(path) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    if path.relative_to(PACKAGE).parts[0] not in {"cli", "__main__.py"}:
        assert not calls & {"print", "exit", "quit", "input"}


def test_only_what_sends_and_what_receives_imports_httpx_at_run_time():
    """And what ends a wait for both, and the feature that lets it prove a password."""
    users = set()
    for path in (ROOT / "templates" / "runtime").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        guarded = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
            for inner in ast.walk(node)
        }
        if any(
            isinstance(node, ast.Import) and id(node) not in guarded and any(a.name == "httpx" for a in node.names)
            for node in ast.walk(tree)
        ):
            users.add(path.name)
    assert users == {"answer.py", "deadlines.py", "transport.py", "digest.py"}


def test_the_top_level_holds_what_it_may():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = {line.split("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL
