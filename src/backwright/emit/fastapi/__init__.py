"""The FastAPI backend: one emitter a file, in a visible table."""

from collections.abc import Callable, Iterable
from typing import Final

from backwright.contract.model import Contract
from backwright.emit.fastapi import (
    alembic_files,
    body_limit,
    core_db,
    core_errors,
    core_openapi,
    core_paging,
    core_security,
    core_settings,
    core_tables,
    core_values,
    cors,
    domains,
    main,
    models,
    principals,
    project,
    rate_limit,
    readme,
    schemas,
    slugs,
    tests,
)
from backwright.plan.model import GeneratedFile

Emitter = Callable[[Contract], Iterable[GeneratedFile]]

EMITTERS: Final[tuple[Emitter, ...]] = (
    project.packages,
    core_settings.emit,
    core_db.emit,
    core_tables.emit,
    models.emit,
    schemas.emit,
    core_errors.emit_core_errors,
    core_openapi.emit,
    core_paging.emit,
    core_security.emit,
    principals.emit,
    domains.emit,
    body_limit.emit,
    rate_limit.emit,
    cors.emit,
    main.emit,
    alembic_files.emit,
    project.emit,
    readme.emit,
    tests.emit,
)
"""In the order in which their files are named; each one is a function of the contract alone."""


def files(contract: Contract) -> tuple[GeneratedFile, ...]:
    found = tuple(file for emitter in EMITTERS for file in emitter(contract))
    return (*found, *core_values.emit(found), *slugs.emit(found))
