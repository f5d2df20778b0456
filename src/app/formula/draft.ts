const KEY = "marginscape.formula";

/** What was typed last, and the formula that the figure had meanwhile: empty for none. */
export interface Draft {
  readonly text: string;
  readonly beside: string;
}

/** The draft of this tab; an empty one where the browser keeps nothing. */
export function savedDraft(): Draft {
  try {
    const [text, beside] = JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as unknown[];
    return { text: String(text ?? ""), beside: String(beside ?? "") };
  } catch {
    return { text: "", beside: "" };
  }
}

export function saveDraft({ text, beside }: Draft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([text, beside]));
  } catch {
    // a browser that keeps nothing: the text lives in its box
  }
}
