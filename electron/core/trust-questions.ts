/** Asks the trust domain in the terms of the desk: a document's signature now, and whether a key may sign in now. */
import type { AppPorts } from './app-ports.ts';
import type { TrustQuestions } from './compose-app.ts';
import { createTrust } from './trust/index.ts';

export async function trustQuestions(ports: AppPorts): Promise<TrustQuestions> {
  const trust = await createTrust(ports);
  return trust;
}
