/** The ports of signing on this machine. */
import { join } from 'node:path';
import type { Connection } from '../../shared/domain/desk/connection.ts';
import { diskFiles } from '../adapters/files/disk-files.ts';
import { createJsonSigningMemory } from '../adapters/json-signing-memory.ts';
import { nodeStreamedDigests } from '../adapters/node-streamed-digests.ts';
import { watchPortalPolicy } from '../adapters/portal-policy-file.ts';
import { createTimeStampSource } from '../gateways/time-stamps/index.ts';
import type { SigningPorts } from '../ports/signing/signing-ports.ts';

export const openSigningPorts = (dataDirectory: string, connection: Connection): SigningPorts => ({
  portalPolicy: watchPortalPolicy(),
  memory: createJsonSigningMemory(join(dataDirectory, 'signing-memory.json')),
  files: diskFiles,
  digests: nodeStreamedDigests,
  timeStamps: connection.timeStamps === undefined ? null : createTimeStampSource(connection.timeStamps),
});
