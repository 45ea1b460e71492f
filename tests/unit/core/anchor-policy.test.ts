/** Whom a workstation of each environment may trust without proof, by fingerprint and never by name. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf, pinOf, refuseAnchors } from '../../../electron/core/anchor-policy.ts';
import type { Environment } from '../../../shared/domain/desk/environment.ts';
import { type TrustPin, TrustPins } from '../../../shared/domain/trust/trust-pin.ts';
import { issue } from '../trust/trial/trial-authority.ts';

const SHIPPED = TrustPins.parse(JSON.parse(readFileSync('resources/trust/pins.json', 'utf8')));

const pinTo = (certificate: Uint8Array, environment: TrustPin['environment'], role: TrustPin['role']): TrustPin => ({
  name: 'Pinned',
  generation: '2026',
  environment,
  role,
  sha256: fingerprintOf(certificate),
  address: null,
});

describe('the anchors of a connection', () => {
  let root: Uint8Array;
  let testRoot: Uint8Array;
  let issuer: Uint8Array;
  let stranger: Uint8Array;
  let pins: TrustPin[];
  const codeOf = (environment: Environment, ...anchors: Uint8Array[]): string | null => refuseAnchors(environment, anchors, pins)?.code ?? null;

  beforeAll(async () => {
    const authority = await issue('Pinned root', null);
    root = authority.der;
    testRoot = (await issue('Pinned test root', null)).der;
    issuer = (await issue('Pinned issuer', authority)).der;
    stranger = (await issue('Nobody’s root', null)).der;
    pins = [pinTo(root, 'production', 'root'), pinTo(testRoot, 'test', 'root'), pinTo(issuer, 'production', 'issuer')];
  });

  it('are the pinned roots of their environment', () => {
    expect(codeOf('production', root)).toBeNull();
    expect(codeOf('test', testRoot)).toBeNull();
    expect(codeOf('training', stranger)).toBeNull();
  });

  it('are refused where nobody vouches for one of them', () => {
    expect(codeOf('production', stranger)).toBe('anchor-not-pinned');
    expect(codeOf('production', root, stranger)).toBe('anchor-not-pinned');
    expect(codeOf('test', stranger)).toBe('anchor-not-pinned');
    expect(codeOf('production', root.with(40, root[40]! ^ 1))).toBe('anchor-not-pinned');
  });

  it('are refused where they belong to the other environment, and to a stand always', () => {
    expect(codeOf('production', testRoot)).toBe('anchor-of-other-environment');
    expect(codeOf('test', root)).toBe('anchor-of-other-environment');
    for (const pinned of [root, testRoot, issuer]) expect(codeOf('training', stranger, pinned)).toBe('anchor-of-other-environment');
  });

  it('are refused where one of them is an issuing authority, or there is none', () => {
    expect(codeOf('production', issuer)).toBe('anchor-not-root');
    for (const environment of ['production', 'test', 'training'] as const) expect(codeOf(environment)).toBe('anchors-missing');
  });
});

describe('the shipped pins', () => {
  it('name roots of both environments, and no certificate twice', () => {
    for (const environment of ['production', 'test'] as const)
      expect(SHIPPED.some((pin) => pin.environment === environment && pin.role === 'root')).toBe(true);
    expect(TrustPins.safeParse([...SHIPPED, { ...SHIPPED[0]!, name: 'again' }]).success).toBe(false);
  });

  it('do not take a forged root for the one whose name it bears', async () => {
    for (const { name, environment } of SHIPPED) {
      const forged = (await issue(name, null, { key: 'A forger' })).der;
      expect(pinOf(forged, SHIPPED)).toBeNull();
      expect(refuseAnchors(environment, [forged], SHIPPED)).toMatchObject({ code: 'anchor-not-pinned', certificate: fingerprintOf(forged) });
    }
  });
});
