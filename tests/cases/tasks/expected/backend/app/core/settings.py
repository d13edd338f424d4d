"""What the environment decides."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from the environment, then from `.env`; without a secret nothing starts."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", hide_input_in_errors=True)

    database_url: str = "sqlite+aiosqlite:///personal-task-manager-api.db"
    secret_key: SecretStr = Field(min_length=32)
