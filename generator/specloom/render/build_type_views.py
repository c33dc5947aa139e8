"""Views of the modules that hold types: answer models, and typed dictionaries for what callers pass in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from specloom.ir.api import Api
from specloom.ir.naming import constant_name
from specloom.ir.types import AliasType, Field, NamedType, ObjectType, Tagged, Type, links_in, names_in, without_null
from specloom.models.datamodel import Import, ModelClass
from specloom.models.modules import Module
from specloom.render.annotations import Annotator
from specloom.render.documentation import field_docstring, sentence, text_docstring
from specloom.render.imports import import_lines
from specloom.render.python import literal
from specloom.render.shapes import Shapes
from specloom.render.views import AliasView, ClassView, ExportsView, FieldView, InputsModuleView, ModelsModuleView

__all__ = ["build_exports_view", "build_inputs_view", "build_models_view"]


def build_models_view(
    module: Module, header: str, models: Mapping[str, ModelClass], annotator: Annotator
) -> ModelsModuleView:
    """Return the view of a module of answer models.

    Args:
        module: Its types.
        header: The first line.
        models: What the engine made of each object type.
        annotator: Spells answer types, seen from `models/`.
    """
    imports: set[Import] = {Import(annotator.modules[name], name) for name in module.needs}
    later = _linked_only(module)
    classes: list[ClassView] = []
    aliases: list[AliasView] = []
    circular = _circular_aliases(module)
    for type_ in module.types:
        if isinstance(type_, ObjectType):
            model = models[type_.name]
            imports |= {Import(".._runtime.model", "Model"), *model.imports}
            imports |= {each for field in type_.fields for each in annotator.link_imports(field.type)}
            fields = [
                FieldView(
                    f"{field.name}: {field.annotation}{' = ' + field.default if field.default else ''}",
                    field_docstring(fact),
                )
                for field, fact in zip(model.fields, type_.fields, strict=True)
            ]
            if type_.extra is not None:
                extra = annotator.annotate(type_.extra)
                imports |= extra.imports | {Import("pydantic", "Field")}
                # The base class says `| None`: pydantic wants it narrowed, pyright does not know that.
                ignored = "  # pyright: ignore[reportIncompatibleVariableOverride]"
                declaration = f"__pydantic_extra__: dict[str, {extra.text}] = Field(init=False)"
                fields.append(FieldView(declaration + ignored, ""))
            classes.append(ClassView(type_.name, _class_docstring(type_), tuple(fields)))
        else:
            alias, needed = _answer_alias(type_, annotator, circular=type_.name in circular)
            imports |= needed
            aliases.append(alias)
    own = {type_.name for type_ in module.types}
    if later:
        imports |= {Import("typing", "TYPE_CHECKING"), Import(".._runtime.links", "later")}
    return ModelsModuleView(
        header=header,
        docstring=_module_docstring(module),
        imports=import_lines({each for each in imports if each.name not in own | later}),
        type_imports=import_lines(Import(annotator.modules[name], name) for name in later),
        stand_ins=tuple(_stand_in(name, annotator.modules[name]) for name in sorted(later)),
        classes=tuple(classes),
        aliases=tuple(aliases),
        exports=_exports(own),
    )


def build_inputs_view(module: Module, header: str, annotator: Annotator, shapes: Shapes) -> InputsModuleView:
    """Return the view of a module of typed dictionaries.

    Args:
        module: Its types.
        header: The first line.
        annotator: Spells input types, seen from `inputs/`.
        shapes: The wire names of input types, seen from `inputs/`.
    """
    imports: set[Import] = set()
    type_imports: set[Import] = set()
    classes: list[ClassView] = []
    aliases: list[AliasView] = []
    for type_ in module.types:
        constant, shape = "", ""
        if isinstance(type_, ObjectType):
            if shapes.needs(type_.name):
                constant = constant_name(type_.name)
                shape, needed = shapes.definition(type_)
                imports |= needed
            imports |= {Import("typing", "TypedDict")}
            fields = []
            for field in type_.fields:
                declaration, mentioned = _input_field(field, annotator)
                type_imports |= mentioned
                fields.append(FieldView(declaration, field_docstring(field)))
            classes.append(ClassView(type_.name, _class_docstring(type_), tuple(fields), constant, shape))
        else:
            annotation = annotator.annotate(type_.type)
            imports |= {Import("typing", "TypeAlias")}
            type_imports |= annotation.imports
            docstring = text_docstring(type_.description, indent=0)
            aliases.append(AliasView(f"{type_.name}: TypeAlias = {literal(annotation.text)}", docstring))
    own = {type_.name for type_ in module.types} | {view.shape_name for view in classes}
    return InputsModuleView(
        header=header,
        docstring=_module_docstring(module),
        imports=import_lines({each for each in imports if each.name not in own}),
        type_imports=import_lines({each for each in type_imports - imports if each.name not in own}),
        classes=tuple(classes),
        aliases=tuple(aliases),
        exports=_exports({type_.name for type_ in module.types}),
    )


def build_exports_view(api: Api, header: str, modules: Iterable[Module], what: str) -> ExportsView:
    """Return the view of a package's front door that loads its modules one by one when they are used."""
    places = {type_.name: f".{module.name}" for module in modules for type_ in module.types}
    return ExportsView(
        header=header,
        docstring=text_docstring(
            f"{what} of {api.title}. Each module is imported when one of its names is used.", indent=0
        ),
        imports=tuple(f"from {module} import {name} as {name}" for name, module in sorted(places.items())),
        modules=tuple((literal(name), literal(module)) for name, module in sorted(places.items())),
    )


