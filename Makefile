# regkb: two commands for a newcomer: `make demo` and `make test`. Both make their own virtual environment.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OLDEST := .venv-duckdb15
DEMO_DB ?= demo.duckdb
FUZZ_TARGETS := text bytes pdf html base json ref sql
FUZZ_SECONDS ?= 212

.PHONY: help demo test test-oldest check lint types score bench fuzz clean

help:
	@echo "make demo   install into $(VENV), ingest the specimen acts, show what each kind of user gets"
	@echo "make test   the same set-up, then lint, types and the tests"
	@echo "make test-oldest  the tests of the base with DuckDB 1.5 and DuckLake, in $(OLDEST)"
	@echo "make score  accuracy on the specimens and, where they are, on the real acts with gold"
	@echo "make bench  speed and memory, side by side with other tools (see bench/README.md)"
	@echo "make fuzz   an hour of hostile input for every way in; what fails is kept in fuzz-found/"

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

# Of the oldest DuckDB only: all else is what `make test` has.
$(OLDEST)/.ready: pyproject.toml constraints.txt
	test -x $(OLDEST)/bin/python || $(PYTHON) -m venv $(OLDEST)
	sed '/^duckdb==/d' constraints.txt >$(OLDEST)/constraints.txt
	$(OLDEST)/bin/python -m pip install --quiet --constraint $(OLDEST)/constraints.txt --editable '.[dev,lake]'
	touch $(OLDEST)/.ready

test-oldest: $(READY) $(OLDEST)/.ready
	REGKB_OTHER_PYTHON=$(CURDIR)/$(BIN)/python $(OLDEST)/bin/python -m pytest -n 2 \
	  tests/kb tests/commands tests/ingest/test_run.py tests/ingest/test_faults.py

check: lint types

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

score: $(READY)
	$(BIN)/python -m corpus.score

bench: $(READY)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[bench]'
	$(BIN)/python -m bench

# Eight ways in and the patterns, drawn by hypothesis; then the eight again, guided by coverage: 17 times FUZZ_SECONDS.
fuzz: $(READY)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[fuzz]'
	mkdir -p fuzz-found
	REGKB_FUZZ_SECONDS=$(FUZZ_SECONDS) REGKB_FUZZ_OUT=fuzz-found $(BIN)/python -m pytest tests/fuzz
	for target in $(FUZZ_TARGETS); do \
	  $(BIN)/python -m tests.fuzz.guided $$target $(FUZZ_SECONDS) fuzz-found || exit 1; \
	done

clean:
	rm -rf $(VENV) $(OLDEST) build *.egg-info $(DEMO_DB)
