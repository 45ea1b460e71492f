/** Real signatures of the NCA with one octet changed, region by region: nothing that is signed survives a change. */
import { describe, expect, it } from 'vitest';
import { signedBy } from '../../../electron/core/trust/path/signed-by.ts';
import { judgeCrls } from '../../../electron/core/trust/revocation/judge-crls.ts';
import { judgeOcsp } from '../../../electron/core/trust/revocation/judge-ocsp.ts';
import { readOcspResponse } from '../../../electron/core/trust/revocation/ocsp-response.ts';
import { readCrl, tryReadCrl } from '../../../electron/core/trust/revocation/read-crl.ts';
import { type Certificate, tryReadCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { readSignedData } from '../../../electron/core/trust/cms/read-signed-data.ts';
import { judgeTimeStamp } from '../../../electron/core/trust/timestamp/timestamp.ts';
import { absence } from '../corpus.ts';
import { kzCertificate, kzFile } from './kz-manifest.ts';
import { kzContext } from './kz-trust.ts';

const absent = absence('kz-pki/MANIFEST.md');
const HOUR_MS = 60 * 60 * 1000;

/** One octet of each region of `step` octets, another bit every time. */
function* mutants(encoded: Uint8Array, step: number): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0, bit = 0; at < encoded.length; at += step, bit = (bit + 3) % 8) yield Uint8Array.from(encoded).with(at, encoded[at]! ^ (1 << bit));
}

describe.skipIf(absent !== null)(absent === null ? 'an octet changed' : `skipped: ${absent}`, () => {
  it.each([
    ['ca/test/nca_gost2022_test.cer', 'ca/test/root_test_gost_2022.cer'],
    ['ca/prod/ucgo_gost.cer', 'ca/prod/root_gost_2020.cer'],
    ['ca/prod/nca_rsa_2022.cer', 'ca/prod/root_rsa_2020.cer'],
  ])('in %s', async (path, issuerPath) => {
    const [certificate, issuer] = [kzCertificate(path), kzCertificate(issuerPath)];
    expect((await signedBy(certificate, issuer)).is).toBe('right');
    const survivors: number[] = [];
    let at = 0;
    for (const mutant of mutants(certificate.encoded, 11)) {
      const read = tryReadCertificate(mutant);
      if (read !== null && (await signedBy(read, issuer)).is === 'right') survivors.push(at);
      at += 11;
    }
    expect(survivors).toEqual([]);
  });

  it('in nca_gost2022_test.2026-08-11.crl', async () => {
    const encoded = kzFile('crl/nca_gost2022_test.2026-08-11.crl');
    const issuer = kzCertificate('ca/test/nca_gost2022_test.cer');
    const certificate: Certificate = { ...issuer, issuer: issuer.subject, serialHex: '0123456789', basicConstraints: null };
    const now = new Date(readCrl(encoded).thisUpdate.getTime() + HOUR_MS);
    const judged = async (bytes: Uint8Array): Promise<string> => {
      const crl = tryReadCrl(bytes);
      return crl === null ? 'unreadable' : (await judgeCrls([crl], { certificate, issuer, now })).state;
    };
    expect(await judged(encoded)).toBe('good');
    for (const mutant of mutants(encoded, 101)) expect(['unreadable', 'unknown', 'stale']).toContain(await judged(mutant));
  });

  it('in ocsp_response_individual_sign_2004.der', async () => {
    const encoded = kzFile('ocsp/ocsp_response_individual_sign_2004.der');
    const response = readOcspResponse(encoded);
    if (typeof response === 'number') throw new TypeError('no answer inside');
    const issuer = kzCertificate('ca/test/nca_rsa_test_old.crt');
    const certificate: Certificate = { ...issuer, issuer: issuer.subject, serialHex: response.responses[0]!.certId.serialHex };
    const judged = async (bytes: Uint8Array): Promise<string> =>
      (await judgeOcsp(bytes, { certificate, issuer, nonce: null, now: new Date(response.producedAt.getTime() + HOUR_MS) })).status.state;
    expect(await judged(encoded)).toBe('good');
    for (const mutant of mutants(encoded, 3)) expect(await judged(mutant)).not.toBe('good');
  });

  it('in prod_tst_gost2015_2026-07-20.der', async () => {
    const token = kzFile('tsp/prod_tst_gost2015_2026-07-20.der');
    const stamped = readSignedData(kzFile('cms/gost2015-cades-t/individual_attached.der')).signers[0]!.signature;
    const judged = async (bytes: Uint8Array): Promise<string | null> => (await judgeTimeStamp({ ...kzContext(), token: bytes, stamped })).genTime?.toISOString() ?? null;
    const time = await judged(token);
    expect(time).toBe('2026-07-20T09:08:07.000Z');
    let broken = 0;
    for (const mutant of mutants(token, 17)) {
      const told = await judged(mutant);
      if (told === null) broken += 1;
      else expect(told).toBe(time);
    }
    // Only of what is under no signature of the token, such as what it says of its own version, may an octet be another.
    expect(broken).toBeGreaterThan(token.length / 17 / 2);
  });
});
