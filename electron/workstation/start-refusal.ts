/** Why a workstation may not be opened on a data directory, and how a person is told. */
import type { Language } from '../../shared/domain/localized.ts';
import type { TrustPin } from '../../shared/domain/trust/trust-pin.ts';
import type { OtherEnvironment } from '../adapters/files/environment-marker.ts';
import type { AlreadyRunning } from '../adapters/files/single-instance-lock.ts';
import type { AnchorRefusal } from '../core/anchor-policy.ts';
import { START_TEXTS } from './start-texts/start-texts.ts';

export type StartRefusal = AlreadyRunning | OtherEnvironment | AnchorRefusal;

const named = ({ name, generation }: TrustPin): string => `“${name}” (${generation})`;

export function describeStartRefusal(refusal: StartRefusal, language: Language): string {
  const text = START_TEXTS[language];
  switch (refusal.code) {
    case 'already-running':
      return text.alreadyRunning(refusal.pid);
    case 'other-environment':
      return text.otherEnvironment(refusal.directory, text.environment[refusal.begun], text.environment[refusal.wanted]);
    case 'anchors-missing':
      return text.anchorsMissing(refusal.environment, text.environment[refusal.environment]);
    case 'anchor-not-pinned':
      return `${text.anchorNotPinned(text.environment[refusal.environment], refusal.certificate)} ${text.takeOfficial}`;
    case 'anchor-of-other-environment': {
      const { environment, pin } = refusal;
      const what = text.anchorOfOtherEnvironment(text.environment[environment], named(pin), text.environment[pin.environment]);
      return `${what} ${environment === 'training' ? text.takeFromStand : text.takeOfficial}`;
    }
    case 'anchor-not-root':
      return text.anchorNotRoot(named(refusal.pin));
  }
}
