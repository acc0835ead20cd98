# Two commands set everything up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test browser screenshots fuzz lint types layers check bench audit dist oldest pythons clean

# Compiled right away, so that no start waits for it where Python may not write. One stamp per set of dependencies; editing pyproject.toml installs again.
$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.installed-dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -m compileall -q src
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed ## compare an example story
	$(BIN)/claimdiff compare examples/harbour

test: $(VENV)/.installed-dev ## run every test
	$(BIN)/python -m pytest -n auto

# The page in a real Chromium. Installs Debian's where it may; where none can be had, the tests say so and skip.
browser: $(VENV)/.installed-browser ## try the HTML page in a real browser
	$(BIN)/python -m pytest -rs tests/browser || [ $$? -eq 5 ]

$(VENV)/.installed-browser: $(VENV)/.installed-dev
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]'
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	       && apt-get -qq update && apt-get -qq install --yes chromium >/dev/null; } \
	  || echo "no Chromium here and none could be installed: the browser tests will be skipped"
	@touch $@

screenshots: $(VENV)/.installed-browser ## make the README's pictures anew
	$(BIN)/python docs/take_screenshots.py

fuzz: $(VENV)/.installed-dev ## ten minutes of random text through everything
	CLAIMDIFF_FUZZ_MINUTES=$${MINUTES:-10} $(BIN)/python -m pytest tests/property/test_fuzz.py

audit: $(VENV)/.installed-dev ## look the dependencies up in the advisory database (needs the network)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/python -m pip freeze --quiet --exclude-editable > $(VENV)/audited.txt
	@$(BIN)/pip-audit --strict --disable-pip --no-deps --progress-spinner off --requirement $(VENV)/audited.txt \
	  || { echo "audit: a dependency has an advisory, or the advisory service can't be reached (see above)"; exit 1; }

dist: $(VENV)/.installed ## build the wheel and the source archive into dist/
	$(BIN)/python -m pip install --quiet --disable-pip-version-check build
	$(BIN)/python -m build --outdir dist .

# The newest allowed versions are what every other target installs.
READERS := html pdf docx
TOOLS := pytest hypothesis jsonschema sarif-pydantic
RELEASES := 3.11 3.12 3.13 3.14

oldest: ## run the unit tests on the oldest versions that pyproject.toml allows
	rm -rf $(VENV)-oldest
	$(PYTHON) -m venv $(VENV)-oldest
	$(PYTHON) tests/oldest_versions.py $(READERS) > $(VENV)-oldest/requirements.txt
	$(VENV)-oldest/bin/python -m pip install --quiet --disable-pip-version-check \
	  --requirement $(VENV)-oldest/requirements.txt --editable . $(TOOLS)
	$(VENV)-oldest/bin/python -m pytest -p no:cacheprovider tests/unit \
	  --ignore=tests/unit/archive --ignore=tests/unit/editors

pythons: ## run the unit tests on every supported Python that is found here
	@failed=; for release in $(RELEASES); do \
	  python=; for found in python$$release $${PYENV_ROOT:-$$HOME/.pyenv}/versions/$$release.*/bin/python; do \
	    if [ -z "$$python" ] && "$$found" -c '' 2>/dev/null; then python=$$found; fi; done; \
	  if [ -z "$$python" ]; then echo "Python $$release: skipped, not found on this machine"; continue; fi; \
	  echo "Python $$release: $$python"; \
	  "$$python" -m venv --clear $(VENV)-$$release \
	  && $(VENV)-$$release/bin/python -m pip install --quiet --disable-pip-version-check \
	    --editable '.[html,pdf,docx]' $(TOOLS) \
	  && $(VENV)-$$release/bin/python -m pytest -p no:cacheprovider tests/unit \
	    --ignore=tests/unit/archive --ignore=tests/unit/editors \
	  || failed="$$failed $$release"; \
	done; [ -z "$$failed" ] || { echo "failed on:$$failed"; exit 1; }

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

layers: $(VENV)/.installed-dev
	$(BIN)/lint-imports

check: lint types layers test ## all of the above

bench: $(VENV)/.installed-dev ## speed ratios and, with STORIES=…, quality figures
	$(BIN)/python -m benchmarks.speed

clean:
	rm -rf $(VENV) $(VENV)-* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
