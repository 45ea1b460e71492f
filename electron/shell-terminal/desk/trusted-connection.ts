/** The connection as a command may use it: its anchors held against the pins, or the sentence in which the command ends. */
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { TrustPin } from '../../../shared/domain/trust/trust-pin.ts';
import type { AnchorRefusal } from '../../core/anchor-policy.ts';
import { settleTrust } from '../../workstation/settle-trust.ts';
import { type CommandFailure, usageFailure } from '../command-failure.ts';

/** @param directory data directory, whose trust store fills in for a connection without anchors @throws {CommandFailure} */
export async function trustedConnection(connection: Connection, directory: string, pins: readonly TrustPin[]): Promise<Connection> {
  const settled = await settleTrust(connection, directory, pins);
  if (!settled.ok) throw asCommandFailure(settled.failure);
  return settled.value;
}

function asCommandFailure(refusal: AnchorRefusal): CommandFailure {
  switch (refusal.code) {
    case 'anchors-missing':
      return usageFailure('anchors-missing', refusal.environment);
    case 'anchor-not-pinned':
      return usageFailure('anchor-not-pinned', refusal.certificate);
    case 'anchor-of-other-environment':
    case 'anchor-not-root':
      return usageFailure(refusal.code, `${refusal.pin.name} (${refusal.pin.generation})`);
  }
}
