/** What the portal tells an organisation of one application: the person, what was handed in, and the figures its rules of risk want. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type ApplicationFacts, CardRecord } from '../../../shared/domain/issuance/application-facts.ts';
import type { CaseMaterial } from '../../../shared/domain/issuance/case-desk.ts';
import type { RiskSignal } from '../../../shared/domain/issuance/issuance-case.ts';
import { LivenessRecord } from '../../../shared/domain/identification/liveness-record.ts';
import type { StandPerson } from '../population/person.ts';
import { portraitOf } from '../portraits.ts';
import type { StandWorld } from '../world.ts';
import type { Application } from './application-book.ts';

const DAY_MS = 24 * 3_600_000;
/** Of the record of a session of movements, which the service keeps with its own verdict. */
const SessionSigns = LivenessRecord.pick({ camera: true, frames: true }).strip();

export function applicationFacts(world: StandWorld, application: Application): ApplicationFacts {
  const { id, iin, deviceHash } = application;
  const now = world.now();
  const since = (days: number) => world.applications.all().filter(({ openedAt }) => now.getTime() - openedAt.getTime() < days * DAY_MS);
  const person = world.population.byIin(iin);
  const photo = person === undefined ? null : registryPhoto(person);
  const newestFirst = world.materials.list(id).toReversed();
  return {
    iin,
    phoneEnding: person?.phone?.slice(-2) ?? null,
    phoneChangedAt: world.mobileBase.changedAt(iin)?.toISOString() ?? null,
    applicationsThisWeek: since(7).filter((each) => each.iin === iin && each.aim === 'keys').length,
    othersOnDevice: deviceHash === null ? 0 : new Set(since(30).filter((each) => each.deviceHash === deviceHash && each.iin !== iin).map((each) => each.iin)).size,
    wanted: world.wanted.has(iin),
    signals: signalsOf(world, id),
    card: readJson(world, id, world.materials.latest(id, 'card-record'), CardRecord),
    materials: photo === null ? newestFirst : [...newestFirst, photo.material],
  };
}

/** Bytes of what `applicationFacts` names; null for everything else. */
export function materialBytes(world: StandWorld, { id, iin }: Application, sha256: string): { mediaType: string; bytes: Uint8Array } | null {
  const kept = world.materials.list(id).find((material) => material.sha256 === sha256);
  const bytes = kept === undefined ? null : world.materials.read(id, sha256);
  if (kept !== undefined && bytes !== null) return { mediaType: kept.mediaType, bytes };
  const person = world.population.byIin(iin);
  const photo = person === undefined ? null : registryPhoto(person);
  return photo !== null && photo.material.sha256 === sha256 ? { mediaType: photo.material.mediaType, bytes: photo.bytes } : null;
}

/** The photograph the state took for the newest card; a person without a card has none. */
function registryPhoto(person: StandPerson): { material: CaseMaterial; bytes: Uint8Array } | null {
  const card = person.documents.find(({ type, ownerIin }) => type === 'identity_card' && ownerIin === person.iin);
  if (card === undefined) return null;
  const { mediaType, bytes } = portraitOf(person);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { material: { name: 'registry-photo', mediaType, sha256, at: new Date(`${card.beginDate}T00:00:00+05:00`).toISOString() }, bytes };
}

/** Of every session and not of the passed one alone: whoever began before a program's camera, or with somebody beside them, may have changed only that. */
function signalsOf(world: StandWorld, applicationId: string): RiskSignal[] {
  const sessions = world.materials
    .list(applicationId)
    .filter(({ name }) => name === 'liveness-record')
    .flatMap((material) => readJson(world, applicationId, material, SessionSigns) ?? []);
  const isVirtual = sessions.some(({ camera }) => camera.suspicions.length > 0);
  // Counted in the frames: what the page says of them counts for nothing.
  const sawSecond = sessions.some(({ frames }) => frames.some(({ faces }) => faces > 1));
  return [...(isVirtual ? (['virtual-camera'] as const) : []), ...(sawSecond ? (['second-person-seen'] as const) : [])];
}

function readJson<Schema extends z.ZodType>(world: StandWorld, applicationId: string, material: CaseMaterial | null, schema: Schema): z.infer<Schema> | null {
  const bytes = material === null ? null : world.materials.read(applicationId, material.sha256);
  if (bytes === null) return null;
  const parsed = schema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  return parsed.success ? parsed.data : null;
}
