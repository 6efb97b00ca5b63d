"""Who may ask: a Bearer token (a JWT of the hospital's portal) where a key is set, everybody where none is."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

import jwt
from fastapi import HTTPException, Request

from api.settings import Settings
from corpus.errors import InputError

# Named one by one: a token that chooses `none`, or a public key as an HMAC secret, is refused.
_PUBLIC_KEY_ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384", "PS256", "EdDSA"]


def gate(settings: Settings) -> Callable[[Request], Awaitable[None]]:
    """The check that each protected route depends on. Raises InputError when the JWKS file cannot be used."""
    key = _key(settings)
    if key is None:
        return _open

    # On the event loop, as it takes microseconds; a plain function would cost each request a thread.
    async def check(request: Request) -> None:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise _refusal("Send a token: Authorization: Bearer <JWT>.")
        try:
            secret, algorithms = key(token)
            jwt.decode(
                token,
                secret,
                algorithms=algorithms,
                audience=settings.jwt_audience,
                issuer=settings.jwt_issuer,
                options={"require": ["exp"], "verify_aud": settings.jwt_audience is not None},
                leeway=10,
            )
        except jwt.ExpiredSignatureError as error:
            raise _refusal("The token has expired; get a new one.") from error
        except jwt.InvalidTokenError as error:
            raise _refusal("The token is not valid here.") from error

    return check


async def _open(_request: Request) -> None:
    """Where no key is set, whoever reaches the server may ask."""


def _key(settings: Settings) -> Callable[[str], tuple[Any, list[str]]] | None:
    if settings.jwt_secret is not None:
        secret = settings.jwt_secret.get_secret_value()
        return lambda token: (secret, ["HS256"])
    if settings.jwks is None:
        return None
    try:
        keys = jwt.PyJWKSet.from_dict(json.loads(settings.jwks.read_text(encoding="utf-8")))
    except (OSError, ValueError, jwt.PyJWTError) as error:
        raise InputError(f"GUIDERAIL_JWKS: {settings.jwks} holds no usable keys.") from error

    def find(token: str) -> tuple[Any, list[str]]:
        wanted = jwt.get_unverified_header(token).get("kid")
        for key in keys.keys:
            if key.key_id == wanted or (wanted is None and len(keys.keys) == 1):
                return key.key, _PUBLIC_KEY_ALGORITHMS
        raise jwt.InvalidTokenError("no such key")

    return find


def _refusal(sentence: str) -> HTTPException:
    return HTTPException(401, sentence, headers={"WWW-Authenticate": "Bearer"})
