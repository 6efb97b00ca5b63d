"""The pages and the widget: files of api/static/, under a strict content security policy.

/                        index.html, the portal page        /embed   embed.html, the widget alone in a frame
/widget/v1/guiderail.js  guiderail.js, for foreign pages    /static/NAME   any file
/docs                    the API, from its OpenAPI description
"""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from api.docs import docs_page
from api.service import Service
from api.settings import Settings

STATIC = Path(__file__).parents[1] / "static"


def policy(frame_ancestors: tuple[str, ...]) -> str:
    """The content security policy that every page is sent with."""
    ancestors = " ".join(frame_ancestors) or "'none'"
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
        f"trusted-types lit-html dompurify; frame-ancestors {ancestors}"
    )


def embedders(settings: Settings) -> tuple[str, ...]:
    """Who may show the widget in a frame: whose pages may call the API, so on a loopback host also local pages."""
    local = ("http://localhost:*", "http://127.0.0.1:*") if settings.on_loopback else ()
    return tuple(dict.fromkeys((*settings.frame_ancestors, *settings.origins, *local)))


def router(service: Service) -> APIRouter:
    routes = APIRouter(include_in_schema=False)
    files = StaticFiles(directory=STATIC, check_dir=False)
    headers = {
        "Content-Security-Policy": policy(service.settings.frame_ancestors),
        "Cache-Control": "no-cache",
    }

    async def file(name: str, request: Request) -> Response:
        response = await files.get_response(name, request.scope)
        response.headers.update(headers)
        return response

    @routes.get("/")
    async def portal(request: Request) -> Response:
        return await file("index.html", request)

    @routes.get("/embed")
    async def embed(request: Request) -> Response:
        response = await file("embed.html", request)
        response.headers["Content-Security-Policy"] = policy(embedders(service.settings))
        return response

    @routes.get("/widget/v1/guiderail.js")
    async def widget(request: Request) -> Response:
        response = await file("guiderail.js", request)
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers["Access-Control-Allow-Origin"] = "*"
        return response

    @routes.get("/static/{name:path}")
    async def static(name: str, request: Request) -> Response:
        if name.startswith(".") or "/." in name:
            raise HTTPException(404)
        return await file(name, request)

    @routes.get("/docs")
    async def docs(request: Request) -> HTMLResponse:
        return HTMLResponse(docs_page(request.app.openapi()), headers=headers)

    return routes
