/** What has been typed of code and ИИН, and where it goes: digits may come faster than the screen is drawn. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isIin } from '../../../shared/domain/person/iin.ts';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import { withoutSeparators } from '../../../shared/domain/scanning/typed-digits.ts';
import { codeEntryStep, strayDigit } from './code-entry.ts';

interface Typed {
  readonly code: string;
  readonly iin: string;
}
const NOTHING: Typed = { code: '', iin: '' };

export function useCodeEntry(needsIin: boolean, onScan: (input: ScanInput) => void) {
  const [typed, setTyped] = useState(NOTHING);
  /** The same, without waiting for the next drawing: held-back keys of a scanner that was none come all at once. */
  const latest = useRef(NOTHING);
  const iinField = useRef<HTMLInputElement>(null);
  const codeField = useRef<HTMLInputElement>(null);

  const keep = (next: Typed) => {
    latest.current = next;
    setTyped(next);
  };
  const send = () => {
    const { code, iin } = latest.current;
    keep(NOTHING);
    onScan({ kind: 'short-code', code, iin: needsIin ? iin : null });
  };
  const change = (by: 'code' | 'iin', text: string) => {
    keep({ ...latest.current, [by]: text });
    const step = codeEntryStep({ ...latest.current, needsIin, by });
    if (step === 'send') send();
    if (step === 'to-code') codeField.current?.focus();
    if (step === 'to-iin') iinField.current?.focus();
  };
  const wantsIin = () => needsIin && !isIin(withoutSeparators(latest.current.iin));
  const focus = () => (wantsIin() ? iinField : codeField).current?.focus();

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const digit = strayDigit(event);
    if (digit === null) return;
    event.preventDefault();
    focus();
    const by = wantsIin() ? 'iin' : 'code';
    change(by, latest.current[by] + digit);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return { typed, iinField, codeField, change, focus, sendTyped: () => latest.current.code !== '' && send() };
}
