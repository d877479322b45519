"""Exact values read from a text: `find.find_quantities`."""
