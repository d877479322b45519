"""The parts of an HTML page: safe markup, the draft with its marks, cards, charts, style."""
