/** Signatures of Kazakh GOST inside PDF files, as people of the NCA's keys make them; no file of a foreign maker was to be had. */
import { expect, it } from 'vitest';
import { signCms } from '../../../../electron/core/keystore/signing/index.ts';
import { verifyPdf } from '../../../../electron/core/trust/pdf/verify-pdf.ts';
import { readCertificate } from '../../../../electron/core/trust/x509/certificate.ts';
import { signedPdf } from '../../../fakes/documents/synthetic-pdf.ts';
import { openTrialKey, type TrialKey, trialKey } from '../../../fakes/trial-signing-key.ts';
import { NOW } from '../trial/trial-authority.ts';
import { GOOD } from '../trial/trial-judgement.ts';
import { said } from './trial-pdf.ts';

/** Detached, over what such a file signs: that does not depend on the signature, for which the writer leaves room of one size. */
async function signatureBy(trial: TrialKey): Promise<Uint8Array> {
  let octets = new Uint8Array();
  signedPdf((content) => {
    octets = new Uint8Array(content);
    return new Uint8Array();
  });
  const key = await openTrialKey(trial);
  const made = await signCms(octets, { key, scheme: key.schemes[0]!, attached: false, at: NOW, timeStamps: null });
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

const changedAt = (octets: Uint8Array, place: number): Uint8Array => octets.with(place, octets[place]! ^ 1);

it.each([
  ['GOST-2015-512', 'good timestamp-missing'],
  ['GOST-2004', 'good algorithm-legacy'],
] as const)('one by a key of %s is good, and not with anything changed', async (algorithm, good) => {
  const trial = await trialKey(algorithm, NOW);
  const world = { store: { anchors: [readCertificate(trial.authority.root)], intermediates: [] }, revocation: { statusOf: async () => GOOD }, now: NOW };
  const judged = async (pdf: Uint8Array): Promise<string> => said(await verifyPdf({ pdf }, world));
  const signature = await signatureBy(trial);
  const file = signedPdf(() => signature);
  expect(await judged(file)).toBe(good);
  expect(await judged(changedAt(file, file.indexOf('/MediaBox') + '/MediaBox ['.length))).toBe('bad content-mismatch');
  expect(await judged(signedPdf(() => changedAt(signature, signature.length - 1)))).toBe('bad signature-wrong');
});
