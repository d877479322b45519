#!/bin/sh
# Build what is released and try it where it will run: `make platforms`. Prints a line for each environment.
# PYTHONS names the interpreters; those that are missing are said and passed by.
set -eu
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
pip="-m pip --disable-pip-version-check --quiet"
build=${BUILD_PYTHON:-.venv/bin/python}
"$build" -m build --no-isolation --outdir "$scratch/dist" . >/dev/null
tools="pytest hypothesis jsonschema"
fast="tests/test_numbers.py tests/test_periods.py tests/test_markdown.py tests/test_facts.py tests/test_cli.py tests/test_formats.py tests/test_reports.py --deselect tests/test_facts.py::test_the_schemas_on_disk_are_up_to_date"

# the least version of every dependency that pyproject.toml allows
"$build" - pyproject.toml >"$scratch/minimal.txt" <<'PY'
import re, sys, tomllib
with open(sys.argv[1], "rb") as file:
    for need in tomllib.load(file)["project"]["dependencies"]:
        print(re.sub(r"^([\w.-]+)>=([\w.]+).*$", r"\1==\2", need))
PY

smoke() {  # the installed program, away from the checkout, with the base that is inside of it
  (cd "$scratch" && printf 'La red del IMSS suma 1,531 Unidades de Medicina Familiar y 1,513 en otra cuenta.\n' >draft.md &&
   XDG_CACHE_HOME="$scratch/cache" "$1" check --as-of 2022-03-01 --config none draft.md >out.txt; test $? -le 1 &&
   grep -q '1 supported' out.txt && "$1" explain Q102 >/dev/null && "$1" --version >/dev/null && "$1" facts list >/dev/null)
}

try() {  # name, python, what to install, further pip arguments; then the tests if asked for
  name=$1 python=$2 what=$3 more=$4 tests=$5
  venv="$scratch/venv"
  rm -rf "$venv"
  "$python" -m venv "$venv"
  # shellcheck disable=SC2086
  "$venv/bin/python" $pip install "$what" $more
  smoke "$venv/bin/imss-check" || { echo "$name: the smoke test failed"; cat "$scratch/out.txt"; return 1; }
  said="smoke test passed"
  if [ -n "$tests" ]; then
    # shellcheck disable=SC2086
    "$venv/bin/python" $pip install $tools
    rm -rf "$scratch/run" && mkdir "$scratch/run" && cp -r tests docs facts claims pyproject.toml "$scratch/run"
    # shellcheck disable=SC2086
    said=$(cd "$scratch/run" && "$venv/bin/python" -m pytest -p no:cacheprovider $tests 2>&1 | grep -E '^(FAILED|ERROR)|passed|failed' | tail -3)
  fi
  echo "$name: $said"
}

failed=0
for python in ${PYTHONS:-python3.11 python3.12 python3.13 python3.14}; do
  command -v "$python" >/dev/null && "$python" -c pass 2>/dev/null || { echo "$python: not here"; continue; }
  label=$("$python" -c 'import platform; print("Python", platform.python_version())')
  wheel=$(echo "$scratch"/dist/*.whl) sdist=$(echo "$scratch"/dist/*.tar.gz)
  try "$label, wheel, newest dependencies" "$python" "$wheel" "" "$fast" || failed=1
  try "$label, wheel, minimal dependencies" "$python" "$wheel" "-r $scratch/minimal.txt" "$fast" || failed=1
  try "$label, sdist" "$python" "$sdist" "" "" || failed=1
done
exit $failed
