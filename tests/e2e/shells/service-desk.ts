/** A desk whose signing service is switched on, with an operator at it; it speaks Kazakh. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { authorityFile } from '../../../electron/adapters/ncalayer/loopback-authority.ts';
import { PORTALS_OFF } from '../../../shared/domain/signing/portal-policy.ts';
import { freePort } from '../../fakes/free-port.ts';
import { beginWork } from '../drivers/begin-work.ts';
import type { LocalService } from './local-service.ts';
import { type DeskOptions, openDesk, type RunningDesk } from './running-desk.ts';

export interface ServiceDesk {
  desk: RunningDesk;
  service: LocalService;
  close(): Promise<void>;
}

export async function openServiceDesk(options: DeskOptions = {}): Promise<ServiceDesk> {
  // Not the portals' own, which a workstation on this machine may have.
  const port = await freePort();
  const policy = mkdtempSync(join(tmpdir(), 'tekser-portals-'));
  writeFileSync(join(policy, 'portals.json'), JSON.stringify({ ...PORTALS_OFF, enabled: true }));
  process.env['TEKSER_POLICY'] = policy;
  process.env['NCALAYERPORT'] = String(port);
  const desk = await openDesk('chromium', options);
  await beginWork(desk.page, { language: 'kk' });
  // No desk waits for its signing service: the authority a browser is to trust comes with it.
  const authority = authorityFile(desk.dataDirectory);
  await expect.poll(() => existsSync(authority)).toBe(true);
  return {
    desk,
    service: { url: `wss://127.0.0.1:${port}/`, authority: readFileSync(authority, 'utf8') },
    async close() {
      await desk.close();
      delete process.env['TEKSER_POLICY'];
      delete process.env['NCALAYERPORT'];
      rmSync(policy, { recursive: true, force: true });
    },
  };
}
