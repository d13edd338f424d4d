"""What Swagger 2.0 writes elsewhere: bodies among the parameters, content types beside them."""

from backwright.read.facts import BodyFact
from backwright.read.nodes import Mapped, Scalars, span_of
from backwright.read.notations.openapi_content import JSON, Content

_FORM = "application/x-www-form-urlencoded"
_FILES = "multipart/form-data"


def body(
    content: Content, document: Mapped, operation: Mapped, parameters: list[Mapped], hint: str
) -> BodyFact | None:
    """The parameter in the body, or those of a form as one object."""
    own = next((each for each in parameters if each.text("in") == "body"), None)
    if own is not None:
        shape = content.schemas.shape(own.get("schema"), f"{hint}Request")
        required = own.flag("required") is True
        return BodyFact(shape, _kind(document, operation, "consumes"), required, span_of(own))
    fields = [each for each in parameters if each.text("in") == "formData" and each.text("name")]
    if not fields:
        return None
    form = _form(fields)
    shape = content.schemas.shape(form, f"{hint}Request")
    files = any(each.text("type") == "file" for each in fields)
    return BodyFact(shape, _FILES if files else _FORM, True, span_of(fields[0]))


def produced(document: Mapped, operation: Mapped) -> str:
    return _kind(document, operation, "produces")


def _kind(document: Mapped, operation: Mapped, name: str) -> str:
    for owner in (operation, document):
        kinds = [each.text for each in owner.listed(name) if isinstance(each, Scalars)]
        if kinds:
            return JSON if JSON in kinds else kinds[0]
    return JSON


def _form(fields: list[Mapped]) -> Mapped:
    """An object with a property for each field; `required` stands in the field itself."""
    first = fields[0]
    properties = Mapped(first.file, first.line, first.column, first.line)
    for each in fields:
        name = each.get("name")
        if isinstance(name, Scalars):
            properties.entries[name.text] = each
            properties.keys[name.text] = name
    form = Mapped(first.file, first.line, first.column, first.line)
    form.entries["properties"] = properties
    return form
