/** The embedded stand: the systems of the state on loopback, with synthetic people, for training and tests. */
import type { IceServer } from '../../shared/domain/call/call-talk.ts';
import type { Connection } from '../../shared/domain/desk/connection.ts';
import { cabinetRoutes } from './cabinets/cabinet-service.ts';
import { citizenLine, deskLine, lineCheckRoutes } from './call/index.ts';
import { createCitizenDesk } from './citizen/citizen-desk.ts';
import { citizenRoutes } from './citizen/citizen-service.ts';
import { copyRoutes } from './collector/copy-service.ts';
import { witnessRoutes } from './collector/witness-service.ts';
import { standConnection } from './connection.ts';
import { createControl, type StandControl } from './control/control.ts';
import { controlPageRoutes } from './control/control-page.ts';
import { controlRoutes } from './control/control-service.ts';
import { deskRequestRoutes } from './documents/desk-request-service.ts';
import { documentRoutes } from './documents/document-service.ts';
import { json } from './http/reply.ts';
import { keepPort, keptPort } from './http/kept-port.ts';
import { serve } from './http/server.ts';
import { citizenPortalRoutes } from './issuance/citizen-portal.ts';
import { mobileRoutes } from './mobile-base/mobile-service.ts';
import { issuanceRoutes } from './issuance/organisation-service.ts';
import { portalPageRoutes } from './issuance/portal-page.ts';
import { receiptRoutes } from './nca/receipt-service.ts';
import { keyRoutes } from './nca/key-service.ts';
import { ncaRoutes } from './nca/nca-service.ts';
import { phoneRoutes } from './phone/phone-service.ts';
import { pkiRoutes } from './pki/pki-service.ts';
import { renewalRoutes } from './renewal/renewal-service.ts';
import { shepRoutes } from './shep/shep-service.ts';
import { trainingRoutes } from './training/frame-service.ts';
import { createWorld } from './create-world.ts';
import { once } from './once.ts';

export type { StandControl } from './control/control.ts';

export interface StandOptions {
  /** Zero or absent takes that of the last start, or a free one. */
  port?: number;
  seed?: number;
  /** Where made keys and the applications of the portal are kept between starts; null or absent keeps them in memory. */
  dataDirectory?: string | null;
  /** Where the citizen's page of the portal was built; null or absent serves none. */
  citizenBundle?: string | null;
  now?: () => Date;
  /** Servers that help the two ends of a call reach each other; none by default. */
  iceServers?: readonly IceServer[];
}

export interface Stand {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** The same as `GET /connection.json`. */
  connection(): Promise<Connection>;
  readonly control: StandControl;
  close(): Promise<void>;
}

const DEFAULT_SEED = 1;

/** Listens at once; people and keys are made when first asked for. @throws when the port is taken. */
export async function startStand(options: StandOptions = {}): Promise<Stand> {
  let url = '';
  const directory = options.dataDirectory ?? null;
  const world = createWorld({
    seed: options.seed ?? DEFAULT_SEED,
    now: options.now ?? (() => new Date()),
    baseUrl: () => url,
    dataDirectory: directory,
    iceServers: options.iceServers ?? [],
  });
  const citizen = createCitizenDesk(world);
  const control = createControl(world, citizen);
  const connection = once(() => standConnection(world));

  const routes = [
    { method: 'GET', pattern: '/connection.json', service: null, handle: async () => json(await connection()) } as const,
    ...documentRoutes(world),
    ...deskRequestRoutes(world),
    ...shepRoutes(world),
    ...cabinetRoutes(world),
    ...issuanceRoutes(world),
    ...citizenPortalRoutes(world),
    ...mobileRoutes(world),
    ...lineCheckRoutes(world),
    ...witnessRoutes(world),
    ...copyRoutes(world),
    ...pkiRoutes(world),
    ...ncaRoutes(world),
    ...keyRoutes(world),
    ...receiptRoutes(world),
    ...renewalRoutes(world),
    ...citizenRoutes(world, citizen),
    ...controlRoutes(control),
    ...controlPageRoutes(control),
    ...trainingRoutes(world),
    ...phoneRoutes(world, citizen),
    ...portalPageRoutes(options.citizenBundle ?? null),
  ];
  const listen = (port: number) => serve(port, routes, world.badDays, [citizenLine(world), deskLine(world)]);
  const wanted = options.port || null;
  // Somebody else's by now: certificates of the last start point nowhere, and a new start must not fail of it.
  const server = await (wanted === null ? listen(keptPort(directory)).catch(() => listen(0)) : listen(wanted));
  keepPort(directory, server.port);
  url = `http://127.0.0.1:${server.port}`;
  world.keyDesk.resume();
  return {
    url,
    connection,
    control,
    async close() {
      world.timers.stop();
      await server.close();
    },
  };
}
