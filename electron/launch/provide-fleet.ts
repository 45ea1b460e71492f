/** Servers of Debian a fleet is tested with: NATS with JetStream, and PostgreSQL. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { type Result, success } from '../../shared/util/result.ts';
import { installPackages } from './install-packages.ts';

export const provideFleet = (): Result<null, string> =>
  hasNats() && hasPostgres() ? success(null) : installPackages(['nats-server', 'postgresql'], 'the tests of a fleet');

const hasNats = (): boolean => spawnSync('nats-server', ['--version']).status === 0;
/** The tests start one of their own: no server need run. */
const hasPostgres = (): boolean => globSync('/usr/lib/postgresql/*/bin/initdb').length > 0;
