/** The documents service by its contract: accesses live by its own clock, are single use on demand, and every request is kept. */
import type { AccessAnswer, AccessKey, AccessRefusal, DocumentAccess, RequestContext } from '../../../electron/ports/checking/document-access.ts';
import type { ServiceFailure } from '../../../electron/ports/service-failure.ts';
import type { Clock } from '../../../electron/ports/clock.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';

type OpenAnswer = Result<AccessAnswer, AccessRefusal | ServiceFailure>;

export interface InMemoryDocumentAccess extends DocumentAccess {
  shortCodeNeedsIin: boolean;
  readonly asked: { key: AccessKey; context: RequestContext }[];
  /** Service clock minus workstation clock. */
  clockOffsetMs: number;
  /** Answers every request in this way until null. */
  failWith(code: (AccessRefusal | ServiceFailure)['code'] | null): void;
  /** Changes each answer on its way, as a bad service or a replay would. */
  spoil(change: ((answer: AccessAnswer) => AccessAnswer) | null): void;
  /** Holds answers back until released. */
  hold(): { release(): void };
  /** Puts a signed document behind a token, a code or a consent. */
  offer(key: string, document: { signedDocument: Uint8Array; accessId?: string; lifeMs?: number }): void;
  close(accessId: string): void;
}

interface Offered {
  accessId: string;
  openedAt: number;
  expiresAt: number;
  signedDocument: Uint8Array;
  closed: boolean;
}

export function inMemoryDocumentAccess(clock: Clock): InMemoryDocumentAccess {
  const offers = new Map<string, Offered>();
  const asked: InMemoryDocumentAccess['asked'] = [];
  let failing: (AccessRefusal | ServiceFailure)['code'] | null = null;
  let spoiled: ((answer: AccessAnswer) => AccessAnswer) | null = null;
  let gate = Promise.resolve();

  const service: InMemoryDocumentAccess = {
    shortCodeNeedsIin: false,
    clockOffsetMs: 0,
    asked,
    failWith: (code) => void (failing = code),
    spoil: (change) => void (spoiled = change),
    hold() {
      let release = () => {};
      gate = new Promise((resolve) => (release = resolve));
      return { release };
    },
    offer(key, { signedDocument, accessId = `access-${key}`, lifeMs = 300_000 }) {
      const openedAt = now();
      offers.set(key, { accessId, openedAt, expiresAt: openedAt + lifeMs, signedDocument, closed: false });
    },
    close(accessId) {
      for (const offer of offers.values()) if (offer.accessId === accessId) offer.closed = true;
    },
    async open(key, context) {
      asked.push({ key, context });
      const offered = offers.get(key.channel === 'qr' ? key.token : key.channel === 'short-code' ? key.code : key.requestId);
      await gate;
      return answerTo(offered, context);
    },
    async status(accessId) {
      if (isFailure(failing)) return failure({ code: failing, detail: null });
      const offered = [...offers.values()].find((offer) => offer.accessId === accessId);
      if (offered === undefined) return failure({ code: 'service-error' as const, detail: null });
      const state = offered.closed ? ('closed' as const) : offered.expiresAt < now() ? ('expired' as const) : ('open' as const);
      return success({ state, ...times(offered) });
    },
    async serviceTime() {
      const read = new Date(now());
      await gate;
      return isFailure(failing) ? failure({ code: failing, detail: null }) : success(read);
    },
  };

  const now = () => clock.now().getTime() + service.clockOffsetMs;
  const times = (offer: Offered) => ({
    openedAt: new Date(offer.openedAt).toISOString(),
    expiresAt: new Date(offer.expiresAt).toISOString(),
    extended: false,
    serviceTime: new Date(now()).toISOString(),
  });

  function answerTo(offered: Offered | undefined, context: RequestContext): OpenAnswer {
    if (failing !== null) return failure({ code: failing, detail: null });
    if (offered === undefined) return failure({ code: 'access-unknown', detail: null });
    if (offered.expiresAt < now()) return failure({ code: 'access-expired', detail: null });
    const { accessId, signedDocument } = offered;
    const answer: AccessAnswer = { accessId, requestId: context.requestId, ...times(offered), signedDocument };
    return success(spoiled === null ? answer : spoiled(answer));
  }

  return service;
}

function isFailure(code: (AccessRefusal | ServiceFailure)['code'] | null): code is ServiceFailure['code'] {
  return code !== null && (code.startsWith('service-') || code.startsWith('answer-'));
}
