/** The ports of remote issuance, where the connection names its portal. */
import { diskEvidencePackages } from '../adapters/cases/disk-evidence-packages.ts';
import { openSqliteCaseStore } from '../adapters/cases/sqlite-case-store.ts';
import type { dataFiles } from '../adapters/files/data-directory.ts';
import { createCasePool } from '../gateways/issuance/case-pool.ts';
import { createIssuancePortal } from '../gateways/issuance/index.ts';
import { createReceiptDelivery } from '../gateways/issuance/receipt-delivery.ts';
import { createMobileBase } from '../gateways/mobile-base/index.ts';
import type { Connection } from '../../shared/domain/desk/connection.ts';
import type { FaceComparer } from '../ports/issuance/face-comparer.ts';
import type { IssuancePorts } from '../ports/issuance/issuance-ports.ts';

export interface OpenedIssuance {
  ports: IssuancePorts | null;
  close(): Promise<void>;
}

/** @param workstation the name by which the others of the organisation know it @throws where the file of the cases cannot be opened */
export function openIssuancePorts({ issuance }: Connection, workstation: string, faces: FaceComparer, files: Pick<ReturnType<typeof dataFiles>, 'cases' | 'evidence'>): OpenedIssuance {
  if (issuance === undefined) return { ports: null, close: async () => {} };
  const store = openSqliteCaseStore(files.cases);
  return {
    ports: {
      portal: createIssuancePortal(issuance),
      pool: createCasePool(issuance, workstation),
      mobileBase: createMobileBase(issuance),
      receipts: createReceiptDelivery(issuance),
      store,
      packages: diskEvidencePackages(files.evidence),
      faces,
      archiveKey: new Uint8Array(Buffer.from(issuance.archiveKey, 'base64')),
    },
    close: async () => store.close(),
  };
}
