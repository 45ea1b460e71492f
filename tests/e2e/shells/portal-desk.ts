/** A desk with its signing service, the key file of its operator, and a portal of another origin in a browser that trusts the service. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPortalSite, type PortalSite } from './portal-site.ts';
import type { RunningDesk } from './running-desk.ts';
import { openServiceDesk } from './service-desk.ts';

export interface PortalDesk {
  desk: RunningDesk;
  site: PortalSite;
  serviceUrl: string;
  keyPath: string;
  password: string;
  close(): Promise<void>;
}

export async function openPortalDesk(): Promise<PortalDesk> {
  const { desk, service, close } = await openServiceDesk();
  const folder = mkdtempSync(join(tmpdir(), 'tekser-operator-'));
  const { training } = await desk.stand.connection();
  const operator = training!.operators.find(({ profile }) => profile === 'tson')!;
  const keyPath = join(folder, 'operator.p12');
  writeFileSync(keyPath, Buffer.from(operator.keyFile, 'base64'));
  const site = await openPortalSite(desk.dataDirectory);
  return {
    desk,
    site,
    serviceUrl: service.url,
    keyPath,
    password: operator.password,
    async close() {
      await site.close();
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
