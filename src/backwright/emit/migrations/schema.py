"""A contract's tables as plain JSON: what `lock.json` keeps of the migrations' head."""

from typing import Any

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.emit.migrations.fillings import filling
from backwright.plan.columns import Column, Sql
from backwright.plan.model import Tables
from backwright.plan.tables import Table, table

Json = dict[str, Any]


def schema(contract: Contract) -> Tables:
    return {each.table: _table(contract, each, table(contract, each)) for each in contract.entities}


def _table(contract: Contract, entity: Entity, stored: Table) -> Json:
    return {
        "columns": [_column(contract, entity, each) for each in stored.columns],
        "primary_key": list(stored.primary_key),
        "uniques": {name: list(columns) for name, columns in stored.uniques},
        "checks": {each.full_name: each.sql for each in stored.checks},
        "foreign_keys": {
            each.name: {
                "column": each.column,
                "table": each.table,
                "target": each.target,
                "on_delete": each.on_delete,
            }
            for each in stored.foreign_keys
        },
        "indexes": {
            each.name: {
                "columns": list(each.columns),
                "unique": each.unique,
                "where": each.where,
            }
            for each in stored.indexes
        },
    }


def _column(contract: Contract, entity: Entity, column: Column) -> Json:
    """`filling`: SQL for the rows that stand when the column is added; empty if nobody knows."""
    found: Json = {
        "name": column.name,
        "type": (Sql.TEXT if column.sql is Sql.ENUM else column.sql).value,
        "nullable": column.nullable and not column.primary,
    }
    if column.length is not None:
        found["length"] = column.length
    if column.sql is Sql.DECIMAL:
        found["places"] = column.places
    if not column.nullable and (sql := filling(contract, entity, column)):
        found["filling"] = sql
    return found
