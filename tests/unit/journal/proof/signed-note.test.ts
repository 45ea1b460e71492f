/** Notes, checkpoints and receipts: byte for byte as the published examples, and nothing altered passes. */
import { describe, expect, it } from 'vitest';
import { ed25519Key } from '../../../../electron/adapters/sealed/ed25519-key.ts';
import { fromBase64, toBase64 } from '../../../../electron/core/journal/proof/base64.ts';
import { journalOrigin, openCheckpoint, signCheckpoint } from '../../../../electron/core/journal/proof/checkpoint.ts';
import { inclusionProof } from '../../../../electron/core/journal/proof/inclusion-proof.ts';
import { noteSigner, parseVerifierKey, verifierKeyText } from '../../../../electron/core/journal/proof/note-key.ts';
import { receiptText, verifyReceipt } from '../../../../electron/core/journal/proof/receipt.ts';
import { openNote, signNote } from '../../../../electron/core/journal/proof/signed-note.ts';
import { hexToBytes } from '../../../../shared/util/bytes.ts';
import { LEAVES, ROOTS, subtreesOf } from './published-tree.ts';

/** Example key and note of the reference implementation (golang.org/x/mod/sumdb/note). */
const VERIFIER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const SEED = fromBase64('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz')!.slice(1);
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

const signer = noteSigner('PeterNeumann', ed25519Key(SEED));
/** What a stranger has: the key that verifies, and none that signs. */
const verifier = parseVerifierKey(VERIFIER)!;
const other = noteSigner('PeterNeumann', ed25519Key(new Uint8Array(32).fill(5)));

describe('a signed note', () => {
  it('has the key, the id and the signature of the published example', () => {
    expect(verifierKeyText(signer)).toBe(VERIFIER);
    expect(parseVerifierKey(VERIFIER)).toEqual({ name: signer.name, publicKey: signer.publicKey });
    expect(signNote(TEXT, signer)).toBe(NOTE);
    expect(openNote(NOTE, signer)).toEqual({ state: 'signed', text: TEXT });
    expect(openNote(NOTE, verifier)).toEqual({ state: 'signed', text: TEXT });
  });

  it('opens beside signatures of keys it does not know', () => {
    const cosigned = `${NOTE}${signNote(TEXT, other).split('\n').at(-2)}\n`;
    expect(openNote(cosigned, signer)).toEqual({ state: 'signed', text: TEXT });
    expect(openNote(NOTE, other)).toEqual({ state: 'unknown-signer' });
  });

  it.each([
    ['an altered word', NOTE.replace('cryptography', 'cryptographY'), 'forged'],
    ['no signature', `${TEXT}\n`, 'malformed'],
    ['no empty line', NOTE.replace('\n\n', '\n'), 'malformed'],
    ['no line break at the end', NOTE.slice(0, -1), 'malformed'],
    ['a hyphen instead of the dash', NOTE.replace('—', '-'), 'malformed'],
    ['a control character', NOTE.replace('think', 'th\tink'), 'malformed'],
    ['a signature cut short', NOTE.replace('JnAM=', 'Jg=='), 'malformed'],
    ['another name', NOTE.replace('— Peter', '— Petra'), 'unknown-signer'],
  ])('with %s is not signed', (_name, note, state) => {
    expect(openNote(note, signer)).toEqual({ state });
    expect(openNote(note, verifier)).toEqual({ state });
  });

  it.each([
    ['another id', VERIFIER.replace('c74f', 'c74e')],
    ['another algorithm', VERIFIER.replace('+AR', '+ZR')],
    ['a longer key', `${VERIFIER}ADKE`],
    ['no name', VERIFIER.slice('PeterNeumann'.length)],
  ])('a verifier key with %s is none', (_name, text) => {
    expect(parseVerifierKey(text)).toBeNull();
  });

  it('cannot be signed under a name that would split', () => {
    expect(() => noteSigner('two words', ed25519Key(SEED))).toThrow(TypeError);
    expect(() => noteSigner('a+b', ed25519Key(SEED))).toThrow(TypeError);
  });
});

