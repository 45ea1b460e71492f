/** The shipped pins against the certificates of the NCA: every one is pinned once, and only its root in its own environment is an anchor. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, pinOf, refuseAnchors } from '../../../electron/core/anchor-policy.ts';
import { commonNameOf } from '../../../electron/core/trust/x509/names.ts';
import { TrustPins } from '../../../shared/domain/trust/trust-pin.ts';
import { absence } from '../corpus.ts';
import { authorityRows, kzCertificate } from './kz-manifest.ts';

const absent = absence('kz-pki/MANIFEST.md');
const pins = TrustPins.parse(JSON.parse(readFileSync('resources/trust/pins.json', 'utf8')));

describe.skipIf(absent !== null)(absent === null ? 'pins' : `skipped: ${absent}`, () => {
  it.each(authorityRows())('$path', ({ path, sha256 }) => {
    const { encoded, subject, selfIssued } = kzCertificate(path);
    const environment = path.startsWith('ca/prod/') ? 'production' : 'test';
    const other = environment === 'production' ? 'test' : 'production';
    expect(fingerprintOf(encoded)).toBe(sha256);
    expect(pinOf(encoded, pins)).toMatchObject({ sha256, environment, role: selfIssued ? 'root' : 'issuer', name: commonNameOf(subject) });
    expect(refuseAnchors(environment, [encoded], pins)?.code ?? null).toBe(selfIssued ? null : 'anchor-not-root');
    expect(refuseAnchors(other, [encoded], pins)).toMatchObject({ code: 'anchor-of-other-environment' });
    expect(refuseAnchors('training', [encoded], pins)).toMatchObject({ code: 'anchor-of-other-environment' });
  });

  it('pin nothing else', () => {
    expect(pins.map(({ sha256 }) => sha256).toSorted()).toEqual(authorityRows().map(({ sha256 }) => sha256).toSorted());
  });
});
