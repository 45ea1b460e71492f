/** What a scan of the test code says of the scanner that made it: good, or which of its settings is at fault. */
import type { HandheldProfile } from '../../../../shared/domain/scanning/handheld-profile.ts';
import { SHEET_LEARN_TEXT } from '../../../../shared/domain/scanning/scan-sheet.ts';
import { learnProfile } from './learn-profile.ts';
import { isModifier, physicalCharacter } from '../wedge/physical-keys.ts';
import { learnedKeys } from '../wedge/same-profile.ts';
import type { TappedScan } from './use-tapped-scans.ts';
import { USUAL_PROFILE } from '../wedge/wedge-detector.ts';

export type ScannerFinding =
  | 'good'
  /** Reads, and is set in a way this desk has not learned. */
  | 'unlearned'
  | 'too-slow'
  /** The scanner types by another country's keyboard, and this desk has not learned which. */
  | 'layout'
  /** Something else was scanned, or the scanner changes what it reads. */
  | 'other-code';

/** Of the characters of the test code, a wrong layout changes many and loses a few. */
const LEAST_PART_OF_LENGTH = 0.8;
const MOST_PART_OF_LENGTH = 1.3;

/** @param profile what this desk has learned; null before it did */
export function judgeScanner(scan: TappedScan, profile: HandheldProfile | null): ScannerFinding {
  if (scan.by === 'device') return scan.text === SHEET_LEARN_TEXT ? 'good' : 'other-code';
  const learned = learnProfile(scan.strokes);
  if (learned.ok) return readsAs(learned.value, profile ?? USUAL_PROFILE);
  if (learned.failure === 'too-slow') return 'too-slow';
  const typed = scan.strokes.filter((key) => !isModifier(key.code) && physicalCharacter(key) !== null).length;
  const part = typed / SHEET_LEARN_TEXT.length;
  return part >= LEAST_PART_OF_LENGTH && part <= MOST_PART_OF_LENGTH ? 'layout' : 'other-code';
}

function readsAs(found: HandheldProfile, known: HandheldProfile): 'good' | 'layout' | 'unlearned' {
  if (learnedKeys(found) !== learnedKeys(known)) return 'layout';
  const alike =
    found.prefix === known.prefix &&
    found.suffix === known.suffix &&
    found.swapsCase === known.swapsCase &&
    (found.end === 'none') === (known.end === 'none') &&
    // A desk that waits longer between two keys than this scanner needs reads it just as well.
    found.gapMs <= Math.max(known.gapMs, USUAL_PROFILE.gapMs);
  return alike ? 'good' : 'unlearned';
}
