/** The verifier an auditor would use: right on the published vectors, and of one mind with the journal about its receipts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession, shift } from '../../integration/sealed-desk.ts';
import { jsonOf, tekserHere } from '../../integration/terminal/tekser-process.ts';
import { openNote, rootOf, verifyReceipt } from './receipt-verifier.ts';

const VERIFIER = join(import.meta.dirname, 'receipt-verifier.ts');

describe('the published vectors', () => {
  const leaf = (hex: string) => Buffer.from(hex, 'hex');
  const ROOT_OF_EIGHT = '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328';
  const PATH_OF_FIFTH = ['bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b', 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'].map(leaf);

  it('inclusion of RFC 6962', () => {
    expect(rootOf(leaf('40414243'), 5, 8, PATH_OF_FIFTH).toString('hex')).toBe(ROOT_OF_EIGHT);
    const second = [leaf('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125')];
    expect(rootOf(leaf('10'), 2, 3, second).toString('hex')).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77');
    expect(rootOf(leaf('40414243'), 4, 8, PATH_OF_FIFTH).toString('hex')).not.toBe(ROOT_OF_EIGHT);
    expect(() => rootOf(leaf('40414243'), 5, 8, PATH_OF_FIFTH.slice(1))).toThrow('too short');
    expect(() => rootOf(leaf('40414243'), 5, 8, [...PATH_OF_FIFTH, leaf(ROOT_OF_EIGHT)])).toThrow('too long');
    expect(() => rootOf(leaf('40414243'), 8, 8, PATH_OF_FIFTH)).toThrow('outside');
  });

  it('the signed note of the reference implementation and the one of its specification', () => {
    const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
    expect(openNote(note, key)).toBe(text);
    expect(() => openNote(note.replace('answer', 'anwser'), key)).toThrow('not good');
    expect(() => openNote(note.replace('— Peter', '— Petra'), key)).toThrow('not signed with this key');
    expect(() => openNote(note, key.replace('c74f', 'c74e'))).toThrow('key id');
  });
});

describe('our receipts', () => {
  let folder: string;
  const inFolder = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tekser-receipt-'));
    await shift(folder, 300);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function issue(sequence: number, name: string): Promise<{ text: string; key: string }> {
    const ended = await tekserHere(['journal', 'receipt', String(sequence), inFolder(name), '--data', folder, '--json']);
    expect(ended.code).toBe(0);
    return { text: readFileSync(inFolder(name), 'utf8'), key: String(jsonOf(ended)['key']) };
  }

  it.each([1, 2, 64, 65, 256, 257, 300])('of entry %i is proved by both', async (sequence) => {
    const { text, key } = await issue(sequence, `${sequence}.tlog-proof`);
    const proved = verifyReceipt(text, key);
    expect(proved).toMatchObject({ origin: 'tekser/100000000000/branch/desk-3', size: 300, index: sequence - 1 });
    const [form, , header, rest] = proved.entry.toString('utf8').split('\n');
    expect(form).toBe('tekser-journal/2');
    expect(header).toMatch(new RegExp(`^${sequence} \\S+ unlocked - [0-9a-f]{16} -$`));
    expect(JSON.parse(rest!)).toMatchObject({ workstation: 'desk-3', event: {} });
    expect(proved.entry.toString('utf8')).not.toContain('operator-1');
    expect(proved.opened).toEqual(['operator-1', null, null]);
    const ours = await tekserHere(['journal', 'verify-receipt', inFolder(`${sequence}.tlog-proof`), '--key', key, '--json']);
    expect(ours.code).toBe(0);
    expect(jsonOf(ours)).toMatchObject({ state: 'proved', size: 300, entry: { sequence, operatorId: 'operator-1' } });
  });

  it.each([
    ['another entry', (text: string) => text.replace(/extra \S+/, `extra ${Buffer.from('tekser-journal/2\n{}').toString('base64')}`), 'not-included'],
    ['another number', (text: string) => text.replace('index 6', 'index 7'), 'not-included'],
    ['a hash less', (text: string) => text.split('\n').toSpliced(3, 1).join('\n'), 'not-included'],
    ['another size', (text: string) => text.replace('\n300\n', '\n301\n'), 'forged'],
    ['no signature', (text: string) => text.replace(/\u2014 .*\n$/, ''), 'malformed'],
  ])('with %s is proved by neither', async (name, change, state) => {
    const { text, key } = await issue(7, `${name}.tlog-proof`);
    const altered = change(text);
    expect(altered).not.toBe(text);
    expect(() => verifyReceipt(altered, key)).toThrow(Error);
    writeFileSync(inFolder('altered'), altered);
    const ours = await tekserHere(['journal', 'verify-receipt', inFolder('altered'), '--data', folder, '--json']);
    expect(ours.code).toBe(1);
    expect(jsonOf(ours)).toEqual({ state });
  });

  it('of an entry that is younger than the last checkpoint gets a new one', async () => {
    const session = await openSession(folder);
    await session.record(5);
    const { text, key } = await issue(303, 'young.tlog-proof');
    expect(verifyReceipt(text, key)).toMatchObject({ size: 305, index: 302 });
    await session.stop();
    expect((await tekserHere(['journal', 'verify', '--no-witness', '--data', folder])).code).toBe(0);
  });

  it('is verified by the auditor with nothing but a file and a key', async () => {
    const { key } = await issue(9, 'nine.tlog-proof');
    const said = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', VERIFIER, inFolder('nine.tlog-proof'), key], { encoding: 'utf8' });
    expect(said).toMatch(/^proved: entry 9 of \d+, tekser\/100000000000\/branch\/desk-3\n/);
  });

  it('is not given for an entry that is not there, nor over a file that is', async () => {
    const missing = await tekserHere(['journal', 'receipt', '999', inFolder('none'), '--data', folder, '--json']);
    expect(missing.code).toBe(64);
    expect(jsonOf(missing)).toMatchObject({ error: { code: 'entry-unknown', subject: '999' } });
    writeFileSync(inFolder('mine'), 'mine');
    const there = await tekserHere(['journal', 'receipt', '1', inFolder('mine'), '--data', folder, '--json']);
    expect(jsonOf(there)).toMatchObject({ error: { code: 'file-exists' } });
    expect(readFileSync(inFolder('mine'), 'utf8')).toBe('mine');
  });

  it('is refused for a key that is none', async () => {
    const ended = await tekserHere(['journal', 'verify-receipt', inFolder('1.tlog-proof'), '--key', 'name', '--json']);
    expect(ended.code).toBe(64);
    expect(jsonOf(ended)).toMatchObject({ error: { code: 'verifier-key-expected' } });
  });
});
