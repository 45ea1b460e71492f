/** Documents of the road: driving licences and vehicle registrations; series ZZ, region 00 and these VINs do not exist. */
import { lastDayOfTerm } from '../calendar.ts';
import { digits } from '../demo-numbers.ts';
import type { Draft } from '../draft.ts';
import { day, holderFields, issueDocument, pair, people, text, type Terms } from '../issue-document.ts';
import type { StandDocument, StandPerson } from '../person.ts';
import { INTERIOR_MINISTRY } from '../places.ts';

const CATEGORIES = ['B', 'B, B1', 'A, B', 'B, C', 'B, C, BE'];

const COLOURS = [
  { kk: 'ақ', ru: 'белый' },
  { kk: 'қара', ru: 'чёрный' },
  { kk: 'күміс түсті', ru: 'серебристый' },
  { kk: 'көк', ru: 'синий' },
];

const VEHICLES = [
  { makeModel: 'Toyota Camry', engineVolume: '2494', massUnladen: '1530', massMax: '2030' },
  { makeModel: 'Hyundai Tucson', engineVolume: '1999', massUnladen: '1534', massMax: '2060' },
  { makeModel: 'Chevrolet Cobalt', engineVolume: '1485', massUnladen: '1180', massMax: '1640' },
  { makeModel: 'Lada Granta', engineVolume: '1596', massUnladen: '1115', massMax: '1560' },
];

export function issueDrivingLicence(draft: Draft, person: StandPerson, terms: Terms): StandDocument {
  const number = terms.number ?? `ZZ ${digits(draft.numbers.next('licence'), 6)}`;
  const end = terms.end ?? lastDayOfTerm(terms.begin, 10);
  return issueDocument(draft, person, {
    ...terms,
    type: 'driving_licence',
    number,
    end,
    fields: {
      number: text(number),
      ...holderFields(person),
      birthDate: day(person.birthDate),
      birthPlace: pair(person.birthPlace),
      residence: pair(person.residence),
      categories: text(draft.random.pick(CATEGORIES)),
      issuedBy: pair(INTERIOR_MINISTRY),
      issuedOn: day(terms.begin),
      validUntil: day(end),
    },
  });
}

export function issueVehicleRegistration(draft: Draft, person: StandPerson, terms: Terms): StandDocument {
  const { random, numbers } = draft;
  const number = terms.number ?? `ZZ ${digits(numbers.next('vehicle'), 8)}`;
  const vehicle = random.pick(VEHICLES);
  return issueDocument(draft, person, {
    ...terms,
    type: 'vehicle_registration',
    number,
    fields: {
      number: text(number),
      plate: text(`${digits(numbers.next('plate'), 3)} TST 00`),
      vin: text(`TESTVN${digits(numbers.next('vin'), 11)}`),
      makeModel: text(vehicle.makeModel),
      year: text(String(Number(terms.begin.slice(0, 4)) - random.integer(0, 6))),
      colour: pair(random.pick(COLOURS)),
      category: text('M1'),
      engineVolume: text(vehicle.engineVolume),
      massUnladen: text(vehicle.massUnladen),
      massMax: text(vehicle.massMax),
      holder: people({ person, role: null }),
      issuedBy: pair(INTERIOR_MINISTRY),
      issuedOn: day(terms.begin),
    },
  });
}
