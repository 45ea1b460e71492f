/** The key with which the stand's ШЭП signs its answers: of GOST 34.10-2015, as the systems of the state have. */
import { success } from '../../../shared/util/result.ts';
import { GOST_SCHEMES } from '../../core/trust/gost/index.ts';
import type { signEnvelope } from '../../gateways/shep/ws-security.ts';
import type { StandWorld } from '../world.ts';

/** The check digit is right, but no organisation was registered in a month 99. */
export const STATE_SYSTEM_BIN = '999940990023';
/** Arc of the stand's own systems under the test branch of the authority. */
const STATE_SYSTEM_OID = '1.2.398.3.99.2.1';
const { hash, hashOid, signatureOid } = GOST_SCHEMES.find(({ name }) => name === 'GOST 34.10-2015-512')!;

type SystemKey = Parameters<typeof signEnvelope>[2];

/** Made on first use. */
export function stateSystemKey(world: Pick<StandWorld, 'authority'>): () => Promise<SystemKey> {
  let made: Promise<SystemKey> | null = null;
  return () => (made ??= makeKey(world));
}

async function makeKey(world: Pick<StandWorld, 'authority'>): Promise<SystemKey> {
  const authority = await world.authority();
  const system = authority.issueGostSystem({ bin: STATE_SYSTEM_BIN, organisation: 'ШЭП стенда «Тексер» (TEST)', systemOid: STATE_SYSTEM_OID });
  return {
    certificate: new Uint8Array(system.certificate),
    algorithm: 'GOST-2015-512',
    schemes: [{ hash, digestOid: hashOid, signatureOid, parameters: 'null' }],
    sign: async (message) => success(new Uint8Array(system.sign(message))),
  };
}
