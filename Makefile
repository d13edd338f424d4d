# All set-up happens here: a machine with python3 (3.11 or newer) and make needs nothing else.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
JOBS   ?= 2

.PHONY: help demo test lint corpus bench clean

help:
	@echo "make demo                implement an example, run its tests, boot it, walk two users through it"
	@echo "make test                lint, types, import rules, tests"
	@echo "make corpus DIR=folder   implement and judge every feature below a folder"
	@echo "make bench               our seconds beside those of two other generators"
	@echo "make clean               remove everything that was made here, .venv included"

# Stamps keep a second run from installing again. Dependency groups want pip 25.1, and a new
# virtual environment brings the pip that came with its Python: hence the first line of pip.
$(VENV)/.package: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Backwright needs Python 3.11 or newer: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade "pip>=25.1"
	$(PIP) install --editable .
	@touch $@

$(VENV)/.tools: $(VENV)/.package
	$(PIP) install --editable ".[postgresql,redis]" --group dev --group bench
	@touch $@

# The other generators pin what our tools do not allow, so they live on their own.
.benchmarks/generators/.installed: pyproject.toml
	$(PYTHON) -m venv .benchmarks/generators
	.benchmarks/generators/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	.benchmarks/generators/bin/python -m pip install --quiet --group generators
	@touch $@

demo: $(VENV)/.package
	$(BIN)/backwright demo

lint: $(VENV)/.tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

test: lint
	$(BIN)/pytest -n $(JOBS)

corpus: $(VENV)/.tools
	@test -n "$(DIR)" || { echo "which folder? make corpus DIR=path/to/specifications" >&2; exit 2; }
	$(BIN)/python benchmarks/corpus.py "$(DIR)" --json "$(or $(JSON),.corpus-cache/report.json)" --jobs $(JOBS)

bench: $(VENV)/.tools .benchmarks/generators/.installed
	$(BIN)/python benchmarks/compile.py $(DIR)

clean:
	rm -rf $(VENV) .benchmarks .corpus-cache build dist src/*.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
