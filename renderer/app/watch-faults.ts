/** Reports errors of the page that no component caught, without their text: it may hold what the citizen showed. */
import type { PageHost } from '../host/index.ts';
import { describeFault } from './describe-fault.ts';

export function watchFaults(host: PageHost): void {
  window.addEventListener('error', (event) => void host.app.reportFault(describeFault(event.error)));
  window.addEventListener('unhandledrejection', (event) => void host.app.reportFault(describeFault(event.reason)));
}
