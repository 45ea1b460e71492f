/** Revocation evidence that is at hand as bytes: from an earlier judgement or from inside a signature. Each piece is verified as if it had just come. */
import type { DigestBeside } from '../../../ports/trust/file-judge.ts';
import type { Certificate } from '../x509/certificate.ts';
import { maxAgeOf } from './evidence-age.ts';
import { judgeCrls } from './judge-crls.ts';
import { judgeOcsp } from './judge-ocsp.ts';
import { LIMITS } from '../limits.ts';
import { type Crl, tryReadCrlInTurns } from './read-crl.ts';
import type { RevocationService } from './revocation-service.ts';
import { isConclusive, type Proof, type RevocationStatus, unknown } from './revocation-status.ts';

export interface StoredJudging {
  now: Date;
  /** As in the asking service: old evidence is no better for having been kept. Left out, its own validity counts. */
  freshMs?: number | undefined;
  /** Where long lists are hashed; left out, here. */
  digestBeside?: DigestBeside | undefined;
}

export function createStoredRevocation({ ocsp, crls }: Proof, { now, freshMs, digestBeside }: StoredJudging): RevocationService {
  /** Read when one is asked for. */
  let lists: Promise<Crl[]> | null = null;
  const at = (depth: number): RevocationService => ({
    async statusOf(path, store) {
      if (depth > LIMITS.crlSignerDepth) return unknown('signers of lists that vouch for each other');
      const [certificate, issuer] = [path[0]!, path[1]!];
      const byLists = async (subject: Certificate): Promise<RevocationStatus> => {
        const signers = { store, anchor: path.at(-1)!, statusOf: (signer: readonly Certificate[]) => at(depth + 1).statusOf(signer, store) };
        return judgeCrls(await (lists ??= readable(crls, digestBeside)), { certificate: subject, issuer, now, maxAgeMs: maxAgeOf(subject, freshMs), signers });
      };
      let last: RevocationStatus = unknown('nothing about this certificate is at hand');
      for (const encoded of ocsp) {
        const maxAgeMs = maxAgeOf(certificate, freshMs);
        // What was asked with is gone; that it answered us was judged when it came.
        const { status } = await judgeOcsp(encoded, { certificate, issuer, nonce: null, now, maxAgeMs, statusOfResponder: byLists, links: store.links });
        if (isConclusive(status)) return status;
        if (status.state === 'stale') last = status;
      }
      const status = await byLists(certificate);
      return isConclusive(status) || last.state !== 'stale' ? status : last;
    },
  });
  return at(0);
}

async function readable(crls: readonly Uint8Array[], digestBeside: DigestBeside | undefined): Promise<Crl[]> {
  const lists: Crl[] = [];
  for (const encoded of crls) {
    const list = await tryReadCrlInTurns(encoded, digestBeside);
    if (list !== null) lists.push(list);
  }
  return lists;
}

/** What is at hand counts only where nothing newer can be had. */
export const withStored = (asked: RevocationService, stored: RevocationService): RevocationService => ({
  async statusOf(path, store) {
    const status = await asked.statusOf(path, store);
    if (isConclusive(status)) return status;
    const kept = await stored.statusOf(path, store);
    return isConclusive(kept) ? kept : status;
  },
});
