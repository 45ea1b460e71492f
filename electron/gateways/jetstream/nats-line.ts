/** One connection to the NATS servers, opened when first needed, mended by itself, and every way it can fail as a code. */
import type { NatsConnection } from '@nats-io/transport-node';
import type { JetStreamClient } from '@nats-io/jetstream';
import type { ServiceFailure } from '../../ports/service-failure.ts';
import { keepTlsVerified } from '../verified-tls.ts';

export interface NatsAddress {
  servers: readonly string[];
  /** Text of a .creds file, or the seed of an NKey user. */
  credentials?: string | undefined;
  /** PEM of the authority behind the servers' certificates. */
  authority?: string | undefined;
  /** Of one exchange; a server that is silent for three times as long counts as gone. */
  timeoutMs: number;
}

export interface NatsLine {
  connection: NatsConnection;
  stream: JetStreamClient;
}

/** An NKey of a user as NATS writes its seed: base 32, “SU” first. */
const USER_SEED = /^SU[A-Z2-7]{56}$/;
const RECONNECT_MS = 1_000;
const PINGS_UNANSWERED = 2;
/** Deliveries in a row. */
const TRIES_ON_A_LINE = 3;

/** @param name as the servers' monitoring shows it @param inbox where answers are to come @throws what `failureOf` explains */
export async function openNatsLine(address: NatsAddress, name: string, inbox?: string): Promise<NatsLine> {
  // Only desks of a fleet pay for loading them.
  const [{ connect, credsAuthenticator, nkeyAuthenticator }, { jetstream }] = await Promise.all([import('@nats-io/transport-node'), import('@nats-io/jetstream')]);
  const secured = address.authority !== undefined || address.servers.some((server) => server.startsWith('tls:'));
  keepTlsVerified(secured ? 'tls:' : 'nats:');
  const authenticatorOf = (text: string) => (USER_SEED.test(text) ? nkeyAuthenticator : credsAuthenticator)(new TextEncoder().encode(text));
  const connection = await connect({
    servers: address.servers.map((server) => server.replace(/^tls:/, 'nats:')),
    name,
    ...(inbox === undefined ? {} : { inboxPrefix: inbox }),
    timeout: address.timeoutMs,
    maxReconnectAttempts: -1,
    reconnectTimeWait: RECONNECT_MS,
    reconnectJitter: RECONNECT_MS,
    // A half-open connection answers nothing and fails nothing: only pings show it.
    pingInterval: address.timeoutMs,
    maxPingOut: PINGS_UNANSWERED,
    ...(address.credentials === undefined ? {} : { authenticator: authenticatorOf(address.credentials.trim()) }),
    ...(secured ? { tls: address.authority === undefined ? {} : { ca: address.authority } } : {}),
  });
  void leaveWhenStale(connection);
  return { connection, stream: jetstream(connection, { timeout: address.timeoutMs }) };
}

/** Where the library keeps its socket (@nats-io/nats-core 3.4, `ProtocolHandler.transport`). */
interface WithSocket {
  protocol?: { transport?: { socket?: { destroy(): void } } };
}

/**
 * The library would first flush what it still has to say, and a silent line takes nothing more: it would wait until TCP gives up,
 * which on Linux takes a quarter of an hour.
 */
async function leaveWhenStale(connection: NatsConnection): Promise<void> {
  for await (const { type } of connection.status()) {
    if (type === 'staleConnection') (connection as unknown as WithSocket).protocol?.transport?.socket?.destroy();
  }
}

/** An NKey for a user of the servers: the seed is the user's, the public key stands in the servers' configuration. */
export async function newNatsUser(): Promise<{ seed: string; publicKey: string }> {
  const { nkeys } = await import('@nats-io/transport-node');
  const pair = nkeys.createUser();
  return { seed: new TextDecoder().decode(pair.getSeed()), publicKey: pair.getPublicKey() };
}

/** A line that is opened by whoever needs it first, and again after it ended for good. */
export function keptNatsLine(open: () => Promise<NatsLine>) {
  let opening: Promise<NatsLine> | null = null;
  let closed = false;
  let undelivered = 0;

  const end = async (line: Promise<NatsLine> | null): Promise<void> => line?.then(({ connection }) => connection.close()).catch(() => undefined);

  async function get(): Promise<NatsLine> {
    if (closed) throw new Error('closed');
    opening ??= open();
    const mine = opening;
    try {
      const line = await mine;
      if (!line.connection.isClosed()) return line;
    } catch (error) {
      if (opening === mine) opening = null;
      throw error;
    }
    if (opening === mine) opening = null;
    return get();
  }

  return {
    get,
    /**
     * How a delivery ended: a server that answers pings may have lost its own line to the others, and one that was away when the line
     * was opened is not asked by it again. After some in vain the next line may be to any of them.
     */
    delivered(wasTaken: boolean): void {
      undelivered = wasTaken ? 0 : undelivered + 1;
      if (undelivered < TRIES_ON_A_LINE) return;
      undelivered = 0;
      void end(opening);
      opening = null;
    },
    async close(): Promise<void> {
      closed = true;
      await end(opening);
    },
  };
}

export type KeptNatsLine = ReturnType<typeof keptNatsLine>;

/** Names of the errors of the library that say something of our own rights. */
const REFUSALS = new Set(['AuthorizationError', 'UserAuthenticationExpiredError', 'PermissionViolationError']);

export function failureOf(error: unknown): ServiceFailure {
  if (!(error instanceof Error)) return { code: 'service-error', detail: null };
  const cause = error.cause instanceof Error ? error.cause : error;
  if (REFUSALS.has(cause.name)) return { code: 'service-refused-us', detail: cause.name };
  if (cause.name === 'TimeoutError') return { code: 'service-timeout', detail: null };
  // 10077 and 10047: no room in the stream, or on the disks of the servers.
  if (cause.name === 'JetStreamApiError') return { code: 'service-error', detail: `jetstream-${'code' in cause ? String(cause.code) : ''}` };
  return { code: 'service-unreachable', detail: cause.name };
}
