"""The files of a client: a table of what is printed with which template."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate
from typing import Final, NamedTuple

from specloom.forked import forked
from specloom.ir.annotations import Annotator
from specloom.ir.api import Api, all_resources
from specloom.ir.naming import constant_name
from specloom.ir.surface import Surface
from specloom.record import record
from specloom.render.client_modules import render_client, render_errors, render_front_door
from specloom.render.feature_modules import links_module, render_links, render_webhooks
from specloom.render.imports import Completed, Scope, add_imports, runtime_files
from specloom.render.keeping import GENERATED, Keeping
from specloom.render.python import comment
from specloom.render.readme import render_readme
from specloom.render.resource_modules import ResourceViews, module_of
from specloom.render.shapes import Shapes
from specloom.render.type_modules import TypeModule, arrange_modules, render_exports, render_inputs, render_models
from specloom.targets.libraries import HTTPX

_OF_INPUTS: Final = "What calls take besides plain values, as typed dictionaries,"
_OF_RESOURCES: Final = '"""The groups of operations; the clients import each when it is first used."""'

_TYPES_A_METHOD: Final = 4
"""How many types are printed in the time of a method."""


@record
class Package:
    """The files of a client: relative path → text."""

    generated: Mapping[str, str]
    """What is made for its API, not formatted yet."""
    runtime: Mapping[str, str]
    """The part of the runtime that it carries."""


class _Part(NamedTuple):
    """A module that nothing else has to be printed for, so that another process can do it."""

    path: str
    size: int
    """How much there is to print, in types."""
    render: Callable[[], str]


def render_package(api: Api, surface: Surface, http: str = HTTPX, keeping: Keeping = GENERATED) -> Package:
    """Return the files of a client."""
    header = comment(f"Generated from the description of {api.title}{keeping.first_line}")
    answers, inputs = arrange_modules(api.answers), arrange_modules(api.inputs)
    models = {type_.name: f".models.{module.name}" for module in answers for type_ in module.types}
    dictionaries = {type_.name: f".inputs.{module.name}" for module in inputs for type_ in module.types}
    links = render_links(api)
    resources = ResourceViews(api)
    wire_names = {constant_name(name): module for name, module in dictionaries.items()}
    homes = {**models, **dictionaries, **wire_names, **_homes_of_resources(api, resources)}
    scope = Scope(homes, links_module(api), http)
    theirs, ours = _divide([*_list_parts(api, resources, answers, inputs, models)])
    with forked(lambda: _complete(_print(theirs), scope, header), worth=api.is_large) as rest:
        files = {
            "__init__.py": render_front_door(api, surface),
            "client.py": render_client(api, surface, resources, http),
            "errors.py": render_errors(api),
            "README.md": render_readme(api, surface, http, keeping),
            "py.typed": "",
            **({"links.py": links} if links else {}),
            **({"webhooks.py": render_webhooks(api, api.events)} if api.events else {}),
            "models/__init__.py": render_exports(api, answers, "Answer types"),
            "inputs/__init__.py": render_exports(api, inputs, _OF_INPUTS),
            "resources/__init__.py": f"{_OF_RESOURCES}\n",
            **_print(ours),
        }
        completed = {**_complete(files, scope, header), **rest()}
    return Package(
        generated={**files, **{path: each.text for path, each in completed.items()}},
        runtime=runtime_files({module for each in completed.values() for module in each.modules}, http),
    )


def _complete(files: Mapping[str, str], scope: Scope, header: str) -> dict[str, Completed]:
    """Return the modules among some files with their first line and their imports."""
    return {
        path: add_imports(path, f"{header}\n\n{text}", scope) for path, text in files.items() if path.endswith(".py")
    }


def _homes_of_resources(api: Api, views: ResourceViews) -> dict[str, str]:
    """Return the module of each class of a resource."""
    return {
        f"{prefix}{views.class_name(resource)}": f".resources.{module_of(resource)}"
        for resource in all_resources(api.resources)
        for prefix in ("", "Async")
    }


def _list_parts(
    api: Api,
    views: ResourceViews,
    answers: Iterable[TypeModule],
    inputs: Iterable[TypeModule],
    homes: Mapping[str, str],
) -> Iterator[_Part]:
    """Yield the modules of a client of which there may be many."""
    for resource in all_resources(api.resources):
        path = f"resources/{module_of(resource)}.py"
        yield _Part(path, len(resource.methods) * _TYPES_A_METHOD, partial(views.render, resource))
    annotator = Annotator(api.answers, "answer")
    for module in answers:
        render = partial(render_models, module, annotator, api.answers, homes)
        yield _Part(f"models/{module.name}.py", len(module.types), render)
    annotator, shapes = Annotator(api.inputs, "input", models=api.answers.keys()), Shapes(api.inputs)
    for module in inputs:
        yield _Part(f"inputs/{module.name}.py", len(module.types), partial(render_inputs, module, annotator, shapes))


def _divide(parts: Sequence[_Part]) -> tuple[Sequence[_Part], Sequence[_Part]]:
    """Return the parts that another process prints, and the others: half of what there is to print."""
    sizes = [0, *accumulate(each.size for each in parts)]
    end = bisect_left(sizes, sizes[-1] / 2)
    return parts[:end], parts[end:]


def _print(parts: Iterable[_Part]) -> dict[str, str]:
    return {each.path: each.render() for each in parts}
