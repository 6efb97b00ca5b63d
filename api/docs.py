"""The page at /docs: the API as its OpenAPI description tells it, in plain HTML. No script, nothing from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

Json = Mapping[str, Any]


def docs_page(openapi: Json) -> str:
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width"><title>Guiderail API</title>',
        '<link rel="stylesheet" href="/static/docs.css"></head><body><main>',
        f"<h1>Guiderail API {escape(openapi['info']['version'])}</h1>",
        f"<p>{escape(openapi['info'].get('description', ''))}</p>",
        '<p>Machine-readable: <a href="/openapi.json">openapi.json</a>. '
        "Errors are RFC 9457 problem details.</p>",
    ]
    tag = None
    for path, methods in openapi["paths"].items():
        for method, operation in methods.items():
            first = (operation.get("tags") or ["other"])[0]
            if first != tag:
                tag = first
                parts.append(f"<h2>{escape(tag.capitalize())}</h2>")
            parts.append(_operation(openapi, path, method, operation))
    return "".join(parts) + "</main></body></html>"


def _operation(openapi: Json, path: str, method: str, operation: Json) -> str:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
    example = (
        operation.get("responses", {})
        .get("200", {})
        .get("content", {})
        .get("application/json", {})
        .get("example")
    )
    parts = [
        f"<section><h3><code>{method.upper()} {escape(path)}</code> {escape(operation.get('summary', ''))}</h3>",
        f"<p>{escape(operation.get('description', ''))}</p>",
    ]
    if body:
        parts.append(_fields(openapi, body))
    if example:
        text = json.dumps(example, ensure_ascii=False, indent=2)
        parts.append(f"<details><summary>Example of an answer</summary><pre>{escape(text)}</pre></details>")
    return "".join(parts) + "</section>"


def _fields(openapi: Json, schema: Json) -> str:
    schema = _resolve(openapi, schema)
    required = set(schema.get("required", ()))
    rows = "".join(
        f"<tr><td><code>{escape(name)}</code></td><td>{escape(_type(openapi, field))}</td>"
        f"<td>{'required' if name in required else 'default ' + escape(json.dumps(field.get('default')))}</td>"
        f"<td>{escape(field.get('description', ''))}</td></tr>"
        for name, field in schema.get("properties", {}).items()
    )
    return f"<table><thead><tr><th>field<th>type<th><th></tr></thead><tbody>{rows}</tbody></table>"


def _type(openapi: Json, field: Json) -> str:
    field = _resolve(openapi, field)
    if "anyOf" in field:
        return " or ".join(_type(openapi, each) for each in field["anyOf"])
    if "enum" in field:
        return " or ".join(json.dumps(value) for value in field["enum"])
    if field.get("type") == "array":
        return f"list of {_type(openapi, field.get('items', {}))}"
    if isinstance(values := field.get("additionalProperties"), dict):
        return f"object of {_type(openapi, values)}"
    return str(field.get("title") if field.get("type") == "object" else field.get("type", "any"))


def _resolve(openapi: Json, schema: Json) -> Json:
    reference = schema.get("$ref")
    if reference is None:
        return schema
    found: Json = openapi["components"]["schemas"][reference.rsplit("/", 1)[1]]
    return found
