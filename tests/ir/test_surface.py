"""The surface has every name that a generated client lets callers write, and no other."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from specloom.ir.build import build_api
from specloom.ir.build_surface import build_surface
from specloom.ir.surface import owner_of
from specloom.render.package import render_package
from specloom.spec.load import load_description
from specloom.targets.target import Target

ROOT = Path(__file__).parents[2]
CASES = {path.parent.name: path for path in sorted((ROOT / "tests" / "cases").glob("*/openapi.yaml"))}
del CASES["skip"]  # whose operations are refused unless they are skipped
SHIPPED = {path.parent.name: path for path in sorted((ROOT / "specs").glob("*/openapi.yaml"))}
ALL = {**CASES, **SHIPPED}

COMMON = {"timeout", "max_response_bytes", "max_retries", "headers", "on_mismatch", "transport"}
"""What every client is made with, whatever its description."""
TABLES = {"BY_STATUS", "MEANINGS"}
"""What the runtime reads of `errors`."""
OF_WEBHOOKS = {
    "BrokenBodyError", "Event", "Login", "MissingTokenError", "StaleRequestError", "UnknownEventError", "WebhookError",
    "WrongTokenError",
}  # fmt: skip
"""What reads them, and follows from how they are read."""


@cache
def surface_of(name):
    return build_surface(build_api(load_description(Target(ALL[name])).document))


@cache
def modules_of(name):
    """Return the modules of the client, by their paths."""
    files = render_package(build_api(load_description(Target(ALL[name])).document), surface_of(name)).generated
    return {path: ast.parse(text) for path, text in files.items() if path.endswith(".py")}


def classes(tree):
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def exports(tree):
    """Return the names of `__all__`."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def is_overload(function):
    return any(ast.unparse(each) == "_overload" for each in function.decorator_list)


def functions(node):
    """Yield the methods of a class, of overloads what happens by default, and whether they are attributes."""
    overloaded = set()
    for each in node.body:
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) and each.name not in overloaded:
            overloaded |= {each.name} if is_overload(each) else set()
            yield each, any(ast.unparse(one).endswith("property") for one in each.decorator_list)


def annotated(node):
    return [each.target.id for each in node.body if isinstance(each, ast.AnnAssign)]


def arguments(function):
    spec = function.args
    return {each.arg for each in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs)} - {"self"}


def written_clients(modules, package, client):
    """Yield the paths of the client, its arguments, its resources and all that is in them."""
    resources = {}
    for path, tree in modules.items():
        if path.startswith("resources/"):
            resources |= classes(tree)
    waiting = [(f"{package}.", classes(modules["client.py"])[client])]
    yield f"{package}.{client}"
    while waiting:
        prefix, node = waiting.pop()
        for function, is_attribute in functions(node):
            if is_attribute:
                yield f"{prefix}{function.name}"
                waiting.append((f"{prefix}{function.name}.", resources[ast.unparse(function.returns)]))
                continue
            symbol = f"{package}.{client}" if function.name == "__init__" else f"{prefix}{function.name}"
            if function.name != "__init__":
                yield symbol
            yield from (f"{symbol}({name})" for name in arguments(function) - COMMON)


def written_types(modules, folder, member):
    for path, tree in modules.items():
        if path.startswith(f"{folder}/") and not path.endswith("__init__.py"):
            names = exports(tree)
            constants = {name: node for name, node in classes(tree).items() if not node.bases}
            yield from (f"{folder}.{name}" for name in names - constants.keys() if not name.isupper())
            for name, node in constants.items():
                yield from (f"{folder}.{name.removesuffix('Values')}.{each}" for each in annotated(node))
            for name, node in classes(tree).items() - constants.items():
                fields = (field for field in annotated(node) if field != "__pydantic_extra__")
                yield from (member.format(f"{folder}.{name}", field) for field in fields)


def written_errors(tree):
    yield from (f"errors.{name}" for name in exports(tree) - TABLES)
    described = set()
    for name, node in classes(tree).items():  # bases come first
        if any(function.name == "error" for function, _ in functions(node)) or ast.unparse(node.bases[0]) in described:
            described.add(name)
            yield f"errors.{name}.error"
    if codes := classes(tree).get("ErrorCode"):
        yield from (f"errors.ErrorCode.{each.targets[0].id}" for each in codes.body if isinstance(each, ast.Assign))


def written_webhooks(tree):
    yield "webhooks"
    yield from (f"webhooks.{name}" for name in exports(tree) - OF_WEBHOOKS)
    for name, node in classes(tree).items():
        yield from (f"webhooks.{name}.{member}" for member in annotated(node))


