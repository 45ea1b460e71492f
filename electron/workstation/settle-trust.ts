/** Settles whom a workstation trusts before anything asks: what the connection names, or what was imported here, and nothing unpinned. */
import type { Connection } from '../../shared/domain/desk/connection.ts';
import type { TrustPin } from '../../shared/domain/trust/trust-pin.ts';
import { failure, type Result, success } from '../../shared/util/result.ts';
import { readTrustStore } from '../adapters/trust-store.ts';
import { type AnchorRefusal, refuseAnchors } from '../core/anchor-policy.ts';

/**
 * The connection with its anchors and issuing certificates filled in from the trust store where it names no anchor itself.
 * @param directory data directory of the workstation
 */
export async function settleTrust(
  connection: Connection,
  directory: string,
  pins: readonly TrustPin[],
): Promise<Result<Connection, AnchorRefusal>> {
  const trust = connection.trust.anchors.length > 0 ? connection.trust : await withImported(connection, directory, pins);
  const refusal = refuseAnchors(connection.environment, trust.anchors.map(fromBase64), pins);
  return refusal === null ? success({ ...connection, trust }) : failure(refusal);
}

async function withImported({ trust, environment }: Connection, directory: string, pins: readonly TrustPin[]): Promise<Connection['trust']> {
  // Training trusts the authority of its stand, which only the stand can name.
  if (environment === 'training') return trust;
  const { authorities } = await readTrustStore(directory, environment, pins);
  const certificatesOf = (role: TrustPin['role']): string[] =>
    authorities.filter(({ pin }) => pin.role === role).map(({ certificate }) => Buffer.from(certificate).toString('base64'));
  return { ...trust, anchors: certificatesOf('root'), intermediates: [...trust.intermediates, ...certificatesOf('issuer')] };
}

const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
