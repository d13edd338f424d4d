"""Classes."""

import sqlalchemy as sa

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "classes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_", sa.String(20), nullable=False),
        sa.Column("select", sa.String(20), nullable=True),
        sa.Column("metadata_", sa.String(20), nullable=True),
        sa.Column("etc_passwd", sa.String(20), nullable=True),
        sa.Column("parent", sa.JSON(), nullable=True),
        sa.Column("self_", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_classes"),
    )


def downgrade() -> None:
    op.drop_table("classes")
