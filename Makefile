# regkb: two commands for a newcomer: `make demo` and `make test`. Both make their own virtual environment.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO_DB ?= demo.duckdb

.PHONY: help demo test check lint types score bench clean

help:
	@echo "make demo   install into $(VENV), ingest the specimen acts, show what each kind of user gets"
	@echo "make test   the same set-up, then lint, types and the tests"
	@echo "make score  accuracy on the specimens and, where they are, on the real acts with gold"
	@echo "make bench  speed and memory, side by side with other tools (see bench/README.md)"

$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $(READY)

demo: $(READY)
	rm -f $(DEMO_DB)
	$(BIN)/regkb --db $(DEMO_DB) ingest corpus/specimens
	$(BIN)/regkb --db $(DEMO_DB) list
	$(BIN)/python -m corpus.demo --db $(DEMO_DB)

test: $(READY) lint types
	$(BIN)/python -m pytest -n 2

check: lint types

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

score: $(READY)
	$(BIN)/python -m corpus.score

bench: $(READY)
	$(BIN)/python -m bench

clean:
	rm -rf $(VENV) build *.egg-info $(DEMO_DB)
