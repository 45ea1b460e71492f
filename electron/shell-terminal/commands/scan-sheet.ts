/** `tekser scan-sheet`: writes the test sheet, by which a scanner is learned and a camera judged. */
import { inLanguage } from '../../../shared/domain/localized.ts';
import { EXIT } from '../exit-code.ts';
import { openNewFile } from '../arguments/open-new-file.ts';
import { drawSheet } from '../scan-sheet/draw-sheet.ts';
import { SHEET_WORDS } from '../scan-sheet/sheet-words.ts';
import { fill } from '../texts/index.ts';
import type { CommonOptions, Run } from './command.ts';

export interface ScanSheetOptions extends CommonOptions {
  out: string;
}

export const scanSheet: Run<ScanSheetOptions> = async (terminal, { out }) => {
  await using file = await openNewFile(out);
  await file.writeFile(drawSheet(terminal.language));
  terminal.answer([fill(inLanguage(SHEET_WORDS.written, terminal.language), { file: out })], { file: out });
  return EXIT.valid;
};
