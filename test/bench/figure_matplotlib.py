"""The figure of `marginscape export circle-region` by matplotlib, as an author would write it: python3 FILE OUTPUT.

All that the figure shows: title and parameters, field with its bar, labelled isolines in the colour that can be seen,
hatched region, cased boundary, arrows outside of it, points with haloes round their letters, caption; laid out so that
nothing is cut off.
"""

import sys

import matplotlib

matplotlib.use("agg")
matplotlib.rcParams.update({"svg.fonttype": "none", "pdf.fonttype": 42, "font.size": 9})

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patheffects import withStroke

GAMMA, MARGIN, SAMPLES, ARROWS = 256, 0.25, 256, 12


def circle(s_n, s_p):
    """Circle loss of one positive and one negative, and its detached gradient (arXiv 2002.10857, equations 6 to 10)."""
    weight_p, weight_n = np.maximum(0, 1 + MARGIN - s_p), np.maximum(0, s_n + MARGIN)
    z = GAMMA * (weight_n * (s_n - MARGIN) - weight_p * (s_p - 1 + MARGIN))
    slope = 0.5 * (1 + np.tanh(z / 2))
    return np.logaddexp(0, z), GAMMA * weight_n * slope, -GAMMA * weight_p * slope


side = np.linspace(0, 1, SAMPLES)
s_n, s_p = np.meshgrid(side, side)
loss, _, _ = circle(s_n, s_p)

figure, axes = plt.subplots(figsize=(640 / 96, 560 / 96), layout="constrained")
image = axes.imshow(loss, origin="lower", extent=(0, 1, 0, 1), cmap="viridis")
levels = np.arange(50, 500, 50)
lines = axes.contour(
    s_n, s_p, loss, levels=levels, colors=np.where(levels < 275, "white", "black"), linewidths=0.7
)
labels = axes.clabel(lines, fontsize=8)

angle = np.linspace(0, np.pi / 2, 200)
radius = np.sqrt(2) * MARGIN
edge_n, edge_p = radius * np.cos(angle), 1 - radius * np.sin(angle)
axes.fill(np.append(edge_n, 0), np.append(edge_p, 1), facecolor="none", edgecolor="white", hatch="///", linewidth=0)
axes.plot(edge_n, edge_p, color="black", linewidth=1.5, path_effects=[withStroke(linewidth=3.4, foreground="white")])

place = (np.arange(ARROWS) + 0.5) / ARROWS
tail_n, tail_p = (x.ravel() for x in np.meshgrid(place, place))
outside = np.hypot(tail_n, 1 - tail_p) > radius
tail_n, tail_p = tail_n[outside], tail_p[outside]
_, slope_n, slope_p = circle(tail_n, tail_p)
size = np.sqrt(np.hypot(slope_n, slope_p))
axes.quiver(tail_n, tail_p, -slope_n / size, -slope_p / size, color="white", edgecolor="black", linewidth=0.4)

halo = [withStroke(linewidth=2.5, foreground="white")]
points = {"A": (0.2, 0.2), "B": (0.75, 0.75), "C": (0.5, 0.5), "T": (0.25, 0.75), "T'": (0.1, 0.66)}
for name, (x, y) in points.items():
    axes.plot(x, y, "o", color="#e5383b", markeredgecolor="white")
    axes.annotate(f"${name}$", (x, y), xytext=(6, 4), textcoords="offset points", path_effects=halo)

axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="negative similarity $s_n$", ylabel="positive similarity $s_p$")
figure.suptitle("Circle loss", x=0.07, ha="left", weight="bold")
axes.set_title(rf"$\gamma$ = {GAMMA}, $m$ = {MARGIN}, $K$ = $L$ = 1", loc="left", color="#555b66")
bar = figure.colorbar(image, ticks=levels)
bar.ax.set_title(r"$\mathcal{L}$")
figure.supxlabel(
    "Colour: loss. Arrows: against the detached gradient (weights held constant), length by the root of its size.\n"
    "Line: decision boundary for $K$ = $L$ = 1. Hatched: target region.",
    x=0.07, ha="left", color="#555b66", fontsize=8,
)
figure.savefig(sys.argv[1], dpi=192)
