/** Why a workstation may not be opened on a data directory, and how a person is told. */
import type { TrustPin } from '../../shared/domain/trust-pin.ts';
import type { OtherEnvironment } from '../adapters/environment-marker.ts';
import type { AlreadyRunning } from '../adapters/single-instance-lock.ts';
import type { AnchorRefusal } from '../core/anchor-policy.ts';

export type StartRefusal = AlreadyRunning | OtherEnvironment | AnchorRefusal;

const TAKE_OFFICIAL = 'Take the certificates from their official addresses, or leave trust.anchors empty and use “tekser trust import”.';
const named = ({ name, generation }: TrustPin): string => `“${name}” (${generation})`;

export function describeStartRefusal(refusal: StartRefusal): string {
  switch (refusal.code) {
    case 'already-running':
      return (
        `Tekser already runs on this data directory${refusal.pid === null ? '' : ` (process ${refusal.pid})`}. ` +
        'Use its window, or --data DIR for another.'
      );
    case 'other-environment':
      return (
        `The data directory ${refusal.directory} was begun in the environment “${refusal.begun}”, and this start is for “${refusal.wanted}”. ` +
        'Training and real data are never kept together: leave --data and TEKSER_DATA out, or name another directory.'
      );
    case 'anchors-missing':
      return (
        `No root certificate is trusted here, so no document could be proved. Import those of the environment “${refusal.environment}”: ` +
        `tekser trust import FILE --environment ${refusal.environment}, or name them in the connection.`
      );
    case 'anchor-not-pinned':
      return (
        `The connection trusts an authority that is not known for the environment “${refusal.environment}” (SHA-256 ${refusal.certificate}). ` +
        TAKE_OFFICIAL
      );
    case 'anchor-of-other-environment':
      return (
        `The connection for “${refusal.environment}” trusts ${named(refusal.pin)}, an authority of the environment “${refusal.pin.environment}”. ` +
        (refusal.environment === 'training' ? 'A stand names its own authority: take the connection from the stand.' : TAKE_OFFICIAL)
      );
    case 'anchor-not-root':
      return (
        `The connection names ${named(refusal.pin)} as a root, but it is an issuing authority. ` +
        'Move it from trust.anchors to trust.intermediates.'
      );
  }
}
