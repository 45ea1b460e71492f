/** A signed file at a desk without network: judged by the evidence of an earlier check, as long as the policy lets that count. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createFileKeptEvidence } from '../../../electron/adapters/file-kept-evidence.ts';
import { connectionTrust } from '../../../electron/core/connection-trust.ts';
import { createTrust, type Trust } from '../../../electron/core/trust/index.ts';
import { freshnessOf } from '../../../electron/core/connectivity/index.ts';
import { connectGateways } from '../../../electron/gateways/index.ts';
import { failure } from '../../../shared/util/result.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';
import { context, valueOf } from '../stand/running-stand.ts';
import { useDeskOnStand } from './desk-on-stand.ts';

const HOUR = 3_600_000;
const desk = useDeskOnStand();
const folder = mkdtempSync(join(tmpdir(), 'tekser-evidence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** As a day and more at a desk whose cable is pulled: a new process on the folder of the old one. */
let away = false;

async function trust(kept: boolean): Promise<Trust> {
  const connection = await desk.stand.connection();
  const { evidence } = connectGateways(connection, desk.time.clock, () => POLICY);
  const unreachable = async () => failure({ code: 'service-unreachable' as const, detail: null });
  const cable = { ocsp: (...args: Parameters<typeof evidence.ocsp>) => (away ? unreachable() : evidence.ocsp(...args)), crl: (url: string) => (away ? unreachable() : evidence.crl(url)) };
  const keptEvidence = createFileKeptEvidence(folder, desk.time.clock);
  return createTrust(connectionTrust(connection, { evidence: cable, clock: desk.time.clock, policy: () => POLICY, ...(kept && { keptEvidence }) }));
}

async function signedDocument(): Promise<Uint8Array> {
  const { iin } = desk.caseOf('plain-good');
  const { token } = valueOf(desk.stand.control.citizen.open(iin, { documentType: 'identity_card' }));
  const gateways = connectGateways(await desk.stand.connection(), desk.time.clock, () => POLICY);
  return valueOf(await gateways.documents.open({ channel: 'qr', token }, context())).signedDocument.slice();
}

describe('a signed file without network', () => {
  let file: Uint8Array;
  beforeEach(async () => {
    away = false;
    file = await signedDocument();
    const { state } = await (await trust(true)).verifyFile({ file });
    if (state !== 'good') throw new Error(`the file is ${state} while the services answer`);
    away = true;
  });

  it('is judged by what was kept, over a restart, and says as of when', async () => {
    const before = desk.time.clock.now().getTime();
    desk.time.advance(40 * HOUR);
    const answer = await (await trust(true)).verifyFile({ file });
    expect(answer.state).toBe('good');
    expect(Math.abs(answer.bySigner[0]!.revocationAsOf!.getTime() - before)).toBeLessThan(HOUR);
    expect(freshnessOf(answer.bySigner[0]!.revocationAsOf!, desk.time.clock.now(), POLICY.numbers)).toBe('ageing');
  });

  it('is not judged by a desk that kept nothing', async () => {
    expect((await (await trust(false)).verifyFile({ file })).state).toBe('undetermined');
  });

  it('is not judged by evidence older than two days', async () => {
    desk.time.advance(49 * HOUR);
    expect((await (await trust(true)).verifyFile({ file })).state).toBe('undetermined');
  });

  it('is not judged by evidence somebody changed on the disk', async () => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.der'))) writeFileSync(join(folder, name), 'other bytes');
    expect((await (await trust(true)).verifyFile({ file })).state).toBe('undetermined');
    rmSync(folder, { recursive: true });
  });
});
