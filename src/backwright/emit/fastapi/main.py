"""`app/main.py`: the application, importable without an environment, started with one."""

from collections.abc import Iterator
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose
from backwright.emit.fastapi import core_security
from backwright.emit.fastapi.core_openapi import application
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal, render
from backwright.plan import environment, needs
from backwright.plan.model import GeneratedFile
from backwright.plan.names import PACKAGE, Symbol, core, domains, file, module
from backwright.plan.paths import routers_in_order

_MODULE: Final = "app.main"
_TAKEN: Final = frozenset(("app", "lifespan", "router"))
_RARELY: Final = frozenset((Purpose.CUSTOM, Purpose.HEALTH))
"""Purposes whose routes may do without the rows of their domain."""


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    main = Module(_MODULE, "The application.")
    lifespan = _lifespan(contract, main)
    if lifespan:
        main.use_from("fastapi", "FastAPI")
    view = {
        "application": main.use(application(contract)),
        "lifespan": lifespan,
        "arguments": list(_arguments(contract, main, bool(lifespan))),
        "middleware": list(_middleware(contract, main)),
        "routers": list(_routers(contract, main)),
    }
    for domain in _unmentioned(contract):
        alias = f"models as {domain}_models  # noqa: F401  (no route imports these tables)"
        main.use_module(f"{PACKAGE}.{domain}", alias)
    main.add(render("main.py.jinja", **view))
    yield GeneratedFile(file(_MODULE), main.text(), part="core")


def routed_domains(contract: Contract) -> tuple[str, ...]:
    """The domains that have a router, in the order in which these are asked."""
    routed: dict[str, tuple[Operation, ...]] = {}
    for name in domains(contract):
        own = tuple(contract.operations_in(name))
        if own:
            routed[name] = own
    return routers_in_order(routed)


def _lifespan(contract: Contract, main: Module) -> list[str]:
    """What starts with the application and ends with it; nothing if there is nothing to start."""
    lines: list[str] = []
    if (database := environment.database(contract)) is not None:
        main.use(core("db", "create_engine"))
        main.use(core("db", "create_sessions"))
        lines.append(f"engine = create_engine(settings.{database.attribute})")
        lines.append("app.state.sessions = create_sessions(engine)")
    if (secret := environment.secret(contract)) is not None:
        key = main.use(Symbol("joserfc.jwk", core_security.key_class(contract)))
        main.use(core("security", "AccessTokens"))
        value = f"settings.{secret.attribute}.get_secret_value()"
        lines.append(f"app.state.tokens = AccessTokens({key}.import_key({value}))")
    if (origins := environment.cors(contract)) is not None:
        lines.append(f"app.state.cors_origins = settings.{origins.attribute}")
    if needs.rate_limit(contract):
        limiter = main.use(core("rate_limit", "Limiter"))
        lines.append(f"app.state.limiter = {limiter}(settings.redis_url)")
    if not lines:
        return []
    main.use(core("settings", "Settings"))
    main.use_from("collections.abc", "AsyncIterator")
    main.use_from("contextlib", "asynccontextmanager")
    end = ["await engine.dispose()"] if database is not None else []
    return ["settings = Settings()", *lines, "yield", *end]


def _arguments(contract: Contract, main: Module, lifespan: bool) -> Iterator[str]:
    yield f"title={literal(contract.title)}"
    yield f"version={literal(contract.version)}"
    if contract.description:
        yield f"description={literal(contract.description)}"
    if lifespan:
        yield "lifespan=lifespan"
    main.use(core("errors", "EXCEPTION_HANDLERS"))
    yield "exception_handlers=EXCEPTION_HANDLERS"
    yield "generate_unique_id_function=lambda route: route.name"
    if needs.rate_limit(contract):
        yield f"dependencies=[{main.use(core('rate_limit', 'RATE_LIMITED'))}]"


def _middleware(contract: Contract, main: Module) -> Iterator[str]:
    """From the inside out: what is refused for its size still tells browsers who may read it."""
    if needs.body_limit(contract):
        size = _size(contract.policies.body_limit)
        yield f"{main.use(core('body_limit', 'BodyLimit'))}, max_bytes={size}"
    if needs.cors(contract):
        yield main.use(core("cors", "Cors"))


def _size(count: int) -> str:
    """`64 * 1024`, as people say it."""
    for power in (3, 2, 1):
        if count % 1024**power == 0:
            return " * ".join((str(count // 1024**power), *["1024"] * power))
    return str(count)


def _routers(contract: Contract, main: Module) -> Iterator[str]:
    for domain in routed_domains(contract):
        name = f"{domain}_router" if domain in _TAKEN else domain
        main.use(Symbol(module(domain, "router"), f"router as {name}"))
        yield name


def _unmentioned(contract: Contract) -> Iterator[str]:
    """Domains whose tables no route is sure to import."""
    home = {each.name: each.domain for each in contract.entities}
    mentioned = {
        home[each.entity]
        for each in contract.operations
        if each.entity in home and each.purpose not in _RARELY
    }
    for domain in dict.fromkeys(home.values()):
        if domain not in mentioned:
            yield domain
