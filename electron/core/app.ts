/** The whole core behind one door: what a shell builds its adapters for. */
import type { CorePublisher } from '../../shared/ipc/contract.ts';
import type { AppPorts } from './app-ports.ts';
import { type App, composeApp } from './compose-app.ts';
import { trustQuestions } from './trust-questions.ts';

export type { App } from './compose-app.ts';
export type { AppPorts } from './app-ports.ts';

/** Nothing runs before `start`. @throws when the anchors of the connection cannot be read. */
export async function createApp(ports: AppPorts, publisher: CorePublisher): Promise<App> {
  return composeApp(ports, publisher, trustQuestions(ports));
}
