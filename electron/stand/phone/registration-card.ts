/** A number that is being registered in БМГ: its code is typed here, by its owner, and nowhere else. */
import type { Registration } from '../mobile-base/mobile-base.ts';
import type { StandPerson } from '../population/person.ts';
import { html, type Html } from './html.ts';
import type { ViewContext } from './view-context.ts';

export function registrationCard({ say, address }: ViewContext, person: StandPerson, { id, phone }: Registration): Html {
  return html`<section class="card" aria-labelledby="registration-${id}"><h2 id="registration-${id}">${say('registerNumber')}</h2>
<p>${phone}</p><p class="warning">${say('tellNobody')}</p>
<form method="post" action="${address(person, 'registrations', id)}">
<label for="registration-code">${say('enterCode')}</label>
<input id="registration-code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" pattern="[0-9]{6}" required>
<div class="actions"><button class="main-action">${say('confirmNumber')}</button></div></form></section>`;
}
