# make handbook   build the handbook into site/ (and the trainers' edition into site-trainers/)
# make test       run every test; installs what the tests need
# make check      what a change must pass: style, types, layers, tests, and the handbook itself
# make bench      how long checking and printing take, beside a yardstick

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help setup handbook serve test check static programs goldens pictures bench clean

help:
	@sed -n 's/^# //p' Makefile

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Pledgebook needs Python 3.11 or newer, and $(PYTHON) is older or missing." >&2; \
	  echo "Install one, or name it: make PYTHON=python3.12 handbook" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "Python cannot make a virtual environment here." >&2; \
	  echo "On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/.ready: $(VENV)/bin/python pyproject.toml
	@echo "Installing Pledgebook into $(VENV)/ ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.ready-to-test: $(VENV)/.ready pyproject.toml
	@echo "Installing what the tests need into $(VENV)/ ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

setup: $(VENV)/.ready

handbook: setup
	@$(BIN)/pledgebook build --quiet --output site
	@$(BIN)/pledgebook build --quiet --output site-trainers --edition trainers
	@$(BIN)/python -m pledgebook.hosts.made site site-trainers

serve: setup
	@$(BIN)/pledgebook serve

programs:
	@sh tests/install.sh

test: $(VENV)/.ready-to-test programs
	@$(BIN)/python -m pytest --numprocesses 2

static: $(VENV)/.ready-to-test
	@$(BIN)/ruff check generator tests benchmarks
	@$(BIN)/ruff format --check --quiet generator tests benchmarks
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/pledgebook check

check: static test

goldens: $(VENV)/.ready-to-test
	@$(BIN)/python -m pytest tests/test_cases.py --update-goldens
	@$(BIN)/python -m pledgebook.hosts.manuals docs/checks

pictures: $(VENV)/.ready-to-test programs
	@PYTHONPATH=. $(BIN)/python docs/take_pictures.py

bench: $(VENV)/.ready-to-test
	@$(BIN)/python -m benchmarks.check
	@$(BIN)/python -m benchmarks.cards

clean:
	@rm -rf $(VENV) site site-trainers dist
