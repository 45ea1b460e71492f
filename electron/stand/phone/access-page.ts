/** «Открыть доступ»: QR, six digits, the time left, extension and closing. */
import { encodeQR } from 'qr';
import type { OpenedAccess } from '../citizen/citizen-desk.ts';
import type { Reply } from '../http/reply.ts';
import type { StandPerson } from '../population/person.ts';
import type { StandWorld } from '../world.ts';
import { html, trusted, type Html } from './html.ts';
import { phonePage } from './layout.ts';
import { fullName, type ViewContext } from './view-context.ts';

export function accessPage(
  world: StandWorld,
  context: ViewContext,
  person: StandPerson,
  access: OpenedAccess,
  waitingQuestions: number,
): Reply {
  const { titleOf, address, say } = context;
  const owner = world.population.byIin(access.ownerIin);
  return phonePage({
    context,
    path: `/${person.iin}/accesses/${access.id}`,
    heading: titleOf(access.documentType),
    holder: { person, section: 'documents', waitingQuestions },
    body: html`<p><a href="${address(person)}">← ${say('back')}</a></p>
${owner !== undefined && owner.iin !== person.iin && html`<p>${fullName(owner)}</p>`}
${access.state === 'open' ? openAccess(world, context, person, access) : overAccess(context, person, access)}`,
  });
}

function openAccess(world: StandWorld, { say, time, address }: ViewContext, person: StandPerson, access: OpenedAccess): Html {
  const action = (name: string): string => address(person, 'accesses', access.id, name);
  const lifeMs = Date.parse(access.expiresAt) - Date.parse(access.openedAt);
  return html`<section class="card access" data-access="${access.id}">
<p>${say('showQr')}</p>
<div class="qr" role="img" aria-label="${say('qrAlt')}">${trusted(encodeQR(access.qr, 'svg', { ecc: 'medium', border: 2 }))}</div>
<p class="code"><span class="quiet">${say('code')}</span> <strong data-short-code>${access.code.slice(0, 3)} ${access.code.slice(3)}</strong></p>
<p class="left"><span class="quiet">${say('timeLeft')}</span>
<strong role="timer" data-countdown="${access.expiresAt}" data-now="${world.now().toISOString()}">–:––</strong></p>
<progress max="${lifeMs}" value="${lifeMs}" data-progress aria-hidden="true"></progress>
<p class="quiet">${say('openUntil')} ${time(new Date(access.expiresAt))}${access.extended && html` · ${say('extended')}`}</p>
<p role="status">${access.looks === 0 ? say('notSeenYet') : html`${say('seenTimes')} ${access.looks}`}</p>
<div class="actions">
${!access.extended && html`<form method="post" action="${action('extend')}"><button>${say('extend')}</button></form>`}
<form method="post" action="${action('close')}"><button class="danger">${say('close')}</button></form></div>
<p class="warning">${say('neverByPhone')}</p></section>`;
}

function overAccess({ say, address }: ViewContext, person: StandPerson, access: OpenedAccess): Html {
  return html`<section class="card access">
<p role="status" class="over">${say(access.state === 'closed' ? 'accessClosed' : 'accessExpired')}</p>
<p>${say('seenTimes')} ${access.looks}</p>
<form method="post" action="${address(person, 'open')}"><input type="hidden" name="document" value="${access.documentId}">
<button class="main-action">${say('openAgain')}</button></form></section>`;
}
