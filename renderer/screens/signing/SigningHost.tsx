/** Shows a request for a signature over whatever the operator is doing, as soon as there is one. */
import { lazy, Suspense, useEffect } from 'react';
import { useHost } from '../../host/index.ts';
import { useSigningRequest } from './use-signing-request.ts';

/** Most desks sign a few times a day: nobody waits for it at the start. */
const SigningDialog = lazy(() => import('./SigningDialog.tsx').then((module) => ({ default: module.SigningDialog })));

export function SigningHost({ onSettings }: { readonly onSettings: () => void }) {
  const host = useHost();
  const { view, refresh } = useSigningRequest();
  // A page may ask for the window with the settings, as it did of NCALayer.
  useEffect(() => host.signing.settingsAsked(onSettings), [host, onSettings]);
  if (view === null) return null;
  return (
    <Suspense fallback={null}>
      {/* Another request is another dialog: no password and no key of the former may stay. */}
      <SigningDialog key={`${view.requestId} ${view.step === 'caller' ? 'caller' : 'choice'}`} view={view} onChange={refresh} />
    </Suspense>
  );
}
