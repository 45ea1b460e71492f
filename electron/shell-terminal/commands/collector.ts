/** `tekser collector`: takes the journals of a fleet from NATS JetStream into PostgreSQL and signs them, until it is stopped. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FLEET_ROLES, FLEET_SCHEMA } from '../../adapters/postgres/fleet-schema.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { newNatsUser } from '../../gateways/jetstream/index.ts';
import type { Logger } from '../../ports/logger.ts';
import { openCollector } from '../collector/open-collector.ts';
import { usageFailure } from '../command-failure.ts';
import { EXIT } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { collectorTexts } from '../texts/collector/index.ts';
import { fill } from '../texts/index.ts';
import { claimWorkDirectory } from '../desk/work-directory.ts';
import type { CommonOptions, Run } from './command.ts';

export interface CollectorOptions extends CommonOptions {
  nats?: string;
  creds?: string;
  authority?: string;
  postgres?: string;
  postgresFile?: string;
  key?: string;
  name: string;
  replicas: number;
  maxGigabytes: number;
  schema?: boolean;
  newUser?: boolean;
}

const GIGABYTE = 1024 ** 3;

export const collector: Run<CollectorOptions> = async (terminal, options) => {
  const words = collectorTexts(terminal.language);
  if (options.schema === true) {
    const sql = `${FLEET_SCHEMA}${FLEET_ROLES}`;
    terminal.answer(sql.split('\n'), { sql });
    return EXIT.valid;
  }
  if (options.newUser === true) {
    const user = await newNatsUser();
    terminal.answer([fill(words.userSeed, { seed: user.seed }), fill(words.userKey, { key: user.publicKey })], user);
    return EXIT.valid;
  }
  const { nats, creds, authority, name, replicas } = options;
  const database = options.postgresFile === undefined ? options.postgres : (await readFile(options.postgresFile, 'utf8')).trim();
  if (nats === undefined) throw usageFailure('option-missing', '--nats');
  if (database === undefined || database === '') throw usageFailure('option-missing', '--postgres');
  const keyFile = options.key ?? join(await claimWorkDirectory(options.data, options.environment ?? 'production', terminal), 'collector.key');
  const servers = nats.split(',').map((server) => server.trim());
  const running = await openCollector(
    { servers, credentials: await textIn(creds), authority: await textIn(authority), database, keyFile, name, replicas, maxBytes: options.maxGigabytes * GIGABYTE },
    loggerOn(terminal),
    systemClock,
  );
  const { witnessKey } = running;
  terminal.answer([words.ready, fill(words.witnessKey, { key: witnessKey }), fill(words.keyFile, { file: keyFile }), words.stop], { witnessKey, keyFile });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop());
  await running.run();
  return EXIT.valid;
};

const textIn = async (file: string | undefined): Promise<string | undefined> => (file === undefined ? undefined : readFile(file, 'utf8'));

/** A service is watched by its lines: what happened and a code, never what was in an entry. */
const loggerOn = (terminal: Terminal): Logger => ({
  note: (event, facts) => terminal.tell(`${new Date().toISOString()} ${event} ${JSON.stringify(facts ?? {})}`),
  fault(where, error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    terminal.tell(`${new Date().toISOString()} ${where} ${error instanceof Error ? error.name : typeof error} ${code}`);
    return where;
  },
});
