/** A citizen at the portal's page, by its own API: everything the page does, with the stand's pictures and movements that were measured. */
import { createHash } from 'node:crypto';
import { decode } from 'fast-png';
import jpeg from 'jpeg-js';
import { answerKeyQuestion } from '../../electron/citizen-keystore/answer-key-question.ts';
import { CardField, type CardData, type LivenessChallenge } from '../../shared/domain/identification/identification.ts';
import type { CaseAim } from '../../shared/domain/issuance/issuance-case.ts';
import type { IssuedKey, KeysView } from '../../shared/domain/issuance/portal-keys.ts';
import type { CameraSuspicion } from '../../shared/domain/identification/liveness-record.ts';
import type { FaceFrame } from '../../shared/domain/identification/liveness-rules.ts';
import type { Stand } from '../../electron/stand/index.ts';
import type { StandPerson } from '../../electron/stand/population/index.ts';

const GOOD = { faces: 1, height: 0.4, offset: 0.05 };
const FPS = 15;

/** Frames of somebody who does as asked: half a sine each way, a second of rest before. */
export function calmFrames(movements: readonly LivenessChallenge[]): FaceFrame[] {
  return Array.from({ length: Math.ceil((1.2 + movements.length * 2) * FPS) }, (_, index) => {
    const at = index / FPS;
    const movement = at < 1.2 ? undefined : movements[Math.floor((at - 1.2) / 2)];
    const phase = ((at - 1.2) % 2) / 1.5;
    const swing = movement === undefined || phase > 1 ? 0 : Math.sin(Math.PI * phase);
    const yaw = movement === 'turn-left' ? -16 : movement === 'turn-right' ? 16 : 0;
    const pitch = movement === 'chin-up' ? -10 : movement === 'chin-down' ? 10 : 0;
    const closed = movement === 'blink' && phase > 0.4 && phase < 0.6;
    return { ...GOOD, atMs: at * 1000, yaw: 1 + yaw * swing, pitch: 5 + pitch * swing, eyes: closed ? 0.18 : 0.3 };
  });
}

/** A session before the good one: how many faces are in one of its frames, and what its camera looks like. */
export interface DisturbedSession {
  faces: number;
  suspicions: CameraSuspicion[];
}

/** A picture of one grey, so that pictures differ and a comparer of a test can tell them. */
export function greyPicture(level: number, side = 320): Buffer {
  return jpeg.encode({ width: side, height: side, data: Buffer.alloc(side * side * 4, level) }, 80).data;
}

/** A drawn portrait as a camera would hand it in. */
export function jpegOfPng(png: Uint8Array): Buffer {
  const { width, height, data, channels } = decode(png);
  const rgba = Buffer.alloc(width * height * 4, 255);
  for (let point = 0; point < width * height; point += 1) {
    for (let channel = 0; channel < 3; channel += 1) rgba[point * 4 + channel] = data[point * channels + channel]!;
  }
  return jpeg.encode({ width, height, data: rgba }, 90).data;
}

