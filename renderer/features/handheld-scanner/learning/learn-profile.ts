/** Learns a scanner from the keys it typed for the test sheet: the text is known, so all that differs is the scanner. */
import type { HandheldProfile } from '../../../../shared/domain/scanning/handheld-profile.ts';
import { SHEET_LEARN_TEXT } from '../../../../shared/domain/scanning/scan-sheet.ts';
import { failure, type Result, success } from '../../../../shared/util/result.ts';
import type { KeyStroke } from '../wedge/key-stroke.ts';
import { learnLayout } from './learn-layout.ts';
import { createKeyReader, isModifier, isTerminator } from '../wedge/physical-keys.ts';
import { withSwappedCase } from '../wedge/scanned-text.ts';

export type LearnFailure =
  /** Not the code of the sheet, or one that a setting of the scanner altered beyond keyboard, case, prefix and suffix. */
  | 'other-text'
  /** Slower than a person may type: its keys could not be told from theirs. */
  | 'too-slow';

/** Scanners are set in steps up to 100 ms; beyond that a fast typist would be taken for one. */
const SLOWEST_GAP_MS = 100;

export function learnProfile(strokes: readonly KeyStroke[]): Result<HandheldProfile, LearnFailure> {
  const keys = strokes.filter(({ code }) => !isModifier(code));
  const found = foundIn(keys.filter(({ code }) => !isTerminator(code)));
  if (found === null) return failure('other-text');
  const gapMs = Math.max(1, ...keys.slice(1).map((key, index) => Math.ceil(key.at - keys[index]!.at)));
  if (gapMs > SLOWEST_GAP_MS) return failure('too-slow');
  return success({ ...found, end: endOf(keys.at(-1)), gapMs });
}

/** By the US keyboard first, in its case or the other; then by whatever keyboard makes these keys the text of the sheet. */
function foundIn(keys: readonly KeyStroke[]): Omit<HandheldProfile, 'end' | 'gapMs'> | null {
  const typed = typedBy(keys);
  for (const swapsCase of [false, true]) {
    const wanted = swapsCase ? withSwappedCase(SHEET_LEARN_TEXT) : SHEET_LEARN_TEXT;
    const at = typed.indexOf(wanted);
    if (at >= 0) return { prefix: typed.slice(0, at), suffix: typed.slice(at + wanted.length), swapsCase };
  }
  const layout = learnLayout(keys);
  if (layout === null) return null;
  const { at, end, keys: learned } = layout;
  return {
    prefix: typedBy(keys.slice(0, at), learned),
    suffix: typedBy(keys.slice(end), learned),
    swapsCase: false,
    keys: learned,
  };
}

function typedBy(keys: readonly KeyStroke[], learned?: HandheldProfile['keys']): string {
  const reader = createKeyReader(learned);
  return keys.map((key) => reader.read(key) ?? '').join('');
}

function endOf(last: KeyStroke | undefined): HandheldProfile['end'] {
  if (last === undefined || !isTerminator(last.code)) return 'none';
  return last.code === 'Tab' ? 'tab' : 'enter';
}
