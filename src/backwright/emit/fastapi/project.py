"""What stands around the code: `pyproject.toml`, the environment's files, packages."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.contract.model import Contract
from backwright.emit.templates import render
from backwright.plan import environment, needs
from backwright.plan.environment import Variable
from backwright.plan.model import RANDOM_SECRET, FileKind, GeneratedFile
from backwright.plan.names import PACKAGE, domains

_VERSION: Final = re.compile(r"\d+(\.\d+){0,3}((a|b|rc)\d+)?")
_IGNORED: Final = (".env", "*.db", "__pycache__/", ".venv/", ".*_cache/")
_ALWAYS: Final = (
    "fastapi>=0.165",
    "pydantic-settings>=2.16",
    "sqlmodel[asyncio]>=0.0.50",
    "uvicorn[standard]>=0.54",
)
_GENERATE: Final = 'python -c "import secrets; print(secrets.token_hex(32))"'


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    yield _file("pyproject.toml", _pyproject(contract))
    yield _file(".gitignore", "".join(f"{each}\n" for each in _IGNORED))
    variables = environment.variables(contract)
    if variables:
        yield _file(".env.example", _example(variables))
        text = "".join(_set(each) for each in variables if not each.optional)
        yield GeneratedFile(".env", text, FileKind.ONCE, part="project", private=True)


def packages(contract: Contract) -> Iterator[GeneratedFile]:
    """The empty files that make packages."""
    for each in (PACKAGE, f"{PACKAGE}/core", *(f"{PACKAGE}/{name}" for name in domains(contract))):
        yield GeneratedFile(f"{each}/__init__.py", "", part="core")


def _file(path: str, text: str) -> GeneratedFile:
    return GeneratedFile(path, text, part="project")


def _pyproject(contract: Contract) -> str:
    slug = environment.slug(contract)
    plain = _VERSION.fullmatch(contract.version)
    return render(
        "project/pyproject.toml.jinja",
        project=slug if slug.endswith("backend") else f"{slug}-backend",
        version=contract.version if plain else "1.0.0",
        dependencies=sorted(_dependencies(contract)),
        database=needs.database(contract),
    )


def _dependencies(contract: Contract) -> Iterator[str]:
    yield from _ALWAYS
    mail = "[email]" if needs.email_addresses(contract) else ""
    yield f"pydantic{mail}>=2.14"
    if needs.database(contract):
        yield from ("aiosqlite>=0.22", "alembic>=1.20", "asyncpg>=0.32")
    if needs.tokens(contract):
        yield "joserfc>=1.8"
    if needs.own_users(contract):
        yield "pwdlib[argon2]>=0.3.1"
    if needs.forms(contract):
        yield "python-multipart>=0.0.34"
    if needs.rate_limit(contract):
        yield from ("limits>=5.8", "redis>=8.0")


def _example(variables: tuple[Variable, ...]) -> str:
    blocks = []
    for each in variables:
        lines = [f"# {each.doc}"]
        if each.secret:
            lines.append(f"# {_GENERATE}")
        elif each.example:
            lines.append(f"# {each.name}={each.example}")
        if not each.optional:
            lines.append(f"{each.name}={_value(each)}")
        blocks.append("\n".join(lines))
    return "# Copy to .env and fill in.\n\n" + "\n\n".join(blocks) + "\n"


def _set(variable: Variable) -> str:
    return f"{variable.name}={RANDOM_SECRET if variable.secret else _value(variable)}\n"


def _value(variable: Variable) -> str:
    """On one line, so that no stated value can become a variable of its own."""
    if isinstance(variable.default, tuple):
        return ",".join("".join(each.split()) for each in variable.default)
    return variable.default or ""
