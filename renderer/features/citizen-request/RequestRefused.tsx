/** Why nothing came of the request, and what to do next. */
import { useFaultText } from '../../host/use-fault-text.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { RequestState } from './use-citizen-request.ts';

type Ended = Extract<RequestState<never>, { at: 'refused' | 'failed' }>;

export function RequestRefused({ state }: { readonly state: Ended | { readonly at: 'form' | 'sending' } }) {
  const reasonText = useReasonText();
  const faultText = useFaultText();
  if (state.at === 'failed') {
    return (
      <Notice tone="bad" role="alert">
        <p>{faultText(state.fault)}</p>
      </Notice>
    );
  }
  if (state.at !== 'refused') return null;
  const { title, reason, next } = reasonText(state.code);
  return (
    <Notice tone="warn" role="alert" title={title}>
      <p>
        {reason} {next}
      </p>
    </Notice>
  );
}
