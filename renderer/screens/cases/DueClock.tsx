/** How long until a decision is due, or by how much it is late. */
import { useTexts } from '../../i18n/index.ts';
import { useNow } from '../../ui/use-now.ts';
import { useSpanText } from './use-span-text.ts';

export function DueClock({ dueAt }: { readonly dueAt: string }) {
  const { t } = useTexts();
  const span = useSpanText();
  const left = Date.parse(dueAt) - useNow(30_000);
  if (left >= 0) return <span>{t('cases.dueIn', { time: span(left) })}</span>;
  return <strong className="cases-overdue">{t('cases.overdue', { time: span(-left) })}</strong>;
}