describe('base 64', () => {
  it.each(['QQ', 'QR==', ' QQ==', 'QQ==\n', '*', 'QQ=\u003d='])('has one spelling: not %j', (text) => {
    expect(fromBase64(text)).toBeNull();
    expect(fromBase64('QQ==')).toEqual(Uint8Array.of(0x41));
    expect(toBase64(Uint8Array.of(0x41))).toBe('QQ==');
  });
});

describe('a checkpoint', () => {
  const origin = journalOrigin({ bin: '100000000000', branch: 'ЦОН № 1', workstation: 'desk 3' });
  const log = noteSigner(origin, ed25519Key(SEED));
  const head = { size: 8, root: hexToBytes(ROOTS[8]!) };

  it('names the organisation, the branch and the workstation, then size and root', () => {
    const [first, size, root, empty, signature] = signCheckpoint(head, log).split('\n');
    expect([first, size, root, empty]).toEqual(['tekser/100000000000/ЦОН-№-1/desk-3', '8', toBase64(head.root), '']);
    expect(signature).toMatch(/^— tekser\/100000000000\/ЦОН-№-1\/desk-3 /);
    expect(openCheckpoint(signCheckpoint(head, log), log)).toEqual({ state: 'signed', checkpoint: { origin, ...head } });
  });

  it.each([
    ['another origin', `elsewhere\n8\n${toBase64(head.root)}\n`],
    ['a leading zero', `${origin}\n08\n${toBase64(head.root)}\n`],
    ['a size that is no number', `${origin}\n8x\n${toBase64(head.root)}\n`],
    ['a root of another length', `${origin}\n8\nQQ==\n`],
    ['an extension line', `${origin}\n8\n${toBase64(head.root)}\nmore\n`],
    ['no root', `${origin}\n8\n`],
  ])('with %s is none although the signature is good', (_name, text) => {
    expect(openCheckpoint(signNote(text, log), log)).toEqual({ state: 'malformed' });
  });

  it('of another key is of another log', () => {
    expect(openCheckpoint(signCheckpoint(head, noteSigner(origin, ed25519Key(new Uint8Array(32).fill(6)))), log)).toEqual({ state: 'unknown-signer' });
  });
});

describe('a receipt', () => {
  const log = noteSigner('tekser/1/2/3', ed25519Key(SEED));
  const checkpoint = signCheckpoint({ size: 8, root: hexToBytes(ROOTS[8]!) }, log);
  const receipt = receiptText({ entry: LEAVES[5]!, entryKey: null, index: 5, proof: inclusionProof(5, 8, subtreesOf(LEAVES)), checkpoint });

  it('has the lines of c2sp.org/tlog-proof and proves its entry', () => {
    const lines = receipt.split('\n');
    expect(lines.slice(0, 3)).toEqual(['c2sp.org/tlog-proof@v1', `extra ${toBase64(LEAVES[5]!)}`, 'index 5']);
    expect(lines[6]).toBe('');
    expect(receipt.endsWith(checkpoint)).toBe(true);
    expect(verifyReceipt(receipt, log)).toEqual({ state: 'proved', entryKey: null, entry: LEAVES[5], index: 5, size: 8, origin: 'tekser/1/2/3' });
  });

  it.each([
    ['another entry', receipt.replace(toBase64(LEAVES[5]!), toBase64(LEAVES[4]!)), 'not-included'],
    ['another place', receipt.replace('index 5', 'index 4'), 'not-included'],
    ['a place outside', receipt.replace('index 5', 'index 8'), 'not-included'],
    ['a hash less', receipt.split('\n').toSpliced(3, 1).join('\n'), 'not-included'],
    ['another size', receipt.replace('\n8\n', '\n9\n'), 'forged'],
    ['another version', receipt.replace('@v1', '@v2'), 'malformed'],
    ['no entry', receipt.replace(/extra .*\n/, ''), 'malformed'],
    ['a padded index', receipt.replace('index 5', 'index 05'), 'malformed'],
    ['no checkpoint', receipt.slice(0, receipt.indexOf('\n\n')), 'malformed'],
  ])('with %s proves nothing', (_name, text, state) => {
    expect(verifyReceipt(text, log)).toEqual({ state });
  });

  it('of another log proves nothing', () => {
    expect(verifyReceipt(receipt, other)).toEqual({ state: 'unknown-signer' });
  });
});
