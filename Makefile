# Everything runs in .venv, which is made again when the lock file or the project file changes.
#   make run     serve on 127.0.0.1:8000 (the first time: environment, index with a progress bar)
#   make test    the tests;  make check  format, lint, types, tests
#   make eval    gold and guardrail files into report/;  make bench  the measured times
#   make widget  rebuild the chat widget (needs Node);  make lock  write requirements.lock anew

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
PACK ?= $(firstword $(wildcard corpus/*/guideline.md))
REPORT ?= report
ARGS ?=

.PHONY: run test check format lint types eval bench widget lock clean

run: $(STAMP)
	$(BIN)/guiderail serve $(ARGS)

test: $(STAMP)
	$(BIN)/python -m pytest $(ARGS)

# TESTED=1 leaves the tests out, for .ci/run, which has just run them.
check: lint types $(if $(TESTED),,test)

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Every file is run even when an earlier one has failed items; the exit code is the worst.
eval: $(STAMP)
	@worst=0; for file in $(dir $(PACK))gold*.jsonl $(dir $(PACK))guard*.jsonl $(dir $(PACK))own/*.jsonl; do \
	  $(BIN)/guiderail eval $$file --report $(REPORT)/$$(basename $$file .jsonl) || worst=$$?; \
	done; exit $$worst

bench: $(STAMP)
	$(BIN)/python -m evaluation.benchmark $(ARGS)

widget:
	cd widget && npm ci --no-audit --no-fund && node build.mjs

lock:
	rm -rf .venv-lock && $(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --upgrade pip
	.venv-lock/bin/python -m pip install --quiet '.[dev]'
	{ echo '# Exact versions of everything that runs, tests and builds Guiderail. Made by: make lock'; \
	  .venv-lock/bin/python -m pip freeze --exclude guiderail \
	  | sed -E 's/^(torch==[0-9.]+)\+cpu$$/\1/; s/^uvloop==.*$$/& ; sys_platform != "win32"/'; } > requirements.lock
	rm -rf .venv-lock

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Guiderail needs Python 3.11 or later; set PYTHON=.'; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --editable .
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache report
