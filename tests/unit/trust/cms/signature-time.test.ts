/** Chain, revocation and time-stamp of a signature hang together: which time each is judged at, and what is unknown without it. */
import { describe, expect, it } from 'vitest';
import type { RevocationStatus } from '../../../../electron/core/trust/revocation/revocation-status.ts';
import { AUTHORITY, issue, LAPSED, NOW, SIGNER, unknownExtension } from '../trial/trial-authority.ts';
import { hoursFromNow } from '../trial/trial-evidence.ts';
import { authority, type Circumstances, decisive, GOOD, judged, OTHER, root, signed, stamped } from '../trial/trial-judgement.ts';
import { token } from '../trial/trial-signature.ts';

describe('chain, revocation and time together', () => {
  it('a chain outside the anchors, or broken, fails', async () => {
    expect(decisive(await judged(signed(), { anchors: [] }))).toBe('chain failed chain-untrusted');
    const strange = await issue('signer', root, { extensions: [...SIGNER, unknownExtension(true)] });
    expect(decisive(await judged(signed({ signer: strange })))).toBe('chain failed chain-broken-rule');
  });

  it('an expired signer is good at the time a stamp proves, and only then', async () => {
    const lapsed = await issue('signer', root, LAPSED);
    const then = new Date('2025-06-01T00:00:00Z');
    expect((await judged(signed({ signer: lapsed, ...stamped(then) }))).state).toBe('good');
    expect(decisive(await judged(signed({ signer: lapsed, stamp: () => [] })))).toBe('chain failed chain-expired');
    expect(decisive(await judged(signed({ signer: lapsed, stamp: () => [] }), { at: then }))).toBe('timestamp attention timestamp-missing');
  });

  it('an expired signer is neither good nor bad while the stamp cannot be confirmed', async () => {
    const lapsed = await issue('signer', root, LAPSED);
    const then = new Date('2025-06-01T00:00:00Z');
    const unheard: Circumstances = { statusOf: (name) => (name === 'signer' ? GOOD : { state: 'unknown', detail: '' }) };
    const answer = await judged(signed({ signer: lapsed, ...stamped(then) }), unheard);
    expect([answer.state, decisive(answer)]).toEqual(['undetermined', 'chain undetermined timestamp-unconfirmed']);
    expect((await judged(signed({ signer: lapsed, ...stamped(then) }))).state).toBe('good');
  });

  it('a revocation in good order after the proven time does not touch the signature, any other does', async () => {
    const revoked =
      (reason: number, hours: number) =>
      (name: string): RevocationStatus =>
        name === 'signer' ? { state: 'revoked', at: hoursFromNow(hours), reason, asOf: NOW } : GOOD;
    const early = signed(stamped(hoursFromNow(-10)));
    expect((await judged(early, { statusOf: revoked(4, -1) })).state).toBe('good');
    expect(decisive(await judged(early, { statusOf: revoked(4, -20) }))).toBe('revocation failed signer-revoked');
    expect(decisive(await judged(early, { statusOf: revoked(1, -1) }))).toBe('revocation failed signer-revoked');
    expect(decisive(await judged(early, { statusOf: revoked(0, -1) }))).toBe('revocation failed signer-revoked');
    const unstamped = signed({ stamp: () => [] });
    expect(decisive(await judged(unstamped, { statusOf: revoked(4, -1) }))).toBe('revocation failed signer-revoked');
    // A time somebody asks about is not a time that is proven.
    expect(decisive(await judged(unstamped, { statusOf: revoked(4, -1), at: hoursFromNow(-10) }))).toBe('revocation failed signer-revoked');
  });

  it('says who was revoked, what was never issued, and what could not be asked', async () => {
    const issuer = await issue('issuer', root, { extensions: AUTHORITY });
    const below = signed({ signer: await issue('signer', issuer) }, { certificates: [await issue('signer', issuer), issuer] });
    const gone = { state: 'revoked', at: hoursFromNow(-1), reason: 2, asOf: NOW } as const;
    expect(decisive(await judged(below))).toBe('good');
    expect(decisive(await judged(below, { statusOf: (name) => (name === 'issuer' ? gone : GOOD) }))).toBe(
      'revocation failed issuer-revoked',
    );
    const said = (status: RevocationStatus): Circumstances => ({ statusOf: (name) => (name === 'signer' ? status : GOOD) });
    expect(decisive(await judged(below, said({ state: 'not-issued', asOf: NOW })))).toBe('revocation failed certificate-not-issued');
    const unknown = await judged(below, said({ state: 'unknown', detail: '' }));
    expect([unknown.state, decisive(unknown)]).toEqual(['undetermined', 'revocation undetermined revocation-unknown']);
    expect(decisive(await judged(below, said({ state: 'stale', detail: '' })))).toBe('revocation undetermined revocation-stale');
  });

  it('no time-stamp is for attention, a bad one fails, a good one beside it counts', async () => {
    const missing = await judged(signed({ stamp: () => [] }));
    expect([missing.state, decisive(missing), missing.signedAt]).toEqual(['good', 'timestamp attention timestamp-missing', null]);
    const alien = token({ authority, stamped: OTHER });
    expect(decisive(await judged(signed({ stamp: () => [alien] })))).toBe('timestamp failed timestamp-wrong');
    expect((await judged(signed({ stamp: (value) => [alien, token({ authority, stamped: value })] }))).state).toBe('good');
  });
});
