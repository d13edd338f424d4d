"""Two people and a stranger use the bundled example as its specification says."""

import http.client
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

Json = Any
_ADA: Final = {"email": "ada@example.com", "name": "Ada", "password": "a long walk in the rain"}
_BOB: Final = {"email": "bob@example.com", "name": "Bob", "password": "a long walk in the snow"}
_BASE: Final = "/api/v1"


@dataclass(frozen=True, slots=True)
class Step:
    """One request, and whether it was answered as it should be."""

    who: str
    request: str
    status: int
    says: str
    good: bool


def walk(port: int, tell: Callable[[Step], None]) -> tuple[Step, ...]:
    """Every step, told as it is taken; ends where nothing can follow."""
    walker = _Walker(port, tell)
    try:
        walker.people()
        walker.own()
        walker.foreign()
    except _Stopped:
        pass
    return tuple(walker.steps)


class _Stopped(Exception):
    """What was to be used next was not answered."""


class _Walker:
    def __init__(self, port: int, tell: Callable[[Step], None]) -> None:
        self._port, self._tell = port, tell
        self._tokens: dict[str, str] = {}
        self._task = ""
        self.steps: list[Step] = []

    def people(self) -> None:
        for name, person in (("Ada", _ADA), ("Bob", _BOB)):
            self._ask(name, "POST", "/auth/register", 201, "has an account", person)
            login = {key: person[key] for key in ("email", "password")}
            answer = self._ask(name, "POST", "/auth/login", 200, "is signed in", login)
            self._tokens[name] = str(self._of(answer, "access_token"))

    def own(self) -> None:
        task = {"title": "Send the invoice"}
        made = self._ask("Ada", "POST", "/tasks", 201, "creates a task", task)
        self._task = f"/tasks/{self._of(made, 'id')}"
        self._ask("Ada", "GET", self._task, 200, "reads it")
        self._ask("Ada", "PUT", self._task, 200, "renames it", {"title": "Send both invoices"})
        self._ask("Ada", "POST", "/tasks", 422, "may not leave its title empty", {"title": ""})

    def foreign(self) -> None:
        """Whoever is not meant, before and after whom the owner succeeds."""
        self._ask("nobody", "GET", self._task, 401, "is not signed in")
        self._ask("Bob", "GET", self._task, 404, "does not even learn that it exists")
        self._ask("Bob", "PUT", self._task, 404, "cannot change it", {"title": "Mine"})
        self._ask("Bob", "DELETE", self._task, 404, "cannot delete it")
        kept = self._ask("Ada", "GET", self._task, 200, "finds it as she left it")
        if self._of(kept, "title") != "Send both invoices":
            self._report("Ada", "GET", self._task, 200, "finds another title", good=False)
        self._ask("Ada", "DELETE", self._task, 204, "deletes it")
        self._ask("Ada", "GET", self._task, 404, "finds it no more")

    def _of(self, answer: Json, name: str) -> Json:
        if not isinstance(answer, dict) or name not in answer:
            raise _Stopped
        return answer[name]

    def _ask(  # noqa: PLR0913, PLR0917  one line of a story
        self, who: str, method: str, path: str, wanted: int, says: str, body: Json = None
    ) -> Json:
        status, answer = self._send(method, path, self._tokens.get(who, ""), body)
        self._report(who, method, path, status, says, good=status == wanted)
        return answer

    def _report(  # noqa: PLR0913  see above
        self, who: str, method: str, path: str, status: int, says: str, *, good: bool
    ) -> None:
        step = Step(who, f"{method} {_BASE}{path}", status, says, good)
        self.steps.append(step)
        self._tell(step)

    def _send(self, method: str, path: str, token: str, body: Json) -> tuple[int, Json]:
        headers: Mapping[str, str] = {
            "Content-Type": "application/json",
            **({"Authorization": f"Bearer {token}"} if token else {}),
        }
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            text = json.dumps(body) if body is not None else None
            connection.request(method, f"{_BASE}{path}", text, headers)
            response = connection.getresponse()
            return response.status, _json(response.read())
        except (OSError, http.client.HTTPException):
            return 0, None
        finally:
            connection.close()


def _json(data: bytes) -> Json:
    try:
        return json.loads(data)
    except ValueError:
        return None
