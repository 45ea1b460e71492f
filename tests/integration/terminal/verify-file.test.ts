/** `tekser verify` on files of every size and form: detached content as a stream, attached content larger than memory is read for, PDF. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTekser } from '../../../electron/shell-terminal/run-tekser.ts';
import { extendedKeyUsage, type IssuedCertificate, keyUsage } from '../../../electron/stand/authority/certificate.ts';
import { pdfWithAttachments, signedPdf } from '../../fakes/documents/synthetic-pdf.ts';
import { streamedBer } from '../../fakes/documents/streamed-ber.ts';
import { ADDRESSES, issue, PURPOSE, SIGNER } from '../../unit/trust/trial/trial-authority.ts';
import { crl } from '../../unit/trust/trial/trial-evidence.ts';
import { contentTypeAttribute, digestAttribute, essAttribute, OID, signature, type SignatureTrial, token } from '../../unit/trust/trial/trial-signature.ts';
import { attribute } from '../../../electron/stand/authority/signed-data.ts';
import { time } from '../../../electron/stand/authority/asn1.ts';
import { jsonOf, tekserHere } from './tekser-process.ts';

const HOUR_MS = 60 * 60 * 1000;
const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * HOUR_MS);
const CONTENT = new TextEncoder().encode('Signed text\n');

let folder: string;
let signer: IssuedCertificate;
let second: IssuedCertificate;
let authority: IssuedCertificate;
const at = (name: string): string => join(folder, name);
const written = (name: string, bytes: Uint8Array): string => {
  writeFileSync(at(name), bytes);
  return at(name);
};
const verify = (...args: string[]) => tekserHere(['verify', ...args, '--trust', at('trust'), '--json']);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tekser-verify-'));
  mkdirSync(at('trust'));
  const root = await issue('root', null);
  signer = await issue('signer', root, { extensions: [...SIGNER, ...ADDRESSES] });
  second = await issue('second', root, { extensions: [...SIGNER, ...ADDRESSES] });
  authority = await issue('tsa', root, { extensions: [extendedKeyUsage([PURPOSE.timeStamping], true), ...ADDRESSES] });
  written('trust/root.cer', root.der);
  written('trust/ca.crl', crl({ signer: root, thisUpdate: hoursAgo(1), nextUpdate: hoursAgo(-9) }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const stamped = { stamp: (value: Uint8Array) => [token({ authority, stamped: value, genTime: hoursAgo(2) })] };
const signed = (bend: Partial<SignatureTrial> = {}): Uint8Array => signature({ content: CONTENT, signers: [{ signer, ...stamped }], ...bend });

describe('the evidence of an answer', () => {
  it('judges the file again when the services say nothing any more, and is worth what it is', async () => {
    const file = written('kept.cms', signed());
    const first = await verify(file);
    expect(first.code).toBe(0);
    const answer = written('answer.json', Buffer.from(first.stdout));
    mkdirSync(at('silent'));
    written('silent/root.cer', readFileSync(at('trust/root.cer')));
    const again = (...args: string[]) => tekserHere(['verify', file, ...args, '--trust', at('silent'), '--json']);
    expect((await again()).code).toBe(2);
    expect(jsonOf(await again('--evidence', answer))).toEqual(jsonOf(first));
    const { crls } = jsonOf(first)['evidence'] as { crls: string[] };
    const without = written('without.json', Buffer.from(first.stdout.replaceAll(crls[0]!, 'MAA=')));
    expect((await again('--evidence', without)).code).toBe(2);
  });

  it('is read out of such an answer and nothing else', async () => {
    const file = written('kept.cms', signed());
    for (const [name, content] of [['none.json', '{"evidence":null}'], ['text.json', 'evidence'], ['bent.json', '{"evidence":{"judgedAt":"2026"}}']] as const) {
      const ended = await verify(file, '--evidence', written(name, Buffer.from(content)));
      expect([ended.code, jsonOf(ended)]).toMatchObject([64, { error: { code: 'evidence-unreadable' } }]);
    }
  });
});

describe('a detached signature', () => {
  it('is judged over its content as a stream', async () => {
    const file = written('detached.cms', signed({ detached: true }));
    const good = await verify(file, '--content', written('content.txt', CONTENT));
    expect([good.code, jsonOf(good)]).toMatchObject([0, { container: 'cms', state: 'good', contentBytes: CONTENT.length }]);
    const other = await verify(file, '--content', written('other.txt', Uint8Array.of(1)));
    expect([other.code, jsonOf(other)]).toMatchObject([1, { state: 'bad', contentBytes: null }]);
    const base64 = written('detached.b64', Buffer.from(Buffer.from(signed({ detached: true })).toString('base64')));
    expect((await verify(base64, '--content', at('content.txt'))).code).toBe(0);
  });

  it('tells a person who watches how far the reading is', async () => {
    const file = written('detached.cms', signed({ detached: true }));
    const [stdout, stderr] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true })];
    const streams = { stdin: Readable.from([]), stdout, stderr };
    expect(await runTekser(['verify', file, '--content', written('content.txt', CONTENT), '--trust', at('trust'), '--lang', 'en'], streams, { LANG: 'C' })).toBe(0);
    stderr.end();
    expect(await text(stderr)).toContain('Reading: 100 %');
  });

  it('needs a content that can be read', async () => {
    const ended = await verify(written('detached.cms', signed({ detached: true })), '--content', at('missing.txt'));
    expect([ended.code, jsonOf(ended)]).toMatchObject([64, { error: { code: 'file-unreadable' } }]);
  });
});

describe('an attached signature larger than is read into memory', () => {
  const LARGE = 66 * 1024 * 1024;
  it('is judged as a stream, in DER and in pieces of BER', async () => {
    const content = Buffer.alloc(LARGE, 'large ');
    const cms = signature({ content, signers: [{ signer, ...stamped }] });
    const der = await verify(written('large.cms', cms));
    expect([der.code, jsonOf(der)]).toMatchObject([0, { state: 'good', contentBytes: LARGE }]);
    const ber = await verify(written('large.cms', streamedBer(cms, { pieceBytes: 1 << 20 })));
    expect([ber.code, jsonOf(ber)]).toMatchObject([0, { state: 'good', contentBytes: LARGE }]);
    cms[LARGE / 2]! ^= 1;
    expect((await verify(written('large.cms', cms))).code).toBe(1);
  });
});

describe('a PDF file', () => {
  const over = (content: Uint8Array): Uint8Array => signed({ content, detached: true });

  it('is judged with the signatures inside it', async () => {
    const good = await verify(written('signed.pdf', signedPdf(over)));
    expect([good.code, jsonOf(good)]).toMatchObject([0, { container: 'pdf', form: 'signed', state: 'good' }]);
  });

  it('may be a document card, whose document is named', async () => {
    const card = pdfWithAttachments([{ name: 'contract.txt', content: CONTENT }, { name: 'signature.cms', content: over(CONTENT) }]);
    const good = await verify(written('card.pdf', card));
    expect([good.code, jsonOf(good)]).toMatchObject([0, { container: 'pdf', form: 'card', documentName: 'contract.txt', contentBytes: CONTENT.length }]);
    const { stdout } = await tekserHere(['verify', at('card.pdf'), '--trust', at('trust'), '--lang', 'en']);
    expect(stdout).toContain('Signed: contract.txt, 12 bytes');
  });
});

it('shows every signer, and what each is worth', async () => {
  const claim = attribute('1.2.840.113549.1.9.5', time(new Date('2026-01-02T03:04:05Z')));
  const attributes = [contentTypeAttribute(OID.data), claim, digestAttribute(CONTENT), essAttribute(second)];
  const both = signature({ content: CONTENT, signers: [{ signer, ...stamped }, { signer: second, attributes, damage: 'signature' }] });
  const { stdout, code } = await tekserHere(['verify', written('two.cms', both), '--trust', at('trust'), '--lang', 'en']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/\[\+\] Signer: signer\n\s+Time-stamped: /);
  expect(stdout).toMatch(/\[x\] Signer: \?: .+\n\s+The signer says: .*2026.* \(not proven\)/);
});

it('says in what role the signer signed, and how the authority established who that is', async () => {
  const person = [keyUsage('digitalSignature', 'nonRepudiation'), extendedKeyUsage([PURPOSE.emailProtection, PURPOSE.individual, '1.2.398.3.3.4.3.2.1'])];
  const known = await issue('known', await issue('root', null), { extensions: [...person, ...ADDRESSES] });
  const file = written('known.cms', signature({ content: CONTENT, signers: [{ signer: known }] }));
  const { stdout } = await tekserHere(['verify', file, '--trust', at('trust'), '--lang', 'en']);
  expect(stdout).toMatch(/Signer: known.*\n\s+In the role of: natural person\n\s+Identity established: remotely, by Digital ID\n/);
});
