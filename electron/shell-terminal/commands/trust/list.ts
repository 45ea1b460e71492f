/** `tekser trust list`: the authorities imported here, how long they last, and what may still be imported. A root in force is 0, none is 1. */
import type { TrustPin } from '../../../../shared/domain/trust/trust-pin.ts';
import { readTrustStore } from '../../../adapters/trust-store.ts';
import { systemClock } from '../../../adapters/system-clock.ts';
import { undetermined } from '../../command-failure.ts';
import { EXIT } from '../../exit-code.ts';
import { fill } from '../../texts/index.ts';
import { termOf } from '../../trust/authority-term.ts';
import { pinName } from '../../trust/pin-name.ts';
import { findTrustPlace } from '../../trust/trust-place.ts';
import type { CommonOptions, Run } from '../command.ts';

export const trustList: Run<CommonOptions> = async (terminal, options) => {
  const { directory, environment, pins } = await findTrustPlace(options, terminal);
  const { trust: text } = terminal.text;
  const { authorities, strangers } = await readTrustStore(directory, environment, pins).catch((cause: unknown) => {
    throw undetermined('data-unwritable', directory, { cause });
  });
  const certificates = authorities.map(({ pin, certificate }) => ({ ...pin, ...termOf(certificate, systemClock.now()) }));
  const missing = pins.filter(({ sha256 }) => !certificates.some((certificate) => certificate.sha256 === sha256));
  const rooted = certificates.some(({ role, state }) => role === 'root' && state !== 'ended');
  const named = (pin: TrustPin) => ({ name: pinName(pin, terminal), role: text.role[pin.role] });
  terminal.answer(
    [
      ...certificates.map(({ until, state, ...pin }) => fill(text.kept, { ...named(pin), until, state: text.state[state] })),
      ...strangers.map((file) => fill(text.stranger, { file })),
      ...missing.map((pin) => fill(text.missing, { ...named(pin), address: pin.address ?? text.noAddress })),
      ...(rooted ? [] : [fill(text.rootless, { environment })]),
    ],
    { directory, environment, certificates, strangers, missing },
  );
  return rooted ? EXIT.valid : EXIT.notValid;
};
