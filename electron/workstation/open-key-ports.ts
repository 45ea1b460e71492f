/** The keys of this workstation on its disk and its tokens: what both windows and the command line open. */
import { dataFiles, sealedFiles } from '../adapters/files/data-directory.ts';
import { loadKeyResources } from '../adapters/key-resources.ts';
import { openFolderFileOutlet } from '../adapters/files/folder-file-outlet.ts';
import { createThreadTokenCustodian } from '../adapters/key-tokens/thread-token-custodian.ts';
import { openSealedKeyShelf } from '../adapters/sealed/sealed-key-shelf.ts';
import type { KeyPorts } from '../ports/keys/key-ports.ts';
import type { Logger } from '../ports/logger.ts';
import type { Notifier } from '../ports/notifier.ts';
import type { SecretBox } from '../ports/secret-box.ts';

export interface KeyPlacesOnDisk {
  directory: string;
  resourcesDirectory: string;
  secretBox: SecretBox;
  logger: Logger;
  notifier: Notifier;
}

export interface OpenedKeyPorts {
  ports: KeyPorts;
  close(): Promise<void>;
}

/** For a shell that has no voice outside its window; the page shows the reminder all the same. */
export const SILENT_NOTIFIER: Notifier = { keyEnding: async () => {} };

/** @throws where the resources of the installation are broken */
export async function openKeyPorts({ directory, resourcesDirectory, secretBox, logger, notifier }: KeyPlacesOnDisk): Promise<OpenedKeyPorts> {
  const { commonPasswords, tokenModules } = await loadKeyResources(resourcesDirectory);
  const tokens = createThreadTokenCustodian(tokenModules);
  const shelf = openSealedKeyShelf(sealedFiles(directory, secretBox.backend).keys, secretBox, logger);
  const outlet = openFolderFileOutlet(dataFiles(directory).exports);
  return { ports: { shelf, tokens, notifier, outlet, commonPasswords }, close: tokens.end };
}
