import type { Table } from "../../../figures/figure-table.ts";
import type { Reading } from "../../../figures/reading.ts";
import type { Outline, Scene } from "../../../figures/scene.ts";
import type { ResolvedFigure } from "../../../spec/figure.ts";

/** What a worker is asked for; `read` is about the picture that it drew last. */
export type Asked =
  | {
      readonly kind: "draw";
      readonly figure: ResolvedFigure;
      /** Mathematics that has been typeset, by its TeX. */
      readonly outlines: readonly (readonly [tex: string, outline: Outline])[];
      /** Pixels of the canvas to one of the figure. */
      readonly density: number;
    }
  | { readonly kind: "read"; readonly x: number; readonly y: number }
  | { readonly kind: "table"; readonly figure: ResolvedFigure };

/** What it answers, by what it was asked. */
export interface Answers {
  readonly draw: { readonly scene: Scene; readonly svg: string; readonly bitmap: ImageBitmap };
  readonly read: Reading;
  readonly table: Table;
}

export interface ToDrawer {
  readonly id: number;
  readonly asked: Asked;
}

/** `refused`: the message of an `InputError`. `failed`: of any other. */
export type FromDrawer = { readonly id: number } & (
  { readonly answer: Answers[Asked["kind"]] } | { readonly refused: string } | { readonly failed: string }
);
