/** Why an answer of the citizen was not taken, with what to do: the portal is away, or something nobody expected. */
import { Notice } from '../../ui/Notice.tsx';
import type { PortalFailure } from '../portal/portal-client.ts';
import { useTexts } from '../texts/index.ts';

export function FailureNotice({ failure }: { readonly failure: PortalFailure }) {
  const { t } = useTexts();
  const away = failure.code === 'away' || failure.code === 'OUTAGE';
  return (
    <Notice tone={away ? 'warn' : 'bad'} role="alert">
      {t(away ? 'frame.away' : 'frame.unexpected')}
    </Notice>
  );
}
