"""Counters and times for Prometheus. Labels come from closed sets: no text, no id, no fact of a patient."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from time import perf_counter
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """The measures of one app, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)
        self._requests = Counter(
            "guiderail_requests", "HTTP requests", ["method", "route", "status"], registry=self.registry
        )
        self._seconds = Histogram(
            "guiderail_request_seconds",
            "Time to the whole response",
            ["route"],
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._answers = Counter(
            "guiderail_answers",
            "Answers given",
            ["status", "action", "drafter", "reason"],
            registry=self.registry,
        )
        self._checks = Counter("guiderail_checks", "Texts checked", ["verdict"], registry=self.registry)
        self._findings = Counter(
            "guiderail_findings", "Findings", ["kind", "severity"], registry=self.registry
        )
        self._ratings = Counter("guiderail_ratings", "Ratings of answers", ["rating"], registry=self.registry)
        self._ready = Gauge("guiderail_ready", "1 when index and model are verified", registry=self.registry)

    def answered(self, response: Mapping[str, Any]) -> None:
        drafter = "guideline" if response["drafted_by"] == "guideline" else "model"
        guardrail = response["guardrail"]
        reason = guardrail.get("reason") or "none"  # why a draft was replaced, of a closed set
        self._answers.labels(response["status"], guardrail["action"], drafter, reason).inc()
        self._found(response["guardrail"]["findings"])

    def checked(self, verdict: Mapping[str, Any]) -> None:
        self._checks.labels(verdict["verdict"]).inc()
        self._found(verdict["findings"])

    def rated(self, rating: str) -> None:
        self._ratings.labels(rating).inc()

    def ready(self, yes: bool) -> None:
        self._ready.set(yes)

    def text(self) -> bytes:
        return generate_latest(self.registry)

    def _found(self, findings: Iterable[Mapping[str, Any]]) -> None:
        for finding in findings:
            self._findings.labels(finding["kind"], finding["severity"]).inc()

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)


class Measured:
    """Middleware that counts and times every request under its route's pattern, never its address."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app, self.metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start, status = perf_counter(), 500

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, watch)
        finally:
            route = getattr(scope.get("route"), "path", "unknown")
            method = scope["method"] if scope["method"] in _METHODS else "other"
            self.metrics.request(method, route, status, perf_counter() - start)


_METHODS = {"GET", "HEAD", "POST", "DELETE", "OPTIONS", "PUT", "PATCH"}
