/** One-time requests that desks show as a QR: who asks for which document, who scanned it, what was answered. */
import type { DeskRequest } from '../../gateways/documents/messages.ts';
import type { Access, AccessBook } from '../documents/access-book.ts';
import { DESK_REQUEST_LIFETIME_MS } from '../documents/lifetimes.ts';
import { DESK_REQUEST_PREFIX } from '../documents/qr-payload.ts';
import type { IdSource } from '../id-source.ts';

export interface DeskRequestRecord {
  id: string;
  /** The one-time part of the QR; nobody can guess it and nobody uses it twice. */
  token: string;
  deskCode: string;
  asker: Pick<DeskRequest, 'purpose' | 'ground' | 'employee_name' | 'organisation' | 'branch' | 'workstation'>;
  documentType: string | null;
  expiresAt: Date;
  /** Whose phone scanned it first; the request is that person's from then on. */
  citizenIin: string | null;
  decision: { state: 'none' } | { state: 'given'; accessToken: string } | { state: 'refused' | 'cancelled' };
}

export interface DeskRequestBook {
  open(request: DeskRequest): DeskRequestRecord;
  byId(id: string): DeskRequestRecord | undefined;
  /** @param qr what a phone read; undefined for a code that is over, unknown or another person's */
  scan(qr: string, iin: string): DeskRequestRecord | undefined;
  stateOf(request: DeskRequestRecord): 'waiting' | 'given' | 'refused' | 'expired';
  give(request: DeskRequestRecord, document: Pick<Access, 'openerIin' | 'ownerIin' | 'documentId' | 'documentType'>): void;
  refuse(request: DeskRequestRecord): void;
  /** The asker's side. */
  cancel(request: DeskRequestRecord): void;
}

export function createDeskRequestBook(parts: { accesses: AccessBook; ids: IdSource; now: () => Date }): DeskRequestBook {
  const { accesses, ids, now } = parts;
  const requests = new Map<string, DeskRequestRecord>();

  const stateOf = ({ decision, expiresAt }: DeskRequestRecord) => {
    if (decision.state === 'given' || decision.state === 'refused') return decision.state;
    return decision.state === 'cancelled' || now() >= expiresAt ? 'expired' : 'waiting';
  };

  return {
    open({ purpose, ground, employee_name, organisation, branch, workstation, document_type: documentType }) {
      const request: DeskRequestRecord = {
        id: ids.uuid(),
        token: ids.token(24),
        deskCode: ids.digits(4),
        asker: { purpose, ground, employee_name, organisation, branch, workstation },
        documentType,
        expiresAt: new Date(now().getTime() + DESK_REQUEST_LIFETIME_MS),
        citizenIin: null,
        decision: { state: 'none' },
      };
      requests.set(request.id, request);
      return request;
    },
    byId: (id) => requests.get(id),
    scan(qr, iin) {
      const token = qr.startsWith(DESK_REQUEST_PREFIX) ? qr.slice(DESK_REQUEST_PREFIX.length) : null;
      const request = [...requests.values()].find((candidate) => candidate.token === token);
      if (request === undefined || stateOf(request) !== 'waiting') return undefined;
      if (request.citizenIin !== null && request.citizenIin !== iin) return undefined;
      request.citizenIin = iin;
      return request;
    },
    stateOf,
    give(request, document) {
      if (stateOf(request) === 'waiting') request.decision = { state: 'given', accessToken: accesses.grantToDesk(document).token };
    },
    refuse(request) {
      if (stateOf(request) === 'waiting') request.decision = { state: 'refused' };
    },
    cancel(request) {
      if (stateOf(request) === 'waiting') request.decision = { state: 'cancelled' };
    },
  };
}
