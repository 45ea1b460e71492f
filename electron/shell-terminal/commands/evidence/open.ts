/** `tekser evidence open FILE --out DIR`: what a package holds as files, up to where it was torn; nothing of one that was altered. The folder must be new. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceItem } from '../../../../shared/domain/identification/evidence-manifest.ts';
import { usageFailure } from '../../command-failure.ts';
import { packageLines, packageValue } from '../../evidence/package-lines.ts';
import { readPackage } from '../../evidence/read-package.ts';
import { EXIT } from '../../exit-code.ts';
import { evidenceTexts } from '../../texts/evidence/index.ts';
import { fill } from '../../texts/index.ts';
import type { CommonOptions, Run } from '../command.ts';

export interface EvidenceOpenOptions extends CommonOptions {
  file: string;
  archiveKey: string;
  out: string;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/json': 'json',
  'video/webm': 'webm',
  'text/plain': 'txt',
};

export const evidenceOpen: Run<EvidenceOpenOptions> = async (terminal, { file, archiveKey, out }) => {
  await mkdir(out, { mode: 0o700 }).catch((cause: unknown) => {
    throw usageFailure((cause as NodeJS.ErrnoException).code === 'EEXIST' ? 'file-exists' : 'file-unwritable', out, { cause });
  });
  const write = (name: string, bytes: Uint8Array): Promise<void> => writeFile(join(out, name), bytes, { flag: 'wx', mode: 0o600 });
  let index = 0;
  const drop = (): Promise<void> => rm(out, { recursive: true });
  const answer = await readPackage(file, archiveKey, async (item, bytes) => write(fileName((index += 1), item), bytes)).catch(async (error: unknown) => {
    await drop();
    throw error;
  });
  if (answer.state === 'altered' || answer.state === 'not-ours') {
    // What stands before the change is as little to be believed as the rest, and files on a disk say nothing of that.
    await drop();
    terminal.answer(packageLines(answer, terminal), packageValue(answer));
    return EXIT.notValid;
  }
  if (answer.state === 'sealed') {
    await write('manifest.json', answer.signedManifest);
    await write('manifest.json.p7s', answer.signature);
  }
  const { unpacked } = evidenceTexts(terminal.language);
  terminal.answer([...packageLines(answer, terminal), fill(unpacked, { folder: out })], { ...packageValue(answer), folder: out });
  return answer.state === 'sealed' ? EXIT.valid : EXIT.cannotDetermine;
};

/** Names in a package are letters, digits and hyphens only, so none leads out of the folder. */
const fileName = (index: number, { name, mediaType }: EvidenceItem): string => `${String(index).padStart(4, '0')}-${name}.${ENDINGS[mediaType] ?? 'bin'}`;
