/** The signing service of the portals beside the desk: it runs while the administrator's rules say so, and no desk waits for it. */
import type { PortalDoor } from '../core/app.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { SecretBox } from '../ports/secret-box.ts';

export interface PortalOptions {
  door: PortalDoor;
  isEnabled(): boolean;
  dataDirectory: string;
  secretBox: SecretBox;
  clock: Clock;
  logger: Logger;
  /** Null for the one every portal knows. */
  port: number | null;
}

/** An administrator who switches it on or off need not start the desk again. */
const LOOK_MS = 5000;

export interface Portals {
  close(): Promise<void>;
}

export function openPortals({ door, isEnabled, dataDirectory, secretBox, clock, logger, port }: PortalOptions): Portals {
  let running: Portals | null = null;
  let turn: Promise<void> = Promise.resolve();

  async function settle(): Promise<void> {
    if (isEnabled() === (running !== null)) return;
    if (running === null) running = await start();
    else await stop();
  }

  /** Loaded only where it is used: most desks keep it off. */
  async function start(): Promise<Portals> {
    const [{ openLoopbackAuthority }, { PORTAL_PORT, servePortals }] = await Promise.all([
      import('../adapters/ncalayer/loopback-authority.ts'),
      import('../adapters/ncalayer/serve-portals.ts'),
    ]);
    const authority = await openLoopbackAuthority(dataDirectory, secretBox, clock.now());
    return servePortals({ port: port ?? PORTAL_PORT, authority, clock, open: door.open, report: door.report, onFault });
  }

  async function stop(): Promise<void> {
    await running?.close();
    running = null;
    door.report({ state: 'off' });
  }

  const onFault = (error: unknown): void => void logger.fault('portals', error);
  const look = (): void => {
    turn = turn.then(settle).catch(onFault);
  };
  const watch = setInterval(look, LOOK_MS);
  watch.unref();
  look();
  return {
    async close() {
      clearInterval(watch);
      await turn;
      await running?.close();
    },
  };
}

/** Where another program of the machine needs the usual port, portals and service are given another one by the same variable. */
export function namedPortalPort(env: Readonly<Record<string, string | undefined>> = process.env): number | null {
  const port = Number(env['NCALAYERPORT']);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}
