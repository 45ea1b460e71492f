/** How any outside system can fail us, in codes of the reason table. */
import type { ReasonCode } from '../../shared/domain/reason-code.ts';

export type ServiceFailure = {
  code: Extract<
    ReasonCode,
    'service-unreachable' | 'service-timeout' | 'service-error' | 'service-refused-us' | 'answer-malformed' | 'answer-too-large'
  >;
  /** For the log and for support: a status or an outside error code, never data. */
  detail: string | null;
};
