/** Keys of the workstation. Function keys work from inside a field too; a dialog on top takes the others first. */
import { useEffect, useEffectEvent } from 'react';

/** `F1`…`F12`, `Escape`, or `Ctrl+` and the physical letter, so that the layout (қаз, рус, eng) does not matter. */
export type KeyName = `F${number}` | 'Escape' | `Ctrl+${string}`;
export type KeyMap = Partial<Record<KeyName, () => void>>;

export function keyName(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>): KeyName | null {
  if (event.altKey || event.metaKey || event.shiftKey) return null;
  if (event.ctrlKey) return event.code.startsWith('Key') ? `Ctrl+${event.code.slice(3)}` : null;
  if (event.key === 'Escape') return 'Escape';
  return /^F\d{1,2}$/.test(event.key) ? (event.key as KeyName) : null;
}

export function useKeys(keys: KeyMap): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return;
    const name = keyName(event);
    const action = name === null ? undefined : keys[name];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
