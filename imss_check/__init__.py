"""imss-check: checks the figures of an article about IMSS against a sourced fact base.

Public: `check_text`, `find_quantities`, `open_base`. They are loaded when first used, so that importing the package
costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from imss_check.api import check_text, find_quantities, open_base

__version__ = "0.1.0"
__all__ = ["__version__", "check_text", "find_quantities", "open_base"]


def __getattr__(name: str) -> Any:
    if name in ("check_text", "find_quantities", "open_base"):
        from imss_check import api

        return getattr(api, name)
    raise AttributeError(f"module 'imss_check' has no attribute {name!r}")
