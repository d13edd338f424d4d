"""OpenAPI documents written here, in the tests, with neighbours that are on no disk."""

from collections.abc import Mapping

from backwright.contract.counter import conserved
from backwright.diagnostics import Diagnostic, sources
from backwright.read.facts import Facts, OperationFact
from backwright.read.notations import openapi
from backwright.shape import Shape
from backwright.source import SourceFile, Span

PATH = "specs/001-x/contracts/api.yaml"
HEAD = "openapi: 3.1.0\ninfo: {title: Songs, version: 1.0.0}\n"


def reads(text: str, path: str = PATH, neighbours: Mapping[str, str] | None = None) -> Facts:
    """The facts of a document; whatever it is, none of its lines may get lost."""
    files = neighbours or {}

    def load(name: str) -> SourceFile | Diagnostic:
        if name in files:
            return SourceFile(name, files[name])
        return sources.MISSING.at(Span(name, 1), path=name)

    facts = openapi.read(SourceFile(path, text), load)
    read = [(name, files[name]) for name in facts.files if name in files]
    assert conserved([(path, text), *read], facts) == ()
    return facts


def codes(facts: Facts) -> list[str]:
    return [each.code for each in facts.diagnostics]


def one_operation(body: str, path: str = "/songs", method: str = "get", rest: str = "") -> str:
    """A document with one operation, whose entries are indented by six blanks."""
    lines = "\n".join(f"      {line}" for line in body.strip("\n").split("\n"))
    return f"{HEAD}{rest}paths:\n  {path}:\n    {method}:\n{lines}\n"


def operation(facts: Facts) -> OperationFact:
    (only,) = facts.operations
    return only


def schemas(body: str) -> str:
    """A document with named schemas only."""
    lines = "\n".join(f"    {line}" for line in body.strip("\n").split("\n"))
    return f"{HEAD}paths: {{}}\ncomponents:\n  schemas:\n{lines}\n"


def shape_of(written: str, rest: str = "") -> Shape:
    """The shape of the one property of a schema."""
    facts = reads(schemas(f"Song:\n  type: object\n  properties:\n    it: {written}\n{rest}"))
    song = next(each for each in facts.schemas if each.name == "Song")
    return song.properties[0].shape
