import { useEffect, useEffectEvent } from 'react';

/** Calls `onEscape` when Esc is pressed anywhere in the page. */
export function useEscape(onEscape: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape') onEscape();
  });
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
