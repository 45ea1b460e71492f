/** The openssl command as a peer: what it makes, what it verifies, and how long it takes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OpenSsl {
  readonly folder: string;
  run(...args: string[]): string;
  read(name: string): Uint8Array<ArrayBuffer>;
  write(name: string, bytes: Uint8Array | string): string;
  /** Whether the engine with Russian GOST is there (Debian: libengine-gost-openssl). */
  readonly hasGost: boolean;
  close(): void;
}

/** Null where the command is not installed. */
export function findOpenSsl(): OpenSsl | null {
  if (spawnSync('openssl', ['version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'tekser-bench-'));
  return {
    folder,
    run: (...args) => execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 }),
    read: (name) => new Uint8Array(readFileSync(join(folder, name))),
    write(name, bytes) {
      writeFileSync(join(folder, name), bytes);
      return name;
    },
    hasGost: spawnSync('openssl', ['engine', 'gost', '-t'], { encoding: 'utf8' }).stdout.includes('[ available ]'),
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** Microseconds of one verification inside the process of openssl, by its own `speed`. */
export function speedOf(openssl: OpenSsl, algorithms: readonly string[]): Record<string, number> {
  const report = openssl.run('speed', '-mr', '-seconds', '1', ...algorithms);
  const figures: Record<string, number> = {};
  // +F2 is RSA, +F4 ECDSA, +F6 EdDSA: number, bits, [name,] signatures in a second, verifications in a second.
  for (const line of report.split('\n')) {
    const [kind, , bits, ...others] = line.split(':');
    const microseconds = Number((1e6 / Number(others.at(-1))).toPrecision(3));
    if (kind === '+F2') figures[`rsa${bits}`] = microseconds;
    if (kind === '+F4') figures[`ecdsa${bits}`] = microseconds;
    if (kind === '+F6') figures['ed25519'] = microseconds;
  }
  return figures;
}

const CERTIFICATES = 120;

/** Microseconds of one GOST-512 verification inside one process: a chain of many leaves takes as much longer as they are more. */
export function gostVerification(openssl: OpenSsl): number {
  const engine = ['-engine', 'gost'];
  const key = ['-newkey', 'gost2012_512', '-pkeyopt', 'paramset:A', '-nodes', '-subj', '/CN=bench'];
  openssl.run('req', '-x509', ...engine, ...key, '-keyout', 'gost-key.pem', '-out', 'gost-ca.pem');
  openssl.run('req', ...engine, ...key, '-subj', '/CN=leaf', '-keyout', 'gost-leaf-key.pem', '-out', 'gost-leaf.csr');
  openssl.run('x509', '-req', ...engine, '-in', 'gost-leaf.csr', '-CA', 'gost-ca.pem', '-CAkey', 'gost-key.pem', '-CAcreateserial', '-out', 'gost-leaf.pem');
  const verify = (count: number): number => {
    const from = performance.now();
    openssl.run('verify', ...engine, '-CAfile', 'gost-ca.pem', ...Array.from({ length: count }, () => 'gost-leaf.pem'));
    return performance.now() - from;
  };
  const times = Array.from({ length: 5 }, () => (1000 * (verify(CERTIFICATES + 1) - verify(1))) / CERTIFICATES);
  return Number(times.toSorted((a, b) => a - b)[2]!.toPrecision(3));
}

/** MiB in a second inside the process. */
export function streebogRate(openssl: OpenSsl): number {
  const MIB = 96;
  openssl.write('large', new Uint8Array(MIB << 20));
  openssl.write('small', new Uint8Array(1));
  const time = (name: string): number => {
    const from = performance.now();
    openssl.run('dgst', '-engine', 'gost', '-md_gost12_512', name);
    return performance.now() - from;
  };
  return Math.round(MIB / ((time('large') - time('small')) / 1000));
}
