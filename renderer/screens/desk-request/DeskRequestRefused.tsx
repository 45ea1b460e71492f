/** Why no document came of the request, and what to do next. */
import { useFaultText } from '../../app/use-fault-text.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { DeskRequestState } from './use-desk-request.ts';

export function DeskRequestRefused({ state }: { readonly state: DeskRequestState }) {
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
