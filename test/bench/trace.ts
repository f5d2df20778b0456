/** What is read of Chromium's trace of tasks. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the processor. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Milliseconds on the processor of every task of the page's thread, and of its workers'. */
export function tasksByThread(events: readonly TraceEvent[]): { page: number[]; worker: number[] } {
  const names = new Map(
    events
      .filter(({ name }) => name === "thread_name")
      .map(({ pid, tid, args }) => [`${pid} ${tid}`, args.name ?? ""]),
  );
  const tasks = (thread: string): number[] =>
    events
      .filter(({ name, ph }) => name === "ThreadControllerImpl::RunTask" && ph === "X")
      .filter(({ pid, tid }) => names.get(`${pid} ${tid}`)?.includes(thread))
      .map(({ tdur = 0 }) => tdur / 1000);
  return { page: tasks("CrRendererMain"), worker: tasks("DedicatedWorker") };
}
