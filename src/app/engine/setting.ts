/** Who fills the picture: the GPU where there is a real one, the CPU, or WebGPU even on a software adapter. */
export const ENGINE_CHOICES = ["auto", "cpu", "webgpu"] as const;
export type EngineChoice = (typeof ENGINE_CHOICES)[number];

const KEY = "marginscape.engine";
const USUAL: EngineChoice = "auto";

/** The reader's choice on this machine; it is no part of a figure. */
export function savedChoice(): EngineChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return ENGINE_CHOICES.find((choice) => choice === kept) ?? USUAL;
  } catch {
    return USUAL;
  }
}

export function saveChoice(choice: EngineChoice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // a browser that keeps nothing: the choice holds until the page is left
  }
}
