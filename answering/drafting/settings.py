"""The settings of a language model that drafts; api/settings.py takes them in."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field, SecretStr, field_validator

Output = Literal["auto", "structured", "tagged"]


class ModelSettings(BaseModel):
    """Each field is the variable GUIDERAIL_<FIELD>. Without a model the answer is composed from the guideline."""

    model: str | None = Field(
        None, description="provider:model as LangChain's init_chat_model takes it; none: answers are composed"
    )
    model_base_url: str | None = Field(None, description="address of the provider, when it is not its own")
    model_api_key: SecretStr | None = Field(
        None, description="key for the provider; when unset, the provider's own variable, as OPENAI_API_KEY"
    )
    model_output: Output = Field(
        "auto",
        description="how the draft is asked for: structured, tagged text, or auto: tagged where the model cannot",
    )
    model_temperature: float | None = Field(
        0.0, ge=0, le=2, description="sampling temperature; empty for models that take none"
    )
    model_max_tokens: int = Field(1024, ge=64, description="longest draft, in the model's tokens")
    model_timeout: float = Field(20.0, gt=0, description="seconds that drafting and revising may take in all")
    model_stall: float = Field(
        8.0, gt=0, description="seconds without a word from the provider after which it is given up"
    )
    model_calls: int = Field(8, ge=1, description="calls to the provider at the same time")
    model_retries: int = Field(2, ge=0, description="further tries after a 429, a 5xx or a failed connection")
    model_failures: int = Field(
        5, ge=1, description="failed answers in a row after which the provider is left alone"
    )
    model_cooldown: float = Field(30.0, gt=0, description="seconds for which it is then left alone")

    @field_validator("model", "model_base_url", "model_temperature", mode="before")
    @classmethod
    def _nothing(cls, value: object) -> object:
        """A variable that is set to nothing: compose files leave them so."""
        return None if value == "" else value
