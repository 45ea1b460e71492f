/** The evidence of one session: begun in the journal, written item by item, ended by a signature or left where the session broke off. */
import type { EvidenceItem } from '../../../../shared/domain/identification/evidence-manifest.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import type { EvidencePackages } from '../../../ports/issuance/evidence-packages.ts';
import type { Journal } from '../../journal/index.ts';
import { writeEvidence } from './write-evidence.ts';

export interface EvidenceRoom {
  packages: Pick<EvidencePackages, 'create'>;
  /** See `EvidenceOptions`. */
  archiveKey: Uint8Array;
  journal: Pick<Journal, 'record'>;
  policy(): Policy;
  /** UUID version 4. */
  randomId(): string;
  /** CAdES-T, detached: the operator's, or the organisation's where there is none; null where the key or the authority of time does not answer. */
  sign(manifest: Uint8Array, operatorId: string | null): Promise<Uint8Array | null>;
}

export interface EvidenceOrder {
  caseId: string;
  /** Null where no operator takes part. */
  operatorId: string | null;
  /** Of the checklist by which the session is led, or of the rules by which a machine decides. */
  scriptVersion: string;
  openedAt: string;
}

export interface EvidenceSession {
  readonly packageId: string;
  /** Durable when it resolves; items keep the order of the calls. @throws {RangeError} for an empty item or one too large; what the disk throws */
  add(item: EvidenceItem, bytes: Uint8Array): Promise<void>;
  /** Ends the package and writes the hash of its manifest into the journal. @throws {EvidenceUnsigned}; the package then stays open */
  seal(closedAt: string): Promise<string>;
  /** The session ends without a decision: the package stays partial, and the journal says up to where it reaches. */
  leave(): Promise<void>;
}

/** Nobody could sign: the key is locked away, or the authority of time is not reached. */
export class EvidenceUnsigned extends Error {
  override readonly name = 'EvidenceUnsigned';
}

/** @throws what the disk throws, and {JournalUnwritable}: a session that leaves no trace does not begin. */
export async function openEvidence({ packages, archiveKey, journal, policy, randomId, sign }: EvidenceRoom, order: EvidenceOrder): Promise<EvidenceSession> {
  const { caseId, operatorId, scriptVersion, openedAt } = order;
  const packageId = randomId();
  const writer = await writeEvidence({ packageId, archiveKey, append: await packages.create(packageId) });
  const by = { operatorId, purpose: null };
  await journal.record({ kind: 'evidence-begun', caseId, packageId }, by);
  let items = 0;
  return {
    packageId,
    async add(item, bytes) {
      await writer.add(item, bytes);
      items += 1;
    },
    async seal(closedAt) {
      const facts = { caseId, operatorId, policyVersion: policy().version, scriptVersion, openedAt, closedAt };
      const { manifestHash } = await writer.seal(facts, async (manifest) => {
        const signature = await sign(manifest, operatorId);
        if (signature === null) throw new EvidenceUnsigned();
        return signature;
      });
      await journal.record({ kind: 'evidence-sealed', caseId, packageId, manifestHash, head: writer.head(), items }, by);
      return manifestHash;
    },
    leave: async () => void (await journal.record({ kind: 'evidence-left', caseId, packageId, head: writer.head(), items }, by)),
  };
}
