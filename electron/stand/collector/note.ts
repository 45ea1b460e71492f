/** Signed notes as the collector reads and writes them (c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature); shares no code with the journal. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

const LOG_KEY = 1;
const COSIGNATURE = 4;
const ID_BYTES = 4;
/** PKCS#8 of an Ed25519 seed (RFC 8410 section 7), up to the seed itself. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface Verifier {
  name: string;
  id: Buffer;
  publicKey: KeyObject;
}

export interface SignedHead {
  /** The signed text. */
  text: string;
  origin: string;
  size: number;
  root: Buffer;
}

const keyId = (name: string, typed: Buffer): Buffer => createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, ID_BYTES);

/** Null for what is no verifier key of a log. */
export function parseVerifier(text: string): Verifier | null {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  const typed = Buffer.from(encoded, 'base64');
  if (typed.length !== 33 || typed[0] !== LOG_KEY || keyId(name, typed).toString('hex') !== id) return null;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: typed.subarray(1).toString('base64url') };
  return { name, id: Buffer.from(id, 'hex'), publicKey: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** The origin a checkpoint names, unproved; null where it is no checkpoint. */
export function originOf(note: string): string | null {
  return /^([^\n]+)\n\d+\n/.exec(note)?.[1] ?? null;
}

/** Null unless this key signed it and it is a checkpoint of the log of that name. */
export function openHead(note: string, verifier: Verifier): SignedHead | null {
  const cut = note.lastIndexOf('\n\n');
  const text = note.slice(0, cut + 1);
  const signed = note.slice(cut + 2).split('\n').some((line) => isBy(line, text, verifier));
  const [, origin, size, root] = /^([^\n]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? [];
  if (cut < 0 || !signed || origin !== verifier.name || root === undefined) return null;
  return { text, origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

function isBy(line: string, text: string, { name, id, publicKey }: Verifier): boolean {
  const [, signer, encoded = ''] = /^\u2014 (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  return signer === name && bytes.subarray(0, ID_BYTES).equals(id) && verify(null, Buffer.from(text), publicKey, bytes.subarray(ID_BYTES));
}

export interface Cosigner {
  /** Verifier key with the type of a cosigner. */
  verifierKey: string;
  /** @returns the signature line with its line break */
  cosign(text: string, at: Date): string;
}

/** @param seed 32 bytes */
export function createCosigner(name: string, seed: Buffer): Cosigner {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const typed = Buffer.concat([Buffer.of(COSIGNATURE), Buffer.from(x, 'base64url')]);
  const id = keyId(name, typed);
  return {
    verifierKey: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    cosign(text, at) {
      const seconds = Math.floor(at.getTime() / 1000);
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(BigInt(seconds));
      const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), key);
      return `\u2014 ${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`;
    },
  };
}
