/** The documents an ordinary person of the population has, all in force. */
import { POPULATION_DAY, addDays, addYears, ageOn, dayBetween, laterDay } from './calendar.ts';
import { personOf, type Draft } from './draft.ts';
import { issueBirthCertificate, issueMarriageCertificates, issueNameChangeCertificate } from './documents/civil-status.ts';
import { issueDiploma, issueStudentCard } from './documents/education.ts';
import { issueIdentityCard } from './documents/identity-card.ts';
import { DISABILITY_GROUPS, SOCIAL_CATEGORIES, issueKandasCard, issuePcrTest, issuePensionerCard, issueSocialDocument } from './documents/social.ts';
import { issueDrivingLicence, issueVehicleRegistration } from './documents/transport.ts';
import { KAZAKH_NAMES } from './kazakh-names.ts';
import type { StandPerson } from './person.ts';

/** Age at which an own identity card is compulsory, and the pension age of men and women. */
const OWN_CARD_AGE = 16;
const PENSION_AGE = { male: 63, female: 61 };

/** So recent that a term of ten years has at least five to run. */
const EARLIEST_ISSUE = addYears(POPULATION_DAY, -5);
const YESTERDAY = addDays(POPULATION_DAY, -1);

export function issueOrdinaryDocuments(draft: Draft, person: StandPerson): void {
  const { random } = draft;
  const age = ageOn(person.birthDate, POPULATION_DAY);
  if (age >= OWN_CARD_AGE) issueIdentityCard(draft, person, { begin: recentDay(draft, addYears(person.birthDate, OWN_CARD_AGE)) });
  if (age < 18) issueBirthCertificateOf(draft, person);
  if (person.sex === 'male') issueMarriageOf(draft, person);
  if (age >= 18 && age < 75 && random.chance(0.5)) {
    const begin = recentDay(draft, addYears(person.birthDate, 18));
    issueDrivingLicence(draft, person, { begin });
    if (random.chance(0.5)) issueVehicleRegistration(draft, person, { begin: dayBetween(random, begin, YESTERDAY) });
  }
  if (age >= 17 && age < 22 && random.chance(0.8)) {
    const course = Math.min(age - 16, 3);
    issueStudentCard(draft, person, { begin: addYears('2026-09-01', 1 - course) }, course);
  }
  if (age >= 24 && random.chance(0.4)) issueDiploma(draft, person, { begin: addDays(addYears(person.birthDate, 23), 30) });
  if (age >= PENSION_AGE[person.sex]) issuePensionerCard(draft, person, { begin: addYears(person.birthDate, PENSION_AGE[person.sex]) });
  if (age >= 5 && random.chance(0.1)) issuePcrTest(draft, person, { begin: dayBetween(random, '2021-05-01', '2022-02-28') });
  if (random.chance(0.05)) issueDisabilityDocument(draft, person, age);
  if (age >= 20 && random.chance(0.03)) {
    const former = random.pick(KAZAKH_NAMES.surnames.filter((surname) => ![surname.male, surname.female].includes(person.surname)));
    issueNameChangeCertificate(draft, person, former, { begin: recentDay(draft, addYears(person.birthDate, 18)) });
  }
  if (age >= 20 && person.nationality === KAZAKH_NAMES.nationality && random.chance(0.03)) {
    issueKandasCard(draft, person, { kk: 'Моңғолия', ru: 'Монголия' }, { begin: dayBetween(random, '2025-06-01', YESTERDAY) });
  }
}

function issueBirthCertificateOf(draft: Draft, child: StandPerson): void {
  const mother = personOf(draft, child.motherIin);
  const father = personOf(draft, child.fatherIin);
  if (mother && father) issueBirthCertificate(draft, child, { mother, father }, { begin: dayBetween(draft.random, child.birthDate, laterDay(child.birthDate, YESTERDAY)) });
}

/** Married after both came of age and, where there are children, before the eldest was born. */
function issueMarriageOf(draft: Draft, husband: StandPerson): void {
  const wife = personOf(draft, husband.spouseIin);
  if (!wife) return;
  const bothAdults = laterDay(addYears(husband.birthDate, 18), addYears(wife.birthDate, 18));
  const births = draft.people.filter((child) => child.motherIin === wife.iin && child.fatherIin === husband.iin).map((child) => child.birthDate);
  const latest = births.toSorted()[0] ?? YESTERDAY;
  issueMarriageCertificates(draft, husband, wife, { begin: dayBetween(draft.random, bothAdults, latest) });
}

function issueDisabilityDocument(draft: Draft, person: StandPerson, age: number): void {
  const category = age < 18 ? SOCIAL_CATEGORIES.childWithDisability : SOCIAL_CATEGORIES.disability;
  const begin = recentDay(draft, person.birthDate);
  const group = draft.random.pick(DISABILITY_GROUPS);
  issueSocialDocument(draft, person, category, age < 18 ? { begin } : { begin, group });
}

function recentDay(draft: Draft, notBefore: string): string {
  const earliest = laterDay(EARLIEST_ISSUE, notBefore);
  return dayBetween(draft.random, earliest, laterDay(YESTERDAY, earliest));
}
