/** Listens to the whole keyboard below every widget and carries out what the detector decides. */
import type { HandheldProfile } from '../../../../shared/domain/scanning/handheld-profile.ts';
import type { KeyStroke } from './key-stroke.ts';
import { scanTap } from '../scan-tap.ts';
import { rememberControl, textControl } from './text-control.ts';
import type { WedgeEffect } from './wedge-answer.ts';
import { createWedgeDetector } from './wedge-detector.ts';
import type { OpenScan } from './wedge-state.ts';

export interface WedgeListener {
  scan(text: string): void;
  unfinished(): void;
}

const NOTHING_TO_UNDO = () => undefined;
/** A key that was pressed in time but waits behind other work must still find its scan open. */
const LATE_KEY_MS = 25;

/** What a listener that ended left open: the next one, of the locked desk or of the unlocked, throws the rest of it away. */
let cutOff: OpenScan | null = null;

/** @returns stops listening */
export function listenToWedge(target: Window, listener: WedgeListener, profile?: HandheldProfile): () => void {
  const detector = createWedgeDetector(profile, cutOff);
  cutOff = null;
  let held: KeyboardEvent[] = [];
  let undo: () => void = NOTHING_TO_UNDO;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rightAlt = false;

  const carryOut = (effect: WedgeEffect, event: KeyboardEvent | null): void => {
    switch (effect.kind) {
      case 'remember': {
        const control = textControl(event?.target ?? null);
        undo = control === null ? NOTHING_TO_UNDO : rememberControl(control);
        return;
      }
      case 'release':
        for (const key of held.splice(0)) giveBack(key);
        return;
      case 'undo':
        held = [];
        undo();
        return;
      case 'scan':
        return listener.scan(effect.text);
      case 'unfinished':
        return listener.unfinished();
    }
  };

  const schedule = () => {
    clearTimeout(timer);
    const deadline = detector.deadline();
    if (deadline === null) return;
    timer = setTimeout(() => {
      for (const effect of detector.silence(performance.now())) carryOut(effect, null);
      schedule();
    }, Math.max(0, deadline + LATE_KEY_MS - performance.now()));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Only keys of a keyboard: what we give back ourselves comes through here again. A key kept down is a person's.
    if (!event.isTrusted || event.repeat) return;
    if (event.code === 'AltRight') rightAlt = true;
    // A layout without a third row calls it Alt, and one of Windows with it Control and Alt.
    const altGraph = event.getModifierState('AltGraph') || (event.altKey && rightAlt);
    const stroke: KeyStroke = {
      code: event.code,
      shift: event.shiftKey,
      altGraph,
      command: (event.ctrlKey && !altGraph) || event.metaKey,
      alt: event.altKey && !altGraph,
      at: event.timeStamp,
      typesText: textControl(event.target) !== null,
    };
    const tap = scanTap();
    // Escape stays a person's.
    if (tap !== null && event.code !== 'Escape') {
      tap.stroke(stroke);
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const { key, effects } = detector.press(stroke);
    if (key === 'hold') held.push(event);
    for (const effect of effects) carryOut(effect, event);
    if (key !== 'pass') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    schedule();
  };

  const onKeyUp = (event: KeyboardEvent) => {
    if (!event.isTrusted || !event.code.startsWith('Alt')) return;
    if (event.code === 'AltRight') rightAlt = false;
    detector.releaseAlt();
    schedule();
  };
  // What the system makes of an Alt code comes without a key of its own.
  const onInsert = (event: Event) => {
    if (detector.scanning() || scanTap() !== null) event.preventDefault();
  };

  // Let go of in another window it is not heard of here.
  const onBlur = () => (rightAlt = false);

  target.addEventListener('blur', onBlur);
  target.addEventListener('keydown', onKeyDown, { capture: true });
  target.addEventListener('keyup', onKeyUp, { capture: true });
  target.addEventListener('beforeinput', onInsert, { capture: true });
  return () => {
    cutOff = detector.open();
    clearTimeout(timer);
    target.removeEventListener('blur', onBlur);
    target.removeEventListener('keydown', onKeyDown, { capture: true });
    target.removeEventListener('keyup', onKeyUp, { capture: true });
    target.removeEventListener('beforeinput', onInsert, { capture: true });
  };
}

/**
 * A person's key that waited: first the key for whoever listens to keys, then, where text is typed now (a shortcut may
 * have moved the focus there), the character the layout in force gives it.
 */
function giveBack(event: KeyboardEvent): void {
  const { target, key, code, location, shiftKey, altKey, ctrlKey, metaKey } = event;
  if (target === null || (target instanceof Node && !target.isConnected)) return;
  const again = { key, code, location, shiftKey, altKey, ctrlKey, metaKey, bubbles: true, cancelable: true, composed: true };
  const wanted = target.dispatchEvent(new KeyboardEvent('keydown', again));
  if (!wanted || key.length !== 1 || textControl(document.activeElement) === null) return;
  // The only way to type that keeps undo, maxlength and the events of typing.
  document.execCommand('insertText', false, key);
}
