# Two commands are enough: `make demo` and `make test`; each does all of its own set-up in .venv.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
REFORMKG := $(BIN)/reformkg
DEMO := out/demo

.PHONY: demo test test-fast lint setup setup-dev clean

demo: setup
	@sh scripts/demo "$(DEMO)" "$(REFORMKG)"

# Tests run in as many processes as there are cores, up to four: each may start a Chromium, and one a Neo4j.
PARALLEL := -n auto --maxprocesses 4 --dist loadgroup

test: setup-dev lint
	$(BIN)/python -m pytest $(PARALLEL)

# What is quick, for the time between two changes: no lint, no Neo4j, no Chromium, no corpus.
test-fast: setup-dev
	$(BIN)/python -m pytest -q -m "not slow" $(PARALLEL)

lint: setup-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/vulture

setup: $(VENV)/.installed
setup-dev: $(VENV)/.installed-dev

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "reformkg needs Python 3.11, 3.12 or 3.13 on the PATH (or PYTHON=/path/to/python)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev,fast-neo4j]"
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
