/** The GOST engine of OpenSSL as a second opinion: the same hashes, and each believes the other's signatures on each curve. */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CURVE_2004_A, CURVE_256_A, CURVE_512_A, type GostCurve } from '../../../electron/core/trust/gost/curves.ts';
import { littleEndian, readPoint, verifyGost3410 } from '../../../electron/core/trust/gost/gost-34-10.ts';
import { pointOctets, publicKeyOf, signGost3410 } from '../../../electron/core/trust/gost/sign-gost-34-10.ts';
import { streebog256, streebog512 } from '../../../electron/core/trust/gost/streebog.ts';
import { bytesToHex } from '../../../shared/util/bytes.ts';

const engine = spawnSync('openssl', ['engine', 'gost', '-t'], { encoding: 'utf8' });
/** Debian: libengine-gost-openssl. The command succeeds without the engine too, saying so. */
const absent = engine.stdout?.includes('[ available ]') === true ? null : 'the gost engine of openssl is not installed';

/** The engine's names for our curves. */
const CURVES: readonly { curve: GostCurve; algorithm: string; set: string }[] = [
  { curve: CURVE_512_A, algorithm: 'gost2012_512', set: 'A' },
  { curve: CURVE_256_A, algorithm: 'gost2012_256', set: 'TCA' },
  { curve: CURVE_2004_A, algorithm: 'gost2001', set: 'A' },
];

describe.skipIf(absent !== null)(absent === null ? 'the gost engine of OpenSSL' : `skipped: ${absent}`, () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const keep = (name: string, bytes: Uint8Array): string => {
    writeFileSync(at(name), bytes);
    return name;
  };
  const openssl = (command: string, ...args: string[]): string =>
    execFileSync('openssl', [command, '-engine', 'gost', ...args], { encoding: 'utf8', cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  /** SubjectPublicKeyInfo in the Russian encoding; its last octets are the point, as in ours. */
  const newKey = (algorithm: string, set: string): Buffer => {
    openssl('genpkey', '-algorithm', algorithm, '-pkeyopt', `paramset:${set}`, '-out', 'key.pem');
    openssl('pkey', '-in', 'key.pem', '-pubout', '-outform', 'DER', '-out', 'public.der');
    return readFileSync(at('public.der'));
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tekser-gost-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([0, 1, 63, 64, 65, 1000, 100_000])('hashes %d octets as we do', (length) => {
    const message = randomBytes(length);
    keep('message', message);
    expect(openssl('dgst', '-md_gost12_512', '-r', 'message')).toContain(bytesToHex(streebog512(message)));
    expect(openssl('dgst', '-md_gost12_256', '-r', 'message')).toContain(bytesToHex(streebog256(message)));
  });

  it.each(CURVES)('signs on $curve.name, and we believe it', ({ curve, algorithm, set }) => {
    const point = readPoint(curve, newKey(algorithm, set).subarray(-2 * curve.size))!;
    const digest = randomBytes(curve.size);
    keep('digest', digest);
    openssl('pkeyutl', '-sign', '-inkey', 'key.pem', '-in', 'digest', '-out', 'signature');
    // The Russian s ‖ r, highest octet first, is our r ‖ s with the octets turned round.
    const signature = Uint8Array.from(readFileSync(at('signature'))).toReversed();
    expect(verifyGost3410({ curve, point }, digest, signature)).toBe(true);
    expect(verifyGost3410({ curve, point }, digest.map((octet, i) => (i === 5 ? octet ^ 1 : octet)), signature)).toBe(false);
  });

  it.each(CURVES)('believes what we sign on $curve.name, and not when it is damaged', ({ curve, algorithm, set }) => {
    const secret = littleEndian(randomBytes(curve.size - 1));
    const template = newKey(algorithm, set);
    const ours = Buffer.concat([template.subarray(0, -2 * curve.size), pointOctets(publicKeyOf(curve, secret))]);
    keep('ours.der', ours);
    openssl('pkey', '-pubin', '-inform', 'DER', '-in', 'ours.der', '-out', 'ours.pem');
    const digest = randomBytes(curve.size);
    keep('digest', digest);
    const signature = signGost3410(curve, secret, digest).toReversed();
    const verify = ['-verify', '-pubin', '-inkey', 'ours.pem', '-in', 'digest', '-sigfile'];
    expect(openssl('pkeyutl', ...verify, keep('good', signature))).toContain('Verified Successfully');
    expect(() => openssl('pkeyutl', ...verify, keep('bad', signature.with(9, signature[9]! ^ 1)))).toThrow();
  });
});
