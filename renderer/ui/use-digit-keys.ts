/** Chooses from a numbered list by the digits 1 to 9, wherever the focus is. */
import { useEffect, useEffectEvent } from 'react';

export function useDigitKeys<Item>(items: readonly Item[], choose: (item: Item) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const item = /^[1-9]$/.test(event.key) ? items[Number(event.key) - 1] : undefined;
    if (item === undefined) return;
    event.preventDefault();
    choose(item);
  });
  useEffect(() => {
    // Before the widgets: a list of choices would take a digit for a search by first letter.
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
