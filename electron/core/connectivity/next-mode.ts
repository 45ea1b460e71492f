/** The mode of the desk from the contact with its service and from what waits to be delivered. */
import type { DeskMode, ModeReason } from '../../../shared/domain/desk/desk-mode.ts';
import { type Contact, isGivenUp } from './contact.ts';

export interface ModeFacts {
  contact: Contact;
  cabinetsAway: boolean;
  collectorAway: boolean;
  /** Of the clock the contact was noted by. */
  nowMs: number;
  /** Policy `modeSwitchMs`. */
  switchMs: number;
}

/** Keeps since when, as long as the mode is the same. @param at ISO instant */
export function nextMode(mode: DeskMode, facts: ModeFacts, at: string): DeskMode {
  const since = (name: 'degraded' | 'offline'): string => (mode.name === name ? mode.since : at);
  if (isGivenUp(facts.contact, facts.nowMs, facts.switchMs)) return { name: 'offline', since: since('offline') };
  const because = reasonsFor(facts);
  return because.length === 0 ? { name: 'online' } : { name: 'degraded', since: since('degraded'), because };
}

function reasonsFor({ contact, cabinetsAway, collectorAway }: ModeFacts): ModeReason[] {
  const reasons: ModeReason[] = [];
  if (contact.state === 'silent') reasons.push('service-silent');
  else if (contact.slow) reasons.push('service-slow');
  if (cabinetsAway) reasons.push('cabinets-away');
  if (collectorAway) reasons.push('collector-away');
  return reasons;
}
