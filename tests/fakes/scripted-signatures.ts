/** Stands for the trust domain: the "signed document" is its content, and the layers answer as the test says. */
import type { DocumentContent } from '../../shared/domain/checking/document-content.ts';
import type { SignatureAnswer, TrustCheck, TrustLayer } from '../../electron/core/trust/index.ts';
import { IDENTITY_CARD } from './synthetic-citizen.ts';

const GOOD: readonly TrustCheck[] = [
  { layer: 'integrity', outcome: 'passed', code: 'integrity-intact', detail: null },
  { layer: 'signer', outcome: 'passed', code: 'signer-owner-body', detail: null },
  { layer: 'chain', outcome: 'passed', code: 'chain-trusted', detail: null },
  { layer: 'revocation', outcome: 'passed', code: 'not-revoked', detail: null },
  { layer: 'timestamp', outcome: 'passed', code: 'timestamp-good', detail: null },
];

export const asSigned = (content: DocumentContent | string): Uint8Array =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));

export interface ScriptedSignatures {
  verify(signed: Uint8Array): Promise<SignatureAnswer>;
  /** This layer answers so; below a failed one nothing is reached, as in the real domain. */
  script(layer: TrustLayer, outcome: TrustCheck['outcome'], code: TrustCheck['code']): void;
  signerBin: string;
  breakDown: boolean;
}

export function scriptedSignatures(): ScriptedSignatures {
  const scripted = new Map<TrustLayer, TrustCheck>();
  const signatures: ScriptedSignatures = {
    signerBin: IDENTITY_CARD.ownerBin,
    breakDown: false,
    script: (layer, outcome, code) => void scripted.set(layer, { layer, outcome, code, detail: null }),
    async verify(signed) {
      if (signatures.breakDown) throw new RangeError('crafted structure');
      let stopped = false;
      const checks = GOOD.map((good): TrustCheck => {
        if (stopped) return { layer: good.layer, outcome: 'not-reached', code: 'not-reached', detail: null };
        const check = scripted.get(good.layer) ?? good;
        if (check.outcome === 'failed') stopped = true;
        return check;
      });
      const intact = checks[0]!.outcome === 'passed';
      return {
        state: stopped ? 'bad' : checks.some((check) => check.outcome === 'undetermined') ? 'undetermined' : 'good',
        checks,
        content: intact ? signed : null,
        contentBytes: intact ? signed.length : null,
        signers: [signer(signatures.signerBin)],
        bySigner: [],
        signedAt: new Date('2026-11-22T04:59:00Z'),
        revocationAsOf: new Date('2026-11-22T04:00:00Z'),
        evidence: null,
      };
    },
  };
  return signatures;
}

const signer = (bin: string): SignatureAnswer['signers'][number] => ({
  commonName: 'MINISTRY SIGNING KEY',
  organisation: 'Synthetic ministry',
  bin,
  iin: null,
  roles: ['organisation'],
  identification: null,
  serialHex: '0a',
  certificateHash: '00'.repeat(32),
  notBefore: new Date('2026-01-01T00:00:00Z'),
  notAfter: new Date('2027-01-01T00:00:00Z'),
});
