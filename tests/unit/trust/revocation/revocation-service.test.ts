/** Where revocation evidence is asked for, in which order, and how long it is kept. */
import { describe, expect, it } from 'vitest';
import type { Asn1 } from '../../../../electron/stand/authority/asn1.ts';
import { crlDistributionPoint, extendedKeyUsage, keyUsage, ocspNoCheck } from '../../../../electron/stand/authority/certificate.ts';
import type { EvidenceSource } from '../../../../electron/ports/trust/evidence-source.ts';
import { createRevocationService } from '../../../../electron/core/trust/revocation/revocation-service.ts';
import { failure, success } from '../../../../shared/util/result.ts';
import { ADDRESSES, AUTHORITY, issue, NOW, parsed, PURPOSE, SIGNER } from '../trial/trial-authority.ts';
import { crl, crlNumber, deltaOf, freshestCrl, hoursFromNow, nonceExtension, ocspAnswer } from '../trial/trial-evidence.ts';

const HOUR_MS = 3_600_000;
const DAY = 24 * HOUR_MS;
const NO_OTHERS = { anchors: [], intermediates: [] };
const UNREACHABLE = failure({ code: 'service-unreachable', detail: null } as const);

async function scene(
  bend: {
    ocsp?: 'answers' | 'no-next-update' | 'away' | 'replay';
    crl?: 'answers' | 'revokes' | 'stale' | 'garbage' | 'away';
    /** Instead of id-pkix-ocsp-nocheck. */
    responder?: Asn1[];
    delta?: 'revokes' | 'away';
  } = {},
) {
  const issuer = await issue('issuer', null);
  const points = bend.delta === undefined ? ADDRESSES : [...ADDRESSES, freshestCrl('http://trial.test/delta.crl')];
  const leaf = await issue('leaf', issuer, { extensions: [...SIGNER, ...points] });
  const responder = await issue('responder', issuer, {
    extensions: [extendedKeyUsage([PURPOSE.ocspSigning]), keyUsage('digitalSignature'), ...(bend.responder ?? [ocspNoCheck()])],
  });
  const asked: string[] = [];
  const lists = {
    answers: crl({ signer: issuer, extensions: [crlNumber(5)] }),
    revokes: crl({ signer: issuer, entries: [{ serial: leaf.serial, at: hoursFromNow(-2) }] }),
    stale: crl({ signer: issuer, thisUpdate: hoursFromNow(-9), nextUpdate: hoursFromNow(-5) }),
    garbage: Uint8Array.of(1, 2, 3),
  };
  const evidence: EvidenceSource = {
    async ocsp(url, request) {
      asked.push(`ocsp ${url}`);
      const kind = bend.ocsp ?? 'answers';
      if (kind === 'away') return UNREACHABLE;
      // The nonce is the last thing in the request; the answer echoes it as it was.
      const nonce = kind === 'replay' ? Uint8Array.of(4, 1, 0) : request.slice(-18);
      const nextUpdate = kind === 'no-next-update' ? null : hoursFromNow(1);
      return success(
        ocspAnswer({
          signer: responder,
          certificates: [responder],
          singles: [{ about: leaf, issuer, nextUpdate }],
          extensions: [nonceExtension(nonce)],
        }),
      );
    },
    async crl(url) {
      asked.push(`crl ${url}`);
      if (url.endsWith('delta.crl')) {
        const change = { serial: leaf.serial, at: hoursFromNow(-2) };
        return bend.delta === 'away' ? UNREACHABLE : success(crl({ signer: issuer, entries: [change], extensions: [crlNumber(6), deltaOf(5)] }));
      }
      const kind = bend.crl ?? 'answers';
      return kind === 'away' ? UNREACHABLE : success(lists[kind]);
    },
  };
  let now = NOW;
  let freshMs = DAY;
  const service = createRevocationService(evidence, () => now, () => freshMs);
  const ask = async (): Promise<string> => (await service.statusOf([parsed(leaf), parsed(issuer)], NO_OTHERS)).state;
  return { ask, asked, evidence, leaf, issuer, moveTo: (time: Date) => (now = time), demand: (ms: number) => (freshMs = ms) };
}

const OCSP = 'ocsp http://trial.test/ocsp';
const CRL = 'crl http://trial.test/ca.crl';

