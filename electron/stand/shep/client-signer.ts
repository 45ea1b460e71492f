/** Whether a request was signed by the organisation the stand knows, under either generation of its authority. */
import { failure, success } from '../../../shared/util/result.ts';
import { createTrust, type Trust } from '../../core/trust/index.ts';
import { createExpectedSigner, type ExpectedSigner } from '../../gateways/shep/expected-signer.ts';
import type { Authority } from '../authority/index.ts';
import type { StandWorld } from '../world.ts';

const monotonicMs = (): number => performance.now();

export const createClientSigner = ({ authority, now }: Pick<StandWorld, 'authority' | 'now'>, bin: string): ExpectedSigner => {
  // A trust domain that lasted would take the end of the day of the skewed clock for a clock set back.
  const trust = { verifyCertificate: async (question) => trustIn(await authority(), now).verifyCertificate(question) } satisfies Pick<Trust, 'verifyCertificate'>;
  return createExpectedSigner(bin, trust, { monotonicMs });
};

function trustIn(authority: Authority, now: () => Date): Trust {
  return createTrust({
    anchors: [authority.root, authority.gostRoot],
    intermediates: [authority.issuer, authority.gostIssuer],
    // The stand asks itself.
    evidence: {
      ocsp: async (_url, request) => success(await authority.respondOcsp(request)),
      crl: async () => failure({ code: 'service-unreachable', detail: null }),
    },
    clock: { now, monotonicMs },
  });
}
