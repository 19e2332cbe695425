/**
 * Makes `task` run one at a time, and once for all who ask while it runs: whoever asks gets the result of a run that
 * began after the question. So a burst of events costs two runs, without a timer, and results cannot overtake each other.
 */
export function coalesce<T>(task: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;

  const start = () => {
    const run = task().finally(() => {
      if (running === run) running = null;
    });
    running = run;
    return run;
  };

  return () => {
    if (next !== null) return next;
    if (running === null) return start();
    next = running
      .catch(() => {}) // its failure belongs to those who asked for it
      .then(() => {
        next = null;
        return start();
      });
    return next;
  };
}
