/** Waits for a stand that was started again at its old port: a connection kept from before ends with its first use. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Stand } from '../../electron/stand/index.ts';

export async function untilItAnswers(stand: Stand): Promise<Stand> {
  while (!(await fetch(`${stand.url}/connection.json`).then(({ ok }) => ok, () => false))) await delay(10);
  return stand;
}
