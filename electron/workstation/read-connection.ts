/** Reads how to reach the systems of the state, for every shell: from a file of the administrator, or from a stand that runs. */
import { z } from 'zod';
import { Connection } from '../../shared/domain/desk/connection.ts';
import type { Language } from '../../shared/domain/localized.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { readBoundedFile } from '../adapters/files/bounded-file.ts';
import { boundedFetch } from '../gateways/bounded-fetch.ts';
import { isGuarded, unguardedService } from '../security/service-address-policy.ts';
import { START_TEXTS } from './start-texts/start-texts.ts';

const LARGEST_BYTES = 4 * 1024 * 1024;
/** The stand makes its keys when it is asked for the first time, which takes a few seconds on a slow machine. */
const PATIENCE_MS = 60_000;

export interface ConnectionFault {
  /**
   * `insecure`: an address without TLS outside this machine. Over that of the connection anybody on the way could name other authorities
   * to trust; over that of a service in it they could read keys and numbers of people.
   */
  code: 'unreadable' | 'too-large' | 'unreachable' | 'insecure' | 'malformed';
  /** The file or the address that was asked. */
  source: string;
  /** For an administrator: a code, or which fields are wrong. It never holds a value, for some of them are secrets. */
  detail: string | null;
}

/** @param source path of a file, or an address, of which `http://127.0.0.1:4000` stands for its `/connection.json` */
export async function readConnection(source: string): Promise<Result<Connection, ConnectionFault>> {
  const bytes = await (/^https?:\/\//i.test(source) ? fetchBytes(source) : readBytes(source));
  return bytes.ok ? parse(source, bytes.value) : bytes;
}

async function readBytes(path: string): Promise<Result<Uint8Array, ConnectionFault>> {
  const bytes = await readBoundedFile(path, LARGEST_BYTES);
  return bytes.ok ? bytes : failure({ code: bytes.failure, source: path, detail: null });
}

async function fetchBytes(source: string): Promise<Result<Uint8Array, ConnectionFault>> {
  if (!URL.canParse(source)) return failure({ code: 'unreachable', source, detail: 'not an address' });
  const url = new URL(source);
  if (url.pathname === '/') url.pathname = '/connection.json';
  if (!isGuarded(url.href)) return failure({ code: 'insecure', source: url.href, detail: null });
  const answer = await boundedFetch({ url: url.href, method: 'GET', timeoutMs: PATIENCE_MS, maxBytes: LARGEST_BYTES });
  if (!answer.ok) return failure({ code: 'unreachable', source: url.href, detail: answer.failure.detail ?? answer.failure.code });
  const { status, bytes } = answer.value;
  return status === 200 ? success(bytes) : failure({ code: 'unreachable', source: url.href, detail: `http-${status}` });
}

function parse(source: string, bytes: Uint8Array): Result<Connection, ConnectionFault> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return failure({ code: 'malformed', source, detail: 'not JSON' });
  }
  // Read once, and before there is a window: no function is compiled for it.
  const parsed = Connection.safeParse(json, { jitless: true });
  if (!parsed.success) return failure({ code: 'malformed', source, detail: z.prettifyError(parsed.error) });
  const open = unguardedService(parsed.data);
  return open === null ? success(parsed.data) : failure({ code: 'insecure', source: open, detail: null });
}

/** For the person who started a window; the command line has sentences of its own. */
export const describeConnectionFault = ({ code, source, detail }: ConnectionFault, language: Language): string =>
  `${source} ${START_TEXTS[language].connection[code]}${detail === null ? '' : ` (${detail})`}`;
