from __future__ import annotations

import json
import time
from pathlib import Path

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from api.app import create_app
from corpus.errors import InputError
from tests.api.conftest import Build, client_of
from tests.scripted_assistant import ScriptedAssistant

pytestmark = pytest.mark.anyio

SECRET = "a secret of the hospital's portal, long enough"
PROTECTED = [
    ("POST", "/api/chat"),
    ("POST", "/api/check"),
    ("POST", "/api/check/batch"),
    ("POST", "/api/retrieve"),
    ("POST", "/api/algorithm"),
    ("POST", "/api/feedback"),
    ("GET", "/api/guideline"),
    ("GET", "/api/config"),
    ("GET", "/api/answers/a"),
    ("DELETE", "/api/conversations/a"),
]


def token(secret: str = SECRET, algorithm: str = "HS256", **claims: object) -> dict[str, str]:
    made = jwt.encode({"sub": "dr", "exp": time.time() + 60, **claims}, secret, algorithm)
    return {"Authorization": f"Bearer {made}"}


@pytest.mark.parametrize(("method", "path"), PROTECTED)
async def test_every_route_of_the_api_needs_a_token_where_a_key_is_set(
    build: Build, method: str, path: str
) -> None:
    async with client_of(create_app(build(jwt_secret=SECRET))) as client:
        response = await client.request(method, path, json={})
        assert response.status_code == 401
        assert response.headers["www-authenticate"] == "Bearer"
        assert response.json()["detail"] == "Send a token: Authorization: Bearer <JWT>."
        assert (await client.request(method, path, json={}, headers=token())).status_code != 401


async def test_no_route_of_the_api_is_forgotten_here(build: Build) -> None:
    app = create_app(build())
    described = {
        (method.upper(), path)
        for path, methods in app.openapi()["paths"].items()
        for method in methods
        if path.startswith("/api/")
    }
    listed = {
        (
            m,
            p.replace("/answers/a", "/answers/{answer_id}").replace(
                "/conversations/a", "/conversations/{conversation_id}"
            ),
        )
        for m, p in PROTECTED
    }
    assert described == listed


@pytest.mark.parametrize("path", ["/", "/healthz", "/readyz", "/metrics", "/widget/v1/guiderail.js"])
async def test_pages_and_probes_stay_open(build: Build, path: str) -> None:
    async with client_of(create_app(build(jwt_secret=SECRET))) as client:
        assert (await client.get(path)).status_code == 200


@pytest.mark.parametrize(
    ("headers", "words"),
    [
        (token(exp=time.time() - 60), "expired"),
        (token("another secret of another portal, also long"), "not valid"),
        (token("", "none"), "not valid"),
        ({"Authorization": "Bearer nonsense"}, "not valid"),
        ({"Authorization": f"Basic {SECRET}"}, "Send a token"),
        ({"Authorization": "Bearer "}, "Send a token"),
        ({"Authorization": "Bearer " + jwt.encode({"sub": "for ever"}, SECRET, "HS256")}, "not valid"),
    ],
)
async def test_other_tokens_are_refused(build: Build, headers: dict[str, str], words: str) -> None:
    async with client_of(create_app(build(jwt_secret=SECRET))) as client:
        response = await client.get("/api/config", headers=headers)
    assert response.status_code == 401
    assert words in response.json()["detail"]


async def test_audience_and_issuer_are_checked_where_they_are_set(build: Build) -> None:
    service = build(jwt_secret=SECRET, jwt_audience="guiderail", jwt_issuer="portal")
    async with client_of(create_app(service)) as client:
        for claims, status in (
            ({"aud": "guiderail", "iss": "portal"}, 200),
            ({"aud": "other", "iss": "portal"}, 401),
            ({"aud": "guiderail", "iss": "other"}, 401),
            ({}, 401),
        ):
            assert (await client.get("/api/config", headers=token(**claims))).status_code == status


async def test_a_public_key_is_enough(build: Build, tmp_path: Path) -> None:
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(private.public_key()))
    file = tmp_path / "keys.json"
    file.write_text(json.dumps({"keys": [{**public, "kid": "k1", "use": "sig", "alg": "RS256"}]}))
    claims = {"sub": "dr", "exp": time.time() + 60}
    async with client_of(create_app(build(jwks=file))) as client:

        async def status(made: str) -> int:
            response = await client.get("/api/config", headers={"Authorization": f"Bearer {made}"})
            return response.status_code

        assert await status(jwt.encode(claims, private, "RS256", headers={"kid": "k1"})) == 200
        assert await status(jwt.encode(claims, private, "RS256")) == 200
        assert await status(jwt.encode(claims, private, "RS256", headers={"kid": "k2"})) == 401
        # The public key is public: whoever signs with it as a secret must not get in.
        assert await status(jwt.encode(claims, public["n"] + "=" * 32, "HS256", headers={"kid": "k1"})) == 401


@pytest.mark.parametrize("content", [None, "", "{}", '{"keys": []}', '{"keys": [{"kty": "odd"}]}'])
def test_a_key_file_that_cannot_be_used_is_told_at_the_start(
    build: Build, tmp_path: Path, content: str | None
) -> None:
    file = tmp_path / "keys.json"
    if content is not None:
        file.write_text(content)
    with pytest.raises(InputError, match="GUIDERAIL_JWKS"):
        create_app(build(jwks=file))


async def preflight(client: httpx.AsyncClient, origin: str) -> str | None:
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    response = await client.options("/api/chat", headers=headers)
    allowed: str | None = response.headers.get("access-control-allow-origin")
    return allowed


@pytest.mark.parametrize(
    ("host", "origin", "allowed"),
    [
        ("127.0.0.1", "http://localhost:3000", True),
        ("127.0.0.1", "http://127.0.0.1:9", True),
        ("127.0.0.1", "https://portal.example", True),
        ("127.0.0.1", "https://evil.example", False),
        ("127.0.0.1", "http://localhost.evil.example", False),
        ("127.0.0.1", "null", False),
        ("0.0.0.0", "https://portal.example", True),
        ("0.0.0.0", "http://localhost:3000", False),
    ],
)
async def test_only_listed_origins_may_call_and_local_ones_on_loopback(
    build: Build, host: str, origin: str, allowed: bool
) -> None:
    service = build(host=host, origins="https://portal.example")
    async with client_of(create_app(service)) as client:
        assert await preflight(client, origin) == (origin if allowed else None)
        actual = await client.post("/api/check", json={"answer": "a"}, headers={"Origin": origin})
        assert actual.headers.get("access-control-allow-origin") == (origin if allowed else None)


async def test_errors_can_be_read_by_allowed_pages(build: Build) -> None:
    async with client_of(create_app(build(jwt_secret=SECRET))) as client:
        response = await client.post("/api/chat", json={}, headers={"Origin": "http://localhost:3000"})
    assert response.status_code == 401
    assert response.headers["access-control-allow-origin"] == "http://localhost:3000"


async def test_a_failure_of_ours_can_be_read_by_allowed_pages_too(build: Build) -> None:
    async with client_of(create_app(build(ScriptedAssistant({"a": ZeroDivisionError()})))) as client:
        response = await client.post(
            "/api/chat", json={"message": "a"}, headers={"Origin": "http://localhost:3000"}
        )
    assert response.status_code == 500
    assert response.headers["access-control-allow-origin"] == "http://localhost:3000"
