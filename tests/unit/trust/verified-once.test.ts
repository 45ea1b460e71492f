/** Certificates verified once: the second answer is the first one, and nothing but the very same certificate under the very same key gets it. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildPath } from '../../../electron/core/trust/path/build-path.ts';
import { LIMITS } from '../../../electron/core/trust/limits.ts';
import { SignedLinks, signedBy } from '../../../electron/core/trust/path/signed-by.ts';
import { readCertificate } from '../../../electron/core/trust/x509/certificate.ts';
import { issue, LAPSED, NOW, parsed } from './trial/trial-authority.ts';

const verify = vi.spyOn(crypto.subtle, 'verify');
afterEach(() => verify.mockClear());

const root = await issue('once-root', null);
const stranger = await issue('once-stranger', null);

describe('a certificate', () => {
  it('is computed once, also when it is read anew', async () => {
    const leaf = await issue('once-leaf', root);
    expect((await signedBy(parsed(leaf), parsed(root))).is).toBe('right');
    expect((await signedBy(parsed(leaf), parsed(root))).is).toBe('right');
    expect(verify).toHaveBeenCalledTimes(1);
  });

  it('with any bit of it changed is another one', async () => {
    const { der } = await issue('once-bits', root);
    expect((await signedBy(readCertificate(der), parsed(root))).is).toBe('right');
    for (let at = 0; at < der.length; at += 7) {
      const changed = Uint8Array.from(der).with(at, der[at]! ^ 0x10);
      try {
        expect((await signedBy(readCertificate(changed), parsed(root))).is).not.toBe('right');
      } catch (error) {
        expect((error as Error).name).toBe('Malformed');
      }
    }
  });

  it('under another key is asked for again, and wrong every time', async () => {
    const leaf = parsed(await issue('once-other', root));
    expect((await signedBy(leaf, parsed(root))).is).toBe('right');
    for (let i = 0; i < 2; i += 1) expect((await signedBy(leaf, parsed(stranger))).is).toBe('wrong');
    expect(verify).toHaveBeenCalledTimes(3);
  });

  it('costs a question as much when it is remembered: the answer must not depend on the questions before', async () => {
    const leaves = await Promise.all(Array.from({ length: LIMITS.signatureWork + 5 }, async (_, i) => parsed(await issue(`once-${i}`, root, { key: 'once-many' }))));
    const askedBeforeSpent = async (): Promise<number> => {
      const links = new SignedLinks();
      for (const [at, leaf] of leaves.entries()) {
        if (links.isSpent) return at;
        await links.answer(leaf, parsed(root), null);
      }
      return leaves.length;
    };
    expect([await askedBeforeSpent(), await askedBeforeSpent()]).toEqual([LIMITS.signatureWork, LIMITS.signatureWork]);
  });

  it('that was right is still judged by its time, its place and its issuer', async () => {
    const lapsed = parsed(await issue('once-lapsed', root, LAPSED));
    const store = { anchors: [parsed(root)], intermediates: [] };
    expect((await buildPath(lapsed, store, { at: new Date('2025-01-01') })).state).toBe('trusted');
    expect(await buildPath(lapsed, store, { at: NOW })).toMatchObject({ state: 'faulty', fault: { code: 'chain-expired' } });
    expect(await buildPath(lapsed, { anchors: [parsed(stranger)], intermediates: [] }, { at: new Date('2025-01-01') })).toMatchObject({
      fault: { code: 'chain-untrusted' },
    });
  });
});
