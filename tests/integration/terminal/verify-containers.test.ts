/** `tekser verify` on signed XML and archives: told apart by their content, and said what they cover. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXCLUSIVE_C14N } from '../../../electron/core/trust/xml/names.ts';
import type { IssuedCertificate } from '../../../electron/stand/authority/certificate.ts';
import { ADDRESSES, issue, SIGNER } from '../../unit/trust/trial/trial-authority.ts';
import { crl } from '../../unit/trust/trial/trial-evidence.ts';
import { rsaKey, signedXml } from '../../unit/trust/xml/trial-xml.ts';
import { signedZip } from '../../unit/trust/zip/trial-zip.ts';
import { jsonOf, tekserHere } from './tekser-process.ts';

const HOUR_MS = 60 * 60 * 1000;
let folder: string;
let signer: IssuedCertificate;
const at = (name: string): string => join(folder, name);
const written = (name: string, content: Uint8Array | string): string => {
  writeFileSync(at(name), content);
  return at(name);
};
const verify = (...args: string[]) => tekserHere(['verify', ...args, '--trust', at('trust'), '--json']);
const told = (...args: string[]) => tekserHere(['verify', ...args, '--trust', at('trust'), '--lang', 'en']);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-containers-'));
  mkdirSync(at('trust'));
  const root = await issue('root', null);
  signer = await issue('signer', root, { extensions: [...SIGNER, ...ADDRESSES] });
  written('trust/root.cer', root.der);
  written('trust/ca.crl', crl({ signer: root, thisUpdate: new Date(Date.now() - HOUR_MS), nextUpdate: new Date(Date.now() + HOUR_MS) }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a signed XML document', () => {
  it('is good whatever its name is, and bad with a letter changed', async () => {
    const xml = await signedXml({ key: rsaKey(signer) });
    const good = await verify(written('document.bin', xml));
    expect([good.code, jsonOf(good)]).toMatchObject([0, { container: 'xml', state: 'good', contentBytes: 35, signed: [{ signature: 0, uri: '', extent: 'document', bytes: 35 }] }]);
    expect((await told(at('document.bin'))).stdout).toContain('Signed: the whole document');
    const bad = await verify(written('changed.xml', xml.replace('100', '900')));
    expect([bad.code, jsonOf(bad)]).toMatchObject([1, { state: 'bad', contentBytes: null, signed: [] }]);
  });

  it('that is signed in part says which part', async () => {
    const document = '<order><line Id="a">1</line><line>2</line>{signature}</order>';
    const { code, stdout } = await told(written('part.xml', await signedXml({ key: rsaKey(signer), document, references: [{ uri: '#a', transforms: [EXCLUSIVE_C14N] }] })));
    expect(code).toBe(0);
    expect(stdout).toContain('Signed: only the part #a');
    expect(stdout).toContain('The signature is good, with a remark');
    expect(jsonOf(await verify(at('part.xml')))).toMatchObject({ state: 'good', verdict: 'valid-with-attention' });
  });

  it('carries what it signs: with other content beside it, it is no signature over that', async () => {
    const file = written('document.xml', await signedXml({ key: rsaKey(signer) }));
    expect((await verify(file, '--content', written('other.txt', 'other'))).code).toBe(1);
  });
});

describe('a signed archive', () => {
  it('is good, names its files, and is bad with a file changed', async () => {
    const archive = signedZip({ signature: { signers: [{ signer }] } });
    const good = await verify(written('archive.zip', archive));
    expect([good.code, jsonOf(good)]).toMatchObject([0, { container: 'zip', state: 'good', files: [{ name: 'order.txt', bytes: 7 }, { name: 'folder/қосымша.txt', bytes: 5_000 }] }]);
    expect((await told(at('archive.zip'))).stdout).toContain('Signed: folder/қосымша.txt, 5000 bytes');
    const place = Buffer.from(archive).indexOf('order.txt') + 'order.txt'.length + 1;
    const bad = await verify(written('changed.zip', archive.with(place, archive[place]! ^ 1)));
    expect([bad.code, jsonOf(bad)]).toMatchObject([1, { container: 'zip', state: 'bad', files: [] }]);
  });
});
