"""Run by alembic: every migration in the transaction that `answering.schema.migrate` has opened."""

from __future__ import annotations

from alembic import context

from answering.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
