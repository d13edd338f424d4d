"""What the environment decides."""

from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


class Settings(BaseSettings):
    """Read from the environment, then from `.env`; without a secret nothing starts."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    database_url: str = "sqlite+aiosqlite:///user-profile-api.db"
    better_auth_secret: SecretStr = Field(min_length=32)
    cors_origins: Annotated[tuple[str, ...], NoDecode] = ("http://localhost:3000",)

    @field_validator("cors_origins", mode="before")
    @classmethod
    def split(cls, origins: str | tuple[str, ...]) -> tuple[str, ...]:
        listed = origins.split(",") if isinstance(origins, str) else origins
        return tuple(each.strip().rstrip("/") for each in listed if each.strip())
