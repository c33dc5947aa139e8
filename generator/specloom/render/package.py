"""The files of a client: a table of what is printed with which template."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Final

from specloom.forked import forked
from specloom.installed import load_templates
from specloom.ir.annotations import Annotator
from specloom.ir.api import Api, Resource, all_resources
from specloom.ir.naming import constant_name
from specloom.ir.surface import Surface
from specloom.record import record
from specloom.render.build_client_views import build_client_view, build_errors_view, build_package_view
from specloom.render.build_feature_views import build_links_view, build_webhooks_view, links_module
from specloom.render.build_readme_view import build_readme_view
from specloom.render.build_resource_views import ResourceViews, module_of
from specloom.render.build_type_views import build_exports_view, build_inputs_view, build_models_view
from specloom.render.imports import Completed, Scope, add_imports
from specloom.render.keeping import GENERATED, Keeping
from specloom.render.modules import Module, arrange_modules
from specloom.render.python import comment
from specloom.render.runtime import runtime_files
from specloom.render.shapes import Shapes
from specloom.targets.libraries import HTTPX

_OF_RESOURCES: Final = '"""The groups of operations; the clients import each when it is first used."""'


def render_template(name: str, view: object) -> str:
    """Return what the template of that name, below `package/`, prints for a view.

    It is Python or Markdown, and no HTML: views escape for what they are printed in.
    """
    return load_templates(escapes=False).get_template(f"package/{name}").render(view=view)


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
    links = build_links_view(api)
    resources = ResourceViews(api)
    wire_names = {constant_name(name): module for name, module in dictionaries.items()}
    homes = {**models, **dictionaries, **wire_names, **_homes_of_resources(api, resources)}
    scope = Scope(homes, links_module(api), http)
    theirs, ours = _divide(api)
    with forked(lambda: _complete(_resource_files(theirs, resources), scope, header), worth=api.is_large) as rest:
        files = {
            "__init__.py": render_template("__init__.py.j2", build_package_view(api, surface)),
            "client.py": render_template("client.py.j2", build_client_view(api, surface, resources, http)),
            "errors.py": render_template("errors.py.j2", build_errors_view(api)),
            "README.md": render_template("README.md.j2", build_readme_view(api, surface, http, keeping)),
            "py.typed": "",
            **({"links.py": render_template("links.py.j2", links)} if links else {}),
            **_webhook_files(api),
            **_model_files(api, answers, models),
            **_input_files(api, inputs),
            "resources/__init__.py": f"{_OF_RESOURCES}\n",
            **_resource_files(ours, resources),
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


def _webhook_files(api: Api) -> dict[str, str]:
    if api.events is None:
        return {}
    return {"webhooks.py": render_template("webhooks.py.j2", build_webhooks_view(api, api.events))}


def _divide(api: Api) -> tuple[Sequence[Resource], Sequence[Resource]]:
    """Return the resources that another process prints, and the others: half of what there is to print.

    A type takes about a quarter of the time of a method.
    """
    resources = [*all_resources(api.resources)]
    counts = [0, *accumulate(len(resource.methods) for resource in resources)]
    end = bisect_left(counts, (counts[-1] + (len(api.answers) + len(api.inputs)) / 4) / 2)
    return resources[:end], resources[end:]


def _resource_files(resources: Iterable[Resource], views: ResourceViews) -> dict[str, str]:
    return {
        f"resources/{module_of(resource)}.py": render_template("resource.py.j2", views.module(resource))
        for resource in resources
    }


def _model_files(api: Api, modules: tuple[Module, ...], homes: Mapping[str, str]) -> dict[str, str]:
    annotator = Annotator(api.answers, "answer")
    views = {module.name: build_models_view(module, annotator, api.answers, homes) for module in modules}
    files = {f"models/{name}.py": render_template("types.py.j2", view) for name, view in views.items()}
    exports = build_exports_view(api, modules, "Answer types", needs_pydantic=True)
    return {"models/__init__.py": render_template("exports.py.j2", exports), **files}


def _input_files(api: Api, modules: tuple[Module, ...]) -> dict[str, str]:
    annotator = Annotator(api.inputs, "input", models=api.answers.keys())
    shapes = Shapes(api.inputs)
    files = {
        f"inputs/{module.name}.py": render_template("types.py.j2", build_inputs_view(module, annotator, shapes))
        for module in modules
    }
    what = "What calls take besides plain values, as typed dictionaries,"
    exports = build_exports_view(api, modules, what, needs_pydantic=False)
    return {"inputs/__init__.py": render_template("exports.py.j2", exports), **files}
