/** Registration of a number in БМГ with the person present or in a call: asked for here, confirmed by the person elsewhere, written down at each turn. */
import type { PhoneRegistration } from '../../../../shared/domain/issuance/case-desk.ts';
import { isIin } from '../../../../shared/domain/person/iin.ts';
import { normaliseMobileNumber } from '../../../../shared/domain/person/mobile-number.ts';
import type { MobileBase } from '../../../ports/issuance/mobile-base.ts';
import type { Journal } from '../../journal/index.ts';

export interface PhoneDeskOptions {
  mobileBase: MobileBase;
  journal: Pick<Journal, 'record' | 'subjectHash'>;
  organisation: string;
  /**
   * The number an application waited for is there; `again` where the application could not be moved just now.
   * @param changed null where it stood there before anybody asked: an earlier registration was confirmed while this desk was not looking
   */
  onRegistered(caseId: string, changed: boolean | null, operatorId: string): Promise<'done' | 'again'>;
}

export interface PhoneOrder {
  whom: { caseId: string } | { iin: string };
  /** As it was typed. */
  phone: string;
  how: 'counter' | 'video-call';
}

export interface PhoneDesk {
  begin(order: PhoneOrder, operatorId: string): Promise<PhoneRegistration>;
  /** What became of it; one nobody here asked for is over. */
  poll(registrationId: string): Promise<PhoneRegistration>;
  cancel(registrationId: string): Promise<void>;
}

interface Asked {
  phoneEnding: string;
  operatorId: string;
  expiresAt: string;
  how: PhoneOrder['how'];
  caseId: string | null;
  subjectHash: string | null;
  /** Set once, so that an answer asked for twice is written down once. */
  outcome: Promise<PhoneRegistration> | null;
}

export function createPhoneDesk({ mobileBase, journal, organisation, onRegistered }: PhoneDeskOptions): PhoneDesk {
  const asked = new Map<string, Asked>();

  const note = (registrationId: string, { caseId, subjectHash, how, operatorId }: Asked, state: 'asked' | 'confirmed' | 'changed' | 'over') =>
    journal.record({ kind: 'phone-registered', registrationId, subjectHash, caseId, how, state }, { operatorId, purpose: null });

  async function finish(registrationId: string, order: Asked, state: { state: 'confirmed'; changed: boolean } | { state: 'over'; cause: 'expired' | 'wrong-codes' | 'cancelled' }): Promise<PhoneRegistration> {
    const { caseId, operatorId, phoneEnding } = order;
    if (state.state === 'over') {
      await note(registrationId, order, 'over');
      return { state: 'over', registrationId, cause: state.cause };
    }
    const moved = caseId === null ? 'done' : await onRegistered(caseId, state.changed, operatorId);
    if (moved === 'again') {
      order.outcome = null;
      return stillWaiting(registrationId, order);
    }
    await note(registrationId, order, state.changed ? 'changed' : 'confirmed');
    return { state: 'confirmed', registrationId, phoneEnding, changed: state.changed };
  }

  return {
    async begin({ whom, phone: typed, how }, operatorId) {
      const phone = normaliseMobileNumber(typed);
      if (phone === null) return { state: 'refused', code: 'phone-malformed' };
      if ('iin' in whom && !isIin(whom.iin)) return { state: 'refused', code: 'iin-malformed' };
      const begun = await mobileBase.begin({ whom, phone, how, organisation });
      // A number proven before a crash is not proven again: the application goes on to the code of 1414 as it would have. A call proves it in the call.
      if (!begun.ok && begun.failure.code === 'same-number' && 'caseId' in whom && how === 'counter') await onRegistered(whom.caseId, null, operatorId);
      if (!begun.ok) return { state: 'refused', code: refusalOf(begun.failure.code) };
      const { registrationId, expiresAt } = begun.value;
      const order: Asked = {
        phoneEnding: phone.slice(-2),
        operatorId,
        expiresAt,
        how,
        caseId: 'caseId' in whom ? whom.caseId : null,
        subjectHash: 'iin' in whom ? journal.subjectHash(whom.iin) : null,
        outcome: null,
      };
      asked.set(registrationId, order);
      await note(registrationId, order, 'asked');
      return stillWaiting(registrationId, order);
    },
    async poll(registrationId) {
      const order = asked.get(registrationId);
      if (order === undefined) return { state: 'over', registrationId, cause: 'cancelled' };
      if (order.outcome !== null) return order.outcome;
      const answer = await mobileBase.state(registrationId);
      // Away just now, or still waiting: asked again.
      if (!answer.ok || answer.value.state === 'waiting') return stillWaiting(registrationId, order);
      order.outcome ??= finish(registrationId, order, answer.value);
      return order.outcome;
    },
    async cancel(registrationId) {
      if (asked.has(registrationId)) await mobileBase.cancel(registrationId);
    },
  };
}

const stillWaiting = (registrationId: string, { phoneEnding, expiresAt }: Asked): PhoneRegistration => ({ state: 'waiting', registrationId, phoneEnding, expiresAt });

type Refused = Extract<PhoneRegistration, { state: 'refused' }>['code'];

function refusalOf(code: string): Refused {
  return code === 'person-unknown' || code === 'person-deceased' || code === 'same-number' || code === 'too-soon' ? code : 'service-away';
}