export interface PortalCitizen {
  readonly id: string;
  readonly token: string;
  act(path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
  read(path: string): Promise<Record<string, unknown>>;
  picture(name: string, bytes: Buffer): Promise<void>;
  stage(): Promise<string>;
  /** The phone, the selfie, the movements, the PIN. @param elapse lets the time of the movements pass on the stand's clock */
  identify(elapse: (ms: number) => Promise<void> | void): Promise<void>;
  /** Both sides. */
  photographCard(): Promise<void>;
  /** What is on the card. */
  confirm(change?: Partial<CardData>): Promise<void>;
  /** Both sides, then what is on the card. */
  card(change?: Partial<CardData>): Promise<void>;
}

/** Of the account, chosen after the identification. */
export const PIN = '804217';

type Reached = (citizen: PortalCitizen, stage: string) => Promise<void>;

/** Stages of the way to keys, and what the citizen does at each: keys made here, certified by the НУЦ of the stand. */
const KEYS_ROAD = {
  grant: (citizen: PortalCitizen) => citizen.act('access', { pin: PIN }),
  application: async (citizen: PortalCitizen) =>
    citizen.act('keys/apply', { agreementVersion: (await keysOf(citizen)).agreement.version, store: 'computer', email: 'azamat@example.kz', remindBy: [] }),
  async requests(citizen: PortalCitizen) {
    const made = await answerKeyQuestion({ ask: 'make', kinds: ['GOST512'], owner: (await keysOf(citizen)).owner }, new Set());
    if (made.answer !== 'made') throw new Error(made.answer);
    return citizen.act('keys/requests', { requests: made.keys.map(({ sealed: { kind }, request }) => ({ kind, pkcs10: Buffer.from(request).toString('base64') })) });
  },
  async installation(citizen: PortalCitizen) {
    const { certificates } = (await citizen.read('keys/certificates')) as { certificates: IssuedKey[] };
    return citizen.act('keys/installed', { certificates: certificates.map(({ certificate }) => createHash('sha256').update(Buffer.from(certificate, 'base64')).digest('hex')) });
  },
};
export type KeysStage = keyof typeof KEYS_ROAD;
const ROAD = Object.keys(KEYS_ROAD) as KeysStage[];
const keysOf = async (citizen: PortalCitizen) => (await citizen.read('keys')) as unknown as KeysView;

/** What the citizen does at this stage. @throws where the portal does not take it */
export async function goOn(citizen: PortalCitizen, stage: KeysStage): Promise<void> {
  const answer = await KEYS_ROAD[stage](citizen);
  if (answer.status >= 300) throw new Error(`${stage}: ${JSON.stringify(answer)}`);
}

/** From the access that is asked for to installed keys, or to the stage before them that is named. */
export async function getKeys(citizen: PortalCitizen, reached: Reached, upTo: KeysStage | 'issued' = 'issued'): Promise<void> {
  for (const [index, stage] of ROAD.entries()) {
    if (stage === upTo) return;
    await goOn(citizen, stage);
    await reached(citizen, ROAD[index + 1] ?? 'issued');
  }
}

/** @param reached resolves when the desk has brought the case to this stage */
export async function portalCitizen(
  stand: Stand,
  person: StandPerson,
  reached: Reached,
  options: { language?: 'kk' | 'ru' | 'en'; aim?: CaseAim; deviceHash?: string; selfie?: Buffer; stills?: readonly Buffer[]; front?: Buffer; disturbed?: DisturbedSession | undefined } = {},
): Promise<PortalCitizen> {
  const call = async (method: string, path: string, body: BodyInit | undefined, headers: Record<string, string>) => {
    const response = await fetch(`${stand.url}/portal/v1/${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const json = { 'content-type': 'application/json' };
  const opened = await call('POST', 'applications', JSON.stringify({ iin: person.iin, language: options.language ?? 'kk', deviceHash: options.deviceHash ?? null, aim: options.aim }), json);
  const [id, token] = [String(opened.body['id']), String(opened.body['token'])];
  const own = { 'x-application-token': token };

  const citizen: PortalCitizen = {
    id,
    token,
    act: (path, given = {}) => call('POST', `applications/${id}/${path}`, JSON.stringify(given), { ...json, ...own }),
    read: async (path) => (await call('GET', `applications/${id}/${path}`, undefined, own)).body,
    async picture(name, bytes) {
      const kept = await call('PUT', `applications/${id}/materials/${name}`, new Uint8Array(bytes), { 'content-type': 'image/jpeg', ...own });
      if (kept.status !== 201) throw new Error(`${name}: ${JSON.stringify(kept)}`);
    },
    async stage() {
      const { body } = await call('GET', `applications/${id}/stage`, undefined, own);
      return (body['shown'] as { stage: { stage: string } } | null)?.stage.stage ?? 'phone';
    },
    async identify(elapse) {
      await reached(citizen, 'phone');
      await citizen.act('phone-code/send');
      const code = /\d{6}/.exec(stand.control.messages(person.iin)[0]!.text.ru)![0];
      await citizen.act('phone-code', { code });
      await reached(citizen, 'identification');
      await citizen.picture('selfie', options.selfie ?? greyPicture(60));
      const camera = { label: 'Camera', width: 1280, height: 720, frameRate: 30 };
      const measured = { engine: 'test', rulesVersion: '2026.1', framesPerSecond: FPS };
      const begin = async () => {
        const { body } = await citizen.act('liveness');
        const plan = body['plan'] as LivenessChallenge[];
        const frames = calmFrames(plan);
        await elapse(Math.ceil(frames.at(-1)!.atMs));
        return { session: String(body['session']), plan, frames };
      };
      if (options.disturbed !== undefined) {
        const { faces, suspicions } = options.disturbed;
        const { session, plan, frames } = await begin();
        const seen = frames.map((frame, index) => (index === 3 ? { ...frame, faces } : frame));
        await citizen.act(`liveness/${session}`, { ...measured, plan, camera: { ...camera, suspicions }, frames: seen, stills: [] });
      }
      const { session, plan, frames } = await begin();
      const stills = [];
      for (const [index, challenge] of [null, plan[0]!, null].entries()) {
        const [name, bytes] = [`liveness-${index + 1}`, options.stills?.[index] ?? greyPicture(70 + index)];
        await citizen.picture(name, bytes);
        stills.push({ name, sha256: createHash('sha256').update(bytes).digest('hex'), atMs: index * 1000, challenge });
      }
      await citizen.act(`liveness/${session}`, { ...measured, plan, camera: { ...camera, suspicions: [] }, frames, stills });
      await reached(citizen, 'account');
      await citizen.act('account', { pin: PIN });
      await reached(citizen, 'card');
    },
    async photographCard() {
      await citizen.picture('card-front', options.front ?? greyPicture(120));
      await citizen.picture('card-back', greyPicture(130));
      await citizen.act('card');
    },
    async confirm(change = {}) {
      const confirmed = { ...cardOf(person), ...change };
      const read = Object.fromEntries(CardField.options.map((field) => [field, confirmed[field]]));
      await citizen.act('confirmation', { read, confirmed, latin: person.latin, mrz: 'good' });
    },
    async card(change) {
      await citizen.photographCard();
      await reached(citizen, 'confirmation');
      await citizen.confirm(change);
    },
  };
  return citizen;
}

/** What stands on the newest identity card of a person of the stand. */
export function cardOf(person: StandPerson): CardData {
  const card = person.documents.find(({ type, ownerIin }) => type === 'identity_card' && ownerIin === person.iin)!;
  const { iin, surname, name, patronymic, birthDate } = person;
  return { iin, surname, name, patronymic, birthDate, number: card.number, expiresOn: card.endDate };
}
