/** A number said in a call, on its way into БМГ: the code goes to it, and whoever owns it types that code on the own page. */
import type { PhoneRegistration } from '../../../../shared/domain/case-desk.ts';
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
  onFault(error: unknown): void;
}

export function createPhoneProof({ phones, timers, caseId, operatorId, onChange, onFault }: ProofOptions): PhoneProof {
  let registration: PhoneRegistration | null = null;
  let cancelLook = (): void => {};

  function become(next: PhoneRegistration): void {
    registration = next;
    onChange(next);
    if (next.state === 'waiting') cancelLook = timers.after(LOOK_MS, () => void look(next.registrationId).catch(onFault));
  }

  async function look(id: string): Promise<void> {
    const next = await phones.poll(id);
    // Another number was said meanwhile, or the call is over.
    if (registration?.state === 'waiting' && registration.registrationId === id) become(next);
  }

  return {
    current: () => registration,
    async begin(said) {
      cancelLook();
      registration = null;
      become(await phones.begin({ whom: { caseId }, phone: said, how: 'video-call' }, operatorId));
    },
    stop() {
      cancelLook();
      if (registration?.state === 'waiting') phones.cancel(registration.registrationId).catch(onFault);
      registration = null;
    },
  };
}
