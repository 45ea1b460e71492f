/** The third way in (352/НҚ п.20): asks the citizen's registered phone and waits; the one-time password never comes here. */
import type { DocumentTemplate } from '../../../shared/domain/checking/document-template.ts';
import { isIin } from '../../../shared/domain/person/iin.ts';
import type { ReasonCode } from '../../../shared/domain/reason-code.ts';
import { withoutSeparators } from '../../../shared/domain/scanning/typed-digits.ts';
import type { ConsentAnswer } from '../../../shared/ipc/checking-calls.ts';
import type { ConsentRequests } from '../../ports/checking/consent-requests.ts';
import type { Journal } from '../journal/index.ts';
import { NotPermitted } from '../not-permitted.ts';
import type { DeskContext } from './evidence.ts';
import { purposeRefusal } from './layers/purpose-rule-layer.ts';
import { normaliseMobileNumber } from '../../../shared/domain/person/mobile-number.ts';
import { requestContext } from './request-context.ts';

export interface ConsentDeskTools {
  consents: ConsentRequests;
  journal: Pick<Journal, 'record' | 'subjectHash'>;
  templateOf(type: string): DocumentTemplate | null;
  workstation: string;
  randomId(): string;
}

export interface ConsentDesk {
  request(input: { iin: string; phone: string; documentType: string }, desk: DeskContext): Promise<ConsentAnswer>;
  poll(requestId: string): Promise<ConsentAnswer>;
  cancel(requestId: string): Promise<void>;
  /** What was asked for under this id, by this operator in this session. */
  consentOf(requestId: string): { iin: string; documentType: string } | undefined;
  /** Collected or no longer wanted. */
  forget(requestId: string): void;
  /** Withdraws every open request; on lock and sign-out. */
  forgetAll(): Promise<void>;
}

const refused = (code: ReasonCode): ConsentAnswer => ({ state: 'refused', code });

export function createConsentDesk(tools: ConsentDeskTools): ConsentDesk {
  const { consents, journal, templateOf } = tools;
  const asked = new Map<string, { iin: string; documentType: string }>();
  /** Counts departures from the desk: an answer from before the last one belongs to nobody. */
  let departures = 0;

  async function cancel(requestId: string): Promise<void> {
    if (asked.delete(requestId)) await consents.cancel(requestId);
  }

  return {
    async request({ iin: typedIin, phone: typedPhone, documentType }, desk) {
      const iin = withoutSeparators(typedIin);
      if (!isIin(iin)) return refused('iin-malformed');
      const phone = normaliseMobileNumber(typedPhone);
      if (phone === null) return refused('consent-phone-unknown');
      const template = templateOf(documentType);
      if (template === null) return refused('document-type-unknown');
      const refusal = purposeRefusal(template, desk, 'sms-consent');
      if (refusal !== null) return refused(refusal === 'presence-required' ? 'consent-not-for-remote' : refusal);

      const before = departures;
      const answer = await consents.request({ iin, phone, documentType }, requestContext(desk, tools));
      if (!answer.ok) return refused(answer.failure.code);
      const { requestId, expiresAt, phoneEnding } = answer.value;
      asked.set(requestId, { iin, documentType });
      try {
        const context = { operatorId: desk.operator.id, purpose: desk.purpose.id };
        await journal.record({ kind: 'consent-requested', requestId, documentType, subjectHash: journal.subjectHash(iin) }, context);
      } catch (error) {
        await cancel(requestId);
        throw error;
      }
      if (before !== departures) {
        await cancel(requestId);
        throw new NotPermitted('superseded');
      }
      return { state: 'waiting', requestId, expiresAt, phoneEnding };
    },

    async poll(requestId) {
      if (!asked.has(requestId)) return refused('consent-expired');
      const answer = await consents.state(requestId);
      if (!answer.ok) return refused(answer.failure.code);
      const consent = answer.value;
      if (consent.state === 'waiting') return { state: 'waiting', requestId, expiresAt: consent.expiresAt, phoneEnding: consent.phoneEnding };
      if (consent.state === 'given') return { state: 'given', requestId };
      asked.delete(requestId);
      return refused(consent.state === 'refused' ? 'consent-refused' : 'consent-expired');
    },

    cancel,
    consentOf: (requestId) => asked.get(requestId),
    forget: (requestId) => {
      asked.delete(requestId);
    },
    async forgetAll() {
      departures += 1;
      await Promise.all([...asked.keys()].map(cancel));
    },
  };
}
