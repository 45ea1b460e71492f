/** One field: shown, hidden until asked for, or without data. */
import { Eye, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { inLanguage } from '../../../shared/domain/localized.ts';
import type { FieldView } from '../../../shared/domain/checking/check-outcome.ts';
import type { Fault } from '../../../shared/ipc/wire.ts';
import type { Result } from '../../../shared/util/result.ts';
import { actedOnKey } from '../../host/fault-key.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldText } from './FieldText.tsx';

interface FieldRowProps {
  readonly field: FieldView;
  /** Fails where the field stays hidden. */
  readonly onReveal: () => Promise<Result<null, Fault | null>>;
}

export function FieldRow({ field, onReveal }: FieldRowProps) {
  const { t, language } = useTexts();
  const label = inLanguage(field.label, language);
  const { value } = field;
  const [stayedHidden, setStayedHidden] = useState<{ fault: Fault | null } | null>(null);
  const reveal = async () => {
    const revealed = await onReveal();
    setStayedHidden(revealed.ok ? null : { fault: revealed.failure });
  };
  const wide = value.state === 'shown' && value.value.kind === 'people';
  return (
    <div className={wide ? 'field-row field-row-wide' : 'field-row'}>
      <dt className="field-row-label">{label}</dt>
      <dd className="field-row-value">
        {value.state === 'shown' ? <FieldText value={value.value} /> : null}
        {value.state === 'absent' ? <span className="soft">{t('verdict.document.absent')}</span> : null}
        {value.state === 'hidden' ? (
          <span className="field-row-hidden">
            <span className="soft">{t('verdict.document.hidden')}</span>
            <Button
              size="small"
              icon={<Eye size={16} aria-hidden />}
              aria-label={t('verdict.document.revealLabel', { field: label })}
              onPress={() => void reveal()}
            >
              {t('verdict.document.reveal')}
            </Button>
          </span>
        ) : null}
        {value.state === 'hidden' && stayedHidden !== null ? (
          <span className="field-row-damaged" role="alert">
            {t(actedOnKey(stayedHidden.fault) ?? 'verdict.document.revealFailed')}
          </span>
        ) : null}
        {value.state === 'shown' && value.damaged ? (
          <span className="field-row-damaged">
            <TriangleAlert size={14} aria-hidden /> {t('verdict.document.damaged')}
          </span>
        ) : null}
      </dd>
    </div>
  );
}
