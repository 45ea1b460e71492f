/** What is shown where the core cannot be reached at all. */
import { useTexts } from '../i18n/index.ts';
import type { Fault } from '../../shared/ipc/wire.ts';
import { Notice } from '../ui/Notice.tsx';
import '../ui/full-screen.css';
import { useFaultText } from '../host/use-fault-text.ts';

export function NoHostScreen({ fault }: { readonly fault: Fault | null }) {
  const { t } = useTexts();
  const faultText = useFaultText();
  return (
    <main className="full-screen">
      <Notice tone="bad" title={t('app.fault.title')} role="alert">
        <p>{fault === null ? t('app.fault.noHost') : faultText(fault)}</p>
      </Notice>
    </main>
  );
}
