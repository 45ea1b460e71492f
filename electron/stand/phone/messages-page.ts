/** SMS from 1414; where one asks for consent, the one-time password is entered here and nowhere else. */
import type { ConsentQuestion } from '../consents/consent-questions.ts';
import type { Reply } from '../http/reply.ts';
import type { ShortMessage } from '../messages/sms-inbox.ts';
import type { StandPerson } from '../population/person.ts';
import type { StandWorld } from '../world.ts';
import { callCard } from './call-card.ts';
import { html, type Html } from './html.ts';
import { phonePage } from './layout.ts';
import { registrationCard } from './registration-card.ts';
import type { ViewContext } from './view-context.ts';

export function messagesPage(
  world: StandWorld,
  context: ViewContext,
  person: StandPerson,
  waitingQuestions: number,
  wrongCodeFor: string | null,
): Reply {
  const { say, time } = context;
  const registration = world.mobileBase.waitingOf(person.iin);
  // The SIM of the new number is in the hands of the same person.
  const numbers = [person.phone, registration?.phone ?? null].filter((phone) => phone !== null);
  const messages = numbers.flatMap((phone) => world.inbox.of(phone)).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const row = (message: ShortMessage): Html => {
    const question = message.questionId === null ? undefined : world.consents.byId(message.questionId);
    return html`<li class="card message"><p class="quiet">${say('from1414')} · ${time(message.at)}</p>
<div class="sms"><p lang="kk">${message.text.kk}</p><p lang="ru">${message.text.ru}</p></div>
${question?.iin === person.iin && questionPart(world, context, person, question, wrongCodeFor === question.id)}</li>`;
  };
  return phonePage({
    context,
    path: `/${person.iin}/messages`,
    heading: say('messages'),
    holder: { person, section: 'messages', waitingQuestions },
    body: html`${callCard(world, context, person)}${registration !== null && registrationCard(context, person, registration)}${person.phone === null && html`<p>${say('noPhone')}</p>`}
${person.phone !== null && messages.length === 0 && html`<p>${say('noMessages')}</p>`}
<ul class="cards">${messages.map(row)}</ul>`,
  });
}

function questionPart(
  world: StandWorld,
  context: ViewContext,
  person: StandPerson,
  question: ConsentQuestion,
  wrongCode: boolean,
): Html {
  const { say, tell, titleOf, address } = context;
  const state = world.consents.stateOf(question);
  const inputId = `code-${question.id}`;
  const { subject } = question;
  const facts = html`<dl class="facts">
<div><dt>${say('whoAsks')}</dt><dd>${question.asker.organisation}, ${question.asker.branch}: ${question.asker.employee_name}</dd></div>
<div><dt>${say(subject.type === 'document' ? 'whichDocument' : 'whichData')}</dt><dd>${
    subject.type === 'document' ? titleOf(subject.documentType) : subject.services.join(', ')
  }</dd></div>
<div><dt>${say('whatFor')}</dt><dd>${tell(question.asker.ground)}</dd></div></dl>`;
  if (state !== 'waiting') return html`${facts}<p role="status" class="state">${say(`state_${state}`)}</p>`;
  return html`${facts}<form method="post" action="${address(person, 'questions', question.id)}">
<label for="${inputId}">${say('enterCode')}</label>
<input id="${inputId}" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" pattern="[0-9]{6}"${wrongCode ? html` aria-invalid="true" aria-describedby="${inputId}-wrong"` : null}>
${wrongCode && html`<p class="wrong" role="alert" id="${inputId}-wrong">${say('wrongCode')}</p>`}
<div class="actions"><button class="main-action" name="answer" value="agree">${say('agree')}</button>
<button class="danger" name="answer" value="refuse" formnovalidate>${say('refuse')}</button></div></form>`;
}
