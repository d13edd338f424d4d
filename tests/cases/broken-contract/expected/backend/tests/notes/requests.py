"""For each operation on notes a request that succeeds, and what it stands on."""

from fastapi import FastAPI

from tests.asking import Asked


async def ask_list_notes(_app: FastAPI) -> Asked:
    return Asked("GET", "/api/notes", 200)


async def ask_create_note(_app: FastAPI) -> Asked:
    return Asked("POST", "/api/notes", 201, json={"text": "Text 1"})
