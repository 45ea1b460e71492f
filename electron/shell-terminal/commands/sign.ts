/** `tekser sign`: signs files with a key from a file, the own store or a token; what is signed by whom is in the journal before the signature is given out. */
import { rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { KeyPlace } from '../../../shared/domain/signing/signing-keys.ts';
import type { SignedForm } from '../../../shared/domain/signing/signing-request.ts';
import type { FileRefusal, SignedFile } from '../../core/keystore/signing/index.ts';
import { usageFailure } from '../command-failure.ts';
import { EXIT } from '../exit-code.ts';
import { loadConnection } from '../desk/load-connection.ts';
import { type Desk, openDesk } from '../desk/open-desk.ts';
import { openNewFile } from '../arguments/open-new-file.ts';
import { readLine } from '../arguments/read-input.ts';
import type { Terminal } from '../terminal.ts';
import { fill } from '../texts/index.ts';
import { signingTexts } from '../texts/signing/index.ts';
import type { CommonOptions, Run } from './command.ts';

export interface SignOptions extends CommonOptions {
  files: string[];
  connection?: string;
  /** One of the three: a file, an id of `keys list`, an id of `keys tokens`. */
  key?: string;
  stored?: string;
  token?: string;
  passwordFile: string;
  format: SignedForm['format'];
  detached?: boolean;
  timeStamp?: boolean;
  out?: string;
}

interface FileOutcome {
  file: string;
  out: string;
  outcome: { ok: true; value: SignedFile } | { ok: false; failure: FileRefusal };
}

const ENDINGS = { cms: '.cms', xml: '.signed.xml', raw: '.sig' } as const;

export const sign: Run<SignOptions> = async (terminal, options) => {
  if (options.connection === undefined) throw usageFailure('connection-needed');
  if (options.out !== undefined && options.files.length > 1) throw usageFailure('argument-excess');
  const place = placeOf(options);
  const connection = await loadConnection(options.connection);
  const password = await readLine(options.passwordFile, terminal.stdin);
  const desk = await openDesk(connection, options.data, terminal);
  try {
    const outcomes: FileOutcome[] = [];
    for (const file of options.files) {
      terminal.progress(file);
      outcomes.push(await signOne(desk, file, { ...options, place, password }));
    }
    terminal.answer(outcomes.flatMap((each) => lines(each, terminal)), { files: outcomes.map(value) });
    return outcomes.every(({ outcome }) => outcome.ok) ? EXIT.valid : EXIT.notValid;
  } finally {
    await desk.close();
  }
};

/** @throws {CommandFailure} */
function placeOf({ key, stored, token }: SignOptions): KeyPlace {
  const places: KeyPlace[] = [];
  if (key !== undefined) places.push({ type: 'file', path: resolve(key) });
  if (stored !== undefined) places.push({ type: 'own-store', keyId: stored });
  if (token !== undefined) places.push({ type: 'token', slot: token });
  const [place, ...others] = places;
  if (place === undefined) throw usageFailure('option-missing', '--key, --stored, --token');
  if (others.length > 0) throw usageFailure('argument-excess');
  return place;
}

type OneFile = SignOptions & { place: KeyPlace; password: string };

async function signOne(desk: Desk, file: string, { place, password, format, detached = false, timeStamp = false, out }: OneFile): Promise<FileOutcome> {
  const target = out ?? file + ENDINGS[format];
  if (existsSync(target)) throw usageFailure('file-exists', target);
  const draft = `${target}.part`;
  const form: SignedForm = { format, attached: format === 'cms' ? !detached : null, timeStamped: format === 'cms' && timeStamp };
  try {
    const outcome = await desk.fileSigner.sign({ path: resolve(file), form, place, password }, (pieces) => writeDraft(draft, pieces));
    if (outcome.ok) await rename(draft, target);
    return { file, out: target, outcome };
  } finally {
    // A signature that was not written down, or was cut short, is none.
    await rm(draft, { force: true });
  }
}

async function writeDraft(draft: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  await using file = await openNewFile(draft);
  for await (const piece of pieces) await file.write(piece);
  await file.sync();
}

function lines({ file, out, outcome }: FileOutcome, { language }: Terminal): string[] {
  const text = signingTexts(language);
  if (!outcome.ok) return [fill(text.notSigned, { file, why: why(outcome.failure, text) })];
  const { signer } = outcome.value;
  return [fill(text.signed, { file, out }), fill(text.signer, { name: signer.commonName, hash: signer.certificateHash.slice(0, 16) })];
}

function why(refusal: FileRefusal, text: ReturnType<typeof signingTexts>): string {
  switch (refusal.code) {
    case 'file':
      return text.file[refusal.reason];
    case 'open':
      return text.key[refusal.refusal.code];
    case 'key': {
      const { objection } = refusal;
      return objection in text.objection ? text.objection[objection as keyof typeof text.objection] : text.objection.other;
    }
    case 'signature': {
      const { failure } = refusal;
      return fill(text.signature[failure.code], { detail: 'reason' in failure ? failure.reason : 'detail' in failure ? failure.detail : '' });
    }
  }
}

function value({ file, out, outcome }: FileOutcome): object {
  if (!outcome.ok) return { file, signed: false, refusal: outcome.failure };
  const { digestHex, signer } = outcome.value;
  return { file, signed: true, out, sha256: digestHex, signer: signer.commonName, certificate: signer.certificateHash };
}
