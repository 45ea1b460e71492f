/** The check of a signed file at the desk: one at a time, ended by who asked, and written down either way. */
import { describe, expect, it } from 'vitest';
import { createFileChecks } from '../../../electron/core/file-checks.ts';
import { createTrust } from '../../../electron/core/trust/index.ts';
import { failure } from '../../../shared/util/result.ts';
import { extendedKeyUsage, keyUsage } from '../../../electron/stand/authority/certificate.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { issue, named, PURPOSE } from '../trust/trial/trial-authority.ts';
import { signature } from '../trust/trial/trial-signature.ts';

const NOW = new Date('2026-11-22T09:00:00Z');
const clock = { now: () => NOW, monotonicMs: () => 0 };
const away = failure({ code: 'service-unreachable', detail: null } as const);
/** Judges nothing large until it is stopped, as a thread with a file that takes too long. */
const trust = createTrust(
  { anchors: [], intermediates: [], evidence: { ocsp: async () => away, crl: async () => away }, clock },
  { judge: (_, signal) => new Promise((resolve) => signal!.addEventListener('abort', () => resolve('not-finished'))), state: () => 'able' },
);
const LARGE = new Uint8Array(70_000);
const SMALL = new Uint8Array(10);

function checks() {
  const recorded: unknown[] = [];
  const record = async (event: unknown) => void recorded.push(event);
  return { recorded, ...createFileChecks(trust.verifyFile, { record } as never, clock, () => POLICY) };
}

const NOT_FINISHED = { verdict: 'cannot-determine', signers: [], checks: expect.arrayContaining([{ layer: 'integrity', outcome: 'undetermined', code: 'judging-not-finished' }]) };

describe('a check of a file', () => {
  it('that is stopped ends undetermined, and is written down so', async () => {
    const { check, stop, recorded } = checks();
    const report = check(LARGE, null, 'op-1');
    stop();
    expect(await report).toMatchObject(NOT_FINISHED);
    expect(recorded).toEqual([expect.objectContaining({ kind: 'file-checked', state: 'cannot-determine' })]);
  });

  it('ends where the next file is brought, which is judged', async () => {
    const { check, recorded } = checks();
    const [first, second] = [check(LARGE, null, 'op-1'), check(SMALL, null, 'op-1')];
    expect(await first).toMatchObject(NOT_FINISHED);
    expect(await second).toMatchObject({ verdict: 'not-valid' });
    expect(recorded).toHaveLength(2);
  });

  it('is not disturbed by a stop that comes before or after it', async () => {
    const { check, stop } = checks();
    stop();
    expect(await check(SMALL, null, 'op-1')).toMatchObject({ verdict: 'not-valid' });
    stop();
    expect(await check(SMALL, null, 'op-1')).toMatchObject({ verdict: 'not-valid' });
  });
});

describe('the report of a file', () => {
  it.each([
    [[PURPOSE.individual, '1.2.398.3.3.4.3.1'], 'in-person'],
    [[PURPOSE.individual, '1.2.398.3.3.4.3.2'], 'remote'],
    [[PURPOSE.individual, '1.2.398.3.3.4.3.2', '1.2.398.3.3.4.3.2.1'], 'remote-digital-id'],
    [[PURPOSE.individual], null],
  ])('says of a certificate with %j in what role its holder signed, and that the identity was established %s', async (purposes, identification) => {
    const extensions = [keyUsage('digitalSignature', 'nonRepudiation'), extendedKeyUsage([PURPOSE.emailProtection, ...purposes])];
    const signer = await issue('file-signer', await issue('root', null), { extensions });
    const report = await checks().check(signature({ content: SMALL, signers: [{ signer }] }), null, 'op-1');
    expect(report.signers[0]?.identity).toMatchObject({ name: 'file-signer', roles: ['individual'], identification });
  });

  it('shows what a name hides: letters that turn round, part or cannot be seen', async () => {
    const signer = await issue('file-hidden', await issue('root', null), { subject: named('ӘДІЛЕТ\u202Eтелідә \u00ADА\u200BБ') });
    const report = await checks().check(signature({ content: SMALL, signers: [{ signer }] }), null, 'op-1');
    expect(report.signers[0]?.identity?.name).toBe('ӘДІЛЕТ\ufffdтелідә \ufffdА\ufffdБ');
  });
});
