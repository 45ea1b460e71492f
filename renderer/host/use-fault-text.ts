/** Words for a fault of the transport or of the core. */
import type { Fault } from '../../shared/ipc/wire.ts';
import { useTexts } from '../i18n/index.ts';
import { faultKey } from './fault-key.ts';

export function useFaultText(): (fault: Fault) => string {
  const { t } = useTexts();
  return (fault) => t(faultKey(fault), { ref: fault.code === 'internal' ? fault.ref : '' });
}
