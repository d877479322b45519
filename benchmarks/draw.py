"""Charts as SVG, from nothing but numbers: bars, and lines on two logarithmic axes."""

from __future__ import annotations

from html import escape
from math import ceil, floor, log10

BAR, LABEL, WIDTH = 22, 250, 720
HEIGHT, LEFT, RIGHT, FOOT = 360, 60, 150, 40
COLOURS = ("#2b7a5b", "#b5542b", "#2b5fb5", "#8a3fa0", "#a08a1e", "#3f8f9f", "#777777", "#c04070")


def page(title: str, height: float, inside: str) -> str:
    """Return a picture."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" font-family="sans-serif" '
        f'font-size="12"><title>{escape(title)}</title><style>text{{fill:#444}}.grid{{stroke:#8884}}'
        f"@media (prefers-color-scheme:dark){{text{{fill:#ccc}}}}</style>{inside}</svg>\n"
    )


def bars(title: str, values: list[tuple[str, float]], unit: str) -> str:
    """Return a picture of bars."""
    most = max((value for _, value in values), default=0) or 1
    drawn = []
    for place, (label, value) in enumerate(values):
        y, wide = place * BAR, (WIDTH - LABEL - 90) * value / most
        drawn.append(
            f'<text x="{LABEL - 8}" y="{y + 15}" text-anchor="end">{escape(label)}</text>'
            f'<rect x="{LABEL}" y="{y + 3}" width="{wide:.1f}" height="{BAR - 6}" fill="{COLOURS[0]}"/>'
            f'<text x="{LABEL + wide + 6:.1f}" y="{y + 15}">{value:.3g} {escape(unit)}</text>'
        )
    return page(title, BAR * len(values), "".join(drawn))


def lines(title: str, series: dict[str, list[tuple[float, float]]], x_unit: str, y_unit: str) -> str:
    """Return a picture of lines on logarithmic axes: what grows in proportion rises a decade in a decade."""
    points = [point for listed in series.values() for point in listed if min(point) > 0]
    if not points:
        return page(title, 0, "")
    (x_low, x_high), (y_low, y_high) = (decades([point[axis] for point in points]) for axis in (0, 1))

    def at(x: float, y: float) -> tuple[float, float]:
        across, up = (log10(x) - x_low) / (x_high - x_low), (log10(y) - y_low) / (y_high - y_low)
        return LEFT + (WIDTH - LEFT - RIGHT) * across, 10 + (HEIGHT - FOOT - 10) * (1 - up)

    drawn = []
    for power in range(x_low, x_high + 1):
        x, y = at(10**power, 10**y_low)
        drawn.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="10" y2="{y:.1f}"/>')
        drawn.append(f'<text x="{x:.1f}" y="{y + 16:.1f}" text-anchor="middle">{10**power:g}</text>')
    for power in range(y_low, y_high + 1):
        x, y = at(10**x_high, 10**power)
        drawn.append(f'<line class="grid" x1="{LEFT}" x2="{x:.1f}" y1="{y:.1f}" y2="{y:.1f}"/>')
        drawn.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    drawn.append(f'<text x="{LEFT}" y="{HEIGHT - 6}">{escape(y_unit)} against {escape(x_unit)}</text>')
    for number, (label, listed) in enumerate(series.items()):
        colour = COLOURS[number % len(COLOURS)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(*point) for point in listed if min(point) > 0))
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        y = 20 + number * 18
        drawn.append(f'<rect x="{WIDTH - RIGHT + 12}" y="{y - 9}" width="10" height="10" fill="{colour}"/>')
        drawn.append(f'<text x="{WIDTH - RIGHT + 28}" y="{y}">{escape(label)}</text>')
    return page(title, HEIGHT, "".join(drawn))


def decades(values: list[float]) -> tuple[int, int]:
    """Return the powers of ten that hold all values."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return low, max(high, low + 1)
