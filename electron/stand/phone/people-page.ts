/** Whose phone is it: the training cases first, then whoever is searched for. */
import type { Reply } from '../http/reply.ts';
import type { StandPerson } from '../population/person.ts';
import type { StandWorld } from '../world.ts';
import { html, type Html } from './html.ts';
import { phonePage } from './layout.ts';
import { fullName, type ViewContext } from './view-context.ts';

const SHOWN = 30;

export function peoplePage(world: StandWorld, context: ViewContext, query: string): Reply {
  const { say, tell, language } = context;
  const matching = world.population.people.filter((person) => matches(person, query.trim().toLowerCase()));
  const cases = matching.filter((person) => person.trainingCase !== null);
  const others = matching.filter((person) => person.trainingCase === null);
  const row = (person: StandPerson): Html => html`<li><a class="person" href="${context.address(person)}">
<img src="/phone-assets/faces/${person.iin}" alt="" width="40" height="50" loading="lazy">
<span><strong>${person.trainingCase ? tell(person.trainingCase.title) : fullName(person)}</strong>
<span class="quiet">${person.trainingCase ? fullName(person) : html`${say('iin')} ${person.iin}`}</span></span></a></li>`;
  const group = (title: string, people: readonly StandPerson[]): Html | null =>
    people.length === 0 ? null : html`<h2>${title}</h2><ul class="people">${people.map(row)}</ul>`;

  return phonePage({
    context,
    path: '',
    heading: say('whosePhone'),
    holder: null,
    body: html`<form class="search" role="search" action="/phone/${language}" method="get">
<label for="q">${say('search')}</label>
<div class="inline"><input id="q" name="q" type="search" value="${query}" autocomplete="off"><button>${say('find')}</button></div>
</form>
${matching.length === 0 && html`<p>${say('nobodyFound')}</p>`}
${group(say('trainingCases'), cases)}
${group(say('otherPeople'), others.slice(0, SHOWN))}
${others.length > SHOWN && html`<p class="quiet">${say('moreFound')}</p>`}`,
  });
}

function matches(person: StandPerson, query: string): boolean {
  if (query === '') return true;
  const titles = person.trainingCase ? Object.values(person.trainingCase.title) : [];
  return [fullName(person), person.iin, ...titles].some((text) => text.toLowerCase().includes(query));
}
