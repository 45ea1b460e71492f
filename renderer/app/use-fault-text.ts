/** Words for a fault of the transport or of the core. */
import type { Fault } from '../../shared/ipc/wire.ts';
import { useTexts } from '../i18n/index.ts';

export function useFaultText(): (fault: Fault) => string {
  const { t } = useTexts();
  return (fault) => t(`app.fault.code.${fault.code}`, { ref: fault.code === 'internal' ? fault.ref : '' });
}
