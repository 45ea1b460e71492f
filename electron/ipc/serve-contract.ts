/** The core's side of the contract: looks the call up, checks the caller, parses, asks the handler, encodes the reply. */
import type { Call, ContractShape, Handlers } from '../../shared/ipc/define-contract.ts';
import type { Fault, Reply } from '../../shared/ipc/wire.ts';
import { NotPermitted } from '../core/not-permitted.ts';
import type { Logger } from '../ports/logger.ts';
import type { AppOrigin } from '../security/app-origin.ts';
import { type Caller, mayCall } from './caller-policy.ts';
import { fitsWire, toWire } from './wire-encoding.ts';

/** For a key file of 64 KiB, twice that leaves room for its frame; a call that takes more says so in the contract. */
const USUAL_INPUT = 128 * 1024;

export interface ServerOptions {
  origin: AppOrigin;
  logger: Logger;
  /** `parsed` finds a handler that drifted from the contract: development and tests; `trusted` in the installed product. */
  output: 'parsed' | 'trusted';
}

export type ContractServer = (caller: Caller, name: unknown, input: unknown) => Promise<Reply>;

type AnyHandler = (input: unknown) => unknown;

/** The answered function never rejects: whatever happens is a reply without any exception's text in it. */
export function serveContract<Shape extends ContractShape>(
  contract: Shape,
  handlers: Handlers<Shape>,
  { origin, logger, output }: ServerOptions,
): ContractServer {
  const refused = (fault: Exclude<Fault, { code: 'internal' }>, call: string): Reply => {
    logger.note('call-refused', { call, ...fault });
    return { ok: false, fault };
  };
  const refuse = (code: Exclude<Fault['code'], 'internal' | 'not-permitted'>, call: string): Reply => refused({ code }, call);

  return async (caller, name, input) => {
    if (!mayCall(caller, origin)) return refuse('caller-refused', 'unknown');
    const found = findCall(contract, name);
    // The name came from the page: only names of the contract are fit for the log.
    if (found === null) return refuse('unknown-call', 'unknown');
    const { call, domain, member } = found;
    const place = `${domain}.${member}`;
    if (!fitsWire(input, call.largestInput ?? USUAL_INPUT)) return refuse('malformed-input', place);
    const parsed = call.input.safeParse(input);
    if (!parsed.success) return refuse('malformed-input', place);
    try {
      const handler = (handlers as Record<string, Record<string, AnyHandler>>)[domain]![member]!;
      const value = await handler(parsed.data);
      return { ok: true, value: toWire(output === 'parsed' ? call.output.parse(value) : value) };
    } catch (error) {
      if (error instanceof NotPermitted) return refused({ code: 'not-permitted', reason: error.reason }, place);
      return { ok: false, fault: { code: 'internal', ref: logger.fault(place, error) } };
    }
  };
}

/** Own properties only: a name such as `constructor` finds nothing. */
function findCall(contract: ContractShape, name: unknown): { call: Call; domain: string; member: string } | null {
  if (typeof name !== 'string') return null;
  const [domain, member, ...rest] = name.split('.');
  if (domain === undefined || member === undefined || rest.length > 0) return null;
  const members = Object.hasOwn(contract, domain) ? contract[domain]! : {};
  const found = Object.hasOwn(members, member) ? members[member]! : null;
  return found?.type === 'call' ? { call: found, domain, member } : null;
}
