"""SQL of the write path: built by SQLAlchemy from the tables once, then run as ready text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import DefaultClause, TextClause, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import sqlite

from recruiter_tui.store.tables import JOURNALLED, metadata

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Table
    from sqlalchemy.sql.compiler import SQLCompiler
    from sqlalchemy.sql.dml import UpdateBase
    from sqlalchemy.sql.selectable import Select

    from recruiter_tui.store.journal import Row, Value

_DIALECT = sqlite.dialect(paramstyle="qmark")


def _compile(
    statement: UpdateBase | Select[*tuple[object, ...]], columns: list[str] | None = None
) -> SQLCompiler:
    return statement.compile(dialect=_DIALECT, column_keys=columns)


class Statements:
    """The statements that the write path needs of one table."""

    def __init__(self, table: Table) -> None:
        """Compile what can be compiled before the changed columns are known."""
        self._table = table
        self._updates: dict[tuple[str, ...], str] = {}
        self.columns = tuple(
            str(column.name) for column in table.columns
        )  # plain: SQLAlchemy's own names are slow keys
        self.versioned = "version" in table.columns
        self.defaults: Mapping[str, Value] = {
            str(column.name): _default(column.server_default)
            for column in table.columns
            if isinstance(column.server_default, DefaultClause)
        }
        self._blank: Row = {name: self.defaults.get(name) for name in self.columns}
        self.insert = str(_compile(insert(table), list(self.columns)))
        self.select = str(_compile(select(table).where(table.c.id == bindparam("the_key"))))
        self.all = str(_compile(select(table).order_by(table.c.id)))
        keys = func.json_each(bindparam("the_keys")).table_valued("value")
        self.many = str(_compile(select(table).where(table.c.id.in_(select(keys.c.value)))))
        self.delete = str(_compile(delete(table).where(table.c.id == bindparam("the_key"))))

    def update(self, columns: tuple[str, ...]) -> str:
        """Return the update of `columns`, given in the table's order, with the key as the last parameter."""
        if columns not in self._updates:
            table = self._table
            change = update(table).where(table.c.id == bindparam("the_key"))
            compiled = _compile(change.values({name: bindparam(name) for name in columns}))
            order = list(compiled.positiontup or ())
            self._updates[columns] = str(compiled)
            if order != [*columns, "the_key"]:
                message = f"{table.name}: {order} are not in the order of {columns}"
                raise RuntimeError(message)
        return self._updates[columns]

    def complete(self, values: Mapping[str, Value]) -> Row:
        """Return a whole row: absent values are the column's default, or nothing."""
        row = {**self._blank, **values}
        if len(row) != len(self._blank):
            unknown = values.keys() - set(self.columns)
            message = f"{self._table.name} has no column {', '.join(sorted(unknown))}"
            raise KeyError(message)
        return row


def _default(clause: DefaultClause) -> Value:
    text = clause.arg.text if isinstance(clause.arg, TextClause) else str(clause.arg)
    return int(text) if text.isdigit() else text


@cache
def statements(entity: str) -> Statements:
    """Return the statements of a journalled table; raises KeyError for any other."""
    return Statements(JOURNALLED[entity])


@cache
def insertion(name: str) -> str:
    """Return the insert of all columns of any table of the store, in their order."""
    table = metadata.tables[name]
    return str(_compile(insert(table), [column.name for column in table.columns]))
