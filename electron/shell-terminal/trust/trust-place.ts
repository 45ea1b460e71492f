/** The trust store a command works on: which directory, which environment, which pins. */
import { type PinnedEnvironment, PinnedEnvironment as Pinned, type TrustPin } from '../../../shared/domain/trust/trust-pin.ts';
import { dataDirectory } from '../../adapters/files/data-directory.ts';
import { environmentOf } from '../../adapters/files/environment-marker.ts';
import { loadResources, ResourceInvalid } from '../../adapters/files/resource-files.ts';
import { systemClock } from '../../adapters/system-clock.ts';
import { CommandFailure, undetermined, usageFailure } from '../command-failure.ts';
import type { CommonOptions } from '../commands/command.ts';
import { EXIT } from '../exit-code.ts';
import { RESOURCES } from '../installation.ts';
import type { Terminal } from '../terminal.ts';
import { claimWorkDirectory, findDirectory } from '../desk/work-directory.ts';

export interface TrustPlace {
  directory: string;
  environment: PinnedEnvironment;
  /** Of this environment. */
  pins: TrustPin[];
  /** Of every environment: what is refused is named too. */
  allPins: TrustPin[];
}

/** For a command that only looks. @throws {CommandFailure} */
export async function findTrustPlace(options: CommonOptions, terminal: Terminal): Promise<TrustPlace> {
  const environment = await pinnedEnvironment(options);
  return placeAt(await findDirectory({ ...options, environment }, terminal), environment);
}

/** For a command that imports. @throws {CommandFailure} */
export async function claimTrustPlace(options: CommonOptions, terminal: Terminal): Promise<TrustPlace> {
  const environment = await pinnedEnvironment(options);
  return placeAt(await claimWorkDirectory(options.data, environment, terminal), environment);
}

/** Training is no answer: it trusts its stand. A directory named outright says itself whose it is. */
async function pinnedEnvironment({ data, environment }: CommonOptions): Promise<PinnedEnvironment> {
  const directory = dataDirectory(data ?? null, 'training');
  const begun =
    environment ??
    (await environmentOf(directory).catch((cause: unknown) => {
      throw undetermined('data-unwritable', directory, { cause });
    }));
  const pinned = Pinned.safeParse(begun);
  if (!pinned.success) throw usageFailure('trust-environment-needed');
  return pinned.data;
}

async function placeAt(directory: string, environment: PinnedEnvironment): Promise<TrustPlace> {
  const { pins: allPins } = await loadResources(RESOURCES, systemClock).catch((cause: unknown) => {
    if (!(cause instanceof ResourceInvalid)) throw cause;
    throw new CommandFailure('resource-invalid', EXIT.internal, cause.resource, { cause });
  });
  return { directory, environment, allPins, pins: allPins.filter((pin) => pin.environment === environment) };
}
