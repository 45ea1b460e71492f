/** The citizen's app as JSON, for tests and scripts: what the phone page does with forms. */
import { z } from 'zod';
import type { Result } from '../../../shared/util/result.ts';
import { json, jsonError, type Reply } from '../http/reply.ts';
import type { Route } from '../http/routes.ts';
import type { StandWorld } from '../world.ts';
import type { CitizenDesk, CitizenRefusal } from './citizen-desk.ts';

const OpenRequest = z.union([z.strictObject({ documentId: z.string() }), z.strictObject({ documentType: z.string() })]);
const AnswerRequest = z.union([z.strictObject({ code: z.string().max(16) }), z.strictObject({ refuse: z.literal(true) })]);

const reply = <Value>(result: Result<Value, CitizenRefusal>): Reply =>
  result.ok ? json(result.value) : jsonError(result.failure === 'access-over' ? 410 : 404, result.failure, 'refused');

export function citizenRoutes(world: StandWorld, desk: CitizenDesk): Route[] {
  const route = (method: Route['method'], path: string, handle: Route['handle']): Route => ({
    method,
    pattern: `/citizen/${path}`,
    service: null,
    handle,
  });
  return [
    /** People of the training cases first; the rest of the population after them. */
    route('GET', 'people', () =>
      json({
        people: world.population.people
          .toSorted((a, b) => Number(b.trainingCase !== null) - Number(a.trainingCase !== null))
          .map(({ iin, surname, name, phone, trainingCase, documents }) => ({
            iin,
            surname,
            name,
            phone,
            trainingCase,
            documents: documents.map(({ id, type }) => ({ id, type })),
          })),
      }),
    ),
    route('POST', ':iin/accesses', async (request) => reply(desk.open(request.params['iin']!, await request.json(OpenRequest)))),
    route('GET', ':iin/accesses/:id', ({ params }) => reply(desk.access(params['iin']!, params['id']!))),
    route('POST', ':iin/accesses/:id/extend', ({ params }) => reply(desk.extend(params['iin']!, params['id']!))),
    route('POST', ':iin/accesses/:id/close', ({ params }) => reply(desk.close(params['iin']!, params['id']!))),
    route('GET', ':iin/messages', ({ params }) => {
      const phone = world.population.byIin(params['iin']!)?.phone;
      return json({ messages: phone ? world.inbox.of(phone) : [] });
    }),
    route('GET', ':iin/views', ({ params }) => json({ views: world.cabinets.ofSubject(params['iin']!) })),
    route('POST', ':iin/questions/:id', async (request) => {
      const answer = await request.json(AnswerRequest);
      const { iin, id } = request.params;
      const result = desk.answer(iin!, id!, 'code' in answer ? answer : 'refuse');
      return result.ok ? json({ answer: result.value }) : reply(result);
    }),
  ];
}
