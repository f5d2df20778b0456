import { InputError } from "../losses/errors.ts";
import { analyticTiles, type TileEngine } from "../plane/field-tiles.ts";
import { UsageError } from "./streams.ts";

const ENGINES = ["auto", "cpu", "webgpu"] as const;

/** The engine that `--engine` names. */
export async function engineOption(text = "auto"): Promise<TileEngine> {
  const name = ENGINES.find((each) => each === text);
  if (name === undefined) throw UsageError.unknown("engine", text, ENGINES);
  if (name === "webgpu") throw new InputError("engine webgpu is not at hand; expected cpu or auto");
  return analyticTiles;
}
