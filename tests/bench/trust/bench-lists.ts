/** Revocation lists: read, indexed and looked up. */
import { fromBER } from 'asn1js';
import { CertificateRevocationList } from 'pkijs';
import { readCrl, tryReadCrlInTurns } from '../../../electron/core/trust/revocation/read-crl.ts';
import { largeCrl, largeListSerial } from '../../fakes/hostile/large-crl.ts';
import { measure } from './measure.ts';
import type { OpenSsl } from './openssl.ts';
import { inMs, type Row } from './rows.ts';

/** Of a middling authority, and of the NCA in July 2026. */
const SIZES = [20_000, 422_000] as const;

export async function benchLists(openssl: OpenSsl | null): Promise<Row[]> {
  const rows: Row[] = [];
  for (const entries of SIZES) {
    const encoded = Uint8Array.from(largeCrl(entries, new Date()));
    const issuer = readCrl(encoded).issuer.canonical;
    const isSmall = entries === SIZES[0];
    if (isSmall) openssl?.write('list.crl', encoded);
    // The index is made when the first certificate is looked up.
    const { product } = await measure({ product: () => readCrl(encoded).entry(largeListSerial(1), issuer) }, { rounds: 7, most: 4 });
    const { pkijs } = await measure({ pkijs: isSmall ? () => parsePkijs(encoded) : null }, { rounds: 1, most: 1 });
    const process = await measure({ openssl: isSmall && openssl !== null ? () => openssl.run('crl', '-inform', 'DER', '-in', 'list.crl', '-noout') : null }, { rounds: 5, most: 1 });
    rows.push({ name: `CRL of ${entries} entries, read and indexed`, unit: 'ms', product: inMs(product), pkijs: inMs(pkijs), openssl: inMs(process.openssl) });

    rows.push({ name: `  longest turn of the thread while it is read`, unit: 'ms', product: await longestTurn(() => tryReadCrlInTurns(encoded)) });

    const list = readCrl(encoded);
    let next = 0;
    const lookUps = await measure({ product: () => list.entry(largeListSerial((next += 7_919) % (2 * entries)), issuer) });
    rows.push({ name: `  one look-up in it`, unit: 'us', ...lookUps });
  }
  return rows;
}

/** With its limits raised: as it comes it reads no list of more than some 1200 entries. */
const parsePkijs = (encoded: Uint8Array<ArrayBuffer>): CertificateRevocationList =>
  new CertificateRevocationList({ schema: fromBER(encoded, { maxNodes: 10_000_000, maxContentLength: 1 << 28 }).result });

/** How long others wait at most: milliseconds between two moments they could run. */
async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const turn = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await work();
  isOver = true;
  turn();
  return Number(longest.toPrecision(3));
}
