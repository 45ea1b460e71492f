/** One registration of a number: asked for, looked after until its owner has confirmed it, and called off where its dialog is left. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PhoneRegistration } from '../../../shared/domain/issuance/case-desk.ts';
import { useHost } from '../../host/index.ts';

const POLL_MS = 1500;

export function usePhoneRegistration(caseId: string | null) {
  const host = useHost();
  const [now, setNow] = useState<PhoneRegistration | null>(null);
  const [busy, setBusy] = useState(false);
  const waitingFor = now?.state === 'waiting' ? now.registrationId : null;

  useEffect(() => {
    if (waitingFor === null) return undefined;
    let current = true;
    const timer = setInterval(() => {
      void host.issuance.pollPhone({ registrationId: waitingFor }).then((answer) => {
        if (current && answer.ok) setNow(answer.value);
      });
    }, POLL_MS);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [host, waitingFor]);

  const present = useRef(false);
  const callOff = (registrationId: string): void => void host.issuance.cancelPhone({ registrationId });
  const callOffWaiting = useEffectEvent(() => {
    if (waitingFor !== null) callOff(waitingFor);
  });
  // By its own button, or because the operator went to another screen or was locked out.
  useEffect(() => {
    present.current = true;
    return () => {
      present.current = false;
      callOffWaiting();
    };
  }, []);

  async function begin({ iin, phone }: { iin: string; phone: string }): Promise<void> {
    setBusy(true);
    const whom = caseId === null ? { iin, present: true as const } : { caseId };
    const answer = await host.issuance.registerPhone({ whom, phone, how: 'counter' });
    if (!present.current) {
      if (answer.ok && answer.value.state === 'waiting') callOff(answer.value.registrationId);
      return;
    }
    setBusy(false);
    setNow(answer.ok ? answer.value : { state: 'refused', code: 'service-away' });
  }

  return {
    now,
    busy,
    begin: (order: { iin: string; phone: string }) => void begin(order),
  };
}
