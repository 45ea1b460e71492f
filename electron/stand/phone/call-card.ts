/** Who is in a video call with this person now, and by which code: what a false agent cannot show in the cabinet. */
import type { StandPerson } from '../population/person.ts';
import type { StandWorld } from '../world.ts';
import { html, type Html } from './html.ts';
import type { ViewContext } from './view-context.ts';

/** Null while nobody is. */
export function callCard({ callRooms }: StandWorld, { say, time }: ViewContext, { iin }: StandPerson): Html | null {
  const call = callRooms.agentWith(iin);
  if (call === null) return null;
  const { agent, code, at } = call;
  return html`<section class="card" aria-label="${say('callNow')}"><p class="quiet">${say('callNow')} · ${time(at)}</p>
<dl class="facts"><div><dt>${say('callCode')}</dt><dd class="short-code">${code}</dd></div>
<div><dt>${say('whoAsks')}</dt><dd>${agent.organisation}, ${agent.branch}</dd></div>
<div><dt>${say('callOperator')}</dt><dd>${agent.operatorId}</dd></div></dl>
<p>${say('callAdvice')}</p></section>`;
}
