from pathlib import Path

import sqlalchemy as sa

from benchmarks.judge import rows


def test_a_row_is_written_with_a_key_of_the_column_s_own_type(tmp_path: Path) -> None:
    text = sa.Column("code", sa.String(12), primary_key=True)
    table = sa.Table("things", sa.MetaData(), text, sa.Column("user_id", sa.String))
    database = tmp_path / "a.db"
    table.metadata.create_all(rows.engine(database))
    key = rows.seed(database, table, {"subject": "ada"})
    with rows.engine(database).connect() as connection:
        assert connection.execute(sa.select(table)).all() == [(key, None)]
    assert isinstance(key, str)
