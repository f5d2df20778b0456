import { describe, expect, it } from "vitest";
import { toSvg } from "../../src/export/svg.ts";
import type { SceneNode } from "../../src/figures/scene.ts";
import { LANDSCAPES } from "../../src/spec/presets/landscapes.ts";
import { THEMES } from "../../src/spec/entries.ts";
import { flat, inGroup, paths, sceneOf, texts } from "./support.ts";

const { spec } = LANDSCAPES["circle-region"];
const scenes = THEMES.map((theme) => sceneOf({ ...spec, theme }));

/** Where everything stands, without colours and line weights; arrows are slimmer in print. */
const geometry = (nodes: readonly SceneNode[]): unknown =>
  nodes
    .filter((node) => !(node.type === "group" && node.name === "arrows"))
    .map((node) => {
      switch (node.type) {
        case "group":
          return [node.name, node.clip, geometry(node.children)];
        case "path":
          return [node.d, node.inside];
        case "text":
          return [node.x, node.y, node.size, node.anchor, node.rotate, node.runs];
        case "image":
          return [node.box, node.raster];
      }
    });

/** Relative luminance, WCAG 2.2. */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe("the themes", () => {
  it("share one geometry", () => {
    const [light, ...others] = scenes.map(({ nodes }) => geometry(nodes));
    for (const other of others) expect(other).toEqual(light);
  });

  it.each(THEMES)("%s has resolved colours only", (theme) => {
    const svg = toSvg(scenes[THEMES.indexOf(theme)]);
    const colors = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color);
    expect(colors.length).toBeGreaterThan(30);
    for (const color of colors) expect(color).toMatch(/^(none|#[0-9a-f]{6}|rgb\(\d+,\d+,\d+\))$/);
    expect(svg.match(/var\(|currentColor|light-dark\(|color-mix\(|<style| style="/gi)).toBeNull();
  });

  it.each(THEMES)("%s has words and lines that can be read on its ground", (theme) => {
    const scene = scenes[THEMES.indexOf(theme)];
    for (const group of ["words", "axes", "legend"]) {
      for (const { color } of texts(inGroup(scene, group)))
        expect(contrast(color, scene.background ?? "none")).toBeGreaterThan(4.5);
    }
    const [casing, line] = paths(inGroup(scene, "boundary"));
    expect(contrast(casing.stroke?.color ?? "", line.stroke?.color ?? "")).toBeGreaterThan(7);
  });

  it("differ in ground and ink; print has thinner lines", () => {
    expect(scenes.map(({ background }) => background)).toEqual(["#ffffff", "#14171c", "#ffffff"]);
    const width = scenes.map((scene) => paths(inGroup(scene, "boundary"))[1].stroke?.width);
    expect(width).toEqual([2, 2, 1.5]);
  });

  it("keep every arrow in its frame's clip", () => {
    for (const scene of scenes) {
      const arrows = scene.nodes.find((node) => node.type === "group" && node.name === "arrows");
      expect(arrows).toMatchObject({ clip: scene.frame });
      expect(paths(flat(arrows ? [arrows] : []))[0].d.split("M").length).toBeGreaterThan(60);
    }
  });
});
