/** The whole core behind one door: what a shell builds its adapters for. */
import type { CorePublisher } from '../../shared/ipc/contract.ts';
import { refuseAnchors } from './anchor-policy.ts';
import type { AppPorts } from './app-ports.ts';
import { type App, composeApp } from './composition/index.ts';
import { connectionTrust } from './connection-trust.ts';
import { trustQuestions } from './trust-questions.ts';

export type { App, PortalDoor } from './composition/index.ts';
export type { AppPorts } from './app-ports.ts';

/**
 * Nothing runs before `start`. A shell says in words why it does not start on refused anchors; one that forgot to ask gets no core.
 * @throws when the anchors of the connection cannot be read, or are not those its environment may trust.
 */
export async function createApp(ports: AppPorts, publisher: CorePublisher): Promise<App> {
  const { environment } = ports.connection;
  const refusal = refuseAnchors(environment, connectionTrust(ports.connection, ports).anchors, ports.pins);
  if (refusal !== null) throw new Error(`the anchors of the connection are refused: ${refusal.code}`);
  return composeApp(ports, publisher, trustQuestions(ports));
}
