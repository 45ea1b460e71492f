/** The citizen's phone as a page of the stand: server-rendered, working without script, the same acts as the citizen API. */
import { Language } from '../../../shared/domain/localized.ts';
import type { CitizenDesk } from '../citizen/citizen-desk.ts';
import { bytes, empty, json, seeOther, text, type Reply } from '../http/reply.ts';
import type { StandRequest } from '../http/request.ts';
import type { Route } from '../http/routes.ts';
import type { StandPerson } from '../population/person.ts';
import { portraitOf } from '../portraits.ts';
import type { StandWorld } from '../world.ts';
import { accessPage } from './access-page.ts';
import { callCard } from './call-card.ts';
import { documentPage, documentsPage } from './documents-page.ts';
import { html } from './html.ts';
import { phonePage } from './layout.ts';
import { messagesPage } from './messages-page.ts';
import { peoplePage } from './people-page.ts';
import { requestPage } from './request-page.ts';
import { consentsPage, viewsPage } from './records-pages.ts';
import { PHONE_SCRIPT } from './script.ts';
import { PHONE_STYLES } from './styles.ts';
import { viewContext, type ViewContext } from './view-context.ts';

interface Visit {
  request: StandRequest;
  context: ViewContext;
  person: StandPerson;
  waiting: number;
}

