"""Code that is meant to break its reader: it ends, raises nothing, loses no line."""

import pytest

from backwright.contract.counter import conserved
from backwright.read.facts import Facts
from backwright.read.feature import read_markdown
from backwright.read.roles import Role
from backwright.source import SourceFile

FIELDS = {
    "nested brackets": "a: " + "list[" * 150 + "int" + "]" * 150,
    "signs": "a: int = " + "-" * 50_000 + "1",
    "fewer signs": "a: int = " + "-" * 900 + "1",
    "a long union": "a: " + " | ".join(["int"] * 900),
    "a long chain": "a: int = " + ".".join(["x"] * 900),
    "a long sum": "a: int = " + "+".join(["1"] * 900),
    "functions in functions": "a: int = Field(default_factory=" + "lambda: " * 500 + "1)",
    "a huge number": "a: int = Field(ge=" + "9" * 100_000 + ")",
    "a huge number in base 16": "a: int = Field(ge=0x" + "f" * 90_000 + ")",
    "a number beyond all": "a: float = Field(ge=1e400)",
    "a huge text": "a: str = '" + "x" * 150_000 + "'",
    "a huge pattern": "a: str = Field(pattern='^" + "(a+)+" * 9000 + "$')",
    "a huge comment": "a: str  # " + "-" * 150_000,
    "nothing in brackets": "a: Annotated[()] = 1\n    b: Optional[()] = 1\n    c = Column()",
    "stars": "a: int = Field(**x)\n    b = Column(Enum(*x))\n    c = Column(ForeignKey(*x))",
    "several targets": "x, y = Column(), 2\n    (a): int = 3\n    b = c = Column(Integer)",
    "keywords": "class_: int\n    None_: int\n    import_: str",
    "escapes": "a: str = Field(pattern='\\d+')\n    b: str = '\\0'\n    c: str = '\\ud800'",
}
CLASSES = {
    "built upon two, each upon two": "".join(
        f"class A{n}(A{n - 1}, B{n - 1}): pass\nclass B{n}(A{n - 1}, B{n - 1}): pass\n"
        for n in range(1500)
    ),
    "built upon all before": "".join(
        f"class A{n}({', '.join(f'A{m}' for m in range(max(0, n - 12), n))}):\n    a{n}: int\n"
        for n in range(80)
    ),
    "many": "".join(
        f"class A{n}(SQLModel, table=True):\n    id: int\n    b: int\n" for n in range(1000)
    ),
    "four megabytes": "class A(SQLModel, table=True):\n    id: int\n" + f"# {'x' * 97}\n" * 40_000,
}
TABLES = {
    "brackets that nobody closes": "CREATE TABLE a (" + "(" * 100_000,
    "tables that nobody closes": "CREATE TABLE a (\n" * 10_000,
    "enums that nobody closes": "CREATE TYPE x AS ENUM (" * 8000,
    "comments that nobody closes": "CREATE TABLE a (id INT, /*" * 3000,
    "a text that nobody closes": "CREATE TABLE a (id INT DEFAULT '" + "x" * 100_000,
    "comments": "CREATE TABLE a (\nid INT, -- a\n" + "b TEXT, -- x\n" * 9000 + ")",
    "commas": "CREATE TABLE a (" + "," * 150_000 + ")",
    "spaces": "CREATE TABLE a (id INT CHECK (" + " " * 100_000 + "x)",
    "checks": "CREATE TABLE a (id INT " + "CHECK (a IN (' " * 6000 + ")",
    "keys": "CREATE TABLE a (id INT, " + "UNIQUE (" * 10_000 + ")",
    "keywords": 'CREATE TABLE class (import INT PRIMARY KEY, "from" TEXT, None INT)',
    "four megabytes": "CREATE TABLE a (id INT, b TEXT);\n" + f"-- {'x' * 97}\n" * 40_000,
}


def read(language: str, code: str) -> Facts:
    text = f"# Data model\n\n## Tables\n\n```{language}\n{code}\n```\n"
    source = SourceFile("specs/001-x/data-model.md", text)
    facts = read_markdown(source, Role.DATA_MODEL)
    assert conserved([(source.path, text)], facts) == ()
    return facts


@pytest.mark.parametrize("line", FIELDS.values(), ids=FIELDS)
def test_fields_of_classes(line: str) -> None:
    read("python", f"class Song(SQLModel, table=True):\n    id: int\n    title: str\n    {line}")


@pytest.mark.parametrize("code", CLASSES.values(), ids=CLASSES)
def test_classes(code: str) -> None:
    read("python", code)


@pytest.mark.parametrize("code", TABLES.values(), ids=TABLES)
def test_tables(code: str) -> None:
    read("sql", code)


def test_a_field_that_cannot_be_read_takes_no_other_along() -> None:
    (entity,) = read(
        "python",
        f"class Song(SQLModel, table=True):\n    id: int\n    a: int = {'-' * 900}1\n    b: str",
    ).entities
    assert [each.name for each in entity.fields] == ["id", "b"]


def test_a_table_that_nobody_closes_takes_no_other_along() -> None:
    found = read("sql", "CREATE TABLE a (id INT, b TEXT\n\nCREATE TABLE c (id INT, d TEXT);")
    assert [(each.name, len(each.fields)) for each in found.entities] == [("a", 2), ("c", 2)]
