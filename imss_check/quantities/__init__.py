"""Exact values read from a text."""

from imss_check.quantities.find import find_quantities

__all__ = ["find_quantities"]
