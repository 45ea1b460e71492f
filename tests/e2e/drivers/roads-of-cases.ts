/** Brings applications to the stages a test wants: the citizen by the portal's API, the operator by the calls of the desk's own page. */
import type { Page } from 'playwright-core';
import { expect } from 'playwright/test';
import type { Stand } from '../../../electron/stand/index.ts';
import type { StandPerson } from '../../../electron/stand/population/index.ts';
import type { CaseView } from '../../../shared/domain/issuance/case-desk.ts';
import type { CaseAim } from '../../../shared/domain/issuance/issuance-case.ts';
import { greyPicture, PIN, portalCitizen, type PortalCitizen } from '../../fakes/portal-citizen.ts';

/** The head of a picture without its points: a human has to look, and the engine has nothing to do for as many cases as there are stages. */
const DAMAGED = Buffer.concat([greyPicture(120).subarray(0, 200), Buffer.of(0xff, 0xd9)]);
/** Of somebody whose movements could not be measured. */
const NOTHING_MEASURED = { engine: 'test', rulesVersion: '2026.1', plan: [], framesPerSecond: 15, frames: [], stills: [], camera: { label: 'Camera', width: 640, height: 480, frameRate: 30, suspicions: [] } };

export const reached = (citizen: PortalCitizen, stage: string): Promise<void> => expect.poll(() => citizen.stage(), { timeout: 60_000, intervals: [50] }).toBe(stage);

export class RoadsOfCases {
  readonly #stand: Stand;
  readonly #page: () => Page;
  readonly #people: readonly StandPerson[];
  readonly #personOf = new Map<PortalCitizen, StandPerson>();

  /** @param page of the desk that runs at the moment, with an operator signed in @param operators by ИИН: nobody may have their own application */
  constructor(stand: Stand, page: () => Page, operators: ReadonlySet<string>) {
    this.#stand = stand;
    this.#page = page;
    this.#people = stand.control.population.people
      .filter(({ trainingCase, phone, documents, iin, deathDate }) =>
        trainingCase === null && !operators.has(iin) && phone !== null && deathDate === null && documents.some(({ type, ownerIin }) => type === 'identity_card' && ownerIin === iin))
      // Some share a number: the newest code on it would be another one's.
      .filter(({ phone }, index, all) => all.findIndex((other) => other.phone === phone) === index);
  }

  personOf(citizen: PortalCitizen): StandPerson {
    return this.#personOf.get(citizen)!;
  }
  /** Each begins as somebody else. */
  async begin({ picture = DAMAGED, aim }: { picture?: Buffer; aim?: CaseAim } = {}): Promise<PortalCitizen> {
    const person = this.#people[this.#personOf.size]!;
    person.portrait = new Uint8Array(picture);
    const citizen = await portalCitizen(this.#stand, person, reached, { front: picture, ...(aim && { aim }) });
    this.#personOf.set(citizen, person);
    return citizen;
  }
  /** One call of the operator's page, past its buttons. */
  call(name: string, input: unknown): Promise<unknown> {
    return this.#page().evaluate(
      async ([called, given]) => {
        const { host } = globalThis as unknown as { host: { call(name: unknown, input: unknown): Promise<{ ok: boolean; value: unknown }> } };
        const reply = await host.call(called, given);
        if (!reply.ok) throw new Error(JSON.stringify(reply));
        return reply.value;
      },
      [name, input] as const,
    );
  }
  /** The next case, with its pictures on the screen. */
  async approveNext(): Promise<void> {
    const { view } = (await this.call('issuance.takeNext', null)) as { view: CaseView };
    const caseId = view.case.id;
    for (const { sha256 } of view.materials) await this.call('issuance.material', { caseId, sha256 });
    expect(await this.call('issuance.decide', { caseId, answer: { decision: 'approve' } })).toMatchObject({ ok: true });
  }

