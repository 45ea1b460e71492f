/** The trust part of the bench: every row beside its peers in the same run. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { benchDocuments } from './bench-documents.ts';
import { benchHostile } from './bench-hostile.ts';
import { benchLarge } from './bench-large.ts';
import { benchLists } from './bench-lists.ts';
import { benchCertificates, benchHashes, benchSignatures } from './bench-primitives.ts';
import { benchScaling } from './bench-scaling.ts';
import { benchXml } from './bench-xml.ts';
import { findOpenSsl } from './openssl.ts';
import { PEERS, type Row } from './rows.ts';

const NAME_WIDTH = 58;
const COLUMN = 13;
const COLD_DOCUMENT = fileURLToPath(new URL('./cold-document.ts', import.meta.url));
const COLD_PROCESSES = 5;
const cell = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : String(value)).padStart(COLUMN);

export async function measureTrust(print: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = [];
  const add = (more: readonly Row[]): void => {
    rows.push(...more);
    for (const row of more) print(`${`${row.name}, ${row.unit}`.padEnd(NAME_WIDTH)}${PEERS.map((peer) => cell(row[peer])).join('')}`);
  };
  print(`\n${'Trust'.padEnd(NAME_WIDTH)}${PEERS.map((peer) => peer.padStart(COLUMN)).join('')}`);
  const openssl = findOpenSsl();
  try {
    add(await benchSignatures(openssl));
    add(await benchHashes(openssl));
    add(await benchLists(openssl));
    if (openssl !== null) {
      add(await benchDocuments(openssl));
      openssl.run('x509', '-in', 'leaf.pem', '-outform', 'DER', '-out', 'leaf.der');
      add(await benchCertificates(openssl.read('leaf.der')));
    }
    add(await benchXml());
    add(await benchScaling());
    add(await benchHostile());
    add(coldDocuments());
    const { rows: large, grownMib } = await benchLarge();
    add(large);
    print(`memory grew by ${grownMib} MiB while the largest was verified`);
  } finally {
    openssl?.close();
  }
  return rows;
}

/** Chain, CRL, OCSP and time-stamp. Each in a process of its own: tables and remembered certificates are gone. */
function coldDocuments(): Row[] {
  const runs = Array.from({ length: COLD_PROCESSES }, () => JSON.parse(execFileSync(process.execPath, [COLD_DOCUMENT], { encoding: 'utf8' })) as { cold: number; warm: number } | null);
  const median = (pick: (run: { cold: number; warm: number }) => number): number | null => {
    const values = runs.flatMap((run) => (run === null ? [] : [pick(run)])).toSorted((a, b) => a - b);
    return values.length === 0 ? null : Number(values[values.length >> 1]!.toPrecision(3));
  };
  return [
    { name: 'CAdES-T GOST, cold', unit: 'ms', product: median(({ cold }) => cold) },
    { name: 'CAdES-T GOST, warm', unit: 'ms', product: median(({ warm }) => warm) },
  ];
}
