/** What portal and register know of a citizen who is in a call: risks, photograph, and the card in the camera held against the register. */
import type { ApplicationFacts } from '../../../../shared/domain/issuance/application-facts.ts';
import { almatyDay } from '../../../../shared/domain/almaty-day.ts';
import type { CardZoneFields } from '../../../../shared/domain/scanning/card-zone.ts';
import type { ComparedField } from '../../../../shared/domain/issuance/case-desk.ts';
import { CardField, type CardData } from '../../../../shared/domain/identification/identification.ts';
import type { CaseReason } from '../../../../shared/domain/issuance/issuance-case.ts';
import type { PersonRecord } from '../../../ports/checking/person-registry.ts';
import { type CallBackground, compareCard } from '../../identification/index.ts';
import type { ComparisonOptions } from './compare-application.ts';
import { compareLatin } from './compare-latin.ts';
import { riskFindings } from './risk-rules.ts';

type Unanswered = CallBackground['unanswered'][number];

/** Why the register says nothing. Any other failure is a system that is away. */
const SILENCE: Readonly<Record<string, Unanswered>> = {
  'registry-consent-waiting': 'consent-waiting',
  'registry-consent-refused': 'refused',
  'service-refused-us': 'refused',
};

export async function backgroundForCall(caseId: string, options: ComparisonOptions): Promise<CallBackground> {
  const { portal, persons, clock, policy, requestContext } = options;
  const told = await portal.facts(caseId);
  if (!told.ok) return { risks: [], registryPhoto: null, compare: () => ({ fields: [], reasons: [] }), unanswered: ['portal'] };
  const facts = told.value;
  const unanswered: Unanswered[] = [];
  const photo = await registryPhoto(caseId, facts, options);
  if (photo === 'away') unanswered.push('portal');
  const answered = await persons.lookUp(facts.iin, caseId, requestContext());
  const isSilent = !answered.ok && answered.failure.code !== 'person-unknown';
  if (isSilent) unanswered.push(SILENCE[answered.failure.code] ?? 'registry');
  const person = answered.ok && answered.value.iin === facts.iin ? answered.value : null;
  return {
    risks: riskFindings(facts, clock.now(), policy().numbers),
    registryPhoto: photo === 'away' ? null : photo,
    compare: (zone) => (person === null ? { fields: [], reasons: isSilent ? [] : ['registry-error'] } : compareZone(zone, person, almatyDay(clock.now()))),
    unanswered,
  };
}

/** Null where the register has none. */
async function registryPhoto(caseId: string, { materials }: ApplicationFacts, { portal }: ComparisonOptions): Promise<Uint8Array | null | 'away'> {
  const material = materials.find(({ name }) => name === 'registry-photo');
  if (material === undefined) return null;
  const bytes = await portal.material(caseId, material.sha256);
  return bytes.ok ? bytes.value : 'away';
}

/** Of the person these hold whatever was read of the card. */
const OF_PERSON: ReadonlySet<CaseReason> = new Set<CaseReason>(['person-deceased', 'person-missing', 'registry-error']);

/** The zone has no Kazakh letters: the names of the register stand there for the operator to compare with the print. */
function compareZone(zone: CardZoneFields | null, person: PersonRecord, today: string): ReturnType<CallBackground['compare']> {
  const { iin = null, number = null, birthDate = null, expiresOn = null } = zone ?? {};
  const card: CardData = { iin, number, surname: null, name: null, patronymic: null, birthDate, expiresOn };
  const { fields, registered, reasons } = compareCard(card, person, today);
  const printed = CardField.options.map((field): ComparedField => ({ field, onCard: card[field], registered: registered[field], comparison: fields[field], corrected: false }));
  const latin = zone === null ? [] : compareLatin(zone, person.latin ?? null);
  const otherSpelling: CaseReason[] = latin.some(({ comparison }) => comparison === 'different') ? ['card-suspect'] : [];
  return { fields: [...printed, ...latin], reasons: zone === null ? reasons.filter((reason) => OF_PERSON.has(reason)) : [...reasons, ...otherSpelling] };
}
