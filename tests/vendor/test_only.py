"""`only`: operations that are kept, by operationId, route, call or resource, and what goes with the others."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from specloom.findings import DescriptionError
from specloom.installed import shipped_descriptions
from specloom.ir.api import Resource
from specloom.ir.build import build_api
from specloom.ir.published import build_published, load_published
from specloom.output.manifest import parse_manifest
from specloom.pipeline import generate
from specloom.spec.load import load_description
from specloom.targets.target import Target


def walk(resources: Iterable[Resource]) -> Iterator[Resource]:
    for resource in resources:
        yield resource
        yield from walk(resource.children)


def methods(spec: Path, *only: str) -> dict[str, list[str]]:
    api = build_api(load_description(Target(spec, only=only)).document)
    return {
        ".".join(resource.path): [method.name for method in resource.methods]
        for resource in walk(api.resources)
        if resource.methods
    }


@pytest.mark.parametrize("api", ["sitoo", "repairdesk", "fixje"])
def test_a_resource_is_named_as_the_client_names_it(api: str):
    spec = shipped_descriptions()[api]
    everything = methods(spec)
    for name in everything:
        below = {each: names for each, names in everything.items() if each == name or each.startswith(f"{name}.")}
        assert methods(spec, name) == below


def test_links_lead_to_models_of_operations_that_are_gone():
    api = build_api(load_description(Target(shipped_descriptions()["fixably"], only=["getOrder"])).document)
    assert [[method.name for method in resource.methods] for resource in walk(api.resources)] == [["get"]]
    assert {"Order", "Customer", "Device"} <= api.answers.keys()
    assert "PurchaseOrder" not in api.answers
    assert api.events is None


def test_webhooks_stay_where_they_are_asked_for():
    spec = shipped_descriptions()["fixably"]
    assert build_api(load_description(Target(spec, only=["roles", "webhooks"])).document).events is not None


def test_routes_and_operations_can_be_mixed_and_skip_wins():
    spec = shipped_descriptions()["repairdesk"]
    document = load_description(Target(spec)).document
    first, second, third = document.operations[:3]
    kept = load_description(
        Target(spec, only=[first.route, second.operation_id, third.route], skip=[second.route])
    ).document
    assert [operation.route for operation in kept.operations] == [first.route, third.route]


@pytest.mark.parametrize(
    ("entry", "help_"),
    [
        ("getOrdr", "did you mean 'getOrder'?"),
        ("???", "name operations by operationId, route as in 'GET /orders', call as in 'orders.list', or resource"),
    ],
)
def test_an_entry_that_is_nothing_is_an_error(entry: str, help_: str):
    with pytest.raises(DescriptionError) as caught:
        load_description(Target(shipped_descriptions()["fixably"], only=[entry]))
    (finding,) = caught.value.findings
    assert (finding.rule, finding.message) == (
        "unknown-operation",
        f"there is no operation or resource {entry!r} to keep",
    )
    assert finding.help == help_


def test_the_manifest_says_what_was_asked_for(project: Path):
    spec = project / "shop.yaml"
    tree = generate(Target(spec, only=("getOrder",))).tree
    assert parse_manifest(tree["manifest.json"]).target.only == ("getOrder",)
    assert '"only"' not in generate(Target(spec)).tree["manifest.json"]


def test_webhooks_are_asked_for_where_there_are_some():
    with pytest.raises(DescriptionError) as caught:
        load_description(Target(shipped_descriptions()["sitoo"], only=["webhooks"]))
    assert "there is no operation or resource 'webhooks' to keep" in caught.value.findings[0].message


@pytest.mark.parametrize("api", [pytest.param("fixably", marks=pytest.mark.slow), "fixje"])
def test_a_call_is_named_as_the_client_has_it(api: str):
    spec = shipped_descriptions()[api]
    for resource, names in methods(spec).items():
        name = f"{resource}.{names[-1]}"
        kept = load_published(Target(spec, only=[name]), None)
        routes = {
            symbol.path.partition(".")[2]: symbol.routes
            for symbol in build_published(kept, Target(spec), None).surface.methods()
        }
        assert name in routes
        assert {operation.route for operation in kept.document.operations} == {*routes[name]}


def test_a_call_that_is_none_is_met_with_what_was_meant():
    spec = shipped_descriptions()["fixably"]
    with pytest.raises(DescriptionError) as caught:
        load_published(Target(spec, only=["orders.gett", "getOrder"]), None)
    (finding,) = caught.value.findings
    assert (finding.message, finding.help) == (
        "there is no operation or resource 'orders.gett' to keep",
        "did you mean 'orders.get'?",
    )
