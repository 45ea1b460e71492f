/** One invented citizen with an identity card, and the rules of the desk that looks at it. Nobody here exists. */
import type { DocumentContent } from '../../shared/domain/checking/document-content.ts';
import { DocumentTemplate } from '../../shared/domain/checking/document-template.ts';
import { iinCheckDigit } from '../../shared/domain/person/iin.ts';
import type { Operator } from '../../shared/domain/desk/operator-session.ts';
import { Purpose } from '../../shared/domain/checking/purpose.ts';
import type { PersonRecord } from '../../electron/ports/checking/person-registry.ts';
import identityCard from '../../resources/documents/identity_card.json' with { type: 'json' };
import marriageCertificate from '../../resources/documents/marriage_certificate.json' with { type: 'json' };
import pcrTest from '../../resources/documents/pcr_test.json' with { type: 'json' };
import nameChange from '../../resources/documents/name_change_certificate.json' with { type: 'json' };
import diploma from '../../resources/documents/diploma.json' with { type: 'json' };
import policyFile from '../../resources/policy/policy.json' with { type: 'json' };
import purposeList from '../../resources/policy/purposes.json' with { type: 'json' };
import { PolicyFile, policyAt } from '../../shared/domain/policy.ts';

export const TEMPLATES = [identityCard, marriageCertificate, pcrTest, diploma, nameChange].map((template) => DocumentTemplate.parse(template));
export const IDENTITY_CARD = TEMPLATES[0]!;
export const PURPOSES = purposeList.map((purpose) => Purpose.parse(purpose));
export const POLICY_SETS = PolicyFile.parse(policyFile).sets;
export const POLICY = policyAt(POLICY_SETS, new Date('2026-11-22T05:00:00Z'));

export const purposeById = (id: string): Purpose => PURPOSES.find((purpose) => purpose.id === id)!;

/** A right ИИН for a birth date; `serial` makes it another person's. */
export function syntheticIin(birthDate: string, serial = 1): string {
  const century = Number(birthDate.slice(0, 4)) < 2000 ? '3' : '5';
  for (let next = serial; ; next += 1) {
    const eleven = `${birthDate.slice(2).replaceAll('-', '')}${century}${String(next).padStart(4, '0')}`;
    const digit = iinCheckDigit(eleven);
    if (digit !== null) return eleven + digit;
  }
}

export const CITIZEN_IIN = syntheticIin('1990-05-17');

export function identityCardContent(change: Partial<DocumentContent> = {}): DocumentContent {
  return {
    format: 'edocument/1',
    type: 'identity_card',
    common: {
      docOwner: { lastName: 'ӘБДІҒАППАРҰЛЫ', firstName: 'ҚҰРМАНҒАЗЫ', middleName: null, iin: CITIZEN_IIN },
      docIssuer: { nameRu: 'МВД РК', nameKk: 'ҚР ІІМ', nameEn: 'MIA', bin: IDENTITY_CARD.ownerBin },
      docNumber: '001234567',
    },
    gender: 'male',
    extra: { date_of_birth: '1990-05-17', date_of_issue: '2020-03-10', date_of_expire: '2030-03-09' },
    status: { code: '00', nameRu: 'ДОКУМЕНТ ДЕЙСТВИТЕЛЕН', nameKz: 'ҚҰЖАТ ЖАРАМДЫ' },
    fields: {
      number: { kind: 'text', text: '001234567' },
      surname: { kind: 'text', text: 'ӘБДІҒАППАРҰЛЫ' },
      name: { kind: 'text', text: 'ҚҰРМАНҒАЗЫ' },
      birthDate: { kind: 'date', day: '1990-05-17' },
      sex: { kind: 'pair', pair: { kk: 'ер', ru: 'мужской' } },
      iin: { kind: 'text', text: CITIZEN_IIN },
      nationality: { kind: 'pair', pair: { kk: 'қазақ', ru: 'казах' } },
    },
    face_photo: null,
    presentedBy: null,
    ...change,
  };
}

export function registeredPerson(change: Partial<PersonRecord> = {}): PersonRecord {
  return {
    iin: CITIZEN_IIN,
    surname: 'ӘБДІҒАППАРҰЛЫ',
    name: 'ҚҰРМАНҒАЗЫ',
    patronymic: null,
    birthDate: '1990-05-17',
    deathDate: null,
    lifeStatus: { code: '0', nameRu: 'нормальный', nameKz: 'қалыпты' },
    documents: [registeredCard()],
    ...change,
  };
}

export function registeredCard(change: Partial<PersonRecord['documents'][number]> = {}): PersonRecord['documents'][number] {
  return {
    type: { code: '002', nameRu: 'УДОСТОВЕРЕНИЕ РК', nameKz: 'ҚР ЖЕКЕ КУӘЛІГІ' },
    number: '001234567',
    beginDate: '2020-03-10',
    endDate: '2030-03-09',
    status: { code: '00', nameRu: 'ДОКУМЕНТ ДЕЙСТВИТЕЛЕН', nameKz: 'ҚҰЖАТ ЖАРАМДЫ' },
    invalidityDate: null,
    ...change,
  };
}

export function syntheticOperator(profile: Operator['profile'] = 'tson'): Operator {
  return {
    id: `desk-${profile}`,
    displayName: 'СЫНАҚ ОПЕРАТОР',
    profile,
    organisation: 'Synthetic organisation',
    branch: 'Branch 1',
    certificateExpiresAt: '2027-01-01T00:00:00.000Z',
  };
}
