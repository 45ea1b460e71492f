/** `tekser trust import`: certificates of authorities from files into this workstation's trust store. All taken is 0, any refused is 1. */
import { readBounded } from '../../arguments/read-input.ts';
import { EXIT } from '../../exit-code.ts';
import type { Terminal } from '../../terminal.ts';
import { importAuthorities, type Imported, importLine, type Offer } from '../../trust/import-authorities.ts';
import { claimTrustPlace, type TrustPlace } from '../../trust/trust-place.ts';
import type { CommonOptions, Run } from '../command.ts';

/** A PEM file may hold every certificate of the authority. */
const LARGEST_FILE = 1024 * 1024;

export interface TrustImportOptions extends CommonOptions {
  files: string[];
}

export const trustImport: Run<TrustImportOptions> = async (terminal, { files, ...options }) => {
  const offers: Offer[] = [];
  for (const file of files) offers.push({ source: file, bytes: await readBounded(file, LARGEST_FILE) });
  const place = await claimTrustPlace(options, terminal);
  return answerImported(await importAuthorities(offers, place), place, terminal);
};

export function answerImported(imported: readonly Imported[], { directory, environment }: TrustPlace, terminal: Terminal) {
  terminal.answer(
    imported.map((one) => importLine(one, terminal)),
    { directory, environment, certificates: imported },
  );
  return imported.some(({ outcome }) => outcome === 'refused') ? EXIT.notValid : EXIT.valid;
}
