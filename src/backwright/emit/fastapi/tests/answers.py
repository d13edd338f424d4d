"""`tests/asking.py`: what every test asks and compares with."""

from collections.abc import Iterator

from backwright.contract.model import Contract
from backwright.emit.templates import render
from backwright.plan import needs
from backwright.plan.model import GeneratedFile


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    text = render("tests/answers.py.jinja", database=needs.database(contract))
    yield GeneratedFile("tests/asking.py", text, part="tests")
