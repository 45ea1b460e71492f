/** A desk whose signing service is switched on, an operator at it with a key file, and a portal of another origin in a browser that trusts it. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type TestInfo } from 'playwright/test';
import { authorityFile } from '../../../electron/adapters/ncalayer/loopback-authority.ts';
import { createTrust, type Trust } from '../../../electron/core/trust/index.ts';
import { PORTALS_OFF } from '../../../shared/domain/portal-policy.ts';
import { success } from '../../../shared/util/result.ts';
import { OPERATOR_NAMES } from '../drivers/operators.ts';
import { purposeTitle } from '../drivers/purposes.ts';
import { DeskScreenObject } from '../screens/desk-screen.ts';
import { PurposeScreenObject } from '../screens/purpose-screen.ts';
import { SignInScreenObject } from '../screens/sign-in-screen.ts';
import { WORDS } from '../screens/words.ts';
import { openPortalSite, type PortalSite } from './portal-site.ts';
import { openDesk, type RunningDesk } from './running-desk.ts';

/** Not the portals' own, which a workstation on this machine may have; specs that run at once count on from it. */
const FIRST_PORT = 23_579;

export interface PortalDesk {
  desk: RunningDesk;
  site: PortalSite;
  serviceUrl: string;
  keyPath: string;
  password: string;
  close(): Promise<void>;
}

/** The desk speaks Kazakh. */
export async function openPortalDesk({ parallelIndex }: Pick<TestInfo, 'parallelIndex'>): Promise<PortalDesk> {
  const port = FIRST_PORT + parallelIndex;
  const folder = mkdtempSync(join(tmpdir(), 'tekser-portals-'));
  writeFileSync(join(folder, 'portals.json'), JSON.stringify({ ...PORTALS_OFF, enabled: true }));
  process.env['TEKSER_POLICY'] = folder;
  process.env['NCALAYERPORT'] = String(port);
  const desk = await openDesk('chromium');
  const { training } = await desk.stand.connection();
  const operator = training!.operators.find(({ profile }) => profile === 'tson')!;
  const keyPath = join(folder, 'operator.p12');
  writeFileSync(keyPath, Buffer.from(operator.keyFile, 'base64'));
  await new SignInScreenObject(desk.page, WORDS.kk).signInAs(OPERATOR_NAMES.tson);
  await new PurposeScreenObject(desk.page, WORDS.kk).choose(purposeTitle('state-service', 'kk'));
  await new DeskScreenObject(desk.page, 'kk').ready.waitFor();
  // No desk waits for its signing service: the authority a browser is to trust comes with it.
  await expect.poll(() => existsSync(authorityFile(desk.dataDirectory))).toBe(true);
  const site = await openPortalSite(desk.dataDirectory);
  return {
    desk,
    site,
    serviceUrl: `wss://127.0.0.1:${port}`,
    keyPath,
    password: operator.password,
    async close() {
      await site.close();
      await desk.close();
      delete process.env['TEKSER_POLICY'];
      delete process.env['NCALAYERPORT'];
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Judges as anybody would who trusts the authorities of the desk's stand. */
export async function trustOfStand({ stand }: RunningDesk): Promise<Trust> {
  const { trust } = await stand.connection();
  const fetched = async (url: string, init?: RequestInit) => success(new Uint8Array(await (await fetch(url, init)).arrayBuffer()));
  return createTrust({
    anchors: trust.anchors.map((each) => Buffer.from(each, 'base64')),
    intermediates: trust.intermediates.map((each) => Buffer.from(each, 'base64')),
    evidence: {
      ocsp: (url, body) => fetched(url, { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': 'application/ocsp-request' } }),
      crl: (url) => fetched(url),
    },
    clock: { now: () => new Date(), monotonicMs: () => 0 },
  });
}
