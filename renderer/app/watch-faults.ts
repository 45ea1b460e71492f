/** Reports errors of the page that no component caught, without their text: it may hold what the citizen showed. */
import type { Host } from '../../shared/ipc/contract.ts';
import { describeFault } from './describe-fault.ts';

export function watchFaults(host: Host): void {
  window.addEventListener('error', (event) => void host.app.reportFault(describeFault(event.error)));
  window.addEventListener('unhandledrejection', (event) => void host.app.reportFault(describeFault(event.reason)));
}
