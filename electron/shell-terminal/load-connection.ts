/** Reads the connection a command names: a file of the administrator, or a running stand by its address. */
import { Connection } from '../../shared/domain/connection.ts';
import { undetermined, usageFailure } from './command-failure.ts';
import { readBounded } from './read-input.ts';

const LARGEST = 4 * 1024 * 1024;
/** The stand makes its keys when it is asked for the first time, which takes a few seconds on a slow machine. */
const PATIENCE_MS = 60_000;

/** @throws {CommandFailure} */
export async function loadConnection(source: string): Promise<Connection> {
  const text = /^https?:\/\//.test(source) ? await fetchText(source) : new TextDecoder().decode(await readBounded(source, LARGEST));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw usageFailure('connection-malformed', source, { cause });
  }
  const parsed = Connection.safeParse(json);
  if (!parsed.success) throw usageFailure('connection-malformed', source, { cause: parsed.error });
  return parsed.data;
}

/** `http://127.0.0.1:4000` stands for its `/connection.json`. */
async function fetchText(source: string): Promise<string> {
  const url = new URL(source);
  if (url.pathname === '/') url.pathname = '/connection.json';
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
    if (!reply.ok) throw new Error(`status ${reply.status}`);
    const bytes = new Uint8Array(await reply.arrayBuffer());
    if (bytes.length > LARGEST) throw new Error('too large');
    return new TextDecoder().decode(bytes);
  } catch (cause) {
    throw undetermined('connection-unreachable', url.href, { cause });
  }
}
