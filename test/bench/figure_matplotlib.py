"""The figure of `marginscape export circle-region` by matplotlib, as an author would write it: python3 FILE OUTPUT."""

import sys

import matplotlib

matplotlib.use("agg")
matplotlib.rcParams.update({"svg.fonttype": "none", "pdf.fonttype": 42, "font.size": 9})

import matplotlib.pyplot as plt
import numpy as np

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

figure, axes = plt.subplots(figsize=(640 / 96, 560 / 96))
image = axes.imshow(loss, origin="lower", extent=(0, 1, 0, 1), cmap="viridis")
lines = axes.contour(s_n, s_p, loss, levels=np.arange(50, 450, 50), colors="white", linewidths=0.7)
axes.clabel(lines, fontsize=8)

angle = np.linspace(0, np.pi / 2, 200)
radius = np.sqrt(2) * MARGIN
edge_n, edge_p = radius * np.cos(angle), 1 - radius * np.sin(angle)
axes.fill(np.append(edge_n, 0), np.append(edge_p, 1), facecolor="none", edgecolor="white", hatch="///", linewidth=0)
axes.plot(edge_n, edge_p, color="white", linewidth=3.4)
axes.plot(edge_n, edge_p, color="black", linewidth=1.5)

place = (np.arange(ARROWS) + 0.5) / ARROWS
tail_n, tail_p = np.meshgrid(place, place)
_, slope_n, slope_p = circle(tail_n, tail_p)
size = np.sqrt(np.hypot(slope_n, slope_p)) + 1e-9
axes.quiver(tail_n, tail_p, -slope_n / size, -slope_p / size, color="white", edgecolor="black", linewidth=0.4)

points = {"A": (0.2, 0.2), "B": (0.75, 0.75), "C": (0.5, 0.5), "T": (0.25, 0.75), "T′": (0.1, 0.66)}
for name, (x, y) in points.items():
    axes.plot(x, y, "o", color="#e5383b", markeredgecolor="white")
    axes.annotate(name, (x, y), xytext=(6, 4), textcoords="offset points", style="italic")

axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="negative similarity $s_n$", ylabel="positive similarity $s_p$")
axes.set_title("Circle loss\n" + rf"$\gamma = {GAMMA}$, $m = {MARGIN}$, $K = L = 1$", loc="left")
figure.colorbar(image, label="$L$")
figure.savefig(sys.argv[1], dpi=192)
