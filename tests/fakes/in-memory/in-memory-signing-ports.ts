/** The ports of signing without a disk: folders and files in a map, a memory that is forgotten, rules that a test sets. */
import { nodeStreamedDigests } from '../../../electron/adapters/node-streamed-digests.ts';
import type { LocalFiles } from '../../../electron/ports/signing/local-files.ts';
import type { SigningMemoryContent } from '../../../electron/ports/signing/signing-memory.ts';
import type { SigningPorts } from '../../../electron/ports/signing/signing-ports.ts';
import type { PortalPolicy } from '../../../shared/domain/signing/portal-policy.ts';
import { PORTALS_OFF } from '../../../shared/domain/signing/portal-policy.ts';
import { failure, success } from '../../../shared/util/result.ts';

export interface InMemorySigningPorts extends SigningPorts {
  /** Absolute paths and their contents. */
  readonly contents: Map<string, Uint8Array>;
  policy: PortalPolicy;
  remembered: SigningMemoryContent;
}

export function inMemorySigningPorts(): InMemorySigningPorts {
  const contents = new Map<string, Uint8Array>();
  const files: LocalFiles = {
    async list(folder, endings) {
      const path = folder ?? '/home';
      const entries = [...contents]
        .filter(([name]) => name.startsWith(`${path}/`) && !name.slice(path.length + 1).includes('/'))
        .filter(([name]) => endings.length === 0 || endings.some((ending) => name.endsWith(ending)))
        .map(([name, bytes]) => ({ name: name.slice(path.length + 1), path: name, kind: 'file' as const, size: bytes.length }));
      return success({ path, parent: null, entries, shortened: false });
    },
    async read(path, maxBytes) {
      const bytes = contents.get(path);
      if (bytes === undefined) return failure('file-not-found');
      return bytes.length > maxBytes ? failure('file-too-large') : success(new Uint8Array(bytes));
    },
    async size(path) {
      const bytes = contents.get(path);
      return bytes === undefined ? failure('file-not-found') : success(bytes.length);
    },
    async *pieces(path) {
      yield contents.get(path)!;
    },
  };
  const ports: InMemorySigningPorts = {
    contents,
    policy: { ...PORTALS_OFF, enabled: true },
    remembered: { lastPlace: null, lastFolder: null, callers: [] },
    portalPolicy: () => ports.policy,
    memory: {
      read: async () => ports.remembered,
      async write(content) {
        ports.remembered = content;
      },
    },
    files,
    digests: nodeStreamedDigests,
    timeStamps: null,
  };
  return ports;
}
