/** Shows a request for a signature over whatever the operator is doing, as soon as there is one. */
import { lazy, Suspense } from 'react';
import { useSigningRequest } from './use-signing-request.ts';

/** Most desks sign a few times a day: nobody waits for it at the start. */
const SigningDialog = lazy(() => import('./SigningDialog.tsx').then((module) => ({ default: module.SigningDialog })));

export function SigningHost() {
  const { view, refresh } = useSigningRequest();
  if (view === null) return null;
  return (
    <Suspense fallback={null}>
      {/* Another request is another dialog: no password and no key of the former may stay. */}
      <SigningDialog key={`${view.requestId} ${view.step === 'caller' ? 'caller' : 'choice'}`} view={view} onChange={refresh} />
    </Suspense>
  );
}
