/** The keys part of the bench: a key file opened, one signature of each algorithm, a key made; beside node:crypto and openssl in the same run. */
import { createPrivateKey, sign } from 'node:crypto';
import { createScryptPasswordStretch } from '../../../electron/adapters/key-thread/scrypt-password-stretch.ts';
import { createMessageSigner } from '../../../electron/core/keystore/keys/sign-message.ts';
import { schemesOf } from '../../../electron/core/keystore/keys/signature-schemes.ts';
import { generateKey } from '../../../electron/core/keystore/keys/generate-key.ts';
import { writeNcaKeyFile } from '../../../electron/core/keystore/pkcs12/write-nca-key-file.ts';
import { readKeyFile } from '../../../electron/core/keystore/pkcs12/read-key-file.ts';
import { readPrivateKey } from '../../../electron/core/trust/algorithms/index.ts';
import type { NewKeyAlgorithm } from '../../../shared/domain/keys/key-algorithm.ts';
import { TRIAL_PASSWORD, trialKey } from '../../fakes/trial-signing-key.ts';
import { measure } from '../trust/measure.ts';
import { findOpenSsl, type OpenSsl } from '../trust/openssl.ts';
import type { Row } from '../trust/rows.ts';

const MESSAGE = new Uint8Array(1_500).fill(7);
const ALGORITHMS: readonly { name: NewKeyAlgorithm; speed: string | null; hash: string | null }[] = [
  { name: 'RSA-2048', speed: 'rsa2048', hash: 'sha256' },
  { name: 'RSA-3072', speed: 'rsa3072', hash: 'sha256' },
  { name: 'RSA-4096', speed: 'rsa4096', hash: 'sha256' },
  { name: 'ECDSA-P256', speed: 'ecdsa256', hash: 'sha256' },
  { name: 'ECDSA-P384', speed: 'ecdsa384', hash: 'sha384' },
  { name: 'GOST-2015-256', speed: null, hash: null },
  { name: 'GOST-2015-512', speed: null, hash: null },
];

export async function measureKeys(print: (line: string) => void): Promise<Row[]> {
  const openssl = findOpenSsl();
  try {
    const rows = [await openFile(openssl), ...(await signatures(openssl)), await stretched()];
    print(`\n${'Keys'.padEnd(40)}${['product', 'node:crypto', 'openssl'].map((peer) => peer.padStart(13)).join('')}`);
    for (const row of rows)
      print(`${`${row.name}, ${row.unit}`.padEnd(40)}${[row.product, row['node:crypto'], row.openssl].map((figure) => String(figure ?? '–').padStart(13)).join('')}`);
    return rows;
  } finally {
    openssl?.close();
  }
}

/** A process of openssl each; the product reads in a process that runs already. */
async function openFile(openssl: OpenSsl | null): Promise<Row> {
  const { privateKey, certificate } = await trialKey('GOST-2015-512', new Date());
  const parts = { privateKey: new Uint8Array(privateKey), certificate: new Uint8Array(certificate), keyId: new Uint8Array(20).fill(7) };
  const file = writeNcaKeyFile(parts, TRIAL_PASSWORD, (length) => crypto.getRandomValues(new Uint8Array(length)));
  openssl?.write('key.p12', file);
  const theirs = openssl === null ? null : () => openssl.run('pkcs12', '-legacy', '-in', 'key.p12', '-passin', `pass:${TRIAL_PASSWORD}`, '-nokeys');
  const figures = await measure({ product: () => readKeyFile(file, TRIAL_PASSWORD), openssl: theirs });
  return { name: 'open a key file of the NCA', unit: 'us', ...figures };
}

async function signatures(openssl: OpenSsl | null): Promise<Row[]> {
  const speeds = openssl === null ? {} : signingSpeeds(openssl);
  const rows: Row[] = [];
  for (const { name, speed, hash } of ALGORITHMS) {
    const { privateKey } = await generateKey(name);
    const [scheme] = schemesOf(name);
    const theirs = hash === null ? null : createPrivateKey({ key: Buffer.from(privateKey), type: 'pkcs8', format: 'der' });
    const ours = createMessageSigner(readPrivateKey(privateKey), name);
    const figures = await measure({
      product: () => ours(scheme!.hash, MESSAGE),
      'node:crypto': theirs === null ? null : () => sign(hash, MESSAGE, theirs),
    });
    rows.push({ name: `sign ${name}`, unit: 'us', ...figures, openssl: speed === null ? null : (speeds[speed] ?? null) });
  }
  return rows;
}

/** Microseconds of one signature inside the process of openssl, by its own `speed`. */
function signingSpeeds(openssl: OpenSsl): Record<string, number> {
  const report = openssl.run('speed', '-mr', '-seconds', '1', 'rsa2048', 'rsa3072', 'rsa4096', 'ecdsap256', 'ecdsap384');
  const figures: Record<string, number> = {};
  // +F2 is RSA, +F4 ECDSA: number, bits, signatures in a second, verifications in a second.
  for (const line of report.split('\n')) {
    const [kind, , bits, ...others] = line.split(':');
    const microseconds = Number((1e6 / Number(others.at(-2))).toPrecision(3));
    if (kind === '+F2') figures[`rsa${bits}`] = microseconds;
    if (kind === '+F4') figures[`ecdsa${bits}`] = microseconds;
  }
  return figures;
}

/** One guess of a password at a stored key, as calibrated for this machine. */
async function stretched(): Promise<Row> {
  const stretch = createScryptPasswordStretch();
  const cost = await stretch.cost();
  const { product } = await measure({ product: () => stretch.stretch(Uint8Array.of(1), new Uint8Array(16), cost) }, { rounds: 3, most: 1 });
  return { name: `password by scrypt 2^${cost.logN}, p = ${cost.p}`, unit: 'us', product };
}
