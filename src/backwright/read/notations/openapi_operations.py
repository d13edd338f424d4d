"""Operations of one document, path by path; what is wrong with one leaves the others alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backwright.diagnostics import reading_openapi as diagnostics
from backwright.read.facts import OperationFact
from backwright.read.nodes import Mapped, Node, Scalars, span_of
from backwright.read.notations import openapi_swagger as swagger
from backwright.read.notations.openapi_content import Content, operation_word
from backwright.read.notations.openapi_marks import METHODS
from backwright.read.notations.openapi_parameters import Parameters
from backwright.read.notations.openapi_phrases import phrase
from backwright.read.notations.openapi_references import Library
from backwright.read.notations.openapi_schemas import Schemas
from backwright.read.notations.openapi_security import security
from backwright.read.notations.openapi_servers import base_path, joined

_OTHER_ENTRIES: Final = frozenset(
    (*METHODS, "trace", "parameters", "servers", "summary", "description", "$ref")
)
_LONGEST: Final = 4000


@dataclass(frozen=True, slots=True)
class Operations:
    document: Mapped
    library: Library
    schemas: Schemas

    @property
    def old(self) -> bool:
        return "swagger" in self.document.entries

    def read(self) -> Iterator[OperationFact]:
        paths = self.document.get("paths")
        if isinstance(paths, Mapped):
            for path, node in paths.pairs():
                yield from self._path(path, node)
        elif paths is not None and not (isinstance(paths, Scalars) and paths.value is None):
            self.library.wrong("paths", paths, "a mapping")
        if self.document.mapped("webhooks") is not None:
            self._not_read("webhooks", self.document.entries["webhooks"], "this document")

    def _path(self, path: str, node: Node) -> Iterator[OperationFact]:
        if path.startswith("x-"):
            return
        item = self.library.resolve(node)
        if item is None:
            return
        for name, inner in item.pairs():
            method = name.lower()
            if method in METHODS and isinstance(inner, Mapped):
                yield self._operation(path, method, item, inner, item.keys[name])
            elif method in METHODS:
                self.library.wrong(f"{name.upper()} {path}", inner, "a mapping")
            elif method not in _OTHER_ENTRIES and not name.startswith("x-"):
                self.library.wrong(f"an entry of {path}", item.keys[name], "a method")

    def _operation(
        self, path: str, method: str, item: Mapped, node: Mapped, key: Scalars
    ) -> OperationFact:
        full = joined(base_path(node, item, self.document), path)
        place, hint = f"{method.upper()} {full}", operation_word(node, method, path)
        statement = self.library.said.get(id(key))
        parameters = Parameters(self.library, self.schemas)
        content = Content(self.library, self.schemas)
        nodes = parameters.nodes(item, node)
        allowed = security(self.library, node, self.document, place)
        credentials = allowed.required
        if credentials is None and not allowed.optional:
            credentials = True if parameters.asks_for_credentials(nodes) else None
        if node.mapped("callbacks") is not None:
            self._not_read("callbacks", node.entries["callbacks"], place)
        body, old = content.body(node.get("requestBody"), hint), ""
        if self.old:
            body = swagger.body(content, self.document, node, nodes, hint)
            old = swagger.produced(self.document, node)
        return OperationFact(
            method=method.upper(),
            path=full,
            span=statement.span if statement is not None else span_of(key),
            statement=statement.id if statement is not None else "",
            operation_id=node.text("operationId"),
            summary=phrase(node.text("summary")),
            description=node.text("description").strip()[:_LONGEST],
            tags=tuple(e.text for e in node.listed("tags") if isinstance(e, Scalars) and e.text),
            parameters=tuple(parameters.read(nodes, full, hint)),
            body=body,
            responses=tuple(content.responses(node, place, hint, old)),
            security=credentials,
            optional_security=allowed.optional,
            schemes=allowed.schemes,
            roles=allowed.roles,
            deprecated=node.flag("deprecated") is True,
        )

    def _not_read(self, what: str, node: Node, owner: str) -> None:
        self.library.report(diagnostics.NOT_READ.at(span_of(node), what=what, owner=owner))
