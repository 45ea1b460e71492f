/** Pictures of an application and what was read from the card: handed in, said to be complete, confirmed by their owner. */
import { CardRecord } from '../../../shared/domain/issuance/application-facts.ts';
import { CardField } from '../../../shared/domain/identification/identification.ts';
import { bytes, json, jsonError, type Reply } from '../http/reply.ts';
import type { StandRequest } from '../http/request.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import { type Application, stageOf } from './application-book.ts';
import { jpegSize } from './jpeg-size.ts';
import { ownRoute, reported, type StageName } from './own-routes.ts';

const LARGEST_PICTURE = 2 * 1024 * 1024;
/** Below this no face and no card can be looked at, above it no camera of a citizen films. */
const [SMALLEST_SIDE, LARGEST_SIDE] = [240, 6000];
/** Retakes and attempts of a patient person, with room. */
const MOST_PICTURES = 120;

/** Which picture belongs to which stage. */
const STAGE_OF: readonly { name: RegExp; stage: StageName }[] = [
  { name: /^(?:selfie|liveness-\d{1,2})$/, stage: 'identification' },
  { name: /^card-(?:front|back)$/, stage: 'card' },
];

export function pictureRoutes(world: StandWorld): Route[] {
  const { materials } = world;
  return [
    ownRoute(world, 'PUT', 'materials/:name', ['identification', 'card'], (application, request) => keepPicture(world, application, request)),
    /** Back to who handed it in: a reloaded page reads the card from it. */
    ownRoute(world, 'GET', 'materials/:name', ['card', 'confirmation'], ({ id }, request) => {
      const name = request.params['name']!;
      const kept = /^card-(?:front|back)$/.test(name) ? materials.latest(id, name) : null;
      return kept === null ? jsonError(404, 'MATERIAL_UNKNOWN', 'no material of this name') : bytes(kept.mediaType, materials.read(id, kept.sha256)!);
    }),
    ownRoute(world, 'POST', 'card', ['card'], ({ id }) => {
      const [front, back] = [materials.latest(id, 'card-front'), materials.latest(id, 'card-back')];
      if (front === null || back === null) return jsonError(409, 'SIDE_MISSING', 'both sides of the card are needed');
      return reported(world, id, { kind: 'card-captured', front: front.sha256, back: back.sha256 });
    }),
    ownRoute(world, 'POST', 'confirmation', ['confirmation'], async ({ id, iin }, request) => {
      const record = await request.json(CardRecord);
      // Told at once: a digit mistyped now would cost its owner a day of moderation.
      if (record.confirmed.iin !== iin) return json({ answer: 'other-iin' }, 422);
      materials.keep(id, 'card-record', 'application/json', Buffer.from(JSON.stringify(record)));
      const corrected = CardField.options.filter((field) => record.confirmed[field] !== record.read[field]).length;
      return reported(world, id, { kind: 'data-confirmed', corrected });
    }),
  ];
}

async function keepPicture({ materials }: StandWorld, application: Application, request: StandRequest): Promise<Reply> {
  const name = request.params['name']!;
  const belongs = STAGE_OF.find((row) => row.name.test(name));
  if (belongs === undefined) return jsonError(404, 'MATERIAL_UNKNOWN', 'no material of this name');
  if (belongs.stage !== stageOf(application)) return jsonError(409, 'STAGE_OTHER', 'the application stands elsewhere');
  if (materials.list(application.id).length >= MOST_PICTURES) return jsonError(429, 'TOO_MANY_PICTURES', 'no more pictures are taken');
  const picture = await request.bytes(LARGEST_PICTURE);
  const size = jpegSize(picture);
  if (size === null) return jsonError(415, 'NOT_A_JPEG', 'a whole JPEG is wanted');
  if (Math.min(size.width, size.height) < SMALLEST_SIDE) return jsonError(422, 'PICTURE_TOO_SMALL', 'the picture has too few points');
  if (Math.max(size.width, size.height) > LARGEST_SIDE) return jsonError(422, 'PICTURE_TOO_LARGE', 'the picture has too many points');
  return json({ sha256: materials.keep(application.id, name, 'image/jpeg', picture) }, 201);
}
