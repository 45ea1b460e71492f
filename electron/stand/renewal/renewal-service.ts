/** The office that renews identity cards, over HTTP: the card there is, applications with their pictures, how far they are, feedback. */
import type { Route } from '../http/routes.ts';
import { json, jsonError, type Reply } from '../http/reply.ts';
import {
  ApplicationRequest,
  APPLICATIONS_PATH,
  CardRequest,
  CARDS_PATH,
  FEEDBACK_PATH,
  FeedbackRequest,
  StandingRequest,
  STANDINGS_PATH,
} from '../../gateways/renewal/messages.ts';
import { jpegSize } from '../issuance/jpeg-size.ts';
import type { StandDocument } from '../population/person.ts';
import type { StandWorld } from '../world.ts';

/** Tenge: the fee of the pilot, and a made-up extra for delivery. */
const FEES = { standard: 786, delivery: 2_500 };
const CENTRES = [
  { id: 'tson-1', kk: '№ 1 ХҚКО (оқу)', ru: 'ЦОН № 1 (учебный)' },
  { id: 'tson-2', kk: '№ 2 ХҚКО (оқу)', ru: 'ЦОН № 2 (учебный)' },
];
/** 3.5 × 4.5 cm at about 450 dots an inch; a signature is a strip. */
const PHOTO = { width: 480, height: 600 };
const SIGNATURE = { width: 300, height: 80 };

export function renewalRoutes(world: StandWorld): Route[] {
  const book = world.renewals;
  const cardOf = (iin: string): StandDocument | null => {
    const person = world.population.byIin(iin);
    if (person === undefined || person.deathDate !== null) return null;
    return person.documents.find(({ type, status, endDate }) => type === 'identity_card' && status.code === '00' && endDate !== null) ?? null;
  };
  const post = (pattern: string, handle: Route['handle']): Route => ({ method: 'POST', pattern, service: 'renewal', handle });
  /** What a message that names the right key is answered. */
  const known = ({ api_key: key }: { api_key: string }, answer: () => Reply): Reply => (key === world.apiKey ? answer() : jsonError(401, 'API_KEY_UNKNOWN', 'api key unknown'));

  return [
    post(CARDS_PATH, async (request) => {
      const message = await request.json(CardRequest);
      return known(message, () => {
        const card = cardOf(message.iin);
        return json({ card: card === null ? null : { expires_on: card.endDate, number_ending: card.number.slice(-4), fees: FEES, centres: CENTRES } });
      });
    }),
    post(APPLICATIONS_PATH, async (request) => {
      const message = await request.json(ApplicationRequest);
      return known(message, () => {
        const { iin, phone, email, handover } = message;
        if (cardOf(iin) === null) return jsonError(404, 'NO_CARD', 'no card that ends');
        if (world.population.byIin(iin)?.phone !== phone) return jsonError(409, 'PHONE_DIFFERS', 'another number is registered');
        if (!isPicture(message.photo, PHOTO, 'upright') || !isPicture(message.signature, SIGNATURE, 'any')) return jsonError(422, 'PICTURE_REFUSED', 'photo or signature sample');
        const opened = book.open({ iin, phone, email, handover: handover.by });
        if (opened === null) return jsonError(409, 'ALREADY_APPLIED', 'an application is under way');
        return json({ number: opened.number }, 201);
      });
    }),
    post(STANDINGS_PATH, async (request) => {
      const message = await request.json(StandingRequest);
      return known(message, () => {
        const found = book.standing(message.number);
        return json({ standing: found === null ? null : { status: found.status, changed_at: found.changedAt.toISOString(), feedback_given: found.feedbackGiven } });
      });
    }),
    post(FEEDBACK_PATH, async (request) => {
      const message = await request.json(FeedbackRequest);
      const { number, score, text } = message;
      return known(message, () => json({ taken: book.giveFeedback(number, { score, text }) }));
    }),
  ];
}

function isPicture(base64: string, least: { width: number; height: number }, form: 'upright' | 'any'): boolean {
  const size = jpegSize(Buffer.from(base64, 'base64'));
  return size !== null && size.width >= least.width && size.height >= least.height && (form === 'any' || size.height > size.width);
}
