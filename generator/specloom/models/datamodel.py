"""The only module that knows datamodel-code-generator: prepared schemas in, fields of pydantic models out."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from specloom.errors import SpecloomError
from specloom.ir.types import Field, NamedType, ObjectType
from specloom.models.prepare import UNIX_TIMES, Question, prepare_question

__all__ = ["Import", "ModelClass", "ModelField", "build_models"]

_MODULES = {"typing", "pydantic", "decimal", "uuid", "datetime"}
"""What the engine's annotations may import. Anything else would be a surprise, and is refused."""


@dataclass(frozen=True, slots=True, order=True)
class Import:
    """`from module import name as alias`."""

    module: str
    name: str
    alias: str = ""


@dataclass(frozen=True, slots=True)
class ModelField:
    """A field as source code: `name: annotation = default`, the default left out where it is required."""

    name: str
    annotation: str
    default: str


@dataclass(frozen=True, slots=True)
class ModelClass:
    """The fields of one model and what their annotations import."""

    name: str
    fields: tuple[ModelField, ...]
    imports: tuple[Import, ...]


def build_models(types: Mapping[str, NamedType]) -> dict[str, ModelClass]:
    """Return a class for each object type, in the order of `types`.

    The engine runs once for all of them, without its formatters. Its output is parsed, and taken only if it holds
    exactly the properties that were asked for.

    Raises:
        SpecloomError: The engine returned something else; a fault of this tool, not of the description.
    """
    question = prepare_question(types)
    if not question.names:
        return {name: ModelClass(name, (), ()) for name in question.properties}
    module = ast.parse(_generate(json.dumps(question.document)))
    imports = {
        alias.asname or alias.name: Import(node.module or "", alias.name, alias.asname or "")
        for node in module.body
        if isinstance(node, ast.ImportFrom) and node.module in _MODULES
        for alias in node.names
    }
    imports |= {name: Import(".._runtime.times", name) for name in UNIX_TIMES}
    spelling = _Spelling(imports, question.links)
    answers = {name: spelling.spell(statement) for name, statement in _answers(question, module).items()}
    return {
        name: _model(type_, [answers[asked] for asked in question.properties[name]])
        for name, type_ in types.items()
        if isinstance(type_, ObjectType)
    }


def _answers(question: Question, module: ast.Module) -> dict[str, ast.AnnAssign]:
    """Return what the engine wrote for each property."""
    bodies = [node.body for node in module.body if isinstance(node, ast.ClassDef) and node.name == question.component]
    written = {
        statement.target.id: statement
        for body in bodies
        for statement in body
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    }
    if tuple(written) != question.names:
        raise SpecloomError(
            f"datamodel-code-generator gave {len(written)} properties where {len(question.names)} were asked for",
            help="please report this with the description",
        )
    return written


@lru_cache(maxsize=32)  # a process that generates again and again mostly asks the same
def _generate(document: str) -> str:
    # Imported here: the engine costs most of a second, and commands that find everything up to date do without it.
    from datamodel_code_generator import generate  # noqa: PLC0415
    from datamodel_code_generator.enums import DataModelType, InputFileType  # noqa: PLC0415
    from datamodel_code_generator.format import DatetimeClassType, PythonVersion  # noqa: PLC0415
    from datamodel_code_generator.parser import LiteralType  # noqa: PLC0415

    text = generate(
        json.loads(document),
        output=None,
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.PydanticV2BaseModel,
        output_datetime_class=DatetimeClassType.Datetime,
        target_python_version=PythonVersion.PY_311,
        enum_field_as_literal=LiteralType.All,
        field_constraints=True,
        strict_nullable=True,
        treat_dot_as_module=False,
        use_annotated=True,
        use_standard_collections=True,
        use_union_operator=True,
        disable_timestamp=True,
        formatters=[],
    )
    if not isinstance(text, str):
        raise SpecloomError("datamodel-code-generator returned several modules where one was asked for")
    return text


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a property becomes, spelt as our models spell it."""

    annotation: ast.expr
    default: str
    imports: frozenset[Import]


def _model(type_: ObjectType, answers: list[_Answer]) -> ModelClass:
    pairs = list(zip(type_.fields, answers, strict=True))
    needed = {each for answer in answers for each in answer.imports}
    if any(field.name != field.wire_name for field in type_.fields):
        needed |= {Import("typing", "Annotated"), Import("pydantic", "Field")}
    return ModelClass(type_.name, tuple(_field(field, answer) for field, answer in pairs), tuple(sorted(needed)))


class _Spelling(ast.NodeTransformer):
    """Spells links, and `date` and its like as `datetime.date`, so that a field called `date` hides nothing."""

    def __init__(self, imports: Mapping[str, Import], links: Mapping[str, str]) -> None:
        self._imports = imports
        self._links = links

    def spell(self, statement: ast.AnnAssign) -> _Answer:
        """Return what the engine wrote for a property."""
        annotation = self.visit(_plain(statement.annotation))
        default = ast.unparse(statement.value) if statement.value else ""
        used = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
        needed = {self._imports[name] for name in used if name in self._imports and name != "datetime"}
        needed |= {Import("", "datetime")} if "datetime" in used else set()
        return _Answer(annotation, default, frozenset(needed))

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id in self._links:
            return ast.Subscript(ast.Name("Link", ast.Load()), ast.Name(self._links[node.id], ast.Load()), ast.Load())
        known = self._imports.get(node.id)
        if known is None or known.module != "datetime":
            return node
        return ast.Attribute(ast.Name("datetime", ast.Load()), known.name, ast.Load())


def _field(field: Field, answer: _Answer) -> ModelField:
    annotation = answer.annotation
    if field.name != field.wire_name:
        annotation = _with_alias(annotation, field.wire_name)
    return ModelField(field.name, ast.unparse(annotation), answer.default)


def _plain(annotation: ast.expr) -> ast.expr:
    """Return the annotation without the `Field(None)` that the engine puts beside a type that is null alone."""
    match annotation:
        case ast.Subscript(ast.Name("Annotated"), ast.Tuple([ast.Constant(None) as null, _])):
            return null
        case _:
            return annotation


def _with_alias(annotation: ast.expr, wire_name: str) -> ast.expr:
    """Return the annotation with the name on the wire in its `Field(…)`, which is added where there is none."""
    alias = ast.keyword("alias", ast.Constant(wire_name))
    match annotation:
        case ast.Subscript(ast.Name("Annotated"), ast.Tuple([inner, ast.Call(function, arguments, keywords)])):
            call = ast.Call(function, arguments, [alias, *keywords])
            return ast.Subscript(ast.Name("Annotated"), ast.Tuple([inner, call]))
        case _:
            call = ast.Call(ast.Name("Field"), [], [alias])
            return ast.Subscript(ast.Name("Annotated"), ast.Tuple([annotation, call]))
