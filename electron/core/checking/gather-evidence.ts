/** Asks the outside systems in turn, no more than each answer entitles to, all under one deadline. */
import { almatyDay } from '../../../shared/domain/almaty-day.ts';
import type { DocumentTemplate } from '../../../shared/domain/checking/document-template.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AccessAnswer, DocumentAccess, RequestContext } from '../../ports/checking/document-access.ts';
import type { Logger } from '../../ports/logger.ts';
import type { PersonRegistry } from '../../ports/checking/person-registry.ts';
import type { SignatureAnswer } from '../trust/index.ts';
import type { Deadline } from './deadline.ts';
import type { AccessEvidence, ContentEvidence, DeskContext, Evidence, Refusal } from './evidence.ts';
import { judgeLayers } from './judge-layers.ts';
import { judgeAccess } from './layers/access-layer.ts';
import type { PresentedAccess } from './presented-access.ts';
import { readContent } from './read-content.ts';

export interface EvidenceSystems {
  documents: Pick<DocumentAccess, 'open'>;
  persons: PersonRegistry;
  verifySignature(signedDocument: Uint8Array): Promise<SignatureAnswer>;
  templateOf(type: string): DocumentTemplate | null;
  clock: Clock;
  /** In ms, where our clock is known to be off by more than a check may be made with; else null. */
  forbiddenClockOffset(): Promise<number | null>;
  logger: Logger;
}

const TIMED_OUT = failure<Refusal>({ code: 'service-timeout', detail: 'deadline of the check' });

export async function gatherEvidence(
  presented: PresentedAccess,
  desk: DeskContext,
  context: RequestContext,
  deadline: Deadline,
  systems: EvidenceSystems,
): Promise<Evidence> {
  const access = await openAccess(presented, context, deadline, systems);
  const clockOffsetMs = access.state === 'answered' ? access.clockOffsetMs : 0;
  const evidence: Evidence = {
    channel: presented.channel,
    access,
    expectation: presented.request.state === 'ask' ? presented.request.expectation : { documentType: null, presenterIin: null },
    signature: null,
    content: { state: 'none' },
    person: null,
    desk,
    today: almatyDay(new Date(systems.clock.now().getTime() + clockOffsetMs)),
  };
  // What is no answer to us is not read any further, and by a wrong clock neither certificates nor dates can be judged.
  if (access.state !== 'answered' || judgeAccess(evidence).outcome !== 'passed') return evidence;

  evidence.signature = await verify(access.answer.signedDocument, deadline, systems);
  evidence.content = trustedContent(evidence.signature, systems);
  if (evidence.content.state === 'read' && mayAskRegistry(evidence)) {
    const { iin } = evidence.content.content.common.docOwner;
    evidence.person = await deadline.within(lookUp(iin, access.answer.accessId, context, systems), TIMED_OUT);
  }
  return evidence;
}

async function openAccess(
  { request }: PresentedAccess,
  context: RequestContext,
  deadline: Deadline,
  systems: EvidenceSystems,
): Promise<AccessEvidence> {
  if (request.state === 'refused') return { state: 'refused', by: 'desk', refusal: request.refusal };
  // Opening uses the citizen's access up, for an answer that nobody could judge by a wrong clock.
  const ready = await deadline.within(clockFit(systems), TIMED_OUT);
  if (!ready.ok) return { state: 'refused', by: 'desk', refusal: ready.failure };
  const { documents, clock } = systems;
  const answer = await deadline.within<Result<AccessAnswer, Refusal>>(documents.open(request.key, context), TIMED_OUT);
  if (!answer.ok) return { state: 'refused', by: 'service', refusal: answer.failure };
  const clockOffsetMs = Date.parse(answer.value.serviceTime) - clock.now().getTime();
  return { state: 'answered', answer: answer.value, clockOffsetMs, echoed: answer.value.requestId === context.requestId };
}

async function clockFit({ forbiddenClockOffset }: EvidenceSystems): Promise<Result<null, Refusal>> {
  const offsetMs = await forbiddenClockOffset();
  return offsetMs === null ? success(null) : failure({ code: 'clock-skewed', detail: `${offsetMs} ms` });
}

/** A crafted answer that breaks a parser must not lose the entry and the mark of an access already collected. */
async function verify(signed: Uint8Array, deadline: Deadline, { verifySignature, logger }: EvidenceSystems): Promise<SignatureAnswer> {
  const work = verifySignature(signed).catch((error: unknown) => {
    logger.fault('verify-signature', error);
    return couldNotVerify('signature-malformed');
  });
  return deadline.within(work, couldNotVerify('service-timeout'));
}

function couldNotVerify(code: 'signature-malformed' | 'service-timeout'): SignatureAnswer {
  const checks: SignatureAnswer['checks'] = [{ layer: 'integrity', outcome: 'undetermined', code, detail: null }];
  const nothing = { content: null, contentBytes: null, signers: [], bySigner: [], signedAt: null, revocationAsOf: null, evidence: null };
  return { state: 'undetermined', checks, ...nothing };
}

/** Bytes are read only when signature, signer and chain did not fail or stay open: what nobody vouches for is no evidence. */
function trustedContent(signature: SignatureAnswer, { templateOf }: EvidenceSystems): ContentEvidence {
  const vouched = (['integrity', 'signer', 'chain'] as const).every((layer) => {
    const outcome = signature.checks.find((check) => check.layer === layer)?.outcome;
    return outcome === 'passed' || outcome === 'attention';
  });
  return vouched && signature.content !== null ? readContent(signature.content, templateOf) : { state: 'none' };
}

/** A document already refused, or one this purpose gives no right to, is no ground to look a person up. */
function mayAskRegistry(evidence: Evidence): boolean {
  const soFar = judgeLayers(evidence).checks;
  const answeredToUs = soFar.find((check) => check.layer === 'access')?.outcome === 'passed';
  return answeredToUs && soFar.every((check) => check.outcome !== 'failed');
}

async function lookUp(iin: string, accessId: string, context: RequestContext, { persons, logger }: EvidenceSystems): Promise<Evidence['person']> {
  try {
    return await persons.lookUp(iin, accessId, context);
  } catch (error) {
    logger.fault('look-up-person', error);
    return failure<Refusal>({ code: 'service-error', detail: null });
  }
}
