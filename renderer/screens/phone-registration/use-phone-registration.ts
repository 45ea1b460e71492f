/** One registration of a number: asked for, looked after until its owner has confirmed it, or called off. */
import { useEffect, useState } from 'react';
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

  async function begin({ iin, phone }: { iin: string; phone: string }): Promise<void> {
    setBusy(true);
    const whom = caseId === null ? { iin, present: true as const } : { caseId };
    const answer = await host.issuance.registerPhone({ whom, phone, how: 'counter' });
    setBusy(false);
    setNow(answer.ok ? answer.value : { state: 'refused', code: 'service-away' });
  }

  return {
    now,
    busy,
    begin: (order: { iin: string; phone: string }) => void begin(order),
    cancel: () => {
      if (waitingFor !== null) void host.issuance.cancelPhone({ registrationId: waitingFor });
    },
  };
}
