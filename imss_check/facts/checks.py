from __future__ import annotations
from imss_check.facts.nodes import FactError
BLOCKING = ()
def run_checks(raw, checks): return []
