import type { ResolvedSurface } from "../spec/surface.ts";
import { parameterLine } from "./caption.ts";
import { captionedLayout, type FrameLayout, type FrameOptions } from "./frame.ts";
import { legendPlace } from "./frame-words.ts";
import type { DrawOptions } from "./prepared.ts";
import type { Rectangle } from "./scene.ts";
import { drawBox, type DrawnBox } from "./surface-box.ts";
import { CORNERS, type View, viewOf } from "./surface-camera.ts";
import { surfaceCaption } from "./surface-caption.ts";
import type { SurfaceData } from "./surface-data.ts";
import { heightLabelOf } from "./surface-labels.ts";
import { lookOf } from "./theme.ts";

/** Where a surface stands in its figure. */
export interface Stage {
  readonly options: FrameOptions;
  readonly layout: ReturnType<typeof captionedLayout>;
  /** What box and words may cover. */
  readonly room: Rectangle;
  /** What the box would fill without zoom. */
  readonly inner: Rectangle;
  readonly view: View;
  readonly box: DrawnBox;
}

/** The words round the figure, and the view whose box fills what they and the words at its edges leave. */
export function stageOf(figure: ResolvedSurface, data: SurfaceData, how: DrawOptions): Stage {
  const options: FrameOptions = {
    size: figure.size,
    theme: figure.theme,
    title: how.title ?? (figure.title || data.loss.name),
    subtitle: parameterLine(figure),
    caption: surfaceCaption(figure, data),
    showsCaption: figure.layers.caption && !how.bare,
    legend: legendPlace(figure.layers, how),
    square: false,
  };
  const layout = captionedLayout(options);
  const height = { range: data.grid.range, label: heightLabelOf(figure) };
  const boxIn = (room: Rectangle, zoom: number): Pick<Stage, "view" | "box"> => {
    const view = viewOf({ ...figure.camera, zoom }, figure.boxHeight, room);
    return { view, box: drawBox(figure, height, view, layout.sizes, lookOf(figure)) };
  };
  const room = roomOf(layout);
  let inner = inset(
    room,
    layout.sizes.base * 3,
    layout.sizes.base * 3,
    layout.sizes.base * 3,
    layout.sizes.base * 3,
  );
  // words keep their size whatever the box has: what they need beyond it is known after a try or two
  for (let i = 0; i < 3; i++) inner = fitting(room, boxIn(inner, 1));
  return { options, layout, room, inner, ...boxIn(inner, figure.camera.zoom) };
}

/** The frame, and beside and below it the room that the words of a flat frame would take. */
function roomOf({ frame, sizes }: FrameLayout): Rectangle {
  const left = frame.x - sizes.base * 3.2;
  const top = frame.y - sizes.base * 0.8;
  const bottom = frame.y + frame.height + sizes.base * 3.2;
  return { x: left, y: top, width: frame.x + frame.width - left, height: bottom - top };
}

const inset = (room: Rectangle, left: number, right: number, top: number, bottom: number): Rectangle => ({
  x: room.x + left,
  y: room.y + top,
  width: Math.max(20, room.width - left - right),
  height: Math.max(20, room.height - top - bottom),
});

/** The room for the box alone that leaves the words at its edges inside the whole. */
function fitting(room: Rectangle, { view, box: { words } }: Pick<Stage, "view" | "box">): Rectangle {
  const corners = CORNERS.map(view.toPixel);
  const beyond = (
    word: (box: Rectangle) => number,
    corner: (place: { x: number; y: number }) => number,
  ): number => Math.max(3, Math.max(...words.map(word)) - Math.max(...corners.map(corner)));
  return inset(
    room,
    beyond(
      ({ x }) => -x,
      ({ x }) => -x,
    ),
    beyond(
      ({ x, width }) => x + width,
      ({ x }) => x,
    ),
    beyond(
      ({ y }) => -y,
      ({ y }) => -y,
    ),
    beyond(
      ({ y, height }) => y + height,
      ({ y }) => y,
    ),
  );
}
