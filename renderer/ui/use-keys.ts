/** Keys of the workstation. Function keys work from inside a field too; a dialog on top takes Escape first. */
import { useEffect, useEffectEvent } from 'react';
import { isUnderDialog } from './open-dialogs.ts';

/** `F1`…`F12`, `Escape`, or `Ctrl+` and the physical letter, so that the layout (қаз, рус, eng) does not matter. */
export type KeyName = `F${number}` | 'Escape' | `Ctrl+${string}`;
export type KeyMap = Partial<Record<KeyName, () => void>>;

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

export function keyName(event: Press): KeyName | null {
  if (event.altKey || event.metaKey || event.shiftKey) return null;
  if (event.ctrlKey) return event.code.startsWith('Key') ? `Ctrl+${event.code.slice(3)}` : null;
  if (event.key === 'Escape') return 'Escape';
  return /^F\d{1,2}$/.test(event.key) ? (event.key as KeyName) : null;
}

function useKeyDown(onPress: (name: KeyName, event: KeyboardEvent) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const name = keyName(event);
    if (name !== null) onPress(name, event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** @param reach keys of a screen rest while a dialog lies over it; some, as the lock, work `everywhere` */
export function useKeys(keys: KeyMap, reach: 'screen' | 'everywhere' = 'screen'): void {
  useKeyDown((name, event) => {
    const action = keys[name];
    if (action === undefined || event.repeat) return;
    if (reach === 'screen' && isUnderDialog()) return;
    if (name === 'Escape' && event.defaultPrevented) return;
    event.preventDefault();
    action();
  });
}

/** What a browser does on F1 to F10 (help, search, reload, caret browsing, menu) has no place on a desk, on any screen. */
export function useNoBrowserKeys(): void {
  useKeyDown((name, event) => {
    if (/^F(?:\d|10)$/.test(name)) event.preventDefault();
  });
}
