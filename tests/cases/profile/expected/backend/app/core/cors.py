"""Which origins browsers may call from."""

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send


class Cors:
    """Starlette's CORS, with the origins that the settings had when the application started."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        origins: tuple[str, ...] = scope["app"].state.cors_origins
        guarded = CORSMiddleware(
            self.app,
            allow_origins=origins,
            allow_methods=("DELETE", "GET", "PATCH", "POST", "PUT"),
            allow_headers=("Authorization", "Content-Type"),
            # Whoever lets every site call must not let them send along what the browser keeps.
            allow_credentials="*" not in origins,
        )
        await guarded(scope, receive, send)
