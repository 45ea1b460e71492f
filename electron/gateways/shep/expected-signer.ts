/** Whether a message was signed by the system it is expected of: its БИН, and a certificate the trust domain holds good. */
import type { Trust } from '../../core/trust/index.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ServiceFailure } from '../../ports/service-failure.ts';

/** One look-up brings two answers of one signer, and judging him costs more than both: a good one stays good for a minute. */
const GOOD_FOR_MS = 60_000;

/** Answers with what is wrong with the signer (DER certificate), or null. */
export type ExpectedSigner = (certificate: Uint8Array) => Promise<ServiceFailure | null>;

export function createExpectedSigner(bin: string, trust: Pick<Trust, 'verifyCertificate'>, clock: Pick<Clock, 'monotonicMs'>): ExpectedSigner {
  let good: { certificate: Buffer; until: number } | null = null;
  return async (certificate) => {
    if (good !== null && clock.monotonicMs() < good.until && good.certificate.equals(certificate)) return null;
    const unfit = await signerFailure(certificate, bin, trust);
    if (unfit === null) good = { certificate: Buffer.from(certificate), until: clock.monotonicMs() + GOOD_FOR_MS };
    return unfit;
  };
}

async function signerFailure(certificate: Uint8Array, bin: string, trust: Pick<Trust, 'verifyCertificate'>): Promise<ServiceFailure | null> {
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
