import { describe, expect, it } from "vitest";
import { CORNERS, type Place, viewOf } from "../../src/figures/surface-camera.ts";

const ROOM = { x: 10, y: 20, width: 300, height: 200 };
const place = (x: number, y: number, h: number): Place => ({ x, y, h });

describe("the view of the box", () => {
  it("from above has x to the right and y upwards at azimuth −90", () => {
    const { toPixel } = viewOf({ azimuth: -90, elevation: 90, zoom: 1 }, 1, ROOM);
    const [origin, x, y, h] = [place(0, 0, 0), place(0.5, 0, 0), place(0, 0.5, 0), place(0, 0, 1)].map(
      toPixel,
    );
    expect(origin.x).toBeCloseTo(160, 9);
    expect(x.x - origin.x).toBeCloseTo(100, 9);
    expect(x.y - origin.y).toBeCloseTo(0, 9);
    expect(origin.y - y.y).toBeCloseTo(100, 9);
    expect(h.x).toBeCloseTo(origin.x, 9);
    expect(h.y).toBeCloseTo(origin.y, 9);
  });

  it("from the level has height upwards and no depth", () => {
    const { toPixel } = viewOf({ azimuth: -90, elevation: 0, zoom: 1 }, 0.5, ROOM);
    const [front, back, top] = [place(0, -0.5, 0), place(0, 0.5, 0), place(0, 0, 1)].map(toPixel);
    expect(front).toEqual({ x: expect.closeTo(back.x, 9) as number, y: expect.closeTo(back.y, 9) as number });
    // 300 wide for a box of 1 by 0.5
    expect(front.y - top.y).toBeCloseTo(150, 9);
  });

  it("has the corner before the viewer lowest on the picture", () => {
    for (const [azimuth, x, y] of [
      [-60, 0.5, -0.5],
      [-120, -0.5, -0.5],
      [60, 0.5, 0.5],
      [120, -0.5, 0.5],
    ] as const) {
      const { toPixel } = viewOf({ azimuth, elevation: 30, zoom: 1 }, 0.75, ROOM);
      const lowest = CORNERS.toSorted((a, b) => toPixel(b).y - toPixel(a).y)[0];
      expect(lowest).toEqual(place(x, y, 0));
    }
  });

  it("foreshortens as an orthographic projection does", () => {
    const [azimuth, elevation] = [-60, 30];
    const { toPixel } = viewOf({ azimuth, elevation, zoom: 1 }, 1, ROOM);
    const [o, x, y, h] = [place(0, 0, 0), place(1, 0, 0), place(0, 1, 0), place(0, 0, 1)].map(toPixel);
    const scale = (o.y - h.y) / Math.cos(Math.PI / 6);
    // an orthographic view shows three perpendicular units with squares that sum to 2
    const squares = [x, y, h].map((p) => (p.x - o.x) ** 2 + (p.y - o.y) ** 2);
    expect(squares.reduce((a, b) => a + b) / scale ** 2).toBeCloseTo(2, 9);
    expect((x.x - o.x) / scale).toBeCloseTo(Math.sin(Math.PI / 3), 9);
    expect((y.x - o.x) / scale).toBeCloseTo(Math.cos(Math.PI / 3), 9);
  });

  it.each([-180, -125, -60, 0, 33, 90, 179])("fills the room in one direction at azimuth %d", (azimuth) => {
    for (const elevation of [0, 15, 45, 90]) {
      const { toPixel } = viewOf({ azimuth, elevation, zoom: 1 }, 0.75, ROOM);
      const pixels = CORNERS.map(toPixel);
      const [xs, ys] = [pixels.map(({ x }) => x), pixels.map(({ y }) => y)];
      const [width, height] = [xs, ys].map((each) => Math.max(...each) - Math.min(...each));
      expect(Math.max(width / ROOM.width, height / ROOM.height)).toBeCloseTo(1, 9);
      expect((Math.max(...xs) + Math.min(...xs)) / 2).toBeCloseTo(160, 9);
      expect((Math.max(...ys) + Math.min(...ys)) / 2).toBeCloseTo(120, 9);
    }
  });
});
