/** What a citizen can do with the own phone: the one set of operations behind the phone page, the citizen API and the control. */
import { failure, success, type Result } from '../../../shared/util/result.ts';
import type { ConsentQuestion, CodeAnswer } from '../consents/consent-questions.ts';
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

export type CitizenRefusal = 'person-unknown' | 'document-unknown' | 'access-unknown' | 'access-over' | 'question-unknown';

export interface CitizenDesk {
  documentsOf(iin: string): HeldDocument[];
  /** `choice` is a document id, or a type: then the first the person holds of it, own before represented. */
  open(iin: string, choice: { documentId: string } | { documentType: string }): Result<OpenedAccess, CitizenRefusal>;
  access(iin: string, accessId: string): Result<OpenedAccess, CitizenRefusal>;
  extend(iin: string, accessId: string): Result<OpenedAccess, CitizenRefusal>;
  close(iin: string, accessId: string): Result<OpenedAccess, CitizenRefusal>;
  answer(iin: string, questionId: string, answer: { code: string } | 'refuse'): Result<CodeAnswer, CitizenRefusal>;
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

  return {
    documentsOf,
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
