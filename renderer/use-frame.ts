import { useEffect, useState } from 'react';
import type { Shown } from '../electron/contract.ts';
import type { ShownStore } from './shown-store.ts';

/** What is drawn: the state, and the minute in which it is read. */
export type Frame = {
  readonly shown: Shown;
  readonly now: number;
  /** Counts how often the window was opened: each opening begins afresh. */
  readonly opening: number;
};

const minuteMs = 60_000;

/** Draws anew at each state and, while somebody can see it, at each border of a minute. Hidden it keeps no timer. */
export function useFrame(store: ShownStore): Frame {
  const [frame, setFrame] = useState<Frame>(() => ({ shown: store.get(), now: Date.now(), opening: 0 }));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = (openings: 0 | 1) => {
      clearTimeout(timer);
      const now = Date.now();
      setFrame(({ opening }) => ({ shown: store.get(), now, opening: opening + openings }));
      if (document.visibilityState === 'visible') timer = setTimeout(draw, minuteMs - (now % minuteMs), 0);
    };
    const drawState = () => draw(0);
    const drawOpening = () => draw(document.visibilityState === 'visible' ? 1 : 0);
    const unsubscribe = store.subscribe(drawState);
    document.addEventListener('visibilitychange', drawOpening);
    drawState();
    return () => {
      clearTimeout(timer);
      unsubscribe();
      document.removeEventListener('visibilitychange', drawOpening);
    };
  }, [store]);
  return frame;
}
