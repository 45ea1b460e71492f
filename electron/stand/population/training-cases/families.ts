/** Cases that show only in a family: representatives of minors, and a former spouse whom the register still lists. */
import type { Draft } from '../draft.ts';
import { issueBirthCertificate, issueDivorceCertificates, issueMarriageCertificates } from '../documents/civil-status.ts';
import { issueIdentityCard } from '../documents/identity-card.ts';
import { SOCIAL_CATEGORIES, issueSocialDocument } from '../documents/social.ts';
import { addMember, marry, openHousehold } from '../household.ts';
import { KAZAKH_NAMES } from '../kazakh-names.ts';
import { RUSSIAN_NAMES } from '../russian-names.ts';

export function addFamilyCases(draft: Draft): void {
  addFamilyWithMinors(draft);
  addDivorcedCouple(draft);
}

function addFamilyWithMinors(draft: Draft): void {
  const family = openHousehold(draft, KAZAKH_NAMES, KAZAKH_NAMES.surnames[3]!);
  const father = addMember(draft, family, { sex: 'male', age: 43 });
  const mother = addMember(draft, family, { sex: 'female', age: 40 });
  marry(father, mother);
  issueMarriageCertificates(draft, father, mother, { begin: '2008-08-16' });
  issueIdentityCard(draft, father, { begin: '2023-09-11' });
  issueIdentityCard(draft, mother, { begin: '2024-11-25' });
  mother.trainingCase = {
    code: 'representative',
    title: { kk: 'Баласының құжатын көрсететін ана', ru: 'Мать показывает документ ребёнка', en: "Mother presenting her child's document" },
  };

  const parents = { mother, father };
  const teenager = addMember(draft, family, { sex: 'female', birthDate: '2010-04-12', phone: mother.phone, mother, father });
  issueBirthCertificate(draft, teenager, parents, { begin: '2010-05-05' });
  issueIdentityCard(draft, teenager, { begin: '2026-04-27' });
  teenager.trainingCase = {
    code: 'teenager-own-card',
    title: { kk: 'Өз куәлігі бар жасөспірім', ru: 'Подросток со своим удостоверением', en: 'Teenager with her own card' },
  };

  const child = addMember(draft, family, { sex: 'male', birthDate: '2019-06-03', phone: null, mother, father });
  issueBirthCertificate(draft, child, parents, { begin: '2019-06-21' });
  issueSocialDocument(draft, child, SOCIAL_CATEGORIES.childWithDisability, { begin: '2022-02-14' });
  child.trainingCase = {
    code: 'minor-two-representatives',
    title: { kk: 'Екі өкілі бар бала', ru: 'Ребёнок с двумя представителями', en: 'Child with two representatives' },
  };
}

/** The divorce is recorded, but neither the marriage certificate nor the family part of the register has heard of it. */
function addDivorcedCouple(draft: Draft): void {
  const family = openHousehold(draft, RUSSIAN_NAMES, RUSSIAN_NAMES.surnames[1]!);
  const husband = addMember(draft, family, { sex: 'male', age: 39 });
  const wife = addMember(draft, family, { sex: 'female', age: 37 });
  marry(husband, wife);
  issueIdentityCard(draft, husband, { begin: '2022-03-30' });
  issueIdentityCard(draft, wife, { begin: '2023-06-06' });
  issueMarriageCertificates(draft, husband, wife, { begin: '2013-09-14' });
  issueDivorceCertificates(draft, husband, wife, { begin: '2024-10-22' });
  wife.trainingCase = {
    code: 'former-spouse-listed',
    title: {
      kk: 'Ажырасқан, бірақ тізілімде бұрынғы жұбайы тұр',
      ru: 'В разводе, но в реестре указан бывший супруг',
      en: 'Divorced, former spouse still listed',
    },
  };
}
