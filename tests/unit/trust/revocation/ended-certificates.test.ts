/** Once a certificate has ended its authority may leave its revocation out of lists and answers: their silence clears nobody then. */
import { describe, expect, it } from 'vitest';
import { type Asn1, generalizedTime } from '../../../../electron/stand/authority/asn1.ts';
import { extendedKeyUsage, extension } from '../../../../electron/stand/authority/certificate.ts';
import { createTrust, type FileAnswer } from '../../../../electron/core/trust/index.ts';
import { failure, success } from '../../../../shared/util/result.ts';
import { ADDRESSES, FAR, issue, NOW, PURPOSE, SIGNER } from '../trial/trial-authority.ts';
import { crl, hoursFromNow, nonceExtension, ocspAnswer } from '../trial/trial-evidence.ts';
import { signature, token } from '../trial/trial-signature.ts';

const [REVOKED, SIGNED, ENDED] = [hoursFromNow(-900), hoursFromNow(-800), hoursFromNow(-700)];
const away = failure({ code: 'service-unreachable', detail: null } as const);

const root = await issue('root', null);
const stamper = await issue('tsa', root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), ...ADDRESSES] });
const signer = await issue('ended-signer', root, { notBefore: FAR.notBefore, notAfter: ENDED, extensions: [...SIGNER, ...ADDRESSES] });
const FILE = signature({
  content: Uint8Array.of(1),
  signers: [{ signer, stamp: (value) => [token({ authority: stamper, stamped: value, genTime: SIGNED })] }],
});

const keptSince = (id: string, since: Date): Asn1 => extension(id, generalizedTime(since));
const EXPIRED_CERTS_ON_CRL = '2.5.29.60';
const ARCHIVE_CUTOFF = '1.3.6.1.5.5.7.48.1.6';
const LISTED = [{ serial: signer.serial, at: REVOKED }];

interface Evidence {
  now?: Date;
  entries?: typeof LISTED;
  list?: Asn1[];
  /** Of the answer about the signer; away where left out. */
  single?: Asn1[];
}

async function judged({ now = NOW, entries = [], list = [], single }: Evidence = {}): Promise<FileAnswer> {
  const [thisUpdate, nextUpdate] = [new Date(now.getTime() - 3_600_000), new Date(now.getTime() + 3_600_000)];
  const trust = createTrust({
    anchors: [root.der],
    intermediates: [],
    evidence: {
      ocsp: async (_, request) =>
        single === undefined
          ? away
          : success(ocspAnswer({ signer: root, singles: [{ about: signer, issuer: root, thisUpdate, nextUpdate, extensions: single }], extensions: [nonceExtension(request.slice(-18))] })),
      crl: async () => success(crl({ signer: root, thisUpdate, nextUpdate, entries, extensions: list })),
    },
    clock: { now: () => now, monotonicMs: () => 0 },
  });
  return trust.verifyFile({ file: FILE });
}
const said = async (evidence: Evidence): Promise<string> => {
  const { state, checks } = await judged(evidence);
  return `${state} ${checks.find(({ layer }) => layer === 'revocation')!.code}`;
};

describe('a key that was revoked, then used, and whose certificate has ended since', () => {
  it('is found out while its authority still lists it', async () => {
    expect(await said({ entries: LISTED })).toBe('bad signer-revoked');
  });

  it('is not good when it is listed no longer', async () => {
    expect(await said({})).toBe('undetermined revocation-unknown');
    expect(await said({ single: [] })).toBe('undetermined revocation-unknown');
  });
});

describe('a certificate that was never revoked and has ended', () => {
  it('was good as long as it lasted', async () => {
    expect(await said({ now: hoursFromNow(-701) })).toBe('good not-revoked');
  });

  it('is good where the authority says that it still lists those that ended then, and not where it says so of later ones', async () => {
    expect(await said({ list: [keptSince(EXPIRED_CERTS_ON_CRL, hoursFromNow(-9_000))] })).toBe('good not-revoked');
    expect(await said({ list: [keptSince(EXPIRED_CERTS_ON_CRL, hoursFromNow(-699))] })).toBe('undetermined revocation-unknown');
    expect(await said({ single: [keptSince(ARCHIVE_CUTOFF, hoursFromNow(-9_000))] })).toBe('good not-revoked');
    expect(await said({ single: [keptSince(ARCHIVE_CUTOFF, hoursFromNow(-699))] })).toBe('undetermined revocation-unknown');
  });
});
