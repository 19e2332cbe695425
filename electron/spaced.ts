export type Spaced = {
  readonly ask: () => void;
  readonly stop: () => void;
};

/** Does the task when it is asked for; asked again within the pause, it does it once more when that is over. Stopped for good. */
export function spaced(task: () => void, pauseMs: number): Spaced {
  let pause: NodeJS.Timeout | null = null;
  let isAsked = false;
  let isStopped = false;
  const begin = () => {
    isAsked = false;
    pause = setTimeout(() => {
      pause = null;
      if (isAsked) begin();
    }, pauseMs);
    task();
  };
  return {
    ask: () => {
      if (isStopped) return;
      if (pause === null) begin();
      else isAsked = true;
    },
    stop: () => {
      isStopped = true;
      if (pause !== null) clearTimeout(pause);
    },
  };
}
