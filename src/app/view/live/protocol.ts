import type { LiveRequest } from "../../../figures/live.ts";
import type { EngineChoice } from "../../engine/setting.ts";
import type { LiveNumbers } from "./numbers.ts";
import type { Painted } from "./live-canvas.ts";

/** What goes to the worker: one picture at a time; `restart` begins another drag. */
export type ToLiveWorker =
  | { readonly kind: "restart"; readonly engine: EngineChoice }
  | { readonly kind: "paint"; readonly request: LiveRequest }
  /** The picture before with other numbers: a figure takes longer to be handed over than to be asked for. */
  | { readonly kind: "numbers"; readonly numbers: LiveNumbers };

/** `unavailable`: it cannot paint, from the start or any more. */
export type FromLiveWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "unavailable" }
  | { readonly kind: "painted"; readonly painted: Painted };
