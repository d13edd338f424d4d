"""OpenAPI 3.0 and 3.1, and what Swagger 2.0 shares with them, in YAML or JSON."""

from collections.abc import Callable, Iterable

from backwright.diagnostics import Diagnostic
from backwright.diagnostics import reading_openapi as diagnostics
from backwright.read.facts import Facts, Ignorable, IgnoredText
from backwright.read.nodes import Mapped, Node, span_of
from backwright.read.notations.openapi_lines import ignored
from backwright.read.notations.openapi_operations import Operations
from backwright.read.notations.openapi_phrases import phrase
from backwright.read.notations.openapi_references import Library
from backwright.read.notations.openapi_schemas import Schemas
from backwright.read.notations.openapi_security import schemes
from backwright.source import SourceFile


def read(source: SourceFile, load_neighbour: Callable[[str], SourceFile | Diagnostic]) -> Facts:
    """Operations and schemas of the file, and statements of it and of what it refers to."""
    library = Library(load_neighbour)
    roots = library.add(source)
    documents = [each for each in roots if isinstance(each, Mapped) and _is_document(each)]
    if not documents:
        return _no_document(source, library, roots)
    schemas, facts = Schemas(library), Facts()
    for document in documents:
        facts += _document(document, library, schemas)
    facts += Facts(schemas=schemas.finish())
    for path in sorted(library.sources, key=lambda each: (each != source.path, each)):
        facts += _lines(library, path)
    return facts + Facts(diagnostics=tuple(library.diagnostics))


def _is_document(root: Mapped) -> bool:
    return "openapi" in root.entries or "swagger" in root.entries


def _no_document(source: SourceFile, library: Library, roots: Iterable[Node]) -> Facts:
    """Broken, or a sample that only speaks of OpenAPI."""
    told = tuple(library.diagnostics)
    if not list(roots):
        return Facts(files=(source.path,), diagnostics=told)
    aside = IgnoredText(source.span(1, 1, len(source.lines)), Ignorable.CODE_SAMPLE)
    return Facts(files=(source.path,), ignored=(aside,), diagnostics=told)


def _document(document: Mapped, library: Library, schemas: Schemas) -> Facts:
    if "swagger" in document.entries:
        span = span_of(document.keys["swagger"])
        library.report(diagnostics.OLD.at(span, path=document.file))
    components, info = document.mapped("components"), document.mapped("info")
    owner = components if components is not None else document
    schemas.components(owner.mapped("schemas"))
    schemas.components(document.mapped("definitions"))
    declared = owner.mapped("securitySchemes") or document.mapped("securityDefinitions")
    return Facts(
        operations=tuple(Operations(document, library, schemas).read()),
        security_schemes=tuple(schemes(library, declared)),
        title=phrase(info.text("title")) if info is not None else "",
    )


def _lines(library: Library, path: str) -> Facts:
    source, roots = library.sources[path], library.roots[path]
    if not roots:
        return Facts(files=(path,))
    said = tuple(each for each in library.said.values() if each.span.file == path)
    return Facts(files=(path,), statements=said, ignored=ignored(source, said, roots))
