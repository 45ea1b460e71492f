/**
 * Draws the desk once where nobody sees it, while the operator reads the sign-in screen: code that has run once draws it with a quarter
 * less processor time. It is never part of the document, and its effects never run: no camera, nothing asked of the core.
 */
import { Activity, type ActivityProps, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { PageContext, type Page } from '../host/index.ts';
import type { Screen } from './screen.ts';
import { Workplace } from './Workplace.tsx';

const NEVER = '9999-12-31T00:00:00.000Z';

/** Nobody: it only has to be drawn like somebody. */
const REHEARSED = {
  at: 'desk',
  session: {
    state: 'signed-in',
    operator: { id: 'rehearsal', displayName: '', profile: 'tson', organisation: '', branch: '', certificateExpiresAt: NEVER },
    purposes: [],
    purposeId: '',
    lockAt: NEVER,
    warnLockAt: NEVER,
  },
} as const satisfies Screen;

const nothing = (): void => undefined;

export function rehearseWorkplace(page: Page): void {
  const root = createRoot(document.createElement('div'));
  const hidden: ActivityProps = { mode: 'hidden', children: createElement(Workplace, { screen: REHEARSED, onPlace: nothing, onHelp: nothing, onScanned: nothing }) };
  root.render(createElement(PageContext, { value: page }, createElement(Activity, hidden)));
  // React draws what is hidden last, in pieces one after the other; the page is idle when it is done.
  requestIdleCallback(() => root.unmount());
}
