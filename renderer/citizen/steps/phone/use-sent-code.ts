/** A one-time password on its way: when it was sent and when another may be asked for, by the service's answers. */
import { useCallback, useState } from 'react';
import type { Result } from '../../../../shared/util/result.ts';
import type { PortalFailure } from '../../portal/portal-client.ts';

/** The pause of 1414 between two messages. */
const PAUSE_MS = 60_000;

interface SendAnswer {
  phoneEnding: string;
}

export interface SentCode {
  /** Instant of this page's clock from which another may be asked for. */
  readonly againAt: number;
  readonly failed: PortalFailure | null;
  send(): Promise<void>;
}

/** @param ask sends one; a refusal because it is too soon means that one is on its way already. */
export function useSentCode(ask: () => Promise<Result<SendAnswer, PortalFailure>>): SentCode {
  const [againAt, setAgainAt] = useState(0);
  const [failed, setFailed] = useState<PortalFailure | null>(null);
  const send = useCallback(async () => {
    const answer = await ask();
    const tooSoon = !answer.ok && 'status' in answer.failure && answer.failure.status === 429;
    setFailed(answer.ok || tooSoon ? null : answer.failure);
    if (answer.ok || tooSoon) setAgainAt(Date.now() + PAUSE_MS);
  }, [ask]);
  return { againAt, failed, send };
}
