const KEPT = "marginscape-recent-losses";
const MOST = 5;

/** The losses used last, the newest first; none where storage is forbidden. */
export function recentLosses(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberLoss(id: string): void {
  const recent = [id, ...recentLosses().filter((each) => each !== id)].slice(0, MOST);
  try {
    localStorage.setItem(KEPT, JSON.stringify(recent));
  } catch {
    // a convenience that a browser without storage does without
  }
}
