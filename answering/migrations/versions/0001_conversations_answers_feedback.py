"""Conversations, answers with all they rested on, and feedback."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "conversation",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("created", moment, nullable=False),
        sa.Column("updated", moment, nullable=False),
        sa.Column("turns", sa.Integer, nullable=False),
        sa.Column("state", sa.JSON, nullable=False),
    )
    op.create_index("ix_conversation_updated", "conversation", ["updated"])
    op.create_table(
        "answer",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column(
            "conversation_id",
            sa.String(64),
            sa.ForeignKey("conversation.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("created", moment, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("patient", sa.JSON, nullable=False),
        sa.Column("state_before", sa.JSON, nullable=False),
        sa.Column("state_after", sa.JSON, nullable=False),
        sa.Column("draft", sa.Text),
        sa.Column("response", sa.JSON, nullable=False),
        sa.Column("versions", sa.JSON, nullable=False),
        sa.UniqueConstraint("conversation_id", "turn", name="one_answer_per_turn"),
    )
    op.create_table(
        "feedback",
        sa.Column(
            "answer_id", sa.String(64), sa.ForeignKey("answer.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("rating", sa.String(4), nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("created", moment, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("feedback")
    op.drop_table("answer")
    op.drop_table("conversation")
