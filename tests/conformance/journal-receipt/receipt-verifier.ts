/**
 * Verifies a receipt of a journal from the published specifications alone: c2sp.org/tlog-proof, tlog-checkpoint, signed-note,
 * RFC 6962 section 2.1. It shares no line with the journal and needs nothing but Node, so that an auditor can read it in one
 * sitting and run it anywhere: node receipt-verifier.ts FILE VERIFIER-KEY
 */
import { createDecipheriv, createHash, createPublicKey, createSecretKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';

export interface Proved {
  origin: string;
  size: number;
  index: number;
  /** The hashed bytes: three lines with the form's name, the link and what is filtered by, then the rest as JSON. */
  entry: Buffer;
  /** Operator, keyed subject hash and ticket, where the receipt opens them; null where nothing is sealed or nothing opens it. */
  opened: readonly (string | null)[] | null;
}

/** @throws {Error} saying what does not fit */
export function verifyReceipt(receipt: string, verifierKey: string): Proved {
  const [proofText = '', ...rest] = receipt.split('\n\n');
  const [header, extra = '', indexLine = '', ...hashes] = proofText.split('\n');
  must(header === 'c2sp.org/tlog-proof@v1', 'not a tlog-proof');
  must(extra.startsWith('extra '), 'the entry is missing');
  must(/^index (0|[1-9]\d*)$/.test(indexLine), 'the index is missing');
  const { entry, key } = splitExtra(bytesOf(extra.slice(6)));
  const index = Number(indexLine.slice(6));
  const checkpoint = openNote(rest.join('\n\n'), verifierKey);
  const [origin, size, root, ...more] = checkpoint.trimEnd().split('\n');
  must(origin === keyOf(verifierKey).name, 'the checkpoint is of another log');
  must(/^(0|[1-9]\d*)$/.test(size ?? '') && more.length === 0, 'the checkpoint is malformed');
  const found = rootOf(entry, index, Number(size), hashes.map(bytesOf));
  must(found.equals(bytesOf(root ?? '')), 'the entry is not in the signed tree');
  return { origin: origin!, size: Number(size), index, entry, opened: key === null ? null : openColumns(entry.toString('utf8'), key) };
}

/** The extra data of a receipt: the entry, and in a last line the key of its sealed columns. */
function splitExtra(extra: Buffer): { entry: Buffer; key: Buffer | null } {
  const at = extra.lastIndexOf('\nopen ');
  return at < 0 ? { entry: extra, key: null } : { entry: extra.subarray(0, at), key: bytesOf(extra.subarray(at + 6).toString('latin1')) };
}

/** AES-256-GCM with a nonce of zeros, for each entry has a key of its own. @throws {Error} where the key does not open it */
export function openColumns(entry: string, key: Buffer): (string | null)[] {
  const { sealed } = JSON.parse(entry.split('\n')[3] ?? '') as { sealed: string };
  const bytes = bytesOf(sealed);
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), Buffer.alloc(12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from('tekser-journal-columns/1'));
  decipher.setAuthTag(bytes.subarray(-16));
  return JSON.parse(decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8')) as (string | null)[];
}

/** c2sp.org/signed-note. @returns the signed text */
export function openNote(note: string, verifierKey: string): string {
  const key = keyOf(verifierKey);
  const end = note.lastIndexOf('\n\n');
  must(end > 0, 'the note is malformed');
  const text = note.slice(0, end + 1);
  for (const line of note.slice(end + 2).split('\n')) {
    const [dash, name, encoded = ''] = line.split(' ');
    if (dash !== '\u2014' || name !== key.name) continue;
    const signature = bytesOf(encoded);
    if (!signature.subarray(0, 4).equals(key.id)) continue;
    must(verify(null, Buffer.from(text), key.publicKey, signature.subarray(4)), 'the signature is not good');
    return text;
  }
  throw new Error('the note is not signed with this key');
}

/** RFC 6962 section 2.1.1, read recursively: where the leaf lies tells on which side each hash stands. */
export function rootOf(entry: Buffer, index: number, size: number, hashes: readonly Buffer[]): Buffer {
  must(index < size, 'the index is outside the tree');
  const above = (start: number, end: number, path: readonly Buffer[]): Buffer => {
    if (end - start === 1) {
      must(path.length === 0, 'the proof is too long');
      return sha256(Buffer.of(0), entry);
    }
    const sibling = path.at(-1);
    if (sibling === undefined) throw new Error('the proof is too short');
    let left = 1;
    while (left * 2 < end - start) left *= 2;
    const middle = start + left;
    return index < middle
      ? sha256(Buffer.of(1), above(start, middle, path.slice(0, -1)), sibling)
      : sha256(Buffer.of(1), sibling, above(middle, end, path.slice(0, -1)));
  };
  return above(0, size, hashes);
}

export function keyOf(verifierKey: string) {
  const [name = '', id = '', ...encoded] = verifierKey.split('+');
  const bytes = bytesOf(encoded.join('+'));
  must(bytes.length === 33 && (bytes[0] === 1 || bytes[0] === 4), 'not an Ed25519 verifier key');
  const raw = bytes.subarray(1);
  const keyId = sha256(Buffer.from(`${name}\n`), bytes).subarray(0, 4);
  must(keyId.toString('hex') === id, 'the key id does not belong to the key');
  return { name, id: keyId, publicKey: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' }) };
}

export const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

export function bytesOf(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  must(bytes.toString('base64') === base64, 'not base 64');
  return bytes;
}

export function must(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

if (import.meta.main) {
  const [, , file = '', key = ''] = argv;
  const { origin, size, index, entry } = verifyReceipt(readFileSync(file, 'utf8'), key);
  process.stdout.write(`proved: entry ${index + 1} of ${size}, ${origin}\n${entry.toString('utf8')}\n`);
}