export function phoneRoutes(world: StandWorld, desk: CitizenDesk): Route[] {
  const get = (pattern: string, handle: Route['handle']): Route => ({ method: 'GET', pattern, service: null, handle });
  const waitingOf = (person: StandPerson): number =>
    world.consents.of(person.iin).filter((question) => world.consents.stateOf(question) === 'waiting').length;

  /** A page of one person's phone. */
  const visit = (method: Route['method'], path: string, handle: (visit: Visit) => Promise<Reply> | Reply): Route => ({
    method,
    pattern: `/phone/:language/:iin${path}`,
    service: null,
    handle(request) {
      const language = Language.safeParse(request.params['language']);
      const person = world.population.byIin(request.params['iin'] ?? '');
      if (!language.success || person === undefined) return notThere(language.data ?? 'ru');
      return handle({ request, context: viewContext(language.data), person, waiting: waitingOf(person) });
    },
  });

  return [
    get('/phone', () => seeOther('/phone/kk')),
    get('/phone/:language', (request) => {
      const language = Language.safeParse(request.params['language']);
      if (!language.success) return notThere('ru');
      return peoplePage(world, viewContext(language.data), request.url.searchParams.get('q') ?? '');
    }),
    visit('GET', '', ({ request, context, person, waiting }) =>
      documentsPage(desk, context, person, { waitingQuestions: waiting, unknownRequest: request.url.searchParams.has('unknown'), call: callCard(world, context, person) }),
    ),
    visit('GET', '/documents/:id', ({ request, context, person, waiting }) => {
      const held = desk.documentsOf(person.iin).find(({ document }) => document.id === request.params['id']);
      return held === undefined ? notThere(context.language) : documentPage(context, person, held, waiting);
    }),
    visit('POST', '/open', async ({ request, context, person }) => {
      const opened = desk.open(person.iin, { documentId: (await request.form()).get('document') ?? '' });
      return opened.ok ? seeOther(context.address(person, 'accesses', opened.value.id)) : notThere(context.language);
    }),
    visit('GET', '/accesses/:id', ({ request, context, person, waiting }) => {
      const access = desk.access(person.iin, request.params['id']!);
      return access.ok ? accessPage(world, context, person, access.value, waiting) : notThere(context.language);
    }),
    ...(['extend', 'close'] as const).map((act) =>
      visit('POST', `/accesses/:id/${act}`, ({ request, context, person }) => {
        // An access that ended meanwhile is shown as ended; that is all there is to say.
        desk[act](person.iin, request.params['id']!);
        return seeOther(context.address(person, 'accesses', request.params['id']!));
      }),
    ),
    visit('POST', '/scan', async ({ request, context, person }) => {
      const read = desk.scanRequest(person.iin, (await request.form()).get('qr')?.trim() ?? '');
      return seeOther(read.ok ? context.address(person, 'requests', read.value.request.id) : `${context.address(person)}?unknown=1`);
    }),
    visit('GET', '/requests/:id', ({ request, context, person, waiting }) => {
      const read = desk.request(person.iin, request.params['id']!);
      return read.ok ? requestPage(world, context, person, read.value, waiting) : notThere(context.language);
    }),
    visit('POST', '/requests/:id', async ({ request, context, person }) => {
      const form = await request.form();
      const id = request.params['id']!;
      // What came too late is shown as over; that is all there is to say.
      desk.answerRequest(person.iin, id, form.get('answer') === 'refuse' ? 'refuse' : { documentId: form.get('document') ?? '' });
      return seeOther(context.address(person, 'requests', id));
    }),
    visit('GET', '/messages', ({ request, context, person, waiting }) =>
      messagesPage(world, context, person, waiting, request.url.searchParams.get('wrong')),
    ),
    visit('POST', '/questions/:id', async ({ request, context, person }) => {
      const form = await request.form();
      const id = request.params['id']!;
      const answered = desk.answer(person.iin, id, form.get('answer') === 'refuse' ? 'refuse' : { code: form.get('code') ?? '' });
      const wrong = answered.ok && answered.value === 'wrong-code';
      return seeOther(context.address(person, 'messages') + (wrong ? `?wrong=${encodeURIComponent(id)}` : ''));
    }),
    visit('POST', '/registrations/:id', async ({ request, context, person }) => {
      const { id } = world.mobileBase.waitingOf(person.iin) ?? {};
      // What came too late, or was wrong, is shown by the state of the registration.
      if (id !== undefined && id === request.params['id']) world.mobileBase.enter(id, String((await request.form()).get('code') ?? ''));
      return seeOther(context.address(person, 'messages'));
    }),
    visit('GET', '/views', ({ context, person, waiting }) => viewsPage(world, context, person, waiting)),
    visit('GET', '/consents', ({ context, person, waiting }) => consentsPage(world, context, person, waiting)),
    visit('POST', '/consents/:id/revoke', ({ request, context, person }) => {
      world.tokens.revoke(person.iin, request.params['id']!);
      return seeOther(context.address(person, 'consents'));
    }),
    /** A short sum of what the pages show, so that an open page knows when to draw itself again. */
    visit('GET', '/pulse', ({ person, waiting }) => {
      const accesses = world.accesses.openNow(person.iin).map(({ id, looks, expiresAt }) => `${id}/${looks.length}/${expiresAt.getTime()}`);
      const messages = (person.phone === null ? 0 : world.inbox.of(person.phone).length) + (world.mobileBase.waitingOf(person.iin) === null ? 0 : 1);
      return json({ pulse: [waiting, messages, world.cabinets.ofSubject(person.iin).length, world.tokens.of(person.iin).length, world.callRooms.agentWith(person.iin)?.code ?? '', ...accesses].join(' ') });
    }),
    get('/favicon.ico', () => empty(204)),
    get('/phone-assets/phone.css', () => text('text/css', PHONE_STYLES)),
    get('/phone-assets/phone.js', () => text('text/javascript', PHONE_SCRIPT)),
    get('/phone-assets/faces/:iin', (request) => {
      const person = world.population.byIin(request.params['iin'] ?? '');
      if (person === undefined) return notThere('ru');
      const portrait = portraitOf(person);
      return bytes(portrait.mediaType, portrait.bytes, { 'cache-control': 'private, max-age=3600' });
    }),
  ];
}

function notThere(language: Language): Reply {
  const context = viewContext(language);
  const heading = context.say('notThere');
  const body = html`<p><a href="/phone/${language}">${context.say('otherPhone')}</a></p>`;
  return phonePage({ context, path: '', heading, body, holder: null, status: 404 });
}
