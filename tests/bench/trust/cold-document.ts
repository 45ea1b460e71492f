/** A process of its own for one GOST document of the NCA's data: the first verification, then the median of some more, as JSON. */
import { existsSync, readFileSync } from 'node:fs';
import { withoutArmour } from '../../../electron/core/trust/asn1/armour.ts';
import { judgeCrls } from '../../../electron/core/trust/revocation/judge-crls.ts';
import { judgeOcsp } from '../../../electron/core/trust/revocation/judge-ocsp.ts';
import { readOcspResponse } from '../../../electron/core/trust/revocation/ocsp-response.ts';
import { readCrl } from '../../../electron/core/trust/revocation/read-crl.ts';
import type { RevocationService } from '../../../electron/core/trust/revocation/revocation-service.ts';
import { verifySignature } from '../../../electron/core/trust/cms/verify-signature.ts';
import { type Certificate, readCertificate } from '../../../electron/core/trust/x509/certificate.ts';

const DATA = new URL('../../../../shared/data/kz-pki/', import.meta.url);
const file = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(new URL(path, DATA)));
const certificate = (path: string): Certificate => readCertificate(withoutArmour(file(path)));
const NOW = new Date('2026-08-12T00:00:00Z');
const WARM = 15;

async function document(): Promise<{ cold: number; warm: number }> {
  const signature = file('cms/gost2015-cades-t/individual_attached.der');
  const list = file('crl/nca_gost2022_test.2026-08-11.crl');
  const answer = file('ocsp/ocsp_response_ceo_2015_revoked.der');
  const [root, issuer] = [certificate('ca/test/root_test_gost_2022.cer'), certificate('ca/test/nca_gost2022_test.cer')];
  const store = { anchors: [root, certificate('ca/prod/root_gost_2022.pem')], intermediates: [issuer, certificate('ca/prod/nca_gost_2022.pem')] };
  const times: number[] = [];
  for (let i = 0; i <= WARM; i += 1) {
    const from = performance.now();
    // Of the signer the data have a list; of the authorities nothing is published, and their evidence is taken for given.
    const crl = readCrl(list);
    const revocation: RevocationService = {
      statusOf: async ([one, by]) =>
        by!.subject.canonical === issuer.subject.canonical
          ? judgeCrls([crl], { certificate: one!, issuer: by!, now: NOW })
          : { state: 'good', asOf: NOW },
    };
    const { state } = await verifySignature({ signature }, { store, revocation, now: NOW });
    if (state !== 'good') throw new Error(`the document is ${state}`);
    // An OCSP answer of the same authority, about another certificate: as much work as one about the signer.
    const response = readOcspResponse(answer);
    if (typeof response === 'number') throw new Error('no answer');
    await judgeOcsp(answer, { certificate: { ...issuer, serialHex: response.responses[0]!.certId.serialHex }, issuer, nonce: null, now: response.producedAt });
    times.push(performance.now() - from);
  }
  const [cold, ...others] = times;
  return { cold: cold!, warm: others.toSorted((a, b) => a - b)[WARM >> 1]! };
}

process.stdout.write(JSON.stringify(existsSync(DATA) ? await document() : null));
