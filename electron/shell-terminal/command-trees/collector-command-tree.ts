/** `tekser collector` and its options. */
import type { Command } from 'commander';
import { positiveNumber } from '../arguments/argument-values.ts';
import type { CollectorOptions } from '../commands/collector.ts';
import type { TreeTools } from './tree-tools.ts';
import type { CollectorText } from '../texts/collector/index.ts';

/** Where nothing else is said: three servers keep each message, and as much waits as a fleet writes in a quarter. */
const REPLICAS = 3;
const GIGABYTES = 10;

export function addCollectorCommand(program: Command, help: CollectorText['help'], { run, sub }: TreeTools): void {
  sub(program, 'collector', help.collector)
    .option('--nats <servers>', help.nats)
    .option('--creds <file>', help.creds)
    .option('--authority <file>', help.authority)
    .option('--postgres <url>', help.postgres)
    .option('--postgres-file <file>', help.postgresFile)
    .option('--key <file>', help.key)
    .option('--name <name>', help.name, 'tekser/collector')
    .option('--replicas <n>', help.replicas, positiveNumber, REPLICAS)
    .option('--max-gigabytes <n>', help.maxGigabytes, positiveNumber, GIGABYTES)
    .option('--schema', help.schema)
    .option('--new-user', help.newUser)
    .action(run<CollectorOptions>(() => import('../commands/collector.ts').then((command) => command.collector)));
}
