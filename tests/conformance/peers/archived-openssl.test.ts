/**
 * Signatures kept for years whose every part is OpenSSL's: signature, time-stamps, lists and OCSP answers. No program at hand puts the parts
 * together, so that alone is ours (`archive-stamp-writer`).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTrust, type SignatureAnswer } from '../../../electron/core/trust/index.ts';
import { der, embedded, explicit, oid } from '../../../electron/stand/authority/asn1.ts';
import { attribute } from '../../../electron/stand/authority/signed-data.ts';
import { failure, success } from '../../../shared/util/result.ts';
import { archivedV3, rewrittenLists, signatureValueOf, withUnsignedAttributes } from '../../fakes/documents/archive-stamp-writer.ts';
import { opensslAuthority, type OpensslAuthority } from '../../fakes/documents/openssl-authority.ts';

const absent = spawnSync('openssl', ['version']).status === 0 ? null : 'the openssl command is not installed';
const REGIONS = 150;
const DAY_MS = 24 * 60 * 60 * 1000;
const CONTENT = new TextEncoder().encode('{"document":"kept"}');
const TIME_STAMP_TOKEN = '1.2.840.113549.1.9.16.2.14';
/** id-ri-ocsp-response (RFC 5940 2.1). */
const OCSP_RESPONSE = '1.3.6.1.5.5.7.16.2';
const UNREACHABLE = failure({ code: 'service-unreachable', detail: null } as const);

describe.skipIf(absent !== null)(absent === null ? 'an archived signature made of OpenSSL’s parts' : `skipped: ${absent}`, () => {
  let folder: string;
  /** Gone with its services a month later; the archivist lives on. */
  let authority: OpensslAuthority;
  let archivist: OpensslAuthority;
  let archiveList: Uint8Array;
  const asOcsp = (answer: Uint8Array): Uint8Array => new Uint8Array(der(explicit(1, oid(OCSP_RESPONSE), embedded(answer))));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tekser-archive-'));
    authority = opensslAuthority(join(folder, 'signing'), 'signing root', 'http://gone.test/ca.crl');
    archivist = opensslAuthority(join(folder, 'archive'), 'archive root', 'http://archive.test/ca.crl');
    archiveList = archivist.revocationList(3650);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Signature, time-stamp, and evidence about both inside. */
  function kept(evidence: readonly Uint8Array[] = [authority.revocationList(1)]): Uint8Array {
    const bare = authority.sign(CONTENT);
    const stamped = withUnsignedAttributes(bare, [attribute(TIME_STAMP_TOKEN, embedded(authority.stamp(signatureValueOf(bare))))]);
    return rewrittenLists(stamped, () => [...evidence]);
  }
  const archived = (cms = kept(), content = CONTENT, by = archivist): Uint8Array =>
    archivedV3(cms, content, (stamped, index) => withUnsignedAttributes(by.stamp(stamped), index));

  function judged(signature: Uint8Array, days = 900): Promise<SignatureAnswer> {
    const now = new Date(Date.now() + days * DAY_MS);
    const trust = createTrust({
      anchors: [authority.root, archivist.root],
      intermediates: [],
      evidence: { ocsp: async () => UNREACHABLE, crl: async (url) => (url.startsWith('http://archive.test') ? success(archiveList) : UNREACHABLE) },
      clock: { now: () => now, monotonicMs: () => 0 },
    });
    return trust.verifySignature({ signature });
  }
  const stateOf = async (signature: Uint8Array, days?: number): Promise<string> => (await judged(signature, days)).state;

  it('is good years later, as of its archive time-stamp', async () => {
    const answer = await judged(archived());
    expect([answer.state, Buffer.from(answer.content!).toString(), answer.signers[0]?.commonName]).toEqual(['good', Buffer.from(CONTENT).toString(), 'signer']);
    expect(Math.abs(answer.bySigner[0]!.archivedAt!.getTime() - Date.now())).toBeLessThan(DAY_MS);
  });

  it('is left open years later without one, though it was good while its evidence was fresh', async () => {
    expect(await stateOf(kept(), 0)).toBe('good');
    expect(await stateOf(kept())).toBe('undetermined');
  });

  it('may rest on OCSP answers instead of a list', async () => {
    const answers = [authority.ocspAnswer('signer'), authority.ocspAnswer('tsa')].map(asOcsp);
    expect(await stateOf(archived(kept(answers)))).toBe('good');
    expect(await stateOf(archived(kept(answers.slice(1))))).toBe('undetermined');
  });

  it.each<[string, () => Uint8Array]>([
    ['over another content', () => archived(kept(), new TextEncoder().encode('{}'))],
    ['without its index', () => archivedV3(kept(), CONTENT, (stamped) => archivist.stamp(stamped))],
    ['and a list that came later', () => rewrittenLists(archived(kept([])), () => [authority.revocationList(1)])],
  ])('is left open with an archive time-stamp %s', async (_, make) => {
    expect(await stateOf(make())).toBe('undetermined');
  });

  it('is never good with an octet of any region changed, unless it is what it was', async () => {
    const original = archived();
    const step = Math.floor(original.length / REGIONS);
    let broken = 0;
    for (let at = step >> 1, bit = 0; at < original.length; at += step, bit = (bit + 3) % 8) {
      const { state, content } = await judged(Uint8Array.from(original).with(at, original[at]! ^ (1 << bit)));
      if (state !== 'good') broken += 1;
      else expect({ at, content: Buffer.from(content!).toString() }).toEqual({ at, content: Buffer.from(CONTENT).toString() });
    }
    expect(broken).toBeGreaterThan(REGIONS / 2);
  });

  it('is bad where the list in it says that the signer was revoked', async () => {
    const signature = kept([]);
    authority.revoke('signer');
    expect(await stateOf(archived(rewrittenLists(signature, () => [authority.revocationList(1)])))).toBe('bad');
  });
});
