#!/bin/sh
# Open the HTML report in headless Chromium; PAGES names the folder that keeps pages and screenshots.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-.venv/bin/python}
cd "$here/../.."
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$CHROMIUM" ]; then
  echo "test-browser was left out: there is no Chromium (apt-get install chromium)"
  exit 0
fi
if [ ! -d "$here/node_modules/axe-core" ] && ! (cd "$here" && npm install --no-package-lock --no-audit --no-fund --silent)
then
  echo "test-browser was left out: axe-core cannot be installed here"
  [ -n "${AXE_OPTIONAL:-}" ]  # CI goes on, a run by hand fails
  exit 0
fi
if [ -z "${PAGES:-}" ]; then
  PAGES=$(mktemp -d)
  trap 'rm -rf "$PAGES"' EXIT
fi
mkdir -p "$PAGES"
export CHROMIUM PAGES
"$python" "$here/pages.py" "$PAGES"
node --test "$here/report.test.mjs"
