/** The command that a child of `exportAll` runs; not for people, and not in the help. */
export const WORKER_COMMAND = "export-worker";
