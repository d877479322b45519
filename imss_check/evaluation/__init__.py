"""Measuring: labelled drafts and sentences in, scores out. Nothing here is part of a check."""
