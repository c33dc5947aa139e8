# Needs Python 3.11 or newer, make and git. Everything else is installed into .venv.
#
#   make generate    write the clients of the descriptions that ship
#   make test slow   everything that must hold before a change is merged

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
READY := .venv/.ready
EVIDENCE := PYTHONPATH=generated:tests/support $(BIN)/python -m evidence
WIRE := PYTHONPATH=tests/support $(BIN)/python -m wire
OASDIFF := PYTHONPATH=tests/support $(BIN)/python -m oasdiff

.DEFAULT_GOAL := help
.PHONY: generate test pytest slow quick survival fuzz wire conformance check lint types bench agreement oasdiff verdicts evidence counts docs clean help

generate: $(READY) ## Write the clients into generated/
	$(BIN)/specloom generate

test: lint types check pytest ## All of lint, types, check and pytest

pytest: $(READY) ## Run the tests, but those of slow
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not slow"

slow: $(READY) ## Run the tests that install, build, ask type checkers or compare by the hundred
	$(BIN)/python -m pytest -n auto --dist loadfile -m slow

quick: $(READY) ## Run what needs no server, repository or command of its own, in about a minute
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not slow" \
		$(foreach path,cli fuzz generated project runtime upstream vendor test_fetch.py test_git.py,--ignore tests/$(path))

survival: $(READY) ## Kill what generates, again and again
	SURVIVAL_KILLS=400 $(BIN)/python -m pytest tests/output/test_survival.py tests/vendor/test_undo_survival.py

fuzz: $(READY) ## Try random descriptions, answers and merges: make fuzz FUZZ_EXAMPLES=2000 FUZZ_SEED=1
	FUZZ_EXAMPLES=$(or $(FUZZ_EXAMPLES),2000) FUZZ_SEED=$(or $(FUZZ_SEED),0) \
		$(BIN)/python -m pytest -n auto --dist load tests/fuzz

wire: $(READY) ## Call every operation at random, also of further descriptions: make wire DOCUMENTS=FOLDER SEED=1 ROUNDS=10 ONLY="GET /orders"
	$(WIRE) $(if $(DOCUMENTS),"$(DOCUMENTS)") $(if $(SEED),--seed $(SEED)) $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(ONLY),--only "$(ONLY)")

conformance: $(READY) ## Hold clients of other descriptions to all checks, into docs/conformance.md: make conformance DOCS=FOLDER
	@test -n "$(DOCS)" || { echo "say where the descriptions are: make conformance DOCS=FOLDER" >&2; exit 2; }
	PYTHONPATH=tests/support $(BIN)/python -m conformance "$(DOCS)" --page docs/conformance.md \
		--results $(or $(RESULTS),"$(DOCS)/results.jsonl") $(if $(SECONDS),--seconds $(SECONDS)) $(if $(ONLY),--only "$(ONLY)")

check: $(READY) ## Say whether generated/ is current
	$(BIN)/specloom check

lint: $(READY) ## Rules and formatting of our own code
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY) ## Types of the generator and the clients, by mypy and pyright
	$(BIN)/mypy
	PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright --pythonpath $(BIN)/python --warnings

bench: $(READY) ## Show the figures that speed is held to; beside those of a commit: make bench AGAINST=REV [DOCUMENTS=FOLDER]
	$(BIN)/python tests/bench/$(if $(AGAINST),against.py "$(AGAINST)" $(if $(DOCUMENTS),--documents "$(DOCUMENTS)"),run.py)

agreement: $(READY) ## Hold the verdicts of diff against the type checker, on hundreds of edits; takes a quarter of an hour
	AGREEMENT=all $(BIN)/python -m pytest tests/diff/test_agreement.py

oasdiff: $(READY) ## Hold the verdicts of diff against oasdiff's own tests, and write docs/agreement.md: make oasdiff DATA=CHECKOUT
	@test -n "$(DATA)" || { echo "say where a checkout of oasdiff is: make oasdiff DATA=CHECKOUT" >&2; exit 2; }
	$(OASDIFF) "$(DATA)" --write

verdicts: $(READY) ## Hold the entries of diff against mypy, version by version, and write docs/agreement.md: make verdicts DATA=FOLDER STEPS=20
	@test -n "$(DATA)" || { echo "say where descriptions called NAME-vNUMBER are: make verdicts DATA=FOLDER" >&2; exit 2; }
	PYTHONPATH=tests/support $(BIN)/python -m verdicts "$(DATA)" --write $(if $(STEPS),--steps $(STEPS)) $(if $(ONLY),--only "$(ONLY)")

evidence: $(READY) ## Hold the descriptions against the vendors' pages: make evidence PAGES=FOLDER
	@test -n "$(PAGES)" || { echo "say where the vendors' pages are, as NAME.txt for each description: make evidence PAGES=FOLDER" >&2; exit 2; }
	$(EVIDENCE) check "$(PAGES)"

counts: $(READY) ## Print the table of specs/README.md
	@$(EVIDENCE) counts

docs: $(READY) ## Make the site of docs/ in build/site, to be opened there: build/site/index.html
	$(BIN)/zensical build --clean --strict --config-file docs/zensical.toml
	rm -rf docs/.cache build/site && mkdir -p build && mv docs/.site build/site

clean: ## Remove what make and the tools have made, the clients aside
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist docs/.cache docs/.site
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## Show this list
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; if it is installed: make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group dev --group docs --editable .
	@touch $@
