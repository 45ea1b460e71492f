/** Whether an answer was signed by the system we talk to: its БИН, and a certificate the trust domain holds good. */
import type { Trust } from '../../core/trust/index.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';

/** @param certificate DER, whose key signed the answer. */
export async function signerFailure(certificate: Uint8Array, bin: string, trust: Trust): Promise<ServiceFailure | null> {
  const { state, identity, checks } = await trust.verifyCertificate({ certificate, use: 'sign' });
  if (identity?.bin !== bin) return { code: 'answer-malformed', detail: 'signer-other-bin' };
  const decisive = checks.find(({ outcome }) => outcome === 'failed' || outcome === 'undetermined')?.code ?? null;
  switch (state) {
    case 'good':
      return null;
    case 'bad':
      return { code: 'answer-malformed', detail: decisive };
    case 'undetermined':
      // Nothing speaks against the answer, but it could not be checked: as good as none.
      return { code: 'service-unreachable', detail: decisive };
  }
}
