"""Words that databases keep for themselves: a column of that name is quoted."""

from typing import Final

_WORDS: Final = """
    add all alter analyse analyze and any array as asc asymmetric authorization autoincrement
    begin between binary both by case cast check collate collation column commit concurrently
    constraint create cross current current_catalog current_date current_role current_schema
    current_time current_timestamp current_user default deferrable deferred delete desc distinct
    do drop else end escape except exclude exclusive exists explain false fetch filter for foreign
    freeze from full glob grant group groups having if ignore ilike immediate in index indexed
    initially inner insert instead intersect into is isnull join key lateral leading left like
    limit localtime localtimestamp match materialized natural no not nothing notnull null of
    offset on only or order others outer over overlaps partition placing plan pragma preceding
    primary query raise range recursive references regexp reindex release rename replace restrict
    returning right rollback row rows savepoint select session_user set similar some symmetric
    system_user table tablesample temp temporary then ties to trailing transaction trigger true
    unbounded union unique update user using vacuum values variadic verbose view virtual when
    where window with without
"""
RESERVED: Final = frozenset(_WORDS.split())


def quoted(name: str) -> str:
    """A column's name inside an SQL text."""
    return f'"{name}"' if name in RESERVED else name


def text(value: object) -> str:
    """A value inside an SQL text."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return repr(value)
    return "'" + str(value).replace("'", "''") + "'"
