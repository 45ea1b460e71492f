/** The data directory a command works in; one environment's command never works in another's. */
import type { Environment } from '../../../shared/domain/desk/environment.ts';
import { dataDirectory, makeDataDirectory } from '../../adapters/files/data-directory.ts';
import { claimDirectory, environmentOf } from '../../adapters/files/environment-marker.ts';
import { undetermined, usageFailure } from '../command-failure.ts';
import type { CommonOptions } from '../commands/command.ts';
import type { Terminal } from '../terminal.ts';

const DEFAULT_ENVIRONMENT: Environment = 'training';

/** For a command that only looks: a directory named with `--data` says itself whose it is. @throws {CommandFailure} */
export async function findDirectory({ data, environment }: CommonOptions, terminal: Terminal): Promise<string> {
  const directory = dataDirectory(data ?? null, environment ?? DEFAULT_ENVIRONMENT);
  terminal.directory = directory;
  const begun = await environmentOf(directory).catch((cause: unknown) => {
    throw undetermined('data-unwritable', directory, { cause });
  });
  if (environment !== undefined && begun !== null && begun !== environment) throw usageFailure('data-of-other-environment', directory);
  return directory;
}

/** For a command that writes as a workstation of `environment` does. @throws {CommandFailure} */
export async function claimWorkDirectory(data: string | undefined, environment: Environment, terminal: Terminal): Promise<string> {
  const directory = dataDirectory(data ?? null, environment);
  terminal.directory = directory;
  const claimed = await makeDataDirectory(directory)
    .then(() => claimDirectory(directory, environment))
    .catch((cause: unknown) => {
      throw undetermined('data-unwritable', directory, { cause });
    });
  if (!claimed.ok) throw usageFailure('data-of-other-environment', directory);
  return directory;
}
