/** What a keyboard tells about a password nobody can see: Caps Lock, and letters that are not Latin. */
import { useState } from 'react';

/** Of the field: such an event goes no further unless it is told to, and Escape must reach the dialog. */
interface FieldKeyEvent {
  readonly key: string;
  getModifierState(key: string): boolean;
  continuePropagation(): void;
}

export interface KeyWarnings {
  capsLock: boolean;
  otherLayout: boolean;
  onKey(event: FieldKeyEvent): void;
}

export function useKeyWarnings(): KeyWarnings {
  const [capsLock, setCapsLock] = useState(false);
  const [otherLayout, setOtherLayout] = useState(false);
  return {
    capsLock,
    otherLayout,
    onKey(event) {
      event.continuePropagation();
      setCapsLock(event.getModifierState('CapsLock'));
      // A letter that is no ASCII one was typed: the layout is Russian or Kazakh. Other keys say nothing about it.
      if (/^\p{L}$/u.test(event.key)) setOtherLayout(!/^[A-Za-z]$/.test(event.key));
    },
  };
}
