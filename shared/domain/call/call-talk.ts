/** What two pages in a call tell each other past their media: how to reach the other side, and what is said in writing. */
import { z } from 'zod';

/** A session description is a few kilobytes; with many candidates inside, ten times that. */
const LongestSdp = z.string().min(1).max(64 * 1024);

/** A connection of one page; after a reload or a drop a page makes another, and the other side answers it with a new one. */
const From = { from: z.string().regex(/^[a-z0-9-]{8,40}$/) };

/** Perfect negotiation (WebRTC 1.0, section 10.7) needs the last two; `ready` asks the desk for its offer. */
export const CallSignal = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), ...From }),
  z.strictObject({ type: z.literal('description'), ...From, kind: z.enum(['offer', 'answer']), sdp: LongestSdp }),
  z.strictObject({ type: z.literal('candidate'), ...From, candidate: z.string().max(2000), mid: z.string().max(64).nullable(), line: z.int().nonnegative().nullable() }),
]);
export type CallSignal = z.infer<typeof CallSignal>;

/** Said by a button: each side reads it in its own language. */
export const QuickPhrase = z.enum([
  'hello',
  'cannot-hear',
  'cannot-see',
  'closer',
  'more-light',
  'one-moment',
  'please-repeat',
  'show-card',
  'code-on-page',
  'sms-late',
  'yes',
  'no',
  'thanks',
]);
export type QuickPhrase = z.infer<typeof QuickPhrase>;

export const ChatLine = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('phrase'), phrase: QuickPhrase }),
  z.strictObject({ type: z.literal('text'), text: z.string().trim().min(1).max(500) }),
]);
export type ChatLine = z.infer<typeof ChatLine>;

/** A server that helps two pages reach each other across networks (RFC 8489, RFC 8656); none is needed on a LAN. */
export const IceServer = z.strictObject({
  urls: z.array(z.string().regex(/^(?:stun|stuns|turn|turns):\S{1,250}$/)).min(1),
  username: z.string().max(200).nullable(),
  credential: z.string().max(500).nullable(),
});
export type IceServer = z.infer<typeof IceServer>;

/** Who sits at the other end, as the citizen may check it: the organisation and a code, never a name. */
export const CallAgent = z.strictObject({ organisation: z.string().max(200), branch: z.string().max(200), operatorId: z.string().min(1).max(64) });
export type CallAgent = z.infer<typeof CallAgent>;

/** What was measured before the queue; `poor` is told and advised upon, `bad` keeps the call from beginning. */
export const PreflightGrade = z.enum(['good', 'poor', 'bad']);
export type PreflightGrade = z.infer<typeof PreflightGrade>;
export const Preflight = z.strictObject({ camera: PreflightGrade, microphone: PreflightGrade, light: PreflightGrade, line: PreflightGrade });
export type Preflight = z.infer<typeof Preflight>;
