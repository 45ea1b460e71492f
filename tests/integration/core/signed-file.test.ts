/** A signed file at the desk: the same judgement as of a document, recorded by its hash, and nothing believed of a changed one. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { connectGateways } from '../../../electron/gateways/index.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { context, valueOf } from '../stand/running-stand.ts';
import { useDeskOnStand } from './desk-on-stand.ts';

const desk = useDeskOnStand();

/** A document of the stand as its owner body signed it. */
async function signedDocument(): Promise<Uint8Array<ArrayBuffer>> {
  const { iin } = desk.caseOf('plain-good');
  const { token } = valueOf(desk.stand.control.citizen.open(iin, { documentType: 'identity_card' }));
  const gateways = connectGateways(await desk.stand.connection(), desk.time.clock, () => POLICY);
  return valueOf(await gateways.documents.open({ channel: 'qr', token }, context())).signedDocument.slice();
}

const check = (file: Uint8Array<ArrayBuffer>, content: Uint8Array<ArrayBuffer> | null = null) => desk.app.handlers.files.check({ file, content });

describe('a signed file', () => {
  it('is good, with its signer, role and proven time', async () => {
    const report = await check(await signedDocument());
    expect(report).toMatchObject({ form: 'cms', verdict: 'valid', covers: [] });
    expect(report.signers).toHaveLength(1);
    expect(report.signers[0]).toMatchObject({ verdict: 'valid', identity: { roles: expect.arrayContaining(['organisation', 'information-system']) }, signedAt: expect.any(String) });
    expect(report.checks.map(({ layer }) => layer)).toEqual(['integrity', 'signer', 'chain', 'revocation', 'timestamp']);
  });

  it('with one octet changed is not, and says which layer decides', async () => {
    const file = await signedDocument();
    const place = Buffer.from(file).indexOf('edocument/1');
    file[place]! ^= 1;
    const report = await check(file);
    expect(report.verdict).toBe('not-valid');
    expect(report.checks[0]).toMatchObject({ layer: 'integrity', outcome: 'failed' });
  });

  it('that is none is told as malformed, whatever its form pretends', async () => {
    for (const text of ['', 'no signature', '%PDF-1.7\n', '<a/>', 'PK\u0003\u0004']) {
      expect([text, (await check(new TextEncoder().encode(text))).verdict]).toEqual([text, 'not-valid']);
    }
  });

  it('is written down by its hash and form alone', async () => {
    const file = await signedDocument();
    await check(file);
    const { entries } = await desk.app.handlers.journal.list({ before: null, limit: 1, from: null, to: null, kinds: ['file-checked'], verdict: null, operatorId: null, mark: null });
    expect(entries[0]?.event).toEqual({ kind: 'file-checked', form: 'cms', state: 'valid', fileHash: createHash('sha256').update(file).digest('hex') });
  });

  it('is for who has signed in', async () => {
    const file = await signedDocument();
    await desk.app.handlers.operator.lock(null);
    await expect(check(file)).rejects.toThrow();
  });
});
