/** What the process tells the one who started it; 64 and 70 are EX_USAGE and EX_SOFTWARE of sysexits.h. */
import type { Verdict } from '../../shared/domain/checking/verdict.ts';

export const EXIT = { valid: 0, notValid: 1, cannotDetermine: 2, usage: 64, internal: 70 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export function exitCodeOf(verdict: Verdict): ExitCode {
  switch (verdict) {
    case 'valid':
    case 'valid-with-attention':
      return EXIT.valid;
    case 'not-valid':
      return EXIT.notValid;
    case 'cannot-determine':
      return EXIT.cannotDetermine;
  }
}
