"""The files of a client: a table of what is printed with which template."""

from __future__ import annotations

from specloom.ir.api import Api
from specloom.models.datamodel import build_models
from specloom.models.modules import Module, arrange_modules
from specloom.render.annotations import Annotator
from specloom.render.build_client_views import (
    build_client_view,
    build_errors_view,
    build_package_view,
    build_readme_view,
)
from specloom.render.build_link_views import build_links_view, links_module
from specloom.render.build_resource_views import ResourceViews, all_resources, module_of
from specloom.render.build_type_views import build_exports_view, build_inputs_view, build_models_view
from specloom.render.build_webhook_views import build_webhooks_view
from specloom.render.environment import render_template
from specloom.render.python import one_line
from specloom.render.shapes import Shapes

__all__ = ["render_package"]


def render_package(api: Api) -> dict[str, str]:
    """Return a client as relative path → text, not formatted yet and without the runtime that it carries."""
    header = f"# Generated from the description of {one_line(api.title)} by specloom; edits will be lost."
    answers, inputs = arrange_modules(api.answers), arrange_modules(api.inputs)
    links = build_links_view(api, header)
    resources = ResourceViews(api, answers, inputs)
    webhooks = build_webhooks_view(api, api.events, header, answers) if api.events else None
    return {
        "__init__.py": render_template("__init__.py.j2", build_package_view(api, header, resources)),
        "client.py": render_template("client.py.j2", build_client_view(api, header, resources)),
        "errors.py": render_template("errors.py.j2", build_errors_view(api, header)),
        "README.md": render_template("README.md.j2", build_readme_view(api, resources)),
        "py.typed": "",
        **({"links.py": render_template("links.py.j2", links)} if links else {}),
        **({"webhooks.py": render_template("webhooks.py.j2", webhooks)} if webhooks else {}),
        **_resource_files(api, header, resources),
        **_model_files(api, header, answers),
        **_input_files(api, header, inputs, answers),
    }


def _resource_files(api: Api, header: str, views: ResourceViews) -> dict[str, str]:
    files = {
        f"resources/{module_of(resource)}.py": render_template("resource.py.j2", views.module(resource, header))
        for resource in all_resources(api.resources)
    }
    docstring = '"""The groups of operations; the clients import each when it is first used."""'
    return {"resources/__init__.py": f"{header}\n\n{docstring}\n", **files}


def _model_files(api: Api, header: str, modules: tuple[Module, ...]) -> dict[str, str]:
    models = build_models(api.answers)
    annotator = Annotator(api.answers, modules, "answer", "", links=links_module(api))
    files = {
        f"models/{module.name}.py": render_template("model.py.j2", build_models_view(module, header, models, annotator))
        for module in modules
    }
    exports = build_exports_view(api, header, modules, "Answer types")
    return {"models/__init__.py": render_template("exports.py.j2", exports), **files}


def _input_files(
    api: Api, header: str, modules: tuple[Module, ...], answer_modules: tuple[Module, ...]
) -> dict[str, str]:
    models = {type_.name: f"..models.{module.name}" for module in answer_modules for type_ in module.types}
    annotator = Annotator(api.inputs, modules, "input", "", models)
    shapes = Shapes(api.inputs, annotator.modules, ".._runtime")
    files = {
        f"inputs/{module.name}.py": render_template("input.py.j2", build_inputs_view(module, header, annotator, shapes))
        for module in modules
    }
    exports = build_exports_view(api, header, modules, "What calls take besides plain values, as typed dictionaries,")
    return {"inputs/__init__.py": render_template("exports.py.j2", exports), **files}