def written(name):
    """Yield the path of every public name in the generated code of a client; of the twins the synchronous one."""
    modules, surface = modules_of(name), surface_of(name)
    yield from written_clients(modules, surface.package, surface.client.name)
    yield from written_types(modules, "models", "{}.{}")
    yield from written_types(modules, "inputs", '{}["{}"]')
    yield from written_errors(modules["errors.py"])
    if "webhooks.py" in modules:
        yield from written_webhooks(modules["webhooks.py"])


@pytest.mark.parametrize("name", ALL)
def test_it_has_the_names_of_the_generated_client_and_no_other(name):
    symbols = [symbol for symbol in surface_of(name).walk() if '="' not in symbol.path]
    assert Counter(symbol.path for symbol in symbols) == Counter(set(written(name)))


def chosen(function):
    """Yield the arguments that have listed values, and these."""
    for each in function.args.kwonlyargs:
        for node in ast.walk(each.annotation):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("Literal"):
                yield from (
                    (each.arg, value.value) for value in ast.walk(node.slice) if isinstance(value, ast.Constant)
                )


@pytest.mark.parametrize("name", [name for name in ALL if name.endswith("media-types")])
def test_overloads_are_those_of_the_generated_client(name):
    modules = modules_of(name)
    nodes = (each for path, tree in modules.items() if path.startswith("resources/") for each in ast.walk(tree))
    declared = [each for each in nodes if isinstance(each, ast.FunctionDef) and "self" in ast.unparse(each.args)]
    written = {(each.name, *choice) for each in declared for choice in chosen(each)}
    expected = set()
    for method in surface_of(name).methods():
        for each in method.overloads:
            expected.add((method.name, each.path.partition("(")[2].partition("=")[0], each.name))
    assert written == expected
    assert any(map(is_overload, declared))


@pytest.mark.parametrize("name", ALL)
def test_the_package_exports_what_stands_at_the_top_of_the_surface(name):
    surface = surface_of(name)
    top = {each.name for each in (surface.client, *surface.errors)} | {f"Async{surface.client.name}"}
    top |= {"UNSET", "Unset"}
    if surface.webhooks:
        top.add("webhooks")
    assert exports(modules_of(name)["__init__.py"]) == top


@pytest.mark.parametrize("name", ALL)
def test_signatures_say_what_the_code_says(name):
    """Names, order, defaults and who may be passed by position, of every method."""
    methods = Counter()
    for path, tree in modules_of(name).items():
        if path.startswith("resources/"):
            for node in classes(tree).values():
                methods.update(
                    (function.name, ast.unparse(function.args).replace("_", ""))
                    for function, is_attribute in functions(node)
                    if not is_attribute and not node.name.startswith("Async")
                )
    expected = Counter()
    for method in surface_of(name).methods():
        positional = [each for each in method.members if each.positional]
        keywords = [each for each in method.members if not each.positional]
        assert [*positional, *keywords] == list(method.members)
        texts = [f"{each.name}: {each.annotation}" + (f"={each.default}" if each.default else "") for each in keywords]
        parts = ["self", *(f"{each.name}: {each.annotation}" for each in positional), *(["*"] if texts else []), *texts]
        expected[method.name, normalised(f"def f({', '.join(parts)}): ...")] += 1
    assert set(expected) == {(name, text.replace("builtins.", "")) for name, text in methods}


def normalised(text):
    (function,) = ast.parse(text).body
    return ast.unparse(function.args).replace("_", "")


def test_a_parameter_is_told_with_all_that_callers_rely_on():
    surface = surface_of("query-parameters")
    found = {symbol.path: symbol for symbol in surface.walk()}
    argument = next(each for path, each in found.items() if each.kind == "argument" and not each.required)
    assert argument.default == "None"
    assert argument.key[0] == "query"
    assert argument.annotation.endswith("None")


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("shop.orders.list(size)", "shop.orders.list"),
        ('shop.orders.list(accept="text/csv; header=(no)")', "shop.orders.list"),
        ('inputs.FilterInput["filter[state]"]', "inputs.FilterInput"),
        ('inputs.FilterInput["count()"]', "inputs.FilterInput"),
        ("models.Order.status", "models.Order.status"),
    ],
)
def test_what_is_inside_of_brackets_has_an_owner_whatever_it_is_called(path: str, owner: str):
    assert owner_of(path) == owner


def test_an_overload_says_what_chooses_it():
    surface = surface_of("answer-media-types")
    chosen = {overload.chosen for method in surface.methods() for overload in method.overloads}
    assert chosen
    assert all(re.fullmatch(r'\w+="[^"]+"', each) for each in chosen)
