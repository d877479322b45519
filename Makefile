# `make demo` shows the program at work, `make test` proves that it works. Both set up .venv first.

# the first Python that runs and is new enough: a name on the path may be a shim without a Python behind it
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
STAMP := .venv/.installed
DRAFT ?= claims/demo.md

.PHONY: fuzz limits platforms mutants demo test test-browser test-office test-precommit check eval bench lint clean

demo: $(STAMP)
	@$(BIN)/imss-check check --format terminal claims/demo.md; status=$$?; \
	echo "imss-check ended with status $$status: 1 says that it found errors, as it should in this draft."; \
	test $$status -eq 1

test: $(STAMP)
	$(BIN)/pytest

# the HTML report in headless Chromium, with axe-core; says so where there is no Chromium
test-browser: $(STAMP)
	PYTHON=$(BIN)/python tests/browser/run.sh

# what LibreOffice writes, claim by claim, and what it makes of our comments; fails where there is no LibreOffice
test-office: $(STAMP)
	$(BIN)/pytest tests/libreoffice.py

# the hook under pre-commit itself, which comes from the package index into a scratch environment
test-precommit: $(STAMP)
	$(BIN)/python tests/precommit/run.py

check: $(STAMP)
	$(BIN)/imss-check check $(DRAFT)

# claims/held is kept back: what stands in it is scored, and neither shown nor changed
eval: $(STAMP)
	@digest=$$(cd claims/held && find . -type f ! -name DIGEST -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | \
	sha256sum | cut -d' ' -f1); grep -qx "$$digest" claims/held/DIGEST || \
	{ echo "claims/held is not what its DIGEST was made of: $$digest" >&2; exit 1; }
	$(BIN)/imss-check eval claims/dev
	$(BIN)/imss-check eval --no-failures claims/held

bench: $(STAMP)
	$(BIN)/python benchmarks/performance.py $(if $(FULL),--full) $(if $(PEERS),--peers $(PEERS)) --write docs/performance.md

# coverage-guided fuzzing of what strangers send: make fuzz TARGETS="html nodes" SECONDS=60
TARGETS ?= quantities periods plain markdown html docx docx_bytes odt odt_bytes pdf nodes config ledger check
SECONDS ?= 600
fuzz: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	@for target in $(TARGETS); do echo "== $$target"; \
	$(BIN)/python tests/fuzz/run.py $$target --seconds $(SECONDS) || exit 1; done

# what 1 MB of each hostile text costs
limits: $(STAMP)
	$(BIN)/python tests/limits.py

# every Python that is here, with the least and the newest dependencies; PYTHONS names others
platforms: $(STAMP)
	tests/platforms.sh

# whether the tests notice a program that is broken in one place: make mutants MUTANTS="--sample 300"
mutants: $(STAMP)
	$(BIN)/python tests/mutants.py $(MUTANTS)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/mypy

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find imss_check tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "no Python 3.11 or later found: say which with make PYTHON=…" >&2; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	$(BIN)/python -m compileall -q imss_check
	touch $@
