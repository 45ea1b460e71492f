/** The state of one view mark. */
import type { MarkState } from '../../../shared/domain/checking/check-outcome.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';

const TONES: Record<MarkState['state'], Tone> = { 'not-needed': 'neutral', waiting: 'warn', delivered: 'good', refused: 'bad' };

export function EntryMark({ mark }: { readonly mark: MarkState }) {
  const { t } = useTexts();
  if (mark.state === 'not-needed') return null;
  return (
    <span className="journal-mark">
      <Badge tone={TONES[mark.state]}>{t(`journal.marks.${mark.state}`)}</Badge>
      {mark.state === 'delivered' ? <span className="soft small">{mark.receiptId}</span> : null}
      {mark.state === 'refused' ? <span className="soft small">{mark.code}</span> : null}
    </span>
  );
}
