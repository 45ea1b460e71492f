/** What a citizen can do with the own phone: the one set of operations behind the phone page, the citizen API and the control. */
import { failure, success, type Result } from '../../../shared/util/result.ts';
import type { ConsentQuestion, CodeAnswer } from '../consents/consent-questions.ts';
import type { DeskRequestRecord } from '../consents/desk-request-book.ts';
import type { Access, AccessState } from '../documents/access-book.ts';
import { qrPayload } from '../documents/qr-payload.ts';
import type { StandDocument, StandPerson } from '../population/person.ts';
import type { StandWorld } from '../world.ts';

export interface OpenedAccess {
  id: string;
  token: string;
  qr: string;
  code: string;
  openerIin: string;
  ownerIin: string;
  documentId: string;
  documentType: string;
  openedAt: string;
  expiresAt: string;
  extended: boolean;
  state: AccessState;
  /** How many organisations have looked. */
  looks: number;
}

export interface HeldDocument {
  document: StandDocument;
  owner: StandPerson;
  /** Set where the holder of the phone is not the owner but a legal representative. */
  relation: StandDocument['representatives'][number]['relation'] | null;
}

export type CitizenRefusal =
  | 'person-unknown'
  | 'document-unknown'
  | 'access-unknown'
  | 'access-over'
  | 'question-unknown'
  | 'request-unknown'
  | 'request-over';

export interface CitizenDesk {
  documentsOf(iin: string): HeldDocument[];
  /** `choice` is a document id, or a type: then the first the person holds of it, own before represented. */
  open(iin: string, choice: { documentId: string } | { documentType: string }): Result<OpenedAccess, CitizenRefusal>;
  access(iin: string, accessId: string): Result<OpenedAccess, CitizenRefusal>;
  extend(iin: string, accessId: string): Result<OpenedAccess, CitizenRefusal>;
  close(iin: string, accessId: string): Result<OpenedAccess, CitizenRefusal>;
  /** @param qr what the phone scanned off the desk's screen */
  scanRequest(iin: string, qr: string): Result<ScannedRequest, CitizenRefusal>;
  request(iin: string, requestId: string): Result<ScannedRequest, CitizenRefusal>;
  answerRequest(iin: string, requestId: string, answer: { documentId: string } | 'refuse'): Result<null, CitizenRefusal>;
  answer(iin: string, questionId: string, answer: { code: string } | 'refuse'): Result<CodeAnswer, CitizenRefusal>;
}

/** A desk's request as the phone that scanned it shows it. */
export interface ScannedRequest {
  request: DeskRequestRecord;
  /** What this person could answer with. */
  choices: HeldDocument[];
}

export function createCitizenDesk(world: StandWorld): CitizenDesk {
  const documentsOf = (iin: string): HeldDocument[] => {
    const own: HeldDocument[] = (world.population.byIin(iin)?.documents ?? []).map((document) => ({
      document,
      owner: world.population.byIin(iin)!,
      relation: null,
    }));
    const represented = world.population.people.flatMap((owner) =>
      owner.documents.flatMap((document): HeldDocument[] => {
        const link = document.representatives.find((representative) => representative.iin === iin);
        return link === undefined || owner.iin === iin ? [] : [{ document, owner, relation: link.relation }];
      }),
    );
    return [...own, ...represented];
  };
  const ownAccess = (iin: string, id: string): Access | undefined => {
    const access = world.accesses.byId(id);
    return access?.openerIin === iin && access.token !== null ? access : undefined;
  };
  const opened = (access: Access): OpenedAccess => ({
    id: access.id,
    token: access.token ?? '',
    qr: qrPayload(access.token ?? ''),
    code: access.code ?? '',
    openerIin: access.openerIin,
    ownerIin: access.ownerIin,
    documentId: access.documentId,
    documentType: access.documentType,
    openedAt: access.openedAt.toISOString(),
    expiresAt: access.expiresAt.toISOString(),
    extended: access.extended,
    state: world.accesses.stateOf(access),
    looks: access.looks.length,
  });

  const scanned = (iin: string, request: DeskRequestRecord | undefined): Result<ScannedRequest, CitizenRefusal> => {
    if (request === undefined || (request.citizenIin !== null && request.citizenIin !== iin)) return failure('request-unknown');
    const { documentType } = request;
    return success({ request, choices: documentsOf(iin).filter(({ document }) => documentType === null || document.type === documentType) });
  };

  return {
    documentsOf,
    scanRequest: (iin, qr) =>
      world.population.byIin(iin) === undefined ? failure('person-unknown') : scanned(iin, world.deskRequests.scan(qr, iin)),
    request(iin, id) {
      const request = world.deskRequests.byId(id);
      // Only the phone that scanned it may come back to it.
      return request?.citizenIin === iin ? scanned(iin, request) : failure('request-unknown');
    },
    answerRequest(iin, id, answer) {
      const request = world.deskRequests.byId(id);
      if (request?.citizenIin !== iin) return failure('request-unknown');
      if (world.deskRequests.stateOf(request) !== 'waiting') return failure('request-over');
      if (answer === 'refuse') {
        world.deskRequests.refuse(request);
        return success(null);
      }
      const seen = scanned(iin, request);
      const held = seen.ok ? seen.value.choices.find(({ document }) => document.id === answer.documentId) : undefined;
      if (held === undefined) return failure('document-unknown');
      const { document, owner } = held;
      world.deskRequests.give(request, { openerIin: iin, ownerIin: owner.iin, documentId: document.id, documentType: document.type });
      return success(null);
    },
    open(iin, choice) {
      if (world.population.byIin(iin) === undefined) return failure('person-unknown');
      const held = documentsOf(iin).find(({ document }) =>
        'documentId' in choice ? document.id === choice.documentId : document.type === choice.documentType,
      );
      if (held === undefined) return failure('document-unknown');
      const { document, owner } = held;
      const access = world.accesses.open({
        openerIin: iin,
        ownerIin: owner.iin,
        documentId: document.id,
        documentType: document.type,
      });
      return success(opened(access));
    },
    access(iin, id) {
      const access = ownAccess(iin, id);
      return access === undefined ? failure('access-unknown') : success(opened(access));
    },
    extend(iin, id) {
      const access = ownAccess(iin, id);
      if (access === undefined) return failure('access-unknown');
      return world.accesses.extend(access) ? success(opened(access)) : failure('access-over');
    },
    close(iin, id) {
      const access = ownAccess(iin, id);
      if (access === undefined) return failure('access-unknown');
      world.accesses.close(access);
      return success(opened(access));
    },
    answer(iin, questionId, answer) {
      const question: ConsentQuestion | undefined = world.consents.byId(questionId);
      if (question?.iin !== iin) return failure('question-unknown');
      if (answer !== 'refuse') return success(world.consents.enterCode(question, answer.code));
      world.consents.refuse(question);
      return success('refused');
    },
  };
}
