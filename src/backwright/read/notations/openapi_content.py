"""Bodies and answers: one content type of those that are declared."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backwright.diagnostics import reading_openapi as diagnostics
from backwright.read.facts import BodyFact, ResponseFact
from backwright.read.nodes import Mapped, Node, Scalars, span_of
from backwright.read.notations.openapi_names import class_word
from backwright.read.notations.openapi_phrases import phrase
from backwright.read.notations.openapi_references import Library
from backwright.read.notations.openapi_schemas import Schemas
from backwright.shape import Kind, Shape

_PREFERRED: Final = (
    "application/json", "+json", "application/x-www-form-urlencoded", "multipart/form-data",
    "text/plain",
)  # fmt: skip
_BODILESS: Final = (204, 205, 304)
JSON: Final = "application/json"


@dataclass(frozen=True, slots=True)
class Content:
    library: Library
    schemas: Schemas

    def body(self, node: Node | None, hint: str) -> BodyFact | None:
        body = self.library.resolve(node)
        if body is None or node is None:
            return None
        chosen = _chosen(body)
        if chosen is None:
            self.library.wrong("a request body's content", body, "a content type with a schema")
            return None
        kind, media = chosen
        required = body.flag("required") is True
        shape = self.schemas.shape(media.get("schema"), f"{hint}Request")
        return BodyFact(shape, kind, required, span_of(node))

    def responses(
        self, operation: Mapped, place: str, hint: str, old: str = ""
    ) -> Iterator[ResponseFact]:
        """`old` is the content type of Swagger 2.0, which stands elsewhere."""
        section = operation.get("responses")
        if section is None:
            return
        if not isinstance(section, Mapped):
            self.library.wrong(f"responses of {place}", section, "a mapping")
            return
        for written, node in section.pairs():
            key = section.keys[written]
            status = _status(written)
            if status is None:
                self._no_status(written, key, place)
                continue
            fact = self._response(status, node, key, hint, old)
            if fact is not None:
                yield fact

    def _no_status(self, written: str, key: Scalars, place: str) -> None:
        if written.startswith("x-"):
            return
        ranged = written == "default" or (len(written) == 3 and written[1:].lower() == "xx")
        if ranged:
            self.library.report(
                diagnostics.NO_STATUS.at(span_of(key), status=written, operation=place)
            )
        else:
            self.library.wrong(f"a response of {place}", key, "a status of three digits")

    def _response(
        self, status: int, node: Node, key: Scalars, hint: str, old: str
    ) -> ResponseFact | None:
        response = self.library.resolve(node)
        if response is None:
            return None
        statement = self.library.said.get(id(key))
        span = statement.span if statement is not None else span_of(key)
        name = f"{hint}Response" if 200 <= status < 300 else f"{hint}{status}Response"
        kind, shape = self._answer(response, name, old)
        if status in _BODILESS:
            kind, shape = "", None
        headers = response.mapped("headers")
        return ResponseFact(
            status=status,
            description=phrase(response.text("description")),
            shape=shape,
            content_type=kind,
            span=span,
            statement=statement.id if statement is not None else "",
            headers=tuple(headers.entries) if headers is not None else (),
        )

    def _answer(self, response: Mapped, name: str, old: str) -> tuple[str, Shape | None]:
        if old and "schema" in response.entries:
            return old, self.schemas.shape(response.get("schema"), name)
        chosen = _chosen(response)
        if chosen is None:
            return "", None
        kind, media = chosen
        if "schema" not in media.entries:
            return kind, Shape(Kind.ANY)
        return kind, self.schemas.shape(media.get("schema"), name)


def _status(written: str) -> int | None:
    if len(written) == 3 and written.isascii() and written.isdigit() and "1" <= written[0] <= "5":
        return int(written)
    return None


def _chosen(owner: Mapped) -> tuple[str, Mapped] | None:
    """JSON first, then forms, then whatever is declared first."""
    content = owner.mapped("content")
    if content is None:
        return None
    kinds = {
        name.partition(";")[0].strip().lower(): media
        for name, media in content.pairs()
        if isinstance(media, Mapped) or (isinstance(media, Scalars) and media.value is None)
    }
    if not kinds:
        return None
    best = next(
        (name for wanted in _PREFERRED for name in kinds if name.endswith(wanted)),
        next(iter(kinds)),
    )
    media = kinds[best]
    empty = Mapped(owner.file, owner.line, owner.column, owner.line)
    kind = JSON if best in ("*/*", "application/*") else best
    return kind, media if isinstance(media, Mapped) else empty


def operation_word(operation: Mapped, method: str, path: str) -> str:
    """What objects written in place of an operation are named after."""
    own = class_word(operation.text("operationId"))
    return own or class_word(f"{method.lower()} {path}") or class_word(method.lower())
