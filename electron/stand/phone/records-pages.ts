/** What was done with the person's data: views («кто, когда, какой документ, цель») and consents, which can be taken back. */
import type { CabinetEntry } from '../cabinets/cabinet-book.ts';
import type { Reply } from '../http/reply.ts';
import type { StandPerson } from '../population/person.ts';
import type { ConsentToken } from '../shep/token-book.ts';
import type { StandWorld } from '../world.ts';
import { html, type Html } from './html.ts';
import { phonePage } from './layout.ts';
import type { ViewContext } from './view-context.ts';

export function viewsPage(world: StandWorld, context: ViewContext, person: StandPerson, waitingQuestions: number): Reply {
  const { say } = context;
  const entries = world.cabinets.ofSubject(person.iin);
  return phonePage({
    context,
    path: `/${person.iin}/views`,
    heading: say('views'),
    holder: { person, section: 'views', waitingQuestions },
    body: html`${entries.length === 0 && html`<p>${say('noViews')}</p>`}
<ul class="cards">${entries.map((entry) => viewCard(context, entry))}</ul>`,
  });
}

const viewCard = ({ say, time, titleOf, purposeOf }: ViewContext, entry: CabinetEntry): Html => html`<li class="card">
<h2>${entry.organisation}</h2><dl class="facts">
<div><dt>${say('whoAsks')}</dt><dd>${entry.branch}, ${entry.workstation}, ${say('employee')} ${entry.employee ?? entry.operatorId}</dd></div>
<div><dt>${say('when')}</dt><dd>${time(new Date(entry.viewedAt))}</dd></div>
<div><dt>${say('whichDocument')}</dt><dd>${titleOf(entry.documentType)}</dd></div>
<div><dt>${say('whatFor')}</dt><dd>${purposeOf(entry.purpose)}</dd></div></dl></li>`;

export function consentsPage(world: StandWorld, context: ViewContext, person: StandPerson, waitingQuestions: number): Reply {
  const { say } = context;
  const tokens = world.tokens.of(person.iin);
  return phonePage({
    context,
    path: `/${person.iin}/consents`,
    heading: say('consents'),
    holder: { person, section: 'consents', waitingQuestions },
    body: html`${tokens.length === 0 && html`<p>${say('noConsents')}</p>`}
<ul class="cards">${tokens.map((token) => consentCard(world, context, person, token))}</ul>`,
  });
}

function consentCard(world: StandWorld, context: ViewContext, person: StandPerson, token: ConsentToken): Html {
  const { say, time, address } = context;
  const ended = world.now() >= token.expiresAt;
  const state = ended ? say('consentEnded') : `${say('consentUntil')} ${time(token.expiresAt)}`;
  return html`<li class="card"><h2>${token.organisation}</h2><dl class="facts">
<div><dt>${say('whoAsks')}</dt><dd>${token.employee}</dd></div>
<div><dt>${say('when')}</dt><dd>${time(token.givenAt)}</dd></div>
<div><dt>${say('whatFor')}</dt><dd>${token.purpose}</dd></div></dl>
<p class="state">${token.revokedAt === null ? state : say('consentRevoked')}</p>
${token.revokedAt === null && !ended && html`<form method="post" action="${address(person, 'consents', token.id, 'revoke')}"><button class="danger">${say('revoke')}</button></form>`}</li>`;
}
