/** What remote issuance needs of the world; a desk whose connection names no portal has none of it. */
import type { CasePool } from './case-pool.ts';
import type { CaseStore } from './case-store.ts';
import type { EvidencePackages } from './evidence-packages.ts';
import type { FaceComparer } from './face-comparer.ts';
import type { IssuancePortal } from './issuance-portal.ts';
import type { MobileBase } from './mobile-base.ts';
import type { ReceiptDelivery } from './receipt-delivery.ts';

export interface IssuancePorts {
  portal: IssuancePortal;
  pool: CasePool;
  mobileBase: MobileBase;
  receipts: ReceiptDelivery;
  store: CaseStore;
  packages: EvidencePackages;
  faces: FaceComparer;
  /** Of the organisation's archive: an uncompressed point of P-256, 65 bytes. */
  archiveKey: Uint8Array;
}
