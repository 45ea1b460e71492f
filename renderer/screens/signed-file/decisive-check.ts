/** The check that decides an answer: the first that failed, else the first that could not be made, else the first to be read. */
import type { FileCheck } from '../../../shared/domain/trust/signed-file.ts';

export function decisiveCheck(checks: readonly FileCheck[]): FileCheck | null {
  for (const outcome of ['failed', 'undetermined', 'attention'] as const) {
    const found = checks.find((check) => check.outcome === outcome);
    if (found !== undefined) return found;
  }
  return null;
}
