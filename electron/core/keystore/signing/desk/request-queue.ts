/** Requests for signatures in the order they came; one is in front of the person, the others wait. */
import type { SignAnswer } from '../../../../../shared/domain/signing/signing-request.ts';
import { failure, type Result, success } from '../../../../../shared/util/result.ts';
import type { Asking, OrderRefusal } from '../signing-order.ts';
import type { NotMadeReason } from './signing-entries.ts';
import type { SigningRequest, Work } from './signing-request.ts';

export interface QueueOptions {
  randomId(): string;
  /** The request in front is another one, or has changed. */
  onChange(): void;
  /** Written down before the caller hears of it. */
  noteRefusal(request: SigningRequest, reason: NotMadeReason): Promise<void>;
  /** That a caller went away could not be written down. */
  onFault(error: unknown): void;
}

export interface RequestQueue {
  current(): SigningRequest | null;
  waiting(): number;
  add<Value>(work: Work<Value>, asking: Asking, mustAsk: boolean): Promise<Result<Value, OrderRefusal>>;
  /** Everything that waits is refused: the service ends. */
  clear(): Promise<void>;
}

export function createRequestQueue({ randomId, onChange, noteRefusal, onFault }: QueueOptions): RequestQueue {
  const queue: SigningRequest[] = [];

  function leave(request: SigningRequest): void {
    const place = queue.indexOf(request);
    if (place !== -1) queue.splice(place, 1);
    for (const { key } of request.opened.values()) void key.close();
    request.opened.clear();
    onChange();
  }

  function stepTo(request: SigningRequest, step: SigningRequest['step']): void {
    request.step = step;
    onChange();
  }

  return {
    current: () => queue[0] ?? null,
    waiting: () => Math.max(0, queue.length - 1),
    add<Value>(work: Work<Value>, asking: Asking, mustAsk: boolean): Promise<Result<Value, OrderRefusal>> {
      if (asking.signal.aborted) return Promise.resolve(failure({ code: 'cancelled' }));
      return new Promise((resolve) => {
        let over = false;
        const end = (request: SigningRequest, outcome: Result<Value, OrderRefusal>): void => {
          asking.signal.removeEventListener('abort', gone);
          leave(request);
          resolve(outcome);
        };
        const request: SigningRequest = {
          id: randomId(),
          asking,
          task: work.task,
          keys: work.keys,
          fileKind: work.fileKind,
          contents: work.contents,
          step: mustAsk ? 'caller' : 'choice',
          opened: new Map(),
          openedPlace: null,
          async perform(chosen): Promise<SignAnswer> {
            stepTo(request, 'working');
            const done = await work.perform(chosen).catch((error: unknown) => {
              stepTo(request, 'choice');
              throw error;
            });
            if (over) return { ok: false, code: 'not-current' };
            if (!done.ok) {
              stepTo(request, 'choice');
              return { ok: false, code: done.failure };
            }
            over = true;
            end(request, success(done.value));
            return { ok: true };
          },
          async refuse(refusal, reason) {
            if (over) return;
            over = true;
            try {
              await noteRefusal(request, reason);
            } finally {
              end(request, failure(refusal));
            }
          },
        };
        const gone = (): void => void request.refuse({ code: 'cancelled' }, 'caller-gone').catch(onFault);
        asking.signal.addEventListener('abort', gone, { once: true });
        queue.push(request);
        onChange();
      });
    },
    async clear() {
      for (const request of queue.slice()) await request.refuse({ code: 'cancelled' }, 'failed');
    },
  };
}
