/** A number said in a call, on its way into БМГ: the code goes to it, and whoever owns it types that code on the own page. */
import type { PhoneRegistration } from '../../../../shared/domain/issuance/case-desk.ts';
import type { Timers } from '../../../ports/timers.ts';
import type { CallPhones } from './call-ports.ts';

const LOOK_MS = 1000;

export interface PhoneProof {
  /** Null until a number was said. */
  current(): PhoneRegistration | null;
  /** @param said as people say it: with 8 or +7, blanks and brackets */
  begin(said: string): Promise<void>;
  stop(): void;
}

interface ProofOptions {
  phones: CallPhones;
  timers: Timers;
  caseId: string;
  operatorId: string;
  onChange(registration: PhoneRegistration): void;
  /** The number is its owner's in БМГ. @param changed it took another's place */
  onProven(changed: boolean): void;
  onFault(error: unknown): void;
}

export function createPhoneProof({ phones, timers, caseId, operatorId, onChange, onProven, onFault }: ProofOptions): PhoneProof {
  let registration: PhoneRegistration | null = null;
  /** Asked for at БМГ, and neither proven nor over: its code counts until another one is sent, whatever was refused since. */
  let awaited: string | null = null;
  let cancelLook = (): void => {};

  function become(next: PhoneRegistration): void {
    registration = next;
    onChange(next);
    if (next.state === 'confirmed') onProven(next.changed);
  }

  function lookLater(id: string): void {
    cancelLook();
    awaited = id;
    cancelLook = timers.after(LOOK_MS, () => void look(id).catch(onFault));
  }

  async function look(id: string): Promise<void> {
    const next = await phones.poll(id);
    // Another number was said meanwhile, or the call is over.
    if (awaited !== id) return;
    if (next.state === 'waiting') return lookLater(id);
    awaited = null;
    become(next);
  }

  return {
    current: () => registration,
    async begin(said) {
      const begun = await phones.begin({ whom: { caseId }, phone: said, how: 'video-call' }, operatorId);
      if (begun.state === 'waiting') lookLater(begun.registrationId);
      become(begun);
      // Its owner typed its code in a call that was broken off, or before a crash: БМГ has it, and nothing is left to type.
      if (begun.state === 'refused' && begun.code === 'same-number') onProven(await phones.changedLately(caseId));
    },
    stop() {
      cancelLook();
      if (awaited !== null) phones.cancel(awaited).catch(onFault);
      awaited = null;
      registration = null;
    },
  };
}
