# Two commands set everything up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test browser screenshots fuzz lint types layers check bench audit clean

# One stamp per set of dependencies; editing pyproject.toml installs again.
$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed ## compare an example story
	$(BIN)/claimdiff compare examples/harbour

test: $(VENV)/.installed-dev ## run every test
	$(BIN)/python -m pytest

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
	$(BIN)/pip-audit --skip-editable

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
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist build
