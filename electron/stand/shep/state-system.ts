/** The key with which the stand's ШЭП signs its answers. */
import { openKeyFile } from '../../gateways/shep/key-file.ts';
import type { StandWorld } from '../world.ts';

/** The check digit is right, but no organisation was registered in a month 99. */
export const STATE_SYSTEM_BIN = '999940990023';
/** Arc of the stand's own systems under the test branch of the authority. */
const STATE_SYSTEM_OID = '1.2.398.3.99.2.1';
const PASSWORD = 'Stand-1';

export function stateSystemKey(world: StandWorld): () => ReturnType<typeof openKeyFile> {
  let opened: ReturnType<typeof openKeyFile> | null = null;
  return () => (opened ??= openStateKey(world));
}

async function openStateKey(world: StandWorld): ReturnType<typeof openKeyFile> {
  const authority = await world.authority();
  const { pkcs12 } = await authority.issueSystemKey({
    bin: STATE_SYSTEM_BIN,
    organisation: 'ШЭП стенда «Тексер» (TEST)',
    systemOid: STATE_SYSTEM_OID,
    password: PASSWORD,
  });
  return openKeyFile(pkcs12, PASSWORD);
}
