import { byId } from "./dom.ts";

/** The page's sentences to its reader; each takes the place of the one before. */
export interface Notices {
  /** Of what has gone wrong, spoken at once; "" takes it away. */
  warn(message: string): void;
  /** Of what has been done, spoken when there is a pause. */
  tell(message: string): void;
}

/** A polite region is heard only where it stood before its words came, so that one is never hidden, only empty. */
export function notices(): Notices {
  const [alert, status] = [byId("notice"), byId("news")];
  const show = (warning: string, news: string): void => {
    alert.textContent = warning;
    alert.hidden = warning === "";
    status.textContent = news;
  };
  return {
    warn: (message) => show(message, ""),
    tell: (message) => show("", message),
  };
}
