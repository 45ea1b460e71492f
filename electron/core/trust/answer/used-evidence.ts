/** What a judgement rested on, gathered while it is made, so that the same judgement can be made again without any service. */
import { bytesEqual } from '../../../../shared/util/bytes.ts';
import type { RevocationService } from '../revocation/revocation-service.ts';
import type { UsedEvidence } from './signature-answer.ts';

export interface EvidenceGatherer {
  /** The same service, with its proofs and the certificates it was asked about taken down. */
  listening(service: RevocationService): RevocationService;
  addTimestamp(token: Uint8Array): void;
  gathered(): UsedEvidence;
}

export function gatherEvidence(judgedAt: Date): EvidenceGatherer {
  const kinds = { certificates: [] as Uint8Array[], ocsp: [] as Uint8Array[], crls: [] as Uint8Array[], timestamps: [] as Uint8Array[] };
  const add = (kind: keyof typeof kinds, encoded: Uint8Array): void => {
    if (!kinds[kind].some((known) => bytesEqual(known, encoded))) kinds[kind].push(encoded);
  };
  return {
    listening: (service) => ({
      async statusOf(path, store) {
        for (const { encoded } of path.slice(0, -1)) add('certificates', encoded);
        const status = await service.statusOf(path, store);
        const proof = 'proof' in status ? status.proof : undefined;
        for (const encoded of proof?.ocsp ?? []) add('ocsp', encoded);
        for (const encoded of proof?.crls ?? []) add('crls', encoded);
        return status;
      },
    }),
    addTimestamp: (token) => add('timestamps', token),
    gathered: () => ({
      judgedAt,
      // Services answer in any order; what was used is one set.
      certificates: kinds.certificates.toSorted(byBytes),
      ocsp: kinds.ocsp.toSorted(byBytes),
      crls: kinds.crls.toSorted(byBytes),
      timestamps: kinds.timestamps.toSorted(byBytes),
    }),
  };
}

function byBytes(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length;
  const place = a.findIndex((octet, i) => octet !== b[i]);
  return place === -1 ? 0 : a[place]! - b[place]!;
}