def _input_field(field: Field, annotator: Annotator) -> tuple[str, set[Import]]:
    annotation = annotator.annotate(field.type)
    text = annotation.text if field.required else f"NotRequired[{annotation.text}]"
    needed = set(annotation.imports) | (set() if field.required else {Import("typing", "NotRequired")})
    return f"{field.name}: {text}", needed


def _linked_only(module: Module) -> set[str]:
    """Return the types of other modules that this one mentions as targets of links and in no other way."""
    types: list[Type] = []
    for type_ in module.types:
        if isinstance(type_, AliasType):
            types.append(type_.type)
        else:
            types += [field.type for field in type_.fields] + ([type_.extra] if type_.extra else [])
    linked = {name for type_ in types for name in links_in(type_)}
    return linked - {type_.name for type_ in module.types} - set(module.needs)


def _stand_in(name: str, module: str) -> str:
    return f"{name} = later(__name__, {literal(module.lstrip('.'))}, {literal(name)})"


def _circular_aliases(module: Module) -> set[str]:
    """Return the aliases that are made of themselves, directly or through others of their module."""
    made_of = {type_.name: set(names_in(type_.type)) for type_ in module.types if isinstance(type_, AliasType)}
    circular: set[str] = set()
    for name in made_of:
        reached: set[str] = set()
        waiting = [name]
        while waiting:
            found = made_of.get(waiting.pop(), set()) - reached
            reached |= found
            waiting += found
        circular |= {name} & reached
    return circular


def _answer_alias(type_: AliasType, annotator: Annotator, *, circular: bool) -> tuple[AliasView, set[Import]]:
    docstring = text_docstring(type_.description, indent=0)
    inner = without_null(type_.type)
    annotation = annotator.annotate(type_.type)
    needed = set(annotation.imports)
    if isinstance(inner, Tagged):
        needed |= {Import("typing", "Annotated"), Import("pydantic", "Tag"), Import(".._runtime.model", "tagged")}
        optional = " | None" if inner != type_.type else ""
        return AliasView(f"{type_.name} = {_tagged(inner)}{optional}", docstring), needed
    if circular:
        needed |= {Import("typing_extensions", "TypeAliasType")}
        return AliasView(f"{type_.name} = TypeAliasType({type_.name!r}, {literal(annotation.text)})", docstring), needed
    needed |= {Import("typing", "TypeAlias")}
    return AliasView(f"{type_.name}: TypeAlias = {annotation.text}", docstring), needed


def _tagged(type_: Tagged) -> str:
    members = " | ".join(f"Annotated[{member.name}, Tag({member.name!r})]" for member in type_.members)
    mapping: dict[str, str] = dict(type_.mapping)
    entries = ", ".join(f"{literal(value)}: {name!r}" for value, name in mapping.items())
    return f"Annotated[{members}, tagged({literal(type_.wire_name)}, {{{entries}}})]"


def _class_docstring(type_: NamedType) -> str:
    return text_docstring(sentence(type_.description), indent=4, fallback=f"{type_.name}.")


def _module_docstring(module: Module) -> str:
    names = ", ".join(f"`{type_.name}`" for type_ in module.types)
    return text_docstring(f"{names}.", indent=0)


def _exports(names: set[str]) -> tuple[str, ...]:
    return tuple(literal(name) for name in sorted(names))
