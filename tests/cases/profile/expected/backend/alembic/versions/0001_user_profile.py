"""Profiles."""

import sqlalchemy as sa

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "profiles",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.String(64), nullable=False),
        sa.Column("handle", sa.String(20), nullable=False),
        sa.Column("display_name", sa.String(80), nullable=False),
        sa.Column("bio", sa.String(160), nullable=True),
        sa.Column("website", sa.String(200), nullable=True),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("theme", sa.String(20), nullable=False),
        sa.Column("locale", sa.String(5), nullable=False),
        sa.Column("weekly_email", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_profiles"),
        sa.UniqueConstraint("user_id", name="uq_profiles_user_id"),
        sa.UniqueConstraint("handle", name="uq_profiles_handle"),
        sa.CheckConstraint("theme IN ('light', 'dark', 'system')", name=op.f("ck_profiles_theme")),
    )


def downgrade() -> None:
    op.drop_table("profiles")
