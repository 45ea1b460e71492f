/** `tekser p12 show|convert`: what is in a key file, and the same key in another form or under another password; no store is touched. */
import { almatyDay } from '../../../shared/domain/almaty-day.ts';
import type { KeyFileForm } from '../../../shared/domain/keys/key-file-form.ts';
import { createThreadKeyCustodian, type ThreadKeyCustodian } from '../../adapters/key-thread/thread-key-custodian.ts';
import { loadKeyResources } from '../../adapters/key-resources.ts';
import { loadResources } from '../../adapters/files/resource-files.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { openKeyFile, passwordFaults } from '../../core/keystore/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { RESOURCES } from '../installation.ts';
import { answerRefusal } from '../keys/key-room.ts';
import { readBounded, readLine } from '../arguments/read-input.ts';
import { fill } from '../texts/index.ts';
import { keysTexts } from '../texts/keys/index.ts';
import type { CommonOptions, Run } from './command.ts';
import { readPasswords, writeOut } from './keys.ts';

const LARGEST_FILE = 1024 * 1024;

export type ShowOptions = CommonOptions & { file: string; passwordFile: string };
export type ConvertOptions = ShowOptions & { newPasswordFile: string; form: KeyFileForm; out: string };

async function withCustodian(work: (custodian: ThreadKeyCustodian) => Promise<ExitCode>): Promise<ExitCode> {
  const custodian = createThreadKeyCustodian();
  return work(custodian).finally(() => custodian.end());
}

export const p12Show: Run<ShowOptions> = (terminal, { file, passwordFile }) =>
  withCustodian(async (custodian) => {
    const text = keysTexts(terminal.language);
    const key = await openKeyFile(await readBounded(file, LARGEST_FILE), await readLine(passwordFile, terminal.stdin), custodian);
    if (!key.ok) return answerRefusal(terminal, text, { code: key.failure, passwordFaults: [], retryAt: null });
    const { owner, algorithm, forSigning, purposes, issuers } = key.value;
    await key.value.close();
    const until = almatyDay(owner.notAfter);
    terminal.answer(
      [
        fill(text.shown, { owner: owner.commonName, organisation: owner.organisation ?? '—', algorithm, until, serial: owner.serialHex }),
        forSigning ? text.forSigning : text.forAuthentication,
      ],
      { owner, algorithm, forSigning, purposes, issuers: issuers.length },
    );
    return EXIT.valid;
  });

export const p12Convert: Run<ConvertOptions> = (terminal, options) =>
  withCustodian(async (custodian) => {
    const text = keysTexts(terminal.language);
    const passwords = await readPasswords(options, terminal);
    const refuse = (code: 'password-wrong' | 'key-file-unreadable' | 'key-unsupported' | 'key-mismatch'): ExitCode =>
      answerRefusal(terminal, text, { code, passwordFaults: [], retryAt: null });
    const kept = await custodian.openKeyFile(await readBounded(options.file, LARGEST_FILE), passwords.old);
    if (!kept.ok) return refuse(kept.failure);
    const { policy } = await loadResources(RESOURCES, systemClock);
    const { commonPasswords } = await loadKeyResources(RESOURCES);
    const faults = await passwordFaults(passwords.new, { minLength: policy().numbers.keyPasswordMinLength, commonWords: commonPasswords });
    if (faults.length > 0) return answerRefusal(terminal, text, { code: 'password-refused', passwordFaults: faults, retryAt: null });
    const { handle, certificates } = kept.value;
    const written = await custodian.exportKeyFile(handle, certificates[0]!, passwords.new, options.form);
    if (!written.ok) return refuse('key-mismatch');
    await writeOut(options.out, written.value);
    terminal.answer([fill(text.written, { file: options.out })], { file: options.out });
    return EXIT.valid;
  });
