import type { LiveRequest } from "../../../figures/live.ts";
import type { Painted } from "./live-canvas.ts";

/** What goes to the worker: one picture at a time; `restart` begins another drag. */
export type ToLiveWorker =
  { readonly kind: "restart" } | { readonly kind: "paint"; readonly request: LiveRequest };

export type FromLiveWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "unavailable" }
  | { readonly kind: "painted"; readonly painted: Painted };
