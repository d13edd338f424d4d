"""The whole table: what holds for every sentence."""

from hypothesis import given
from hypothesis import strategies as st

from backwright.read.facts import Facts, SentenceFact, SentenceKind, Statement, StatementKind
from backwright.read.sentences import PATTERNS, read
from backwright.read.sentences.vocabulary import Vocabulary, vocabulary
from backwright.source import Span

PLACE = Span("specs/library/spec.md", 10)
WORDS = [
    "System",
    "MUST",
    "NOT",
    "allow",
    "users",
    "admins",
    "to",
    "create",
    "list",
    "view",
    "update",
    "delete",
    "books",
    "loans",
    "reviews",
    "their",
    "own",
    "title",
    "price",
    "rating",
    "between",
    "1",
    "and",
    "5",
    "characters",
    "404",
    "401",
    "when",
    "a",
    "draft",
    "published",
    "unique",
    "default",
    "required",
    "(optional)",
    "only",
    ",",
    ";",
    ".",
    "?",
    "→",
    "/",
    ":",
    '"',
    "'",
    ">=",
    "<",
    "10-20",
    "POST",
    "/api/books",
    "GET",
    "/books/{id}",
    "password",
    "15",
    "minutes",
    "per",
    "page",
    "max",
    "of",
    "the",
    "with",
    "or",
    "not",
    "paginated",
    "sort",
    "by",
]
PROSE = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
)


def statement(text: str, kind: StatementKind, name: str = "FR-001") -> Statement:
    return Statement(name, kind, text, PLACE)


def names_only(fact: SentenceFact, known: Vocabulary) -> bool:
    entities = {"", *known.entities}
    fields = {each for names in known.fields.values() for each in names}
    return (
        fact.entity in entities
        and set(fact.fields) <= fields
        and set(fact.scope) <= fields | entities
        and set(fact.operations) <= set(known.operations)
        and fact.role in {"", *known.roles}
    )


@given(text=PROSE, kind=st.sampled_from(StatementKind))
def test_any_text_is_read_in_the_words_of_the_vocabulary(
    library: Facts, text: str, kind: StatementKind
) -> None:
    facts = library + Facts(statements=(statement(text, kind),))
    known = vocabulary(facts)
    for fact in read(facts):
        assert names_only(fact, known)
        assert (fact.statement, fact.span) == ("FR-001", PLACE)
        assert fact.pattern in {each.name for each in PATTERNS}


@given(text=PROSE)
def test_out_of_scope_stands_alone(library: Facts, text: str) -> None:
    facts = library + Facts(statements=(statement(text, StatementKind.REQUIREMENT),))
    kinds = [each.kind for each in read(facts)]
    assert SentenceKind.OUT_OF_SCOPE not in kinds or len(kinds) == 1


def test_every_pattern_has_a_name_of_its_own() -> None:
    names = [each.name for each in PATTERNS]
    assert len(names) == len(set(names))


def test_one_sentence_says_several_things(library: Facts) -> None:
    text = (
        "System MUST allow readers to create reviews with a text (required, 1-500 characters) "
        "and an optional rating"
    )
    facts = read(library + Facts(statements=(statement(text, StatementKind.REQUIREMENT),)))
    said = {(each.kind, each.entity, each.fields) for each in facts}
    assert {
        (SentenceKind.CAPABILITY, "Review", ("text", "rating")),
        (SentenceKind.REQUIRED, "Review", ("text",)),
        (SentenceKind.LENGTH, "Review", ("text",)),
        (SentenceKind.OPTIONAL, "Review", ("rating",)),
    } <= said


def test_a_field_of_nobody_in_particular_belongs_to_what_the_feature_is_about(
    library: Facts,
) -> None:
    many = tuple(
        statement(
            f"System MUST list loans, point {each}", StatementKind.REQUIREMENT, f"FR-00{each}"
        )
        for each in range(1, 4)
    )
    last = statement("created_at is unique", StatementKind.REQUIREMENT, "FR-009")
    alone = read(library + Facts(statements=(last,)))
    among = read(library + Facts(statements=(*many, last)))
    assert [each for each in alone if each.kind is SentenceKind.UNIQUE] == []
    assert [(each.entity, each.fields) for each in among if each.kind is SentenceKind.UNIQUE] == [
        ("Loan", ("created_at",))
    ]


def test_an_answer_is_read_with_the_question_before_it(library: Facts) -> None:
    text = "Q: What is the limit of the note of a loan? → A: 500 characters"
    facts = read(library + Facts(statements=(statement(text, StatementKind.CLARIFICATION),)))
    assert [(each.kind, each.entity, each.fields, each.maximum) for each in facts] == [
        (SentenceKind.LENGTH, "Loan", ("note",), 500)
    ]


def test_an_answer_about_somebody_elses_row_is_the_status_of_foreign_rows(library: Facts) -> None:
    text = "Q: What does a reader get who asks for another user's loan? → A: 404"
    facts = read(library + Facts(statements=(statement(text, StatementKind.CLARIFICATION),)))
    assert [(each.kind, each.entity, each.status) for each in facts] == [
        (SentenceKind.FOREIGN_STATUS, "Loan", 404)
    ]


def test_plans_and_tasks_are_no_sentences(library: Facts) -> None:
    text = "System MUST allow users to create reviews"
    for kind in (StatementKind.PLAN, StatementKind.TASK, StatementKind.OPERATION):
        assert read(library + Facts(statements=(statement(text, kind),))) == ()
