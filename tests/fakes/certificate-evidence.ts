/** What OCSP alone, and the list of revoked certificates alone, say of a certificate of the stand: a verdict may rest on either. */
import { createTrust } from '../../electron/core/trust/index.ts';
import { connectGateways } from '../../electron/gateways/index.ts';
import type { EvidenceSource } from '../../electron/ports/trust/evidence-source.ts';
import type { Stand } from '../../electron/stand/index.ts';
import { failure } from '../../shared/util/result.ts';
import { POLICY } from './synthetic-citizen.ts';

/** Code of the last check: `not-revoked`, `signer-revoked`, or why it could not be known. */
export interface RevocationSaid {
  ocsp: string | undefined;
  crl: string | undefined;
}

const silent = async () => failure({ code: 'service-unreachable' as const, detail: null });

/** @param now of the desk that asks; behind the revocation, it asks what was then */
export async function revocationSaid(stand: Stand, certificate: Uint8Array, now: () => Date = () => new Date()): Promise<RevocationSaid> {
  const connection = await stand.connection();
  const clock = { now, monotonicMs: () => performance.now() };
  const { evidence } = connectGateways(connection, clock, () => POLICY);
  const bytesOf = (list: readonly string[]) => list.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
  const said = async (source: EvidenceSource): Promise<string | undefined> => {
    const trust = createTrust({ anchors: bytesOf(connection.trust.anchors), intermediates: bytesOf(connection.trust.intermediates), evidence: source, clock });
    return (await trust.verifyCertificate({ certificate, use: 'sign' })).checks.at(-1)?.code;
  };
  return { ocsp: await said({ ...evidence, crl: silent }), crl: await said({ ...evidence, ocsp: silent }) };
}
