/** What one layer has to say: its outcome, the code that decided it, and what must be read besides. */
import type { ReasonCode } from '../../../../shared/domain/reason-code.ts';

export interface Judgement {
  outcome: 'passed' | 'attention' | 'failed' | 'undetermined' | 'not-reached';
  code: ReasonCode;
  /** Technical fact; never personal data of the subject. */
  detail: string | null;
  /** Every code to be read before accepting; holds `code` itself when the outcome is `attention`. */
  notices: readonly ReasonCode[];
}

export const passed = (code: ReasonCode, detail: string | null = null): Judgement => ({ outcome: 'passed', code, detail, notices: [] });
export const failed = (code: ReasonCode, detail: string | null = null): Judgement => ({ outcome: 'failed', code, detail, notices: [] });
export const undetermined = (code: ReasonCode, detail: string | null = null): Judgement => ({
  outcome: 'undetermined',
  code,
  detail,
  notices: [],
});
export const NOT_REACHED: Judgement = { outcome: 'not-reached', code: 'not-reached', detail: null, notices: [] };

/** Passed, and with notices to read if there are any; the first one names the layer. */
export function passedWithNotices(code: ReasonCode, notices: readonly ReasonCode[]): Judgement {
  const first = notices[0];
  return first === undefined ? passed(code) : { outcome: 'attention', code: first, detail: null, notices };
}
