"""Carry the fact base, its compiled form and the rule pages into the wheel.

In a checkout and in an editable install the top-level `facts/` and `docs/rules/` are read where they stand.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FactsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles `facts/` when a wheel is built; a base with defects stops the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        compiled = root / "build" / "base.sqlite"
        compiled.parent.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "imss_check.facts.compile", str(compiled), str(root / "facts")]
        # what pip installed to build with stands in PYTHONPATH too
        path = os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH"))))
        subprocess.run(command, check=True, cwd=root, env={**os.environ, "PYTHONPATH": path})
        included = {"facts": "_facts", "docs/rules": "_rules", "build/base.sqlite": "_facts/base.sqlite"}
        for source, target in included.items():
            build_data["force_include"][str(root / source)] = f"imss_check/{target}"
