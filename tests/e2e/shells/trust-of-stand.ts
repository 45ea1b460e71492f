/** Judges as anybody would who trusts the authorities of a desk's stand. */
import { createTrust, type Trust } from '../../../electron/core/trust/index.ts';
import { success } from '../../../shared/util/result.ts';
import type { RunningDesk } from './running-desk.ts';

export async function trustOfStand({ stand }: Pick<RunningDesk, 'stand'>): Promise<Trust> {
  const { trust } = await stand.connection();
  const fetched = async (url: string, init?: RequestInit) => success(new Uint8Array(await (await fetch(url, init)).arrayBuffer()));
  return createTrust({
    anchors: trust.anchors.map((each) => Buffer.from(each, 'base64')),
    intermediates: trust.intermediates.map((each) => Buffer.from(each, 'base64')),
    evidence: {
      ocsp: (url, body) => fetched(url, { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': 'application/ocsp-request' } }),
      crl: (url) => fetched(url),
    },
    clock: { now: () => new Date(), monotonicMs: () => 0 },
  });
}
