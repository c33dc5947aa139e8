"""From operations to methods: arguments, body, answer, failures."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from specloom.findings import Finding, Severity
from specloom.ir.api import Answer, Argument, Credential, Method, Paging
from specloom.ir.build_body import build_answer, build_body
from specloom.ir.build_client import build_security
from specloom.ir.build_links import Relations, check_relations
from specloom.ir.build_paging import build_paging
from specloom.ir.build_types import TypeBuilder
from specloom.ir.media_types import is_json
from specloom.ir.naming import Names, argument_name, class_name, parameter_name, tell_apart
from specloom.ir.types import ListOf, Literals, Scalar, Type, Union
from specloom.spec.document import ABSENT, Document, Operation, Parameter

__all__ = ["MethodBuilder", "method_name"]

_PLACES = ("path", "query", "header", "cookie")


def method_name(operation: Operation, resource: tuple[str, ...]) -> str:
    """Return the method's name: `x-specloom.method`, or the operationId less the words of its resource in front.

    Without either, the HTTP method and the path: `get_pets_by_id`. The name depends on this operation alone, so that
    no other operation can change it.
    """
    chosen = operation.extension.get("method")
    if isinstance(chosen, str):
        return argument_name(chosen)
    if operation.operation_id is None:
        path = re.sub(r"\{([^}]*)\}", r" by \1 ", operation.path)
        return argument_name(f"{operation.method} {path}")
    name = argument_name(operation.operation_id)
    front = "_".join(resource) + "_"
    return argument_name(name.removeprefix(front)) if name.startswith(front) and name != front else name


@dataclass(frozen=True, slots=True)
class MethodBuilder:
    """Builds methods with the types of one document."""

    document: Document
    answers: TypeBuilder
    inputs: TypeBuilder
    credentials: tuple[Credential, ...]
    report: list[Finding]
    relations: Relations

    def build(self, operation: Operation, name: str, resource_class: str) -> Method:
        """Return the method for an operation.

        Args:
            operation: The operation.
            name: The method's name.
            resource_class: The class name of its resource. Names of inline types begin with the operationId, which is
                unique, or with this and the method's name.
        """
        chosen = operation.extension.get("method")
        stem = (not chosen and operation.operation_id) or f"{resource_class} {name}"
        taken = Names(f"arguments of {name} ({operation.route})", self.report)
        parameters = _ordered(operation)
        names = [
            taken.take(name, each.name, each.location)
            for name, each in zip(_names(parameters), parameters, strict=True)
        ]
        arguments = tuple(self._argument(each, name, stem) for name, each in zip(names, parameters, strict=True))
        body = build_body(operation, self.inputs, class_name(f"{stem} Body"), taken)
        answer = build_answer(operation, self.answers, class_name(f"{stem} Response"))
        return Method(
            name=name,
            http_method=operation.method.upper(),
            path=operation.path,
            arguments=arguments,
            body=body,
            answer=answer,
            paging=self._paging(operation, answer),
            errors=_failures(operation),
            idempotent=_flag(operation, "idempotent"),
            security=None if operation.security is None else build_security(operation.security, self.credentials),
            summary=operation.summary,
            description=operation.description,
            deprecated=operation.deprecated,
            location=operation.location,
        )

    def _paging(self, operation: Operation, answer: Answer) -> Paging | None:
        schemes = self.document.extension.get("pagination")
        known = schemes if isinstance(schemes, dict) else {}
        return build_paging(operation, known, answer, self.answers.types, self.report)

    def _argument(self, parameter: Parameter, name: str, stem: str) -> Argument:
        as_json = parameter.content_type is not None
        if parameter.content_type is not None and not is_json(parameter.content_type):
            message = f"parameter {parameter.name!r} is written as {parameter.content_type!r}, which is not supported"
            help_ = "skip the operation, or describe the parameter by a schema"
            finding = Finding("unsupported-parameter", Severity.UNSUPPORTED, message, parameter.location, help=help_)
            self.report.append(finding)
        default = parameter.schema.default
        expand, search = (parameter.extension.get(feature) for feature in ("expand", "search"))
        return Argument(
            name=name,
            wire_name=parameter.name,
            place=parameter.place,
            type=self._argument_type(parameter, stem),
            required=parameter.required,
            style=parameter.style,
            explode=parameter.explode,
            allow_reserved=parameter.allow_reserved,
            as_json=as_json,
            description=parameter.description or parameter.schema.description,
            default="" if default is ABSENT else json.dumps(default, ensure_ascii=False),
            deprecated=parameter.deprecated,
            location=parameter.location,
            expand=str(expand["grammar"]) if isinstance(expand, dict) else "",
            search=str(search["grammar"]) if isinstance(search, dict) else "",
        )

    def _argument_type(self, parameter: Parameter, stem: str) -> Type:
        if "search" in parameter.extension:
            return Scalar("str")
        expand = parameter.extension.get("expand")
        if not isinstance(expand, dict):
            return self.inputs.build(parameter.schema, class_name(f"{stem} {parameter.name}"))
        target = str(expand["schema"])
        relations = self.relations.of(target)
        self.report.extend(check_relations(relations, parameter, target))
        named = self.inputs.name_alias(
            class_name(f"{target} relation"),
            f"What can be expanded in `{target}`; relations further down can be named as well.",
            Literals(relations, open=True),
            self.document.schemas[self.document.named[target]].schema.location,
        )
        return Union((ListOf(named), Scalar("str")))


def _ordered(operation: Operation) -> list[Parameter]:
    """Return path parameters in the order of the path, then the others as described."""
    in_path = [parameter for parameter in operation.parameters if parameter.place == "path"]
    in_path.sort(key=lambda parameter: operation.path.find("{" + parameter.name + "}"))
    return in_path + [parameter for parameter in operation.parameters if parameter.place != "path"]


def _names(parameters: list[Parameter]) -> list[str]:
    """Return the arguments' names; of one name in several places only the first place has it bare: `id`, `id_query`."""
    names: dict[str, dict[str, str]] = {}
    for place in _PLACES:
        texts = {each.name: str(each.extension.get("name") or each.name) for each in parameters if each.place == place}
        found = tell_apart((parameter_name(text), text) for text in texts.values())
        taken = {name for earlier in names.values() for name in earlier.values()}
        names[place] = {
            wire_name: f"{name}_{place}" if name in taken else name
            for wire_name, name in zip(texts, found, strict=True)
        }
    return [names[each.place][each.name] for each in parameters]


def _failures(operation: Operation) -> tuple[str, ...]:
    return tuple(sorted(response.status for response in operation.responses if response.status[0] in "345"))


def _flag(operation: Operation, name: str) -> bool | None:
    value = operation.extension.get(name)
    return value if isinstance(value, bool) else None
