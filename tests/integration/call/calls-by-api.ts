/** Both sides of a call by their own ways into the program: the citizen's page at the service of calls, the operator by the calls of the contract. */
import { createHash } from 'node:crypto';
import { afterEach, expect } from 'vitest';
import type { CallView } from '../../../shared/domain/call/call-view.ts';
import type { PortalCitizen } from '../../fakes/portal-citizen.ts';
import type { DeskOnPortal } from '../issuance/desk-on-portal.ts';

const JPEG = new Uint8Array([0xff, 0xd8, 1]);
const WEBM = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3]);
const PREFLIGHT = { camera: 'good', microphone: 'good', light: 'good', line: 'good' } as const;

export function useCallsByApi(desk: DeskOnPortal) {
  const pages: WebSocket[] = [];
  afterEach(() => pages.splice(0).forEach((page) => page.close()));
  const calls = () => desk.app.handlers.calls;
  const smsTo = (phone: string): string[] => desk.stand.control.messagesTo(phone).map(({ text }) => text.ru);

  async function inHand(): Promise<CallView> {
    const view = await calls().desk(null);
    if (view.duty !== 'on' || view.current === null) throw new Error('in no call');
    return view.current;
  }
  /** The citizen's page joins the queue. */
  function join(citizen: PortalCitizen): void {
    const page = new WebSocket(`${desk.stand.url.replace('http', 'ws')}/portal/v1/call`);
    pages.push(page);
    page.addEventListener('open', () =>
      page.send(JSON.stringify({ type: 'hello', applicationId: citizen.id, token: citizen.token, language: 'kk', preflight: PREFLIGHT, camera: [], consent: true })),
    );
  }
  async function onDuty(operatorId: string, waiting = 1): Promise<void> {
    await desk.signIn(operatorId);
    await calls().setDuty({ on: true });
    await expect.poll(() => calls().desk(null)).toMatchObject({ service: 'open', waiting: { count: waiting } });
  }
  /** The operator takes the call, and its first second is recorded. */
  async function accept(): Promise<CallView> {
    expect(await calls().accept(null)).toMatchObject({ ok: true });
    const call = await inHand();
    await calls().keepRecording({ callId: call.callId, position: 0, webm: WEBM });
    return call;
  }
  return {
    calls,
    smsTo,
    inHand,
    join,
    onDuty,
    accept,
    /** The page joins, an operator takes the call. */
    async inCall(citizen: PortalCitizen, operatorId = 'training-agent'): Promise<CallView> {
      join(citizen);
      await onDuty(operatorId);
      return accept();
    },
    /** Answers as one who sees what must be seen, until the citizen must type. */
    async toTheNumber({ callId }: CallView): Promise<void> {
      for (;;) {
        const step = (await inHand()).steps.find(({ state }) => state === 'now')!;
        if (step.kind === 'typed') return;
        if (step.kind === 'still') await calls().keepStill({ callId, step: step.id, sha256: createHash('sha256').update(JPEG).digest('hex'), jpeg: JPEG });
        expect(await calls().answer({ callId, step: step.id, answer: step.answers.find(({ passes }) => passes)!.id })).toMatchObject({ ok: true });
      }
    },
    /** The number is said, its code typed by the owner, and everything is passed. */
    async proveNumber({ callId }: CallView, citizen: PortalCitizen, number: string): Promise<void> {
      expect(await calls().registerPhone({ callId, phone: number })).toMatchObject({ ok: true });
      await citizen.act('phone-registration/code', { code: /\d{6}/.exec(smsTo(number)[0]!)![0] });
      desk.time.advance(1000);
      await expect.poll(async () => (await inHand()).standing).toStrictEqual({ state: 'may-pass' });
    },
  };
}