describe('revocation evidence', () => {
  it('is asked of the responder first', async () => {
    const { ask, asked } = await scene();
    expect([await ask(), asked]).toEqual(['good', [OCSP]]);
  });

  it('is looked for in the list when the responder is away or answers somebody else', async () => {
    for (const ocsp of ['away', 'replay'] as const) {
      const { ask, asked } = await scene({ ocsp, crl: 'revokes' });
      expect([await ask(), asked]).toEqual(['revoked', [OCSP, CRL]]);
    }
  });

  it('is unknown when nothing answers, and stale when only old evidence does', async () => {
    expect(await (await scene({ ocsp: 'away', crl: 'away' })).ask()).toBe('unknown');
    expect(await (await scene({ ocsp: 'away', crl: 'garbage' })).ask()).toBe('unknown');
    expect(await (await scene({ ocsp: 'away', crl: 'stale' })).ask()).toBe('stale');
    expect(await (await scene({ ocsp: 'away', crl: 'answers' })).ask()).toBe('good');
  });

  it('is kept until the next update it names, and not at all where it names none', async () => {
    const kept = await scene();
    await kept.ask();
    await kept.ask();
    expect(kept.asked).toEqual([OCSP]);
    kept.moveTo(hoursFromNow(1));
    await kept.ask();
    expect(kept.asked).toEqual([OCSP, OCSP]);
    const once = await scene({ ocsp: 'no-next-update' });
    await once.ask();
    await once.ask();
    expect(once.asked).toEqual([OCSP, OCSP]);
  });

  it('from a list is kept with the list, while the responder is still asked each time', async () => {
    const { ask, asked } = await scene({ ocsp: 'away' });
    await ask();
    await ask();
    expect(asked).toEqual([OCSP, CRL, OCSP]);
  });

  it('is asked for anew when it is older than the policy allows, though still within its own time', async () => {
    const { ask, asked, moveTo, demand } = await scene();
    // The answer is an hour old when it comes.
    demand(1.5 * HOUR_MS);
    await ask();
    moveTo(hoursFromNow(0.4));
    await ask();
    expect(asked).toEqual([OCSP]);
    moveTo(hoursFromNow(0.6));
    await ask();
    expect(asked).toEqual([OCSP, OCSP, CRL]);
  });

  it('in a list older than the policy allows is stale for a signer, and good for an authority, whose lists live for months', async () => {
    const issuer = await issue('issuer', null);
    const old = crl({ signer: issuer, thisUpdate: hoursFromNow(-48), nextUpdate: hoursFromNow(48) });
    const evidence: EvidenceSource = { ocsp: async () => UNREACHABLE, crl: async () => success(old) };
    const stateOf = async (extensions: typeof SIGNER, freshMs: number): Promise<string> => {
      const certificate = parsed(await issue('asked', issuer, { extensions: [...extensions, ...ADDRESSES] }));
      return (await createRevocationService(evidence, () => NOW, () => freshMs).statusOf([certificate, parsed(issuer)], NO_OTHERS)).state;
    };
    expect(await stateOf(SIGNER, DAY)).toBe('stale');
    expect(await stateOf(SIGNER, 2 * DAY)).toBe('good');
    expect(await stateOf(AUTHORITY, DAY)).toBe('good');
  });

  it('of a responder that names no exemption is asked of its list, and without one the answer proves nothing', async () => {
    const listed = [crlDistributionPoint('http://trial.test/responders.crl')];
    const cleared = await scene({ responder: listed });
    expect([await cleared.ask(), cleared.asked]).toEqual(['good', [OCSP, 'crl http://trial.test/responders.crl']]);
    expect(await (await scene({ responder: listed, crl: 'away' })).ask()).toBe('unknown');
    expect(await (await scene({ responder: [], crl: 'away' })).ask()).toBe('unknown');
    expect(await (await scene({ responder: [], crl: 'answers' })).ask()).toBe('good');
  });

  it('in a list is brought up to date by its delta; a delta that is away takes nothing from the list', async () => {
    const changed = await scene({ ocsp: 'away', delta: 'revokes' });
    expect([await changed.ask(), changed.asked]).toEqual(['revoked', [OCSP, CRL, 'crl http://trial.test/delta.crl']]);
    expect(await (await scene({ ocsp: 'away', delta: 'away' })).ask()).toBe('good');
  });

  it('of a certificate that names no source is unknown', async () => {
    const { evidence, issuer, asked } = await scene();
    const silent = await issue('silent', issuer, { extensions: SIGNER });
    const service = createRevocationService(evidence, () => NOW, () => DAY);
    expect([(await service.statusOf([parsed(silent), parsed(issuer)], NO_OTHERS)).state, asked]).toEqual(['unknown', []]);
  });
});
