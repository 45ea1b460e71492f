/** What a teller reads on an empty desk: the three ways in, and the one rule. */
import { Hash, MessageSquareText, QrCode, ShieldAlert } from 'lucide-react';
import { useTexts } from '../../i18n/index.ts';
import './ready.css';
import { ReadyWay } from './ReadyWay.tsx';

export function ReadyBody() {
  const { t } = useTexts();
  return (
    <section className="ready" aria-label={t('desk.ready.title')}>
      <ul className="ready-ways">
        <ReadyWay glyph={QrCode} title={t('desk.ready.qr')} text={t('desk.ready.qrText')} />
        <ReadyWay glyph={Hash} title={t('desk.ready.code')} text={t('desk.ready.codeText')} hint="F2" />
        <ReadyWay glyph={MessageSquareText} title={t('desk.ready.sms')} text={t('desk.ready.smsText')} hint="F3" />
      </ul>
      <p className="ready-rule">
        <ShieldAlert size={22} aria-hidden />
        <span>{t('desk.ready.rule')}</span>
      </p>
    </section>
  );
}
