/** A whole signature by a key of the past: good with a notice where a time-stamp proves its age, refused where nothing does. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { extendedKeyUsage, type IssuedCertificate, issueCertificate, sha256 } from '../../../../electron/stand/authority/certificate.ts';
import { AUTHORITY, named, NOW, PURPOSE, SIGNER, trialKey } from '../trial/trial-authority.ts';
import { decisive, judged, signed } from '../trial/trial-judgement.ts';
import { token } from '../trial/trial-signature.ts';

const OLD = { notBefore: new Date('2009-01-01T00:00:00Z'), notAfter: new Date('2045-01-01T00:00:00Z') };
const IN_TIME = new Date('2013-06-01T00:00:00Z');
const TOO_LATE = new Date('2015-06-01T00:00:00Z');

async function certificate(label: string, issuer: IssuedCertificate | null, bits: number, extensions = SIGNER): Promise<IssuedCertificate> {
  const pair = generateKeyPairSync('rsa', { modulusLength: bits });
  const spki = Uint8Array.from(pair.publicKey.export({ type: 'spki', format: 'der' }));
  const key = bits === 2048 ? await trialKey(label) : { privateKey: pair.privateKey, spki, keyId: sha256(spki).slice(0, 20) };
  return issueCertificate({ subject: named(label), ...OLD, extensions, key }, issuer === null ? null : { subject: issuer.subject, key: issuer.key });
}

const root = await certificate('old-root', null, 2048, AUTHORITY);
const stampAuthority = await certificate('old-tsa', root, 2048, [extendedKeyUsage([PURPOSE.timeStamping], true)]);
const stampedAt = (genTime: Date) => ({ stamp: (value: Uint8Array) => [token({ authority: stampAuthority, stamped: value, genTime })] });

describe('a signature by a short key of RSA', async () => {
  const signer = await certificate('old-signer', root, 1024);
  const answer = (bend: object, at?: Date) => judged(signed({ signer, ...bend }), { anchors: [root], ...(at !== undefined && { at }) });

  it('stamped while such keys were accepted is genuine, and says what it is', async () => {
    const given = await answer(stampedAt(IN_TIME));
    expect([given.state, given.content !== null]).toEqual(['good', true]);
    expect(given.checks[0]).toEqual({ layer: 'integrity', outcome: 'attention', code: 'algorithm-legacy', detail: 'RSA-1024' });
  });

  it.each([
    ['stamped later', stampedAt(TOO_LATE), undefined],
    ['without a stamp', { stamp: () => [] }, undefined],
    ['without a stamp, whatever time somebody asks about', { stamp: () => [] }, IN_TIME],
  ])('%s is refused, and its content is not shown', async (_, bend, at) => {
    const given = await answer(bend, at);
    expect([decisive(given), given.content]).toEqual(['integrity failed algorithm-refused', null]);
  });

  it('damaged is wrong at any time', async () => {
    expect(decisive(await answer({ ...stampedAt(IN_TIME), damage: 'signature' }))).toBe('integrity failed signature-wrong');
  });
});

describe('a signer under an authority with a short key', async () => {
  const issuer = await certificate('old-issuer', root, 1024, AUTHORITY);
  const signer = await certificate('signer-below', issuer, 2048);
  const answer = (bend: object) => judged(signed({ signer, ...bend }), { anchors: [root], known: [issuer] });

  it('is trusted with a notice at a proven time when such authorities were accepted', async () => {
    const given = await answer(stampedAt(IN_TIME));
    expect(given.state).toBe('good');
    expect(given.checks[2]).toEqual({ layer: 'chain', outcome: 'attention', code: 'algorithm-legacy', detail: 'RSA-1024' });
  });

  it('is refused at any other', async () => {
    expect(decisive(await answer(stampedAt(TOO_LATE)))).toBe('chain failed algorithm-refused');
    expect(decisive(await answer(stampedAt(NOW)))).toBe('chain failed algorithm-refused');
    expect(decisive(await answer({ stamp: () => [] }))).toBe('chain failed algorithm-refused');
  });
});
