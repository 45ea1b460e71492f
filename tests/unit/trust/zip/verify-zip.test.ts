/** Signed archives through the whole judgement: every file is listed and unchanged, and every signer is good. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../electron/core/trust/limits.ts';
import { issue, LAPSED } from '../trial/trial-authority.ts';
import { decisive, root, signed, signer, stamped } from '../trial/trial-judgement.ts';
import { bytes, FILES, judgedZip, listing, manifest, MANIFEST, SIGNATURE, signedZip, type SignedZipTrial } from './trial-zip.ts';
import { type FileTrial, zip } from './zip-writer.ts';

const MALFORMED = 'integrity failed signature-malformed';
const MISMATCH = 'integrity failed content-mismatch';
const verdictOf = async (trial: SignedZipTrial): Promise<string> => decisive(await judgedZip(signedZip(trial)));
const [ORDER, ANNEX] = FILES as [(typeof FILES)[number], (typeof FILES)[number]];
const entries = FILES.map(({ name, content }) => listing(name, content));

describe('a signed archive', () => {
  it('is good, and names the files that were signed', async () => {
    const answer = await judgedZip(signedZip());
    expect([answer.state, decisive(answer)]).toEqual(['good', 'good']);
    expect(answer.files).toEqual([
      { name: 'order.txt', bytes: 7 },
      { name: 'folder/қосымша.txt', bytes: 5_000 },
    ]);
    expect(new TextDecoder().decode(answer.content!)).toContain('<NCAManifest>');
    expect(answer.signers.map(({ commonName }) => commonName)).toEqual(['signer']);
  });

  it('may have folders of its own', async () => {
    expect(await verdictOf({ further: [{ name: 'folder/', content: bytes('') }] })).toBe('good');
  });

  it.each([
    ['a changed file', { files: [{ ...ORDER, content: bytes('pay 900') }, ANNEX], listed: manifest(entries) }, MISMATCH],
    ['a file that is not listed', { further: [{ name: 'evil.txt', content: bytes('x') }] }, MISMATCH],
    ['a file behind the signatures', { further: [{ name: 'META-INF/evil.xml', content: bytes('x') }] }, MISMATCH],
    ['a folder that has content', { further: [{ name: 'evil/', content: bytes('x') }] }, MISMATCH],
    ['a missing file', { files: [ORDER], listed: manifest(entries) }, MISMATCH],
    ['a signature that is not there', { listed: manifest(entries, [SIGNATURE, 'META-INF/signature-2.cms']) }, MISMATCH],
    ['a signature nobody names', { further: [{ name: 'META-INF/signature-2.cms', content: signed() }] }, MISMATCH],
    ['no signature named', { listed: manifest(entries, []) }, 'integrity failed signature-missing'],
    ['no file listed', { files: [], listed: manifest([]) }, 'integrity failed signature-missing'],
    ['a file listed twice', { listed: manifest([...entries, entries[0]!]) }, MALFORMED],
    ['the list in its own list', { listed: manifest([...entries, listing(MANIFEST, bytes('x'))]) }, MISMATCH],
    ['a weak digest', { listed: manifest([listing(ORDER.name, ORDER.content, 'http://www.w3.org/2000/09/xmldsig#sha1'), entries[1]!]) }, 'integrity failed algorithm-refused'],
    ['a list with a DTD', { listed: bytes(`<!DOCTYPE a>${new TextDecoder().decode(manifest(entries)).slice(40)}`) }, MALFORMED],
    ['a list of another kind', { listed: bytes('<Manifest/>') }, MALFORMED],
    ['something else in its list', { listed: manifest([...entries, '<Note/>']) }, MALFORMED],
    ['a signature over another list', { signature: { content: manifest([]) } }, MISMATCH],
    ['another list inside the signature', { signature: { content: manifest([]), detached: false } }, MALFORMED],
    ['a signature without a signer', { signature: { signers: [] } }, MALFORMED],
  ] satisfies [string, SignedZipTrial, string][])('with %s is refused', async (_name, trial, code) => {
    expect(await verdictOf(trial)).toBe(code);
  });

  it('that is no signed archive says so', async () => {
    expect(decisive(await judgedZip(zip(FILES)))).toBe('integrity failed signature-missing');
    expect(decisive(await judgedZip(bytes('PK')))).toBe(MALFORMED);
  });
});

describe('an archive that unpacks to far more than it is long', () => {
  const blanks = (count: number): Uint8Array => bytes(new TextDecoder().decode(manifest(entries)).replace('<NCAManifest>', `<NCAManifest>${' '.repeat(count)}`));
  const zeros = (count: number): FileTrial[] => Array.from({ length: count }, (_, at) => ({ name: `${at}`, content: new Uint8Array(60_000) }));

  it('is refused for its list, or the files beside it, and not for a few blanks', async () => {
    expect(await verdictOf({ listed: blanks(40_000) })).toBe('good');
    expect(await verdictOf({ listed: blanks(70_000) })).toBe(MALFORMED);
    expect(await verdictOf({ files: zeros(10) })).toBe('good');
    expect(await verdictOf({ files: zeros(20) })).toBe(MALFORMED);
  });
});

describe('several signers', () => {
  it('in one signature or in two must all be good', async () => {
    const lapsed = await issue('lapsed', root, LAPSED);
    const both = (second: typeof signer) => ({ signers: [{ signer }, { signer: second }] });
    expect(decisive(await judgedZip(signedZip({ signature: both(signer) })))).toBe('timestamp attention timestamp-missing');
    expect(await verdictOf({ signature: both(lapsed) })).toBe('chain failed chain-expired');

    const listed = manifest(entries, [SIGNATURE, 'META-INF/signature-2.cms']);
    const beside = (second: typeof signer) => ({ listed, further: [{ name: 'META-INF/signature-2.cms', content: signed({ signer: second }, { content: listed, detached: true }) }] });
    const answer = await judgedZip(signedZip(beside(signer)));
    expect([answer.state, answer.signers.length]).toEqual(['good', 2]);
    expect((await judgedZip(signedZip(beside(await issue('stranger', null))))).state).toBe('bad');
  });

  it('are no more in all signatures together than one signature may have', async () => {
    const listed = manifest(entries, [SIGNATURE, 'META-INF/signature-2.cms']);
    const signers = (count: number) => Array.from({ length: count }, () => ({ signer, ...stamped() }));
    const beside = (count: number) => ({ listed, signature: { signers: signers(8) }, further: [{ name: 'META-INF/signature-2.cms', content: signed({}, { content: listed, detached: true, signers: signers(count) }) }] });
    expect(await verdictOf(beside(LIMITS.signers - 8))).toBe('good');
    expect(await verdictOf(beside(LIMITS.signers - 7))).toBe(MALFORMED);
  });
});
