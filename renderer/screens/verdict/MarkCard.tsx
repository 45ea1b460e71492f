/** Whether citizen and organisation have been told of this view, with the receipt. */
import { MailCheck, MailX, MailMinus, Send } from 'lucide-react';
import type { MarkState } from '../../../shared/domain/checking/check-outcome.ts';
import { timeText } from '../../i18n/format.ts';
import { useTexts } from '../../i18n/index.ts';
import './verdict.css';

const GLYPHS = { 'not-needed': MailMinus, waiting: Send, delivered: MailCheck, refused: MailX } as const;

export function MarkCard({ mark }: { readonly mark: MarkState }) {
  const { t } = useTexts();
  const Glyph = GLYPHS[mark.state];
  return (
    <section className={`card mark mark-${mark.state}`} aria-labelledby="mark-title">
      <Glyph size={24} strokeWidth={1.75} aria-hidden />
      <div role="status">
        <h3 id="mark-title" className="card-title">
          {t('verdict.mark.title')}
        </h3>
        <p className="mark-state">
          {mark.state === 'delivered'
            ? t('verdict.mark.delivered', { time: timeText(mark.at) })
            : mark.state === 'refused'
              ? t('verdict.mark.refused', { code: mark.code })
              : t(`verdict.mark.${mark.state}`)}
        </p>
        {mark.state === 'delivered' ? (
          <p className="soft small mark-receipt">{t('verdict.mark.receipt', { id: mark.receiptId })}</p>
        ) : null}
        {mark.state === 'waiting' ? <p className="soft small">{t('verdict.mark.waitingText')}</p> : null}
      </div>
    </section>
  );
}