  async typeCode(citizen: PortalCitizen): Promise<void> {
    await citizen.act('phone-code/send');
    await citizen.act('phone-code', { code: this.#codeTo(this.personOf(citizen).phone!) });
  }
  async toIdentification(citizen: PortalCitizen): Promise<void> {
    await this.typeCode(citizen);
    await reached(citizen, 'identification');
  }
  async cannotMeasure(citizen: PortalCitizen): Promise<void> {
    await citizen.act('liveness-unable', { cause: 'cannot-run' });
  }
  async toOperator(citizen: PortalCitizen): Promise<void> {
    await this.toIdentification(citizen);
    await this.cannotMeasure(citizen);
    await reached(citizen, 'operator-identification');
  }
  async toAccount(citizen: PortalCitizen): Promise<void> {
    await this.toOperator(citizen);
    await this.#atCounter(citizen);
    await this.call('issuance.identifyAtCounter', { caseId: citizen.id, checked: { originalCard: true, faceLikeCard: true, ofOwnWill: true } });
    await reached(citizen, 'account');
  }
  async choosePin(citizen: PortalCitizen): Promise<void> {
    await citizen.act('account', { pin: PIN });
  }
  async toCard(citizen: PortalCitizen): Promise<void> {
    await this.toAccount(citizen);
    await this.choosePin(citizen);
    await reached(citizen, 'card');
  }
  async toModeration(citizen: PortalCitizen, onCard: { surname?: string } = {}): Promise<void> {
    await this.toCard(citizen);
    await citizen.card(onCard);
    await reached(citizen, 'moderation');
  }
  async toRegistration(citizen: PortalCitizen): Promise<void> {
    await citizen.act('phone-unreachable');
    await reached(citizen, 'phone-registration');
  }
  /** The number is changed at the counter; its owner types the code. */
  async register(citizen: PortalCitizen, number: string): Promise<void> {
    await this.#atCounter(citizen);
    const asked = await this.call('issuance.registerPhone', { whom: { caseId: citizen.id }, phone: number, how: 'counter' });
    expect(asked).toMatchObject({ state: 'waiting' });
    const { registrationId } = asked as { registrationId: string };
    await citizen.act('phone-registration/code', { code: this.#codeTo(number) });
    await this.call('issuance.pollPhone', { registrationId });
  }
  async toCoolingOff(citizen: PortalCitizen, number: string): Promise<void> {
    await this.toRegistration(citizen);
    await this.register(citizen, number);
    await reached(citizen, 'cooling-off');
  }
  async toBlocked(citizen: PortalCitizen): Promise<void> {
    await this.toIdentification(citizen);
    await citizen.picture('selfie', greyPicture(60));
    const { body } = await citizen.act('liveness');
    await citizen.act(`liveness/${String(body['session'])}`, NOTHING_MEASURED);
    await reached(citizen, 'blocked');
  }
  /** By the number alone that is asked for. */
  async toRegistered(citizen: PortalCitizen, number: string): Promise<void> {
    await reached(citizen, 'phone-registration');
    await this.register(citizen, number);
    await reached(citizen, 'registered');
  }
  async toRefused(citizen: PortalCitizen): Promise<void> {
    await this.toOperator(citizen);
    await this.#atCounter(citizen);
    const answer = { decision: 'refuse', reason: 'face-differs' };
    expect(await this.call('issuance.decide', { caseId: citizen.id, answer })).toMatchObject({ ok: true });
    await reached(citizen, 'refused');
  }
  async toWithdrawn(citizen: PortalCitizen): Promise<void> {
    await citizen.act('withdraw');
    await reached(citizen, 'withdrawn');
  }

  async #atCounter(citizen: PortalCitizen): Promise<void> {
    expect(await this.call('issuance.openAtCounter', { iin: this.personOf(citizen).iin })).toMatchObject({ state: 'taken', view: { case: { id: citizen.id } } });
  }
  #codeTo(phone: string): string {
    return /\d{6}/.exec(this.#stand.control.messagesTo(phone)[0]!.text.ru)![0];
  }
}
