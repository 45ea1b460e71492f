/** What a longer chain and more signers cost: one message each, all certificates known to nobody before. */
import { verifySignature } from '../../../electron/core/trust/cms/verify-signature.ts';
import { AUTHORITY, issue, NOW, parsed } from '../../unit/trust/trial/trial-authority.ts';
import { signature } from '../../unit/trust/trial/trial-signature.ts';
import type { IssuedCertificate } from '../../../electron/stand/authority/certificate.ts';
import { measure } from './measure.ts';
import { inMs, type Row } from './rows.ts';

const CONTENT = new Uint8Array(10 * 1024).fill(65);
/** Certificates of the path, anchor included. */
const CHAINS = [2, 3, 5, 8] as const;
const SIGNERS = [1, 2, 4, 8, 16] as const;
const unrevoked = { statusOf: async () => ({ state: 'good', asOf: NOW }) as const };

export async function benchScaling(): Promise<Row[]> {
  const root = await issue('root', null);
  const rows: Row[] = [];
  for (const length of CHAINS) {
    const chain: IssuedCertificate[] = [root];
    for (let i = 1; i < length - 1; i += 1) chain.push(await issue(`issuer ${i}`, chain.at(-1)!, { extensions: AUTHORITY }));
    const signer = await issue('signer', chain.at(-1)!);
    const message = signature({ content: CONTENT, signers: [{ signer }], certificates: [signer, ...chain.slice(1)] });
    rows.push({ name: `CMS RSA-2048, chain of ${length}`, unit: 'ms', product: await timeOf(root, message) });
  }
  for (const count of SIGNERS) {
    const signers = await Promise.all(Array.from({ length: count }, (_, i) => issue(`signer ${i}`, root)));
    const message = signature({ content: CONTENT, signers: signers.map((signer) => ({ signer })) });
    rows.push({ name: `CMS RSA-2048, signers: ${count}`, unit: 'ms', product: await timeOf(root, message) });
  }
  return rows;
}

async function timeOf(root: IssuedCertificate, message: Uint8Array): Promise<number | null> {
  const store = { anchors: [parsed(root)], intermediates: [] };
  const { product } = await measure({
    async product() {
      const { state } = await verifySignature({ signature: message }, { store, revocation: unrevoked, now: NOW });
      if (state !== 'good') throw new Error(`a good message was called ${state}`);
    },
  });
  return inMs(product);
}
