/** What the zone of a card held into the camera is worth, and what follows from it; the page that read it is not believed about check digits. */
import type { ZoneLines, ZoneVerdict } from '../../../../../shared/domain/call/call-support.ts';
import { type CardZoneFields, fieldsOfZone, zoneHolds } from '../../../../../shared/domain/scanning/card-zone.ts';
import type { CaseReason } from '../../../../../shared/domain/issuance/issuance-case.ts';

export interface JudgedZone {
  verdict: Exclude<ZoneVerdict, 'waiting'>;
  /** Only of a good zone: nothing is compared upon wrong check digits. */
  fields: CardZoneFields | null;
  reasons: readonly CaseReason[];
}

/** @param lines null where no zone was found in the picture @param today YYYY-MM-DD in Asia/Almaty; the last day of validity still counts */
export function judgeZone(lines: ZoneLines | null, today: string): JudgedZone {
  if (lines === null) return { verdict: 'unread', fields: null, reasons: ['card-unreadable'] };
  if (!zoneHolds(lines.join(''))) return { verdict: 'wrong', fields: null, reasons: ['card-suspect'] };
  const fields = fieldsOfZone(lines);
  return { verdict: 'good', fields, reasons: fields.expiresOn < today ? ['card-expired'] : [] };
}
