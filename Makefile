# `make demo` shows the program at work, `make test` proves that it works. Both set up .venv first.

PYTHON ?= $(firstword $(foreach p,python3.13 python3.12 python3.11 python3,$(shell command -v $(p) 2>/dev/null)))
BIN := .venv/bin
STAMP := .venv/.installed
DRAFT ?= claims/demo.md

.PHONY: demo test check eval bench lint clean

demo: $(STAMP)
	@$(BIN)/imss-check check --format terminal claims/demo.md; status=$$?; \
	echo "imss-check ended with status $$status: 1 says that it found errors, as it should in this draft."; \
	test $$status -eq 1

test: $(STAMP)
	$(BIN)/pytest

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
	$(BIN)/python tests/bench.py

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/mypy

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find imss_check tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "no Python found: imss-check needs 3.11 or later" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "$(PYTHON) is too old: imss-check needs Python 3.11 or later; say make PYTHON=…" >&2; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@
