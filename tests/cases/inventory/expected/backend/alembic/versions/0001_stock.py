"""Warehouses, items and reservations."""

import sqlalchemy as sa

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "warehouses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(10), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_warehouses"),
        sa.UniqueConstraint("code", name="uq_warehouses_code"),
    )
    op.create_table(
        "items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("warehouse_id", sa.Integer(), nullable=False),
        sa.Column("sku", sa.String(20), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("reorder_level", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("runs_out_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_items"),
        sa.ForeignKeyConstraint(["warehouse_id"], ["warehouses.id"], name="fk_items_warehouse_id"),
        sa.UniqueConstraint("warehouse_id", "sku", name="uq_items_warehouse_id_sku"),
        sa.CheckConstraint("quantity BETWEEN 0 AND 10000", name=op.f("ck_items_quantity")),
        sa.CheckConstraint(
            "reorder_level BETWEEN 0 AND 100000", name=op.f("ck_items_reorder_level")
        ),
    )
    op.create_index("ix_items_quantity_id", "items", ["quantity", "id"])
    op.create_table(
        "reservations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("order_number", sa.String(40), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reservations"),
        sa.ForeignKeyConstraint(
            ["item_id"], ["items.id"], name="fk_reservations_item_id", ondelete="RESTRICT"
        ),
        sa.CheckConstraint("quantity BETWEEN 1 AND 99", name=op.f("ck_reservations_quantity")),
        sa.CheckConstraint(
            "status IN ('pending', 'confirmed', 'released')", name=op.f("ck_reservations_status")
        ),
    )
    op.create_index("ix_reservations_item_id_status", "reservations", ["item_id", "status"])


def downgrade() -> None:
    op.drop_table("reservations")
    op.drop_table("items")
    op.drop_table("warehouses")
