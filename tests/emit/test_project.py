"""What stands around the code, and that no piece stands without need."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from backwright.contract.model import Contract
from backwright.contract.operations import Access, Credentials, Refusal
from backwright.contract.policies import Auth, Issuer, RateLimit
from backwright.emit import emit
from backwright.plan import environment
from backwright.plan.model import FileKind, Standing
from tests.contracts import accounts, orders
from tests.emit.serving import run, written

PUBLIC = replace(
    accounts.EXTERNAL,
    auth=Auth(Issuer.NONE),
    operations=tuple(
        replace(each, access=Access(Credentials.NONE, any_owner=True), parameters=(), refusals=())
        for each in accounts.EXTERNAL.operations
    ),
)


def emitted(contract: Contract) -> dict[str, str]:
    return {each.path: each.text for each in emit(contract, Standing()).files}


def dependencies(contract: Contract) -> set[str]:
    project = tomllib.loads(emitted(contract)["pyproject.toml"])
    return {each.split(">")[0] for each in project["project"]["dependencies"]}


def test_a_backend_without_accounts_has_no_security(tmp_path: Path) -> None:
    files = emitted(PUBLIC)

    assert "app/core/security.py" not in files
    assert "app/core/rate_limit.py" not in files
    assert "app/core/cors.py" not in files
    assert "SECRET" not in files[".env"]
    assert not {"joserfc", "pwdlib[argon2]", "limits", "redis"} & dependencies(PUBLIC)


@pytest.mark.parametrize(
    "contract", [PUBLIC, accounts.EXTERNAL, accounts.CONTRACT, orders.CONTRACT]
)
def test_every_variable_is_explained_and_set(contract: Contract) -> None:
    files = emitted(contract)
    for each in environment.variables(contract):
        assert f"{each.name}=" in files[".env.example"]
        assert f"`{each.name}`" in files["README.md"]
        assert each.optional or f"{each.name}=" in files[".env"]


def test_the_secret_is_private_random_and_written_once() -> None:
    env = next(e for e in emit(orders.CONTRACT, Standing()).files if e.path == ".env")

    assert env.private
    assert env.kind is FileKind.ONCE
    assert "JWT_SECRET=@@RANDOM_SECRET@@\n" in env.text
    assert ".env\n" in emitted(orders.CONTRACT)[".gitignore"]


def test_only_needed_libraries_are_asked_for() -> None:
    limited = replace(
        orders.CONTRACT,
        policies=replace(orders.CONTRACT.policies, rate_limits=(RateLimit(5, 60),)),
        operations=tuple(
            replace(each, refusals=(*each.refusals, Refusal(429, "too_many", "Slow down")))
            for each in orders.CONTRACT.operations
        ),
    )

    assert {"joserfc", "pwdlib[argon2]", "pydantic[email]"} <= dependencies(orders.CONTRACT)
    assert "python-multipart" in dependencies(orders.CONTRACT)
    assert "python-multipart" not in dependencies(accounts.CONTRACT)
    assert "pwdlib[argon2]" not in dependencies(accounts.EXTERNAL)
    assert {"limits", "redis"} <= dependencies(limited)


@pytest.mark.parametrize("secret", [None, "", "31 bytes are not enough for us."])
def test_without_a_secret_nothing_starts(tmp_path: Path, secret: str | None) -> None:
    root = written(orders.CONTRACT, tmp_path)
    (root / ".env").unlink()
    settings = {"JWT_SECRET": secret} if secret is not None else {}
    started = run(root, "uvicorn", "app.main:app", "--port", "0", **settings)

    assert started.returncode == 3
    assert not secret or secret not in started.stdout + started.stderr


@pytest.mark.parametrize("title", ["", "注文", 'A "quoted" [title]\n# not a heading', "x" * 300])
def test_any_title_makes_a_project(title: str) -> None:
    files = emitted(replace(orders.CONTRACT, title=title, version="v1-beta"))

    project = tomllib.loads(files["pyproject.toml"])["project"]
    assert project["version"] == "1.0.0"
    assert project["name"].endswith("backend")
    assert files["README.md"].count("\n# ") == 0
