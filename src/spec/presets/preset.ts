import type { FigureSpec } from "../figure.ts";

/** A figure with a name: of a paper, of a post, or worth a look. */
export interface Preset<Spec extends FigureSpec = FigureSpec> {
  readonly title: string;
  readonly spec: Spec;
}

export type Presets<Spec extends FigureSpec = FigureSpec> = Readonly<Record<string, Preset<Spec>>>;
