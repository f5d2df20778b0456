import { InputError } from "../../../losses/errors.ts";
import type { Answers, Asked, FromDrawer, ToDrawer } from "./protocol.ts";

/** Thrown where there is no worker, or none any more: this thread must do it. */
export class NobodyAway extends Error {}

type Kind = Asked["kind"];

interface Waiting {
  readonly done: (answer: Answers[Kind]) => void;
  readonly fail: (reason: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | null | undefined;
let lastId = 0;

/** Asks the worker that draws. Rejects with `InputError` as who draws here, and with `NobodyAway`. */
export function askAway<Asking extends Asked>(asked: Asking): Promise<Answers[Asking["kind"]]> {
  if (worker === undefined) worker = opened();
  const port = worker;
  if (port === null) return Promise.reject(new NobodyAway("no worker draws here"));
  const message: ToDrawer = { id: ++lastId, asked };
  return new Promise((done, fail) => {
    waiting.set(message.id, { done: done as Waiting["done"], fail });
    port.postMessage(message);
  });
}

function opened(): Worker | null {
  try {
    const fresh = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    fresh.addEventListener("message", ({ data }: MessageEvent<FromDrawer>) => receive(data));
    for (const event of ["error", "messageerror"])
      fresh.addEventListener(event, (fault) => {
        // it is told by who waits for the answer
        fault.preventDefault();
        fresh.terminate();
        worker = null;
        for (const { fail } of waiting.values()) fail(new NobodyAway("the worker that draws has ended"));
        waiting.clear();
      });
    return fresh;
  } catch {
    return null;
  }
}

function receive(message: FromDrawer): void {
  const asker = waiting.get(message.id);
  waiting.delete(message.id);
  if ("answer" in message) asker?.done(message.answer);
  else asker?.fail("refused" in message ? new InputError(message.refused) : new Error(message.failed));
}
