/** One line above the picture: what the call is for, its code, the citizen's language, whether it is recorded. */
import { Circle } from 'lucide-react';
import type { CallView } from '../../../../shared/domain/call/call-view.ts';
import { inLanguage } from '../../../../shared/domain/localized.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Badge } from '../../../ui/Badge.tsx';

export function CallFacts({ call }: { readonly call: CallView }) {
  const { t, language } = useTexts();
  const { kind, code, purpose, recording, machine } = call;
  return (
    <header className="call-facts">
      <h1 className="calls-title">{t(`calls.kind.${kind}`)}</h1>
      <Badge tone={recording ? 'good' : 'warn'} icon={<Circle size={10} fill="currentColor" aria-hidden />}>
        {t(recording ? 'calls.call.recording' : 'calls.call.notRecording')}
      </Badge>
      {machine === 'helps' ? null : <Badge tone="warn">{t('calls.machine.humanOnly')}</Badge>}
      <span>
        {t('calls.call.code')}: <strong className="call-code">{code}</strong>
      </span>
      <span className="soft">
        {t('calls.call.language')}: {t(`calls.call.lang_${call.language}`)}
      </span>
      <p className="call-purpose soft">
        {t('calls.call.purpose')}: {inLanguage(purpose, language)}
      </p>
    </header>
  );
}
