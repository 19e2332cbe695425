import { useEffect, useEffectEvent } from 'react';

/** Calls `onCopy` when the person copies without having marked anything: what they mean then is the whole. */
export function useCopy(onCopy: () => void): void {
  const copied = useEffectEvent((event: ClipboardEvent) => {
    if (isAnythingMarked()) return;
    event.preventDefault();
    onCopy();
  });
  useEffect(() => {
    document.addEventListener('copy', copied);
    return () => document.removeEventListener('copy', copied);
  }, []);
}

function isAnythingMarked(): boolean {
  const { activeElement } = document;
  if (activeElement instanceof HTMLTextAreaElement) {
    return activeElement.selectionStart !== activeElement.selectionEnd;
  }
  return document.getSelection()?.isCollapsed === false;
}
