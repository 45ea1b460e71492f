/** The collector of a fleet put together: streams on one side, PostgreSQL on the other, the key that signs between them. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ed25519Key } from '../../adapters/sealed/ed25519-key.ts';
import { replaceFile } from '../../adapters/files/atomic-file.ts';
import { openPostgresFleetLedger } from '../../adapters/postgres/postgres-fleet-ledger.ts';
import { nodeHasher } from '../../adapters/sqlite/node-hasher.ts';
import { createFleetCollecting } from '../../core/collector/index.ts';
import { cosignerKeyText, noteSigner } from '../../core/journal/index.ts';
import { openFleetIntake } from '../../gateways/jetstream/index.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';

export interface CollectorPlaces {
  servers: readonly string[];
  credentials?: string | undefined;
  authority?: string | undefined;
  /** `postgres://user:password@host/database` */
  database: string;
  /** Holds the seed of the key that signs; made where it is missing. */
  keyFile: string;
  /** Under which the collector signs; what every connection file names. */
  name: string;
  replicas: number;
  maxBytes: number;
}

export interface FleetCollector {
  /** Verifier key of its cosignatures, for the connection files of the workstations. */
  witnessKey: string;
  /** Ends after `stop`, or with what ended it. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

const TIMEOUT_MS = 5_000;
const SEED_BYTES = 32;

/** @throws what NATS or PostgreSQL say where they cannot be reached at the start; later on it waits for them */
export async function openCollector(places: CollectorPlaces, logger: Logger, clock: Clock): Promise<FleetCollector> {
  const signer = noteSigner(places.name, ed25519Key(await seedIn(places.keyFile)));
  const ledger = await openPostgresFleetLedger(places.database, (error) => logger.fault('fleet-ledger', error));
  try {
    await ledger.prepare();
    const { servers, credentials, authority, replicas, maxBytes } = places;
    const intake = await openFleetIntake({ servers, credentials, authority, replicas, maxBytes, timeoutMs: TIMEOUT_MS, logger });
    const collecting = createFleetCollecting(ledger, { signer, hasher: nodeHasher, now: () => clock.now() });
    return {
      witnessKey: cosignerKeyText(signer),
      run: () => intake.run(collecting.take),
      async stop() {
        await intake.stop();
        await ledger.close();
      },
    };
  } catch (error) {
    await ledger.close();
    throw error;
  }
}

/** Every connection file names the key made of it: it is made once, and kept by whoever backs up the collector. */
async function seedIn(file: string): Promise<Uint8Array> {
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const seed = kept === null ? randomBytes(SEED_BYTES) : Buffer.from(kept.trim(), 'base64');
  if (seed.length !== SEED_BYTES) throw new TypeError(`${file} holds no key of a collector`);
  if (kept === null) await replaceFile(file, `${seed.toString('base64')}\n`);
  return new Uint8Array(seed);
}
