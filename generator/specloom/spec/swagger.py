"""OpenAPI 2.0 (Swagger) in the terms of OpenAPI 3.0, all but its schemas.

Source: https://spec.openapis.org/oas/v2.0. Whatever has not the shape expected is left for `index` to report.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from specloom.findings import Pointer
from specloom.record import record
from specloom.source import Json
from specloom.spec.node import Moved
from specloom.spec.swagger_objects import SECTIONS, SWAGGER_METHODS
from specloom.spec.swagger_parameters import Body, split_parameters, upgrade_body, upgrade_header, upgrade_parameter

_FLOWS: Final = {"application": "clientCredentials", "accessCode": "authorizationCode"}
_DEFAULT_MEDIA_TYPES: Final = ("application/json",)


@record
class Swagger:
    """What objects of OpenAPI 2.0 take from the document they belong to."""

    lookup: Callable[[str], Json]
    """Gives what a reference points at, as written; null where it points at nothing."""
    consumes: tuple[str, ...] = ()
    produces: tuple[str, ...] = ()
    host: str = ""
    """With the path that all calls have; empty where no host is named."""
    schemes: tuple[str, ...] = ("https",)
    """The protocols, the one to call by first."""

    def within(self, value: Json) -> Swagger:
        """Return what holds inside `value`, a Swagger Object or an Operation Object: what it says replaces these."""
        members = value if isinstance(value, dict) else {}
        return Swagger(
            self.lookup,
            _texts(members, "consumes") or self.consumes,
            _texts(members, "produces") or self.produces,
            f"{host}{_base_path(members)}" if isinstance(host := members.get("host"), str) else self.host,
            _protocols(members) or self.schemes,
        )


def upgrade_swagger_document(data: Json, moved: Moved, swagger: Swagger) -> Json:
    """Return a Swagger Object as an OpenAPI Object of version 3.0."""
    if not isinstance(data, dict):
        return data
    swagger = swagger.within(data)
    result: dict[str, Json] = {}
    for key, value in data.items():
        match key:
            case "swagger":
                result["openapi"] = "3.0.4"
            case "host" | "basePath" | "schemes":
                result.setdefault("servers", _servers(swagger, _base_path(data) or "/", (key,), moved))
            case "consumes" | "produces" | "definitions" | "parameters" | "responses" | "securityDefinitions":
                pass
            case "paths" if isinstance(value, dict):
                result[key] = {
                    path: upgrade_swagger(item, "Path Item", (key, path), moved, swagger)
                    for path, item in value.items()
                }
            case _:
                result[key] = value
    if components := _components(data, moved, swagger):
        result["components"] = components
    return result


def upgrade_swagger(value: Json, kind: str, written: Pointer, moved: Moved, swagger: Swagger) -> Json:
    """Return one object of OpenAPI 2.0 as the object of OpenAPI 3.0 that is called `kind`."""
    if not isinstance(value, dict) or ("$ref" in value and kind != "Path Item"):
        return value
    match kind:
        case "Path Item":
            return _path_item(value, written, moved, swagger)
        case "Operation":
            return _operation(value, (), written, moved, swagger)
        case "Response":
            return _response(value, written, moved, swagger)
        case "Parameter":
            return upgrade_parameter(value, written, moved)
        case "Security Scheme":
            return _security_scheme(value, written, moved)
        case _:
            return value


def _components(data: dict[str, Json], moved: Moved, swagger: Swagger) -> dict[str, Json]:
    components: dict[str, Json] = {}
    kinds = {"responses": "Response", "parameters": "Parameter", "securityDefinitions": "Security Scheme"}
    for old, new in SECTIONS.items():
        section = data.get(old)
        if not isinstance(section, dict):
            continue
        upgraded: dict[str, Json] = {}
        for name, value in section.items():
            if old == "parameters" and isinstance(value, dict) and value.get("in") in ("body", "formData"):
                continue
            upgraded[name] = upgrade_swagger(value, kinds.get(old, "Schema"), (old, name), moved, swagger)
        moved.put(upgraded, (old,))
        components[new] = upgraded
        for name, value in upgraded.items():
            if isinstance(value, dict):
                moved.put(value, (old, name))
    return components


def _servers(swagger: Swagger, path: str, written: Pointer, moved: Moved) -> Json:
    urls = [f"{scheme}://{swagger.host}" for scheme in swagger.schemes] if swagger.host else [path]
    servers: list[Json] = [{"url": url} for url in urls]
    for server in servers:
        moved.put(server, written)
    return servers


def _base_path(data: dict[str, Json]) -> str:
    base = data.get("basePath")
    return f"/{base.strip('/')}".rstrip("/") if isinstance(base, str) else ""


def _protocols(data: dict[str, Json]) -> tuple[str, ...]:
    """Return the protocols that an object lists, those of which clients know none only where there is no other.

    Credentials should travel encrypted wherever the server offers it.
    """
    schemes = sorted(_texts(data, "schemes"), reverse=True)
    return tuple(each for each in schemes if each in {"http", "https"}) or tuple(schemes)


def _path_item(item: dict[str, Json], written: Pointer, moved: Moved, swagger: Swagger) -> Json:
    parameters, body = split_parameters(item.get("parameters"), (*written, "parameters"), moved, swagger.lookup)
    result: dict[str, Json] = {}
    for key, value in item.items():
        if key == "parameters":
            result[key] = parameters
        elif key in SWAGGER_METHODS and isinstance(value, dict) and "$ref" not in value:
            result[key] = _operation(value, body, (*written, key), moved, swagger)
        else:
            result[key] = value
    if moved.get(item) is not None:
        moved.put(result, written)
    return result


def _operation(operation: dict[str, Json], inherited: Body, written: Pointer, moved: Moved, swagger: Swagger) -> Json:
    around, swagger = swagger, swagger.within(operation)
    place = (*written, "parameters")
    parameters, own = split_parameters(operation.get("parameters"), place, moved, swagger.lookup)
    body = own or inherited
    result: dict[str, Json] = {}
    for key, value in operation.items():
        match key:
            case "consumes" | "produces":
                pass
            case "schemes":
                if swagger.host and swagger.schemes[0] != around.schemes[0]:
                    result["servers"] = _servers(swagger, "", (*written, key), moved)
            case "parameters":
                result[key] = parameters
            case "responses" if isinstance(value, dict):
                result[key] = {
                    status: upgrade_swagger(response, "Response", (*written, key, status), moved, swagger)
                    for status, response in value.items()
                }
            case _:
                result[key] = value
    if body:
        result["requestBody"] = upgrade_body(body, swagger.consumes, moved)
    return result


def _response(response: dict[str, Json], written: Pointer, moved: Moved, swagger: Swagger) -> Json:
    result = {key: value for key, value in response.items() if key not in {"schema", "examples", "headers"}}
    headers = response.get("headers")
    if isinstance(headers, dict):
        result["headers"] = {
            name: upgrade_header(header, (*written, "headers", name), moved) for name, header in headers.items()
        }
    examples = response.get("examples")
    by_type = examples if isinstance(examples, dict) else {}
    if "schema" in response or by_type:
        content = _content(response.get("schema"), by_type, swagger.produces, (*written, "schema"), moved)
        moved.put(content, written)
        result["content"] = content
    return result


def _content(
    schema: Json, examples: dict[str, Json], produces: tuple[str, ...], written: Pointer, moved: Moved
) -> dict[str, Json]:
    is_file = isinstance(schema, dict) and schema.get("type") == "file"
    defaults = ("application/octet-stream",) if is_file else _DEFAULT_MEDIA_TYPES
    content: dict[str, Json] = {}
    for name in dict.fromkeys([*(produces or defaults), *examples]):
        media: dict[str, Json] = {} if schema is None else {"schema": schema}
        if name in examples:
            media["example"] = examples[name]
            moved.put(examples[name], (*written[:-1], "examples", name))
        moved.put(media, written[:-1])
        content[name] = media
    moved.put(schema, written)
    return content


def _security_scheme(scheme: dict[str, Json], written: Pointer, moved: Moved) -> Json:
    kind = scheme.get("type")
    if kind == "basic":
        return scheme | {"type": "http", "scheme": "basic"}
    if kind == "oauth2" and not isinstance(scheme.get("flow"), str):
        return scheme | {"flows": {}}
    if kind != "oauth2":
        return scheme
    flow_members = ("authorizationUrl", "tokenUrl", "scopes")
    flow = {key: scheme[key] for key in flow_members if key in scheme}
    name = _FLOWS.get(str(scheme["flow"]), str(scheme["flow"]))
    flows: dict[str, Json] = {name: flow}
    moved.put(flow, written)
    moved.put(flows, written)
    return {key: value for key, value in scheme.items() if key not in {*flow_members, "flow"}} | {"flows": flows}


def _texts(value: Json, key: str) -> tuple[str, ...]:
    entries = value.get(key) if isinstance(value, dict) else None
    return tuple(entry for entry in entries if isinstance(entry, str)) if isinstance(entries, list) else ()
