/** Every ZIP row in the manifest of the NCA's data through the whole judgement; a row whose file is not here is skipped and says so. */
import { describe, expect, it } from 'vitest';
import { readSignedData } from '../../../electron/core/trust/cms/read-signed-data.ts';
import { judgeChain } from '../../../electron/core/trust/answer/judge-chain.ts';
import { SIGNING_PURPOSES, SIGN_IN_PURPOSES } from '../../../electron/core/trust/answer/signer-rules.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { readZip } from '../../../electron/core/trust/zip/read-zip.ts';
import { unpackEntry } from '../../../electron/core/trust/zip/unpack-entry.ts';
import { verifyZip, type ZipAnswer } from '../../../electron/core/trust/zip/verify-zip.ts';
import { absence } from '../corpus.ts';
import { kzFile } from './kz-manifest.ts';
import { codesOf, decisiveOf, kzContext } from './kz-trust.ts';

const judge = (archive: Uint8Array): Promise<ZipAnswer> => verifyZip({ archive }, kzContext());
const judged = (name: string): Promise<ZipAnswer> => judge(kzFile(`zip/${name}`));

async function chainAt(name: string, at: Date): Promise<string> {
  const entry = readZip(new Uint8Array(kzFile(`zip/${name}`))).find((each) => each.name.endsWith('.cms'))!;
  const certificate = readCertificate(readSignedData(await unpackEntry(entry)).certificates[0]!);
  const purposes = new Set([...SIGNING_PURPOSES, ...SIGN_IN_PURPOSES]);
  return (await judgeChain(certificate, kzContext().store, { at, purposes, policies: {} })).finding.code;
}

function row(name: string, file: string, prove: (file: string) => void): void {
  const absent = absence(`kz-pki/zip/${file}`);
  describe.skipIf(absent !== null)(absent === null ? name : `${name} (skipped: ${absent})`, () => {
    prove(file);
  });
}

row('sign.zip: 5 payload digests match, RSA signer and RSA time-stamp, chain valid at genTime', 'sign.zip', (file) => {
  it('is intact and stamped; its chain was valid then, but its key is one for sign-in', async () => {
    const answer = await judged(file);
    expect([answer.files.length, answer.signedAt?.toISOString().slice(0, 10)]).toEqual([5, '2020-10-22']);
    expect(await chainAt(file, answer.signedAt!)).toBe('chain-trusted');
    // The profile of the NCA asks nonRepudiation of a key that signs; this one has digitalSignature and keyEncipherment alone.
    expect(codesOf(answer).slice(0, 2)).toEqual(['integrity-intact', 'signer-not-for-signing']);
    expect(answer.checks[1]!.detail).toContain('nonRepudiation');
  });
});

row('zip_with_ts.zip: GOST2004 signer, time-stamp 2021-05-03, chain valid at genTime', 'zip_with_ts.zip', (file) => {
  it('is good at the time of its stamp', async () => {
    const answer = await judged(file);
    expect(codesOf(answer)[0]).toBe('integrity-intact');
    expect(answer.signedAt?.toISOString().slice(0, 10)).toBe('2021-05-03');
    expect(await chainAt(file, answer.signedAt!)).toBe('chain-trusted');
  });
});

row('zip_signed_files.zip: GOST2004, no time-stamp, expired now → cannot be confirmed', 'zip_signed_files.zip', (file) => {
  it('is intact, and nothing says that it is older than the end of its chain', async () => {
    const answer = await judged(file);
    expect(codesOf(answer).slice(0, 3)).toEqual(['algorithm-legacy', 'signer-owner-body', 'chain-expired']);
    expect([answer.state, answer.signedAt, answer.files.length]).toEqual(['bad', null, 4]);
  });
});

row('zip_multiply.zip: two signers, the GOST one does not verify → INVALID', 'zip_multiply.zip', (file) => {
  it('is bad for the one signature, and shows that the other is intact', async () => {
    const answer = await judged(file);
    expect([answer.state, decisiveOf(answer)]).toEqual(['bad', 'signature-wrong']);
    expect(answer.bySigner.map((signer) => codesOf(signer)[0]).toSorted()).toEqual(['integrity-intact', 'signature-wrong']);
  });
});

const absent = absence('kz-pki/zip/zip_signed_files.zip');
describe.skipIf(absent !== null)(absent === null ? 'a real archive' : `a real archive (skipped: ${absent})`, () => {
  it('with one octet changed, anywhere, is never intact over other files', async () => {
    const good = kzFile('zip/zip_signed_files.zip');
    const intact = (await judged('zip_signed_files.zip')).files;
    // Every 997th octet, the whole of the directory and every header in between.
    const places = new Set(Array.from({ length: Math.floor(good.length / 997) }, (_, index) => index * 997));
    for (let at = good.length - 400; at < good.length; at += 3) places.add(at);
    for (const at of places) {
      const answer = await judge(good.with(at, good[at]! ^ 0x01));
      if (answer.content !== null) expect(answer.files).toEqual(intact);
      else expect(answer.files).toEqual([]);
    }
  });
});
