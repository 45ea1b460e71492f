/** The documents an ordinary person of the population has, all in force. */
import { POPULATION_DAY, addDays, addYears, ageOn, dayBetween, laterDay } from './calendar.ts';
import { issueBirthCertificate, issueMarriageCertificates, issueNameChangeCertificate } from './documents/civil-status.ts';
import { issueDiploma, issueStudentCard } from './documents/education.ts';
import { issueIdentityCard } from './documents/identity-card.ts';
import {
  DISABILITY_GROUPS,
  SOCIAL_CATEGORIES,
  issueKandasCard,
  issuePcrTest,
  issuePensionerCard,
  issueSocialDocument,
} from './documents/social.ts';
import { issueDrivingLicence, issueVehicleRegistration } from './documents/transport.ts';
import { personOf, type Draft } from './draft.ts';
import { KAZAKH_NAMES } from './kazakh-names.ts';
import type { StandPerson } from './person.ts';

/** Age at which an own identity card is compulsory, and the pension age of men and women. */
const OWN_CARD_AGE = 16;
const PENSION_AGE = { male: 63, female: 61 };

/** So recent that a term of ten years has at least five to run. */
const EARLIEST_ISSUE = addYears(POPULATION_DAY, -5);
const YESTERDAY = addDays(POPULATION_DAY, -1);
/** First day of the academic year in which the population is laid out. */
const ACADEMIC_YEAR = '2026-09-01';

/** How many of those who could have a document do have it. */
const SHARE = { licence: 0.5, vehicle: 0.5, student: 0.8, diploma: 0.4, pcr: 0.1, disability: 0.05, nameChange: 0.03, kandas: 0.03 };

export function issueOrdinaryDocuments(draft: Draft, person: StandPerson): void {
  const age = ageOn(person.birthDate, POPULATION_DAY);
  if (age >= OWN_CARD_AGE) issueIdentityCard(draft, person, { begin: recentDay(draft, addYears(person.birthDate, OWN_CARD_AGE)) });
  issueFamilyDocuments(draft, person, age);
  if (age >= 18 && age < 75) issueRoadDocuments(draft, person);
  issueEducationDocuments(draft, person, age);
  issueSocialDocuments(draft, person, age);
}

function issueFamilyDocuments(draft: Draft, person: StandPerson, age: number): void {
  const mother = personOf(draft, person.motherIin);
  const father = personOf(draft, person.fatherIin);
  if (age < 18 && mother && father) {
    issueBirthCertificate(draft, person, { mother, father }, { begin: dayBetween(draft.random, person.birthDate, YESTERDAY) });
  }
  if (person.sex === 'male') issueMarriageOf(draft, person);
  if (age >= 20 && draft.random.chance(SHARE.nameChange)) {
    const former = draft.random.pick(KAZAKH_NAMES.surnames.filter(({ male, female }) => ![male, female].includes(person.surname)));
    issueNameChangeCertificate(draft, person, former, { begin: recentDay(draft, addYears(person.birthDate, 18)) });
  }
}

/** Married after both came of age and, where there are children, before the eldest was born. */
function issueMarriageOf(draft: Draft, husband: StandPerson): void {
  const wife = personOf(draft, husband.spouseIin);
  if (!wife) return;
  const bothAdults = laterDay(addYears(husband.birthDate, 18), addYears(wife.birthDate, 18));
  const children = draft.people.filter(({ motherIin, fatherIin }) => motherIin === wife.iin && fatherIin === husband.iin);
  const firstBirth = children.map(({ birthDate }) => birthDate).toSorted()[0];
  issueMarriageCertificates(draft, husband, wife, { begin: dayBetween(draft.random, bothAdults, firstBirth ?? YESTERDAY) });
}

function issueRoadDocuments(draft: Draft, person: StandPerson): void {
  const { random } = draft;
  if (!random.chance(SHARE.licence)) return;
  const begin = recentDay(draft, addYears(person.birthDate, 18));
  issueDrivingLicence(draft, person, { begin });
  if (random.chance(SHARE.vehicle)) issueVehicleRegistration(draft, person, { begin: dayBetween(random, begin, YESTERDAY) });
}

function issueEducationDocuments(draft: Draft, person: StandPerson, age: number): void {
  const { random } = draft;
  if (age >= 17 && age < 22 && random.chance(SHARE.student)) {
    const course = Math.min(age - 16, 3);
    issueStudentCard(draft, person, { begin: addYears(ACADEMIC_YEAR, 1 - course) }, course);
  }
  if (age >= 24 && random.chance(SHARE.diploma)) issueDiploma(draft, person, { begin: addDays(addYears(person.birthDate, 23), 30) });
}

function issueSocialDocuments(draft: Draft, person: StandPerson, age: number): void {
  const { random } = draft;
  if (age >= PENSION_AGE[person.sex]) issuePensionerCard(draft, person, { begin: addYears(person.birthDate, PENSION_AGE[person.sex]) });
  if (age >= 6 && random.chance(SHARE.pcr)) issuePcrTest(draft, person, { begin: dayBetween(random, '2021-05-01', '2022-02-28') });
  if (random.chance(SHARE.disability)) {
    const begin = recentDay(draft, person.birthDate);
    if (age < 18) issueSocialDocument(draft, person, SOCIAL_CATEGORIES.childWithDisability, { begin });
    else issueSocialDocument(draft, person, SOCIAL_CATEGORIES.disability, { begin, group: random.pick(DISABILITY_GROUPS) });
  }
  if (age >= 20 && person.nationality === KAZAKH_NAMES.nationality && random.chance(SHARE.kandas)) {
    issueKandasCard(draft, person, { kk: 'Моңғолия', ru: 'Монголия' }, { begin: dayBetween(random, '2025-06-01', YESTERDAY) });
  }
}

function recentDay(draft: Draft, notBefore: string): string {
  return dayBetween(draft.random, laterDay(EARLIEST_ISSUE, notBefore), YESTERDAY);
}
