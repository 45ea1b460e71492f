/**
 * Questions to the citizen by SMS (352/НҚ п.20): may this employee see this document, or what the registers know, for this purpose?
 * Answered only on the citizen's phone, by the one-time password or by refusing.
 */
import { timingSafeEqual } from 'node:crypto';
import type { DocumentErrorCode, OnlineAccessRequest } from '../../gateways/documents/messages.ts';
import { failure, success, type Result } from '../../../shared/util/result.ts';
import type { Access, AccessBook } from '../documents/access-book.ts';
import { CONSENT_LIFETIME_MS, CONSENT_WRONG_CODES } from '../documents/lifetimes.ts';
import type { IdSource } from '../id-source.ts';
import type { SmsInbox } from '../messages/sms-inbox.ts';
import type { Population } from '../population/person.ts';
import { consentText } from './consent-text.ts';

/** What the employee wants to see. */
export type ConsentSubject =
  | { type: 'document'; documentId: string; documentType: string }
  /** By the service ids of КДП (order 144/НҚ of 29.04.2022); one question for one request of the asker. */
  | { type: 'registers'; services: readonly string[]; requestNumber: string };

export interface ConsentQuestion {
  id: string;
  iin: string;
  phone: string;
  subject: ConsentSubject;
  asker: Pick<OnlineAccessRequest, 'purpose' | 'ground' | 'employee_name' | 'organisation' | 'branch'>;
  askedAt: Date;
  expiresAt: Date;
  wrongCodes: number;
  decision: { state: 'none' } | { state: 'given'; accessId: string | null } | { state: 'refused' | 'cancelled' };
}

export type QuestionState = 'waiting' | 'given' | 'refused' | 'expired';
export type CodeAnswer = 'given' | 'wrong-code' | 'refused' | 'over';

export interface ConsentQuestions {
  ask(request: OnlineAccessRequest, documentType: string): Result<ConsentQuestion, DocumentErrorCode>;
  /** The question of КДП itself (`omit-sms` false): asked once for a request, and anew when its time ran out. Null without a phone in БМГ. */
  askForRegisters(iin: string, subject: Extract<ConsentSubject, { type: 'registers' }>, asker: ConsentQuestion['asker']): ConsentQuestion | null;
  byId(id: string): ConsentQuestion | undefined;
  /** Newest first. */
  of(iin: string): ConsentQuestion[];
  stateOf(question: ConsentQuestion): QuestionState;
  /** The citizen's side; the third wrong code counts as a refusal. */
  enterCode(question: ConsentQuestion, code: string): CodeAnswer;
  refuse(question: ConsentQuestion): void;
  /** The asker's side. */
  cancel(id: string): void;
  collect(id: string): Result<Access, DocumentErrorCode>;
}

export function createConsentQuestions(parts: {
  population: () => Population;
  accesses: AccessBook;
  inbox: SmsInbox;
  ids: IdSource;
  now: () => Date;
}): ConsentQuestions {
  const { population, accesses, inbox, ids, now } = parts;
  const questions = new Map<string, ConsentQuestion>();
  /** The passwords live apart from the questions, so that no page or answer can print one by accident. */
  const passwords = new Map<string, string>();

  const stateOf = (question: ConsentQuestion): QuestionState => {
    const { decision } = question;
    if (decision.state === 'refused' || decision.state === 'given') return decision.state;
    return decision.state === 'cancelled' || now() >= question.expiresAt ? 'expired' : 'waiting';
  };

  function send(person: { iin: string; phone: string }, subject: ConsentSubject, asker: ConsentQuestion['asker']): ConsentQuestion {
    const askedAt = now();
    const question: ConsentQuestion = {
      id: ids.uuid(),
      ...person,
      subject,
      asker,
      askedAt,
      expiresAt: new Date(askedAt.getTime() + CONSENT_LIFETIME_MS),
      wrongCodes: 0,
      decision: { state: 'none' },
    };
    questions.set(question.id, question);
    const password = ids.digits(6);
    passwords.set(question.id, password);
    inbox.send(person.phone, consentText(question.asker, question.subject.type, password), question.id);
    return question;
  }

  return {
    ask(request, documentType) {
      const person = population().byIin(request.iin);
      // Not telling an unknown person from a wrong number: the answer must not serve to find out people's phones.
      if (person === undefined || person.phone === null || person.phone !== request.phone) {
        return failure('PHONE_NOT_REGISTERED');
      }
      const document = preferred(person.documents.filter((candidate) => candidate.type === documentType));
      if (document === undefined) return failure('DOCUMENT_NOT_FOUND');
      const { purpose, ground, employee_name, organisation, branch } = request;
      const { iin, phone } = person;
      return success(
        send({ iin, phone }, { type: 'document', documentId: document.id, documentType }, { purpose, ground, employee_name, organisation, branch }),
      );
    },
    askForRegisters(iin, subject, asker) {
      const asked = [...questions.values()].find(
        (question) =>
          question.iin === iin &&
          question.subject.type === 'registers' &&
          question.subject.requestNumber === subject.requestNumber &&
          stateOf(question) !== 'expired',
      );
      const phone = population().byIin(iin)?.phone ?? null;
      return asked ?? (phone === null ? null : send({ iin, phone }, subject, asker));
    },
    byId: (id) => questions.get(id),
    of: (iin) => [...questions.values()].filter((question) => question.iin === iin).toReversed(),
    stateOf,
    enterCode(question, code) {
      if (stateOf(question) !== 'waiting') return 'over';
      if (sameCode(code, passwords.get(question.id) ?? '')) {
        question.decision = { state: 'given', accessId: null };
        return 'given';
      }
      question.wrongCodes += 1;
      if (question.wrongCodes < CONSENT_WRONG_CODES) return 'wrong-code';
      question.decision = { state: 'refused' };
      return 'refused';
    },
    refuse(question) {
      if (stateOf(question) === 'waiting') question.decision = { state: 'refused' };
    },
    cancel(id) {
      const question = questions.get(id);
      if (question !== undefined && stateOf(question) === 'waiting') question.decision = { state: 'cancelled' };
    },
    collect(id) {
      const question = questions.get(id);
      if (question?.subject.type !== 'document') return failure('SESSION_UNKNOWN');
      const state = stateOf(question);
      if (state === 'waiting') return failure('CONSENT_WAITING');
      if (state === 'refused') return failure('CONSENT_REFUSED');
      if (question.decision.state !== 'given' || now() >= question.expiresAt) return failure('CONSENT_EXPIRED');
      const earlier = question.decision.accessId === null ? undefined : accesses.byId(question.decision.accessId);
      if (earlier !== undefined) return success(earlier);
      const access = accesses.grant({
        openerIin: question.iin,
        ownerIin: question.iin,
        documentId: question.subject.documentId,
        documentType: question.subject.documentType,
      });
      question.decision = { state: 'given', accessId: access.id };
      return success(access);
    },
  };
}

/** Of several documents of a type the citizen would show the one in force, and of those the newest. */
function preferred<Row extends { status: { code: string }; beginDate: string }>(rows: Row[]): Row | undefined {
  const rank = (row: Row): string => `${row.status.code === '00' ? 1 : 0} ${row.beginDate}`;
  return rows.toSorted((a, b) => rank(b).localeCompare(rank(a)))[0];
}

function sameCode(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}
