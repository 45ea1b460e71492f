/** The calls of the contract, answered by the desk of calls; null where this organisation takes none. */
import type { CallAnswer, CallDeskView } from '../../../../shared/domain/call/call-view.ts';
import type { CoreHandlers } from '../../../../shared/ipc/contract.ts';
import type { CallDesk } from './create-call-desk.ts';

const NOT_CONNECTED: CallDeskView = { duty: 'not-connected', revision: 0 };
const NO_CALL: CallAnswer = { ok: false, code: 'no-such-call' };

export function callHandlers(desk: CallDesk | null): CoreHandlers['calls'] {
  return {
    desk: () => desk?.view() ?? NOT_CONNECTED,
    setDuty: ({ on }) => desk?.setDuty(on) ?? NOT_CONNECTED,
    measureLine: () => desk?.measureLine() ?? null,
    tryMachine: () => desk?.tryMachine() ?? NOT_CONNECTED,
    accept: () => desk?.accept() ?? NO_CALL,
    signal({ callId, signal }) {
      desk?.current(callId)?.signal(signal);
      return null;
    },
    async say({ callId, line }) {
      await desk?.current(callId)?.say(line);
      return null;
    },
    answer: ({ callId, step, answer }) => desk?.inCall(callId, (call) => call.answer(step, answer)) ?? NO_CALL,
    registerPhone: ({ callId, phone }) => desk?.inCall(callId, (call) => call.registerPhone(phone)) ?? NO_CALL,
    keepStill: ({ callId, step, sha256, jpeg }) => desk?.inCall(callId, (call) => call.keepStill(step, sha256, jpeg)) ?? NO_CALL,
    async readZone({ callId, sha256, lines }) {
      await desk?.current(callId)?.readZone(sha256, lines);
      return null;
    },
    async keepFrame({ callId, step, jpeg }) {
      await desk?.current(callId)?.keepFrame(step, jpeg);
      return null;
    },
    async keepMovement({ callId, step, frames }) {
      await desk?.current(callId)?.keepMovement(step, frames);
      return null;
    },
    keepRecording: ({ callId, position, webm }) => desk?.current(callId)?.keepRecording(position, webm) ?? false,
    async alarm({ callId }) {
      await desk?.current(callId)?.alarm();
      return null;
    },
    abort: ({ callId, code }) => desk?.inCall(callId, (call) => call.abort(code)) ?? NO_CALL,
    dismiss: ({ callId }) => desk?.dismiss(callId) ?? NO_CALL,
    pass: ({ callId }) => desk?.inCall(callId, (call) => call.pass()) ?? NO_CALL,
  };
}
