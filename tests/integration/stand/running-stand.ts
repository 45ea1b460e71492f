/** A stand with a clock that only the test moves, and the real gateways connected to it. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { connectGateways, type Gateways } from '../../../electron/gateways/index.ts';
import type { Clock } from '../../../electron/ports/clock.ts';
import type { RequestContext } from '../../../electron/ports/checking/document-access.ts';
import { startStand, type Stand } from '../../../electron/stand/index.ts';
import type { StandPerson } from '../../../electron/stand/population/index.ts';
import type { Connection } from '../../../shared/domain/desk/connection.ts';
import type { Result } from '../../../shared/util/result.ts';
import { POLICY } from '../../fakes/synthetic-citizen.ts';

export const MINUTE = 60_000;
export const START = new Date('2026-11-22T04:00:00Z');

export function stoppedClock(at: Date): Clock {
  return { now: () => at, monotonicMs: () => 0 };
}

export interface RunningStand {
  readonly stand: Stand;
  readonly connection: Connection;
  readonly gateways: Gateways;
  /** The time of the stand and of the gateways. */
  readonly clock: Clock;
  advance(ms: number): void;
  /** The «plain-good» person: everything in order, phone registered. */
  readonly person: StandPerson;
  caseOf(code: string): StandPerson;
  /** Opens an access of the person's identity card. */
  openAccess(person?: StandPerson, documentType?: string): { id: string; token: string; code: string };
}

/** One stand for a file of tests; good weather before each of them. */
export function useStand(): RunningStand {
  let at = START;
  const clock: Clock = { now: () => at, monotonicMs: () => at.getTime() - START.getTime() };
  let stand: Stand;
  let connection: Connection;
  let gateways: Gateways;
  beforeAll(async () => {
    stand = await startStand({ seed: 7, now: () => at });
    connection = await stand.connection();
    gateways = connectGateways(connection, clock, () => POLICY);
  });
  beforeEach(async () => {
    await stand.control.reset();
  });
  afterAll(() => stand.close());
  const caseOf = (code: string): StandPerson => {
    const person = stand.control.population.people.find(({ trainingCase }) => trainingCase?.code === code);
    if (person === undefined) throw new Error(`no training case ${code}`);
    return person;
  };
  return {
    get stand() {
      return stand;
    },
    get connection() {
      return connection;
    },
    get gateways() {
      return gateways;
    },
    get person() {
      return caseOf('plain-good');
    },
    clock,
    advance(ms) {
      at = new Date(at.getTime() + ms);
    },
    caseOf,
    openAccess(person = caseOf('plain-good'), documentType = 'identity_card') {
      return valueOf(stand.control.citizen.open(person.iin, { documentType }));
    },
  };
}

export function context(change: Partial<RequestContext> = {}): RequestContext {
  return {
    requestId: crypto.randomUUID(),
    purposeId: 'state-service',
    ground: { kk: 'Мемлекеттік қызмет көрсету', ru: 'Оказание государственной услуги' },
    operatorId: 'training-tson',
    employeeName: 'Оператор Тренировочный',
    organisation: 'Учебный центр (TEST)',
    branch: 'Окно 1',
    workstation: 'Т-1',
    ...change,
  };
}

/** The value of what must have gone well. @throws naming the failure */
export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.failure)}`);
}

/** The document inside a CAdES signature, found as text: the signature itself is the trust domain's to judge. */
export function signedText(signed: Uint8Array): string {
  return Buffer.from(signed).toString('utf8');
}
