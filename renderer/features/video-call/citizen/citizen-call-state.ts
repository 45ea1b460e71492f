/** What the citizen's page knows of its call, from the queue to the end, and how a message changes it. */
import type { CallAgent, ChatLine } from '../../../../shared/domain/call/call-talk.ts';
import type { CallEnd, CallPrompt } from '../../../../shared/domain/call/citizen-messages.ts';
import type { SaidLine } from '../chat/Chat.tsx';
import type { LinkState } from '../peer/peer-link.ts';

export type CitizenCallState =
  /** `ahead` null until the service has answered. */
  | { phase: 'queue'; ahead: number | null }
  | { phase: 'call'; agent: CallAgent; code: string; prompt: CallPrompt | null; operatorAwayUntil: string | null; link: LinkState; lines: readonly SaidLine[]; taken: number }
  | ({ phase: 'ended' } & CallEnd)
  | { phase: 'refused' };

type InCall = Extract<CitizenCallState, { phase: 'call' }>;

export const begunCall = (agent: CallAgent, code: string): InCall => ({ phase: 'call', agent, code, prompt: null, operatorAwayUntil: null, link: 'connecting', lines: [], taken: 0 });

/** Changes a call that runs, and nothing before or after it. */
export const inCall =
  (change: (before: InCall) => Partial<InCall>) =>
  (before: CitizenCallState): CitizenCallState => (before.phase === 'call' ? { ...before, ...change(before) } : before);
export const said = (by: SaidLine['by'], line: ChatLine) => inCall(({ lines }) => ({ lines: [...lines, { id: lines.length, by, line }] }));
