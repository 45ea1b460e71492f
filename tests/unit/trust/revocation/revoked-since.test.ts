/** What a later revocation does to a signature whose time is proven: its reason decides, and since when the key was lost. */
import { describe, expect, it } from 'vitest';
import { type Asn1, generalizedTime } from '../../../../electron/stand/authority/asn1.ts';
import { extendedKeyUsage, extension } from '../../../../electron/stand/authority/certificate.ts';
import { createTrust } from '../../../../electron/core/trust/index.ts';
import { failure, success } from '../../../../shared/util/result.ts';
import { ADDRESSES, issue, NOW, PURPOSE, SIGNER } from '../trial/trial-authority.ts';
import { crl, hoursFromNow, nonceExtension, ocspAnswer, reasonCode, revokedAt } from '../trial/trial-evidence.ts';
import { signature, token } from '../trial/trial-signature.ts';

const [SIGNED, REVOKED] = [-100, -50];
const away = failure({ code: 'service-unreachable', detail: null } as const);
const root = await issue('root', null);
const stamper = await issue('tsa', root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), ...ADDRESSES] });
const signer = await issue('since-signer', root, { extensions: [...SIGNER, ...ADDRESSES] });
const file = signature({
  content: Uint8Array.of(1),
  signers: [{ signer, stamp: (value) => [token({ authority: stamper, stamped: value, genTime: hoursFromNow(SIGNED) })] }],
});
const invaliditySince = (hours: number): Asn1 => extension('2.5.29.24', generalizedTime(hoursFromNow(hours)));

/** The list tells of the time-stamp authority, and of the signer where no answer does. */
async function judged(by: 'list' | 'answer', reason: number, invalid: Asn1[]): Promise<string> {
  const entries = by === 'list' ? [{ serial: signer.serial, at: hoursFromNow(REVOKED), extensions: [reasonCode(reason), ...invalid] }] : [];
  const single = { about: signer, issuer: root, status: revokedAt(hoursFromNow(REVOKED), reason), extensions: invalid };
  const trust = createTrust({
    anchors: [root.der],
    intermediates: [],
    evidence: {
      ocsp: async (_, request) => (by === 'list' ? away : success(ocspAnswer({ signer: root, singles: [single], extensions: [nonceExtension(request.slice(-18))] }))),
      crl: async () => success(crl({ signer: root, entries })),
    },
    clock: { now: () => NOW, monotonicMs: () => 0 },
  });
  const { state, checks } = await trust.verifyFile({ file });
  return `${state} ${checks.find(({ layer }) => layer === 'revocation')!.code}`;
}

describe.each(['list', 'answer'] as const)('by a %s', (by) => {
  it.each([3, 4, 5])('a key given up in good order (reason %i) stays good for what it signed before', async (reason) => {
    expect(await judged(by, reason, [])).toBe('good not-revoked');
    expect(await judged(by, reason, [invaliditySince(SIGNED + 1)])).toBe('good not-revoked');
  });

  it.each([3, 4, 5])('and does not where it was invalid before it signed, whatever the reason (%i)', async (reason) => {
    expect(await judged(by, reason, [invaliditySince(SIGNED - 1)])).toBe('bad signer-revoked');
  });

  it.each([0, 1, 2, 6, 9])('a revocation for reason %i puts all its signatures in doubt', async (reason) => {
    expect(await judged(by, reason, [])).toBe('bad signer-revoked');
  });
});
