"""`app/core/settings.py`: the variables that this backend reads, and no other."""

from collections.abc import Iterator

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal, render
from backwright.plan import needs
from backwright.plan.environment import Variable, secret_bytes, variables
from backwright.plan.model import GeneratedFile
from backwright.plan.names import file


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    wanted = variables(contract)
    if not wanted:
        return
    imports = Module("app.core.settings", "")
    imports.use_from("pydantic_settings", "BaseSettings", "SettingsConfigDict")
    text = render(
        "core/settings.py.jinja",
        fields=[_field(contract, each, imports) for each in wanted],
        secret=any(each.secret for each in wanted),
        origins=next((each.attribute for each in wanted if _is_list(each)), ""),
        imports=imports.text().splitlines(),
    )
    built = (aspects.auth("secret"),) if needs.tokens(contract) else ()
    yield GeneratedFile(file("app.core.settings"), text, part="core", built=built)


def _field(contract: Contract, variable: Variable, imports: Module) -> str:
    alias = "" if variable.attribute.upper() == variable.name else variable.name
    if variable.secret:
        imports.use_from("pydantic", "Field", "SecretStr")
        bounds = f"min_length={secret_bytes(contract)}"
        alias_part = f", validation_alias={literal(alias)}" if alias else ""
        return f"{variable.attribute}: SecretStr = Field({bounds}{alias_part})"
    annotation, value = _typed(variable, imports)
    if alias:
        imports.use_from("pydantic", "Field")
        value = f"Field(default={value}, validation_alias={literal(alias)})"
    return f"{variable.attribute}: {annotation} = {value}"


def _typed(variable: Variable, imports: Module) -> tuple[str, str]:
    if _is_list(variable):
        imports.use_from("pydantic", "field_validator")
        imports.use_from("pydantic_settings", "NoDecode")
        imports.use_from("typing", "Annotated")
        return "Annotated[tuple[str, ...], NoDecode]", literal(variable.default)
    return ("str | None", "None") if variable.optional else ("str", literal(variable.default))


def _is_list(variable: Variable) -> bool:
    return isinstance(variable.default, tuple)
