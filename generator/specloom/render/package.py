"""The files of a client: a table of what is printed with which template."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Final

from specloom.forked import forked
from specloom.ir.annotations import Annotator
from specloom.ir.api import Api, Resource, all_resources
from specloom.ir.naming import constant_name
from specloom.ir.surface import Surface
from specloom.record import record, replace
from specloom.render.client_modules import render_client, render_errors, render_front_door
from specloom.render.feature_modules import links_module, render_links, render_webhooks
from specloom.render.imports import Completed, Scope, add_imports
from specloom.render.keeping import GENERATED, Keeping
from specloom.render.modules import Module, arrange_modules
from specloom.render.python import comment
from specloom.render.readme import render_readme
from specloom.render.resource_modules import ResourceViews, module_of
from specloom.render.runtime import runtime_files
from specloom.render.shapes import Shapes
from specloom.render.type_modules import render_exports, render_inputs, render_models
from specloom.targets.libraries import HTTPX

_OF_RESOURCES: Final = '"""The groups of operations; the clients import each when it is first used."""'


@record
class Package:
    """The files of a client: relative path → text."""

    generated: Mapping[str, str]
    """What is made for its API, not formatted yet."""
    runtime: Mapping[str, str]
    """The part of the runtime that it carries."""


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
    theirs, ours = _divide(api)
    with forked(lambda: _complete(_resource_files(theirs, resources), scope, header), worth=api.is_large) as rest:
        files = {
            "__init__.py": render_front_door(api, surface),
            "client.py": render_client(api, surface, resources, http),
            "errors.py": render_errors(api),
            "README.md": render_readme(api, surface, http, keeping),
            "py.typed": "",
            **({"links.py": links} if links else {}),
            **({"webhooks.py": render_webhooks(api, api.events)} if api.events else {}),
            **_input_files(api, inputs),
            "resources/__init__.py": f"{_OF_RESOURCES}\n",
            **_resource_files(ours, resources),
        }
        # In clients of old two types may have one name: in models that of an answer is meant.
        by_models = replace(scope, homes={**homes, **models})
        of_models = _complete(_model_files(api, answers, models), by_models, header)
        completed = {**_complete(files, scope, header), **of_models, **rest()}
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


def _divide(api: Api) -> tuple[Sequence[Resource], Sequence[Resource]]:
    """Return the resources that another process prints, and the others: half of what there is to print.

    A type takes about a quarter of the time of a method.
    """
    resources = [*all_resources(api.resources)]
    counts = [0, *accumulate(len(resource.methods) for resource in resources)]
    end = bisect_left(counts, (counts[-1] + (len(api.answers) + len(api.inputs)) / 4) / 2)
    return resources[:end], resources[end:]


def _resource_files(resources: Iterable[Resource], views: ResourceViews) -> dict[str, str]:
    return {f"resources/{module_of(resource)}.py": views.render(resource) for resource in resources}


def _model_files(api: Api, modules: tuple[Module, ...], homes: Mapping[str, str]) -> dict[str, str]:
    annotator = Annotator(api.answers, "answer")
    exports = render_exports(api, modules, "Answer types")
    files = {f"models/{each.name}.py": render_models(each, annotator, api.answers, homes) for each in modules}
    return {"models/__init__.py": exports, **files}


def _input_files(api: Api, modules: tuple[Module, ...]) -> dict[str, str]:
    annotator = Annotator(api.inputs, "input", models=api.answers.keys())
    shapes = Shapes(api.inputs)
    files = {f"inputs/{each.name}.py": render_inputs(each, annotator, shapes) for each in modules}
    what = "What calls take besides plain values, as typed dictionaries,"
    return {"inputs/__init__.py": render_exports(api, modules, what), **files}
