/** A desk's request on the phone that scanned it: who asks and what for, the code to compare, the document to show or none. */
import type { HeldDocument, ScannedRequest } from '../citizen/citizen-desk.ts';
import type { Reply } from '../http/reply.ts';
import type { StandPerson } from '../population/person.ts';
import type { StandWorld } from '../world.ts';
import { html, type Html } from './html.ts';
import { phonePage } from './layout.ts';
import { fullName, type ViewContext } from './view-context.ts';

export function requestPage(
  world: StandWorld,
  context: ViewContext,
  person: StandPerson,
  { request, choices }: ScannedRequest,
  waitingQuestions: number,
): Reply {
  const { say, tell, titleOf, address } = context;
  const { asker, deskCode, documentType } = request;
  const state = world.deskRequests.stateOf(request);
  return phonePage({
    context,
    path: `/${person.iin}/requests/${request.id}`,
    heading: say('askedOfYou'),
    holder: { person, section: 'documents', waitingQuestions },
    body: html`<p><a href="${address(person)}">← ${say('back')}</a></p>
<section class="card"><dl class="facts">
<div><dt>${say('whoAsks')}</dt><dd>${asker.organisation}, ${asker.branch}: ${asker.employee_name}</dd></div>
<div><dt>${say('whatFor')}</dt><dd>${tell(asker.ground)}</dd></div>
${documentType !== null && html`<div><dt>${say('whichDocument')}</dt><dd>${titleOf(documentType)}</dd></div>`}</dl>
${state === 'waiting' ? answerForm(context, person, request.id, deskCode, choices) : html`<p role="status" class="state">${say(`state_${state}`)}</p>`}</section>`,
  });
}

function answerForm(context: ViewContext, person: StandPerson, requestId: string, deskCode: string, choices: readonly HeldDocument[]): Html {
  const { say, address } = context;
  return html`<p class="code"><span class="quiet">${say('deskCode')}</span> <strong data-desk-code>${deskCode}</strong></p>
<p class="warning">${say('compareCode')}</p>
<form method="post" action="${address(person, 'requests', requestId)}">
${
  choices.length === 0
    ? html`<p>${say('noSuchDocument')}</p>`
    : html`<label for="request-document">${say('chooseDocument')}</label>
<select id="request-document" name="document">${choices.map((held) => choice(context, held))}</select>`
}
<div class="actions">${choices.length > 0 && html`<button class="main-action" name="answer" value="show">${say('showDocument')}</button>`}
<button class="danger" name="answer" value="refuse">${say('refuse')}</button></div></form>`;
}

const choice = ({ titleOf }: ViewContext, { document, owner, relation }: HeldDocument): Html =>
  html`<option value="${document.id}">${titleOf(document.type)}${relation !== null && html` (${fullName(owner)})`}</option>`;
