# make run   set up what is missing and open the dashboard
# make test  set up what is missing and run the tests
# make check style, types, layers, of Python and of the browser's parts
# make js    make the two scripts for the browser again after editing components/*/js
# make look  pictures of typical views, into screenshots/
# make bench speeds, printed as a table
# make evaluate how well it reads; PART=claims for one part, ERRORS=1 to list each miss
# make lock  lock the needs again after editing requirements*.in
# The first of these that really starts and is new enough; a version manager's stand-in may not.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
PY := $(VENV)/bin/python

# The browser's parts are checked where node is; the dashboard itself never needs it.
NODE := $(shell node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' 2>/dev/null \
  && command -v npm)
NODE_PARTS := $(if $(NODE),node_modules/.made)

.PHONY: run test check check-js js look bench evaluate lock clean

run: $(VENV)/.places
	$(PY) -m streamlit run app.py

# Two at once, but for those that drive the whole page in a browser, which takes both cores.
test: $(VENV)/.dev $(NODE_PARTS)
	$(PY) -m pytest -n 2 --dist loadfile -m "not browser"
	$(PY) -m pytest -m browser

check: $(VENV)/.dev check-js
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

check-js: $(NODE_PARTS)
ifeq ($(NODE),)
	@echo "The browser's parts were not checked: no node 18 or newer with npm was found."
	@test "$$WHOHELD_BROWSER_REQUIRED" != 1
else
	npm run --silent types
	npm run --silent lint
	npm run --silent build -- --check
endif

js: node_modules/.made
	npm run --silent build

node_modules/.made: package.json package-lock.json
	npm ci --silent --ignore-scripts
	touch $@

look: $(VENV)/.dev
	$(PY) tests/look/shots.py

bench: $(VENV)/.dev
	$(PY) tests/bench/run.py

evaluate: $(VENV)/.dev
	$(PY) tests/evaluate/run.py $(PART) $(if $(filter-out 0,$(ERRORS)),--errors)

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || \
	  { echo "Whoheld needs Python 3.11 or newer and found none. Try: make run PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

# The page makes the index where it is missing; made here, the first start has only to read.
$(VENV)/.places: $(VENV)/.run $(wildcard data/places/*.csv components/places/*.py)
	@echo "Indexing place names (once) ..."
	-@$(PY) -m components gazetteer build && touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

lock:
	$(PYTHON) -m pip install --quiet uv
	$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" requirements.in -o requirements.txt
	$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf $(VENV) build node_modules
