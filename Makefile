# Two commands on a fresh machine: `make site` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TODAY ?=
RECORDINGS := .cache/recordings
SCHEMA := $(RECORDINGS)/schema.graphql

.DEFAULT_GOAL := help
.PHONY: help site serve test test-recordings test-browser accessibility-report recordings check-code harvest \
  format requirements forms clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

site: $(VENV)/run.stamp ## Install what is needed and build public/ from the data here
	@$(BIN)/kodkatalog build $(if $(TODAY),--today $(TODAY))
	@echo "Look at it: make serve, or open public/index.html in a browser."

serve: $(VENV)/run.stamp ## Show the site on this machine, rebuilt when something changes
	@$(BIN)/kodkatalog serve

harvest: $(VENV)/run.stamp ## Read the sources' repositories into data/snapshot/
	@$(BIN)/kodkatalog harvest

# Where the schema cannot be had, the tests that need it fail and say so; all others run.
test: $(VENV)/dev.stamp check-code ## Run everything: lint, types, layers, licences, tests, the site in Chromium
	@$(MAKE) --no-print-directory $(SCHEMA) || true
	@$(BIN)/pytest
	@$(BIN)/pytest -m browser tests/browser

test-recordings: $(RECORDINGS)/sources.stamp ## Replay what forges have answered (downloads once)
	@$(BIN)/pytest -m recordings

test-browser: $(VENV)/dev.stamp ## Drive the site in this machine's Chromium
	@$(BIN)/pytest -m browser tests/browser

# The file names the commit that was looked at: commit first, and the file by itself afterwards.
accessibility-report: $(VENV)/dev.stamp ## Look at the site in Chromium, for its statement on accessibility
	@KODKATALOG_BROWSER=required $(BIN)/pytest -m browser tests/browser \
	  --accessibility-report data/accessibility.json --on $(or $(TODAY),$(shell date +%F))
	@echo "Written: data/accessibility.json. The next build shows it."

recordings: $(SCHEMA) $(RECORDINGS)/sources.stamp ## Fetch what forges have answered

check-code: $(VENV)/dev.stamp
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo > $(VENV)/lint-imports.log 2>&1 || (cat $(VENV)/lint-imports.log; exit 1)
	@$(BIN)/reuse lint --quiet || $(BIN)/reuse lint

forms: $(VENV)/run.stamp ## Copy the issue forms of site/forms/ to where GitHub and GitLab look
	@$(BIN)/python -m catalog.intake.copies

format: $(VENV)/dev.stamp ## Format the code
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --fix --quiet .

requirements: ## Pin the dependencies anew, with hashes and without any package host
	@command -v uv > /dev/null || { echo "install uv first"; exit 2; }
	@uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --quiet -o requirements/run.txt \
	  pyproject.toml requirements/build.in
	@uv pip compile --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --quiet -o requirements/dev.txt \
	  pyproject.toml requirements/build.in requirements/dev.in

clean: ## Remove what was built and installed
	@rm -rf $(VENV) public dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Kodkatalog needs Python 3.11 or later; name it: make site PYTHON=python3.12"; exit 2; }
	@echo "Making a virtual environment in $(VENV)/ ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: $(VENV)/bin/python requirements/run.txt pyproject.toml
	@echo "Installing pinned dependencies (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	@echo "Installing what the tests need (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(SCHEMA): | $(VENV)/dev.stamp
	@command -v npm > /dev/null \
	  || { echo "Install npm: it fetches GitHub's GraphQL schema, which tests need once."; exit 2; }
	@echo "Fetching GitHub's GraphQL schema (once) ..."
	@mkdir -p $(RECORDINGS)
	@npm pack --silent --ignore-scripts --pack-destination=$(RECORDINGS) \
	  '@octokit/graphql-schema@15.26.1' > /dev/null
	@tar -xzf $(RECORDINGS)/octokit-graphql-schema-15.26.1.tgz -C $(RECORDINGS) \
	  --strip-components=1 package/schema.graphql
	@rm $(RECORDINGS)/octokit-graphql-schema-15.26.1.tgz
	@touch $@
	@$(BIN)/python -m tests.stand_in.schema || { rm $@; exit 2; }

# Archives are not installed; that pip prepares what describes them needs their build backends.
$(RECORDINGS)/sources.stamp: requirements/recordings.txt | $(VENV)/dev.stamp
	@echo "Fetching recorded exchanges with forges (once) ..."
	@mkdir -p $(RECORDINGS)
	@rm -rf $(RECORDINGS)/*/ $(RECORDINGS)/*.tar.gz
	@$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps \
	  --no-binary pygithub,ogr --require-hashes -r $< --dest $(RECORDINGS) \
	  || { echo "The recordings could not be fetched; nothing was tested with them."; exit 2; }
	@for archive in $(RECORDINGS)/*.tar.gz; do \
	  tar -xzf $$archive -C $(RECORDINGS) || { echo "$$archive cannot be unpacked."; exit 2; }; \
	done
	@touch $@
