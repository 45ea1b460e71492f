/** The commands of `tekser keys`: the store of this workstation without its window. */
import type { KeyFileForm } from '../../../shared/domain/keys/key-file-form.ts';
import { KeyOwner, type KeyView, type RemovalReason } from '../../../shared/domain/keys/key-view.ts';
import type { NewKeyAlgorithm } from '../../../shared/domain/keys/key-algorithm.ts';
import { usageFailure } from '../command-failure.ts';
import { EXIT } from '../exit-code.ts';
import { answerRefusal, BY_COMMAND, withKeyStore } from '../keys/key-room.ts';
import { openNewFile } from '../arguments/open-new-file.ts';
import { readBounded, readLine } from '../arguments/read-input.ts';
import type { Terminal } from '../terminal.ts';
import { fill } from '../texts/index.ts';
import type { KeysText } from '../texts/keys/index.ts';
import type { CommonOptions, Run } from './command.ts';

const LARGEST_FILE = 1024 * 1024;

interface OneKey extends CommonOptions {
  id: string;
}
interface WithPasswords {
  passwordFile: string;
  newPasswordFile: string;
}
export type ImportOptions = CommonOptions & WithPasswords & { file: string };
export type GenerateOptions = CommonOptions & { algorithm: NewKeyAlgorithm; owner: string; newPasswordFile: string };
export type OutOptions = OneKey & { out: string };
export type InstallOptions = OneKey & { file: string };
export type PasswordOptions = OneKey & WithPasswords;
export type ExportOptions = OutOptions & WithPasswords & { form: KeyFileForm };
export type RemoveOptions = OneKey & { reason: RemovalReason };

/** Of the two passwords one may come from stdin. @throws {CommandFailure} */
export async function readPasswords({ passwordFile, newPasswordFile }: WithPasswords, terminal: Terminal): Promise<{ old: string; new: string }> {
  if (passwordFile === '-' && newPasswordFile === '-') throw usageFailure('stdin-once');
  return { old: await readLine(passwordFile, terminal.stdin), new: await readLine(newPasswordFile, terminal.stdin) };
}

export async function writeOut(out: string, octets: Uint8Array): Promise<void> {
  const file = await openNewFile(out);
  await file.writeFile(octets);
  await file.close();
}

function lineOf({ id, algorithm, certificate, state }: KeyView, text: KeysText): string {
  const days = 'daysLeft' in state ? state.daysLeft : '';
  const worth = fill(text.state[state.is], { days });
  const owner = certificate === null ? text.noCertificate : certificate.commonName;
  return fill(text.line, { id, algorithm, owner, until: certificate?.notAfter.slice(0, 10) ?? '—', state: worth });
}

export const keysList: Run<CommonOptions> = (terminal, place) =>
  withKeyStore(place, terminal, async (store, text) => {
    const keys = await store.list();
    terminal.answer(keys.length === 0 ? [text.empty] : keys.map((key) => lineOf(key, text)), { keys });
    return EXIT.valid;
  });

export const keysTokens: Run<CommonOptions> = (terminal, place) =>
  withKeyStore(place, terminal, async (_, text, { tokens }) => {
    const plugged = await tokens.list();
    const lines = plugged.map(({ id, label, manufacturer, model, pin }) => fill(text.token, { id, label, manufacturer, model, pin: text.pin[pin] }));
    terminal.answer(plugged.length === 0 ? [text.noTokens] : lines, { tokens: plugged });
    return EXIT.valid;
  });

export const keysImport: Run<ImportOptions> = (terminal, options) =>
  withKeyStore(options, terminal, async (store, text) => {
    const passwords = await readPasswords(options, terminal);
    const file = await readBounded(options.file, LARGEST_FILE);
    const key = await store.importKeyFile({ file, password: passwords.old, newPassword: passwords.new }, BY_COMMAND);
    if (!key.ok) return answerRefusal(terminal, text, key.failure);
    terminal.answer([lineOf(key.value, text)], { key: key.value });
    return EXIT.valid;
  });

export const keysGenerate: Run<GenerateOptions> = (terminal, { algorithm, owner, newPasswordFile, ...place }) =>
  withKeyStore(place, terminal, async (store, text) => {
    const parsed = KeyOwner.safeParse(await json(owner));
    if (!parsed.success) throw usageFailure('usage', `${owner}: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
    const key = await store.generate({ algorithm, owner: parsed.data, password: await readLine(newPasswordFile, terminal.stdin) }, BY_COMMAND);
    if (!key.ok) return answerRefusal(terminal, text, key.failure);
    terminal.answer([lineOf(key.value, text)], { key: key.value });
    return EXIT.valid;
  });

/** Names and numbers of a person are no arguments: other programs on the machine could read them. */
async function json(path: string): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await readBounded(path, LARGEST_FILE)));
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

export const keysRequest: Run<OutOptions> = (terminal, { id, out, ...place }) =>
  withKeyStore(place, terminal, async (store, text) => {
    const request = await store.request(id);
    if (!request.ok) return answerRefusal(terminal, text, request.failure);
    await writeOut(out, request.value.bytes);
    terminal.answer([fill(text.written, { file: out })], { file: out });
    return EXIT.valid;
  });

export const keysInstall: Run<InstallOptions> = (terminal, { id, file, ...place }) =>
  withKeyStore(place, terminal, async (store, text) => {
    const key = await store.installCertificate(id, await readBounded(file, LARGEST_FILE), BY_COMMAND);
    if (!key.ok) return answerRefusal(terminal, text, key.failure);
    terminal.answer([lineOf(key.value, text)], { key: key.value });
    return EXIT.valid;
  });

export const keysPassword: Run<PasswordOptions> = (terminal, options) =>
  withKeyStore(options, terminal, async (store, text) => {
    const changed = await store.changePassword(options.id, await readPasswords(options, terminal), BY_COMMAND);
    if (!changed.ok) return answerRefusal(terminal, text, changed.failure);
    terminal.answer([text.passwordChanged], { changed: options.id });
    return EXIT.valid;
  });

export const keysExport: Run<ExportOptions> = (terminal, options) =>
  withKeyStore(options, terminal, async (store, text) => {
    const { id, form, out } = options;
    const passwords = await readPasswords(options, terminal);
    const file = await store.handOut({ id, password: passwords.old, newPassword: passwords.new, form }, BY_COMMAND);
    if (!file.ok) return answerRefusal(terminal, text, file.failure);
    await writeOut(out, file.value.bytes);
    terminal.answer([fill(text.written, { file: out })], { file: out, name: file.value.fileName });
    return EXIT.valid;
  });

export const keysRemove: Run<RemoveOptions> = (terminal, { id, reason, ...place }) =>
  withKeyStore(place, terminal, async (store, text) => {
    const removed = await store.remove(id, reason, BY_COMMAND);
    if (!removed.ok) return answerRefusal(terminal, text, removed.failure);
    terminal.answer([text.removed], { removed: id });
    return EXIT.valid;
  });
