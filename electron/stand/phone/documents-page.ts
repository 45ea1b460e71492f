/** The documents on a phone, own and represented, and one of them in full. */
import type { FieldValue } from '../../../shared/domain/checking/check-outcome.ts';
import type { CitizenDesk, HeldDocument } from '../citizen/citizen-desk.ts';
import type { Reply } from '../http/reply.ts';
import { hasPortrait } from '../population/index.ts';
import { templateOf } from '../population/issuer-templates.ts';
import type { StandPerson } from '../population/person.ts';
import { html, type Html } from './html.ts';
import { phonePage } from './layout.ts';
import { fullName, type ViewContext } from './view-context.ts';

interface FirstPage {
  waitingQuestions: number;
  unknownRequest: boolean;
  /** Who is in a call with this person; null while nobody is. */
  call: Html | null;
}

export function documentsPage(desk: CitizenDesk, context: ViewContext, person: StandPerson, { waitingQuestions, unknownRequest, call }: FirstPage): Reply {
  const { say } = context;
  const held = desk.documentsOf(person.iin);
  const group = (title: string, documents: readonly HeldDocument[]): Html | null =>
    documents.length === 0
      ? null
      : html`<h2>${title}</h2><ul class="cards">${documents.map((each) => documentCard(context, person, each))}</ul>`;
  return phonePage({
    context,
    path: `/${person.iin}`,
    heading: say('documents'),
    holder: { person, section: 'documents', waitingQuestions },
    body: html`${call}${scanForm(context, person, unknownRequest)}${portalLink(context)}${held.length === 0 && html`<p>${say('noDocuments')}</p>`}
${group(say('ownDocuments'), held.filter(({ relation }) => relation === null))}
${group(say('representedDocuments'), held.filter(({ relation }) => relation !== null))}`,
  });
}

/** A page has no camera of a phone: what the QR says is put in by hand or by whoever drives the stand. */
const scanForm = ({ say, address }: ViewContext, person: StandPerson, unknown: boolean): Html => html`<details class="card"${unknown && html` open`}>
<summary>${say('scanRequest')}</summary>
<form method="post" action="${address(person, 'scan')}"><label for="request-qr">${say('requestText')}</label>
<div class="inline"><input id="request-qr" name="qr" autocomplete="off" maxlength="512" required${unknown && html` aria-invalid="true"`}>
<button>${say('scan')}</button></div>
${unknown && html`<p class="wrong" role="alert">${say('requestUnknown')}</p>`}</form></details>`;

/** In a window of its own: the one-time password is read here while it is typed there. */
const portalLink = ({ say, language }: ViewContext): Html => html`<div class="card"><p><a class="button" href="/portal/?lang=${language}" target="_blank" rel="noopener">${say('remoteKeys')}</a></p>
<p class="quiet">${say('remoteKeysText')}</p></div>`;

function documentCard(context: ViewContext, person: StandPerson, held: HeldDocument): Html {
  const { say, tell, titleOf, address } = context;
  const { document, owner, relation } = held;
  const headingId = `d-${document.id}`;
  return html`<li class="card"><h3 id="${headingId}">${titleOf(document.type)}</h3>
${relation && html`<p>${fullName(owner)} <span class="quiet">(${tell(relation)})</span></p>`}
<p class="quiet">${say('number')} ${document.number} · ${term(context, held)}</p>
<div class="actions"><form method="post" action="${address(person, 'open')}">
<input type="hidden" name="document" value="${document.id}">
<button class="main-action" aria-describedby="${headingId}">${say('openAccess')}</button></form>
<a class="button" href="${address(person, 'documents', document.id)}" aria-describedby="${headingId}">${say('details')}</a></div></li>`;
}

const term = ({ say, day }: ViewContext, { document }: HeldDocument): string =>
  document.endDate === null ? say('noExpiry') : `${say('validUntil')} ${day(document.endDate)}`;

export function documentPage(context: ViewContext, person: StandPerson, held: HeldDocument, waitingQuestions: number): Reply {
  const { say, tell, titleOf, address } = context;
  const { document, owner } = held;
  const rows = templateOf(document.type).fields.map(({ key, label }) => {
    const value = document.fields[key];
    return value === undefined ? html`` : html`<div><dt>${tell(label)}</dt><dd>${fieldText(context, value)}</dd></div>`;
  });
  return phonePage({
    context,
    path: `/${person.iin}/documents/${document.id}`,
    heading: titleOf(document.type),
    holder: { person, section: 'documents', waitingQuestions },
    body: html`<p><a href="${address(person)}">← ${say('back')}</a></p>
<article class="card">${hasPortrait(document.type) && html`<img class="portrait" src="/phone-assets/faces/${owner.iin}" alt="" width="128" height="160">`}
<dl class="facts">${rows}</dl>
<form method="post" action="${address(person, 'open')}"><input type="hidden" name="document" value="${document.id}">
<button class="main-action">${say('openAccess')}</button></form></article>`,
  });
}

function fieldText({ tell, day }: ViewContext, value: FieldValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'date':
      return day(value.day);
    case 'pair':
      return tell(value.pair);
    case 'people':
      return value.people.map(({ name, role }) => (role === null ? name : `${tell(role)}: ${name}`)).join('; ');
  }
}
