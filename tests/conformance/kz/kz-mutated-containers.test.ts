/**
 * Real signed documents of every form with one octet changed, region by region: whatever is still called intact is exactly what was signed,
 * and whatever is still good is so by the same signers.
 */
import { describe, expect, it } from 'vitest';
import type { SignatureAnswer } from '../../../electron/core/trust/answer/signature-answer.ts';
import { verifyFile } from '../../../electron/core/trust/file/verify-file.ts';
import { pdfWithAttachments } from '../../fakes/documents/synthetic-pdf.ts';
import { absence } from '../corpus.ts';
import { kzFile } from './kz-manifest.ts';
import { kzContext } from './kz-trust.ts';

const MUTANTS = 60;
const CADES = 'cms/gost2015-cades-t/individual';

interface Form {
  name: string;
  /** Of the NCA's data, in which it must be. */
  source: string;
  file(): Uint8Array;
  content?(): Uint8Array;
}

const FORMS: readonly Form[] = [
  { name: 'an attached CMS with its time-stamp', source: `${CADES}_attached.der`, file: () => kzFile(`${CADES}_attached.der`) },
  { name: 'a detached CMS', source: `${CADES}_detached.der`, file: () => kzFile(`${CADES}_detached.der`), content: () => kzFile(`${CADES}_document.txt`) },
  { name: 'a signed XML document', source: 'xml/ncanode-2022/xml_rsa_one_signer.xml', file: () => kzFile('xml/ncanode-2022/xml_rsa_one_signer.xml') },
  { name: 'an envelope of WS-Security', source: 'xml/wsse/soap_signed_rsa.xml', file: () => kzFile('xml/wsse/soap_signed_rsa.xml') },
  { name: 'a signed archive', source: 'zip/sign.zip', file: () => kzFile('zip/sign.zip') },
  {
    name: 'a document card',
    source: `${CADES}_detached.der`,
    file: () =>
      pdfWithAttachments([
        { name: 'document.txt', content: kzFile(`${CADES}_document.txt`) },
        { name: 'signature.cms', content: kzFile(`${CADES}_detached.der`) },
      ]),
  },
];

const judged = (file: Uint8Array, content?: Uint8Array): Promise<SignatureAnswer> => verifyFile({ file, ...(content !== undefined && { content }) }, kzContext());
const isIntact = ({ checks }: SignatureAnswer): boolean => checks[0]?.layer === 'integrity' && (checks[0].outcome === 'passed' || checks[0].outcome === 'attention');
const contentOf = ({ content }: SignatureAnswer): string | null => (content === null ? null : Buffer.from(content).toString('base64'));

describe.each(FORMS)('$name', ({ source, file, content }) => {
  const absent = absence(`kz-pki/${source}`);

  it.skipIf(absent !== null)(absent === null ? 'with an octet changed is what was signed, or nothing' : `skipped: ${absent}`, async () => {
    const original = file();
    const signed = content?.();
    const whole = await judged(original, signed);
    expect(isIntact(whole)).toBe(true);
    const step = Math.max(1, Math.floor(original.length / MUTANTS));
    let broken = 0;
    for (let at = step >> 1, bit = 0; at < original.length; at += step, bit = (bit + 3) % 8) {
      const answer = await judged(Uint8Array.from(original).with(at, original[at]! ^ (1 << bit)), signed);
      if (!isIntact(answer)) broken += 1;
      else {
        expect({ at, content: contentOf(answer) }).toEqual({ at, content: contentOf(whole) });
        // Where a signature names no certificate, another one with its key fits as well, and only its chain says that it is nobody's.
        if (answer.state === 'good') expect({ at, state: whole.state, signers: answer.signers }).toEqual({ at, state: 'good', signers: whole.signers });
      }
    }
    expect(broken).toBeGreaterThan(MUTANTS / 3);
    if (signed !== undefined) expect(isIntact(await judged(original, Uint8Array.from(signed).with(3, signed[3]! ^ 1)))).toBe(false);
  });
});
