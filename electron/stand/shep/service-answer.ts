/** What a service behind ШЭП answers: a status code of the channel, and data where it went well. */
import type { Element, Markup } from '../../gateways/shep/xml.ts';
import type { StandWorld } from '../world.ts';

export interface ServiceAnswer {
  code: string;
  message: string;
  data: Markup | null;
}

/** `fields` is the content of the request's `data`. */
export type Service = (world: StandWorld, fields: Element) => ServiceAnswer;
