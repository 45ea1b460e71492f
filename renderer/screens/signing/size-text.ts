/** A number of octets as people say it. */
import type { DialogTexts } from './use-dialog-texts.ts';

const STEP = 1024;

export function sizeText(size: number, t: DialogTexts): string {
  if (size < STEP) return t('signing.document.bytes', { size });
  if (size < STEP * STEP) return t('signing.document.kilobytes', { size: (size / STEP).toFixed(1) });
  return t('signing.document.megabytes', { size: (size / STEP / STEP).toFixed(1) });
}
