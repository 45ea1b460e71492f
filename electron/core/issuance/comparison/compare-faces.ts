/** Compares the faces of a case: the citizen's frontal pictures with the card and with the register, and the selfie with whoever moved before the camera. */
import type { CaseMaterial, FaceFinding, FacePair } from '../../../../shared/domain/issuance/case-desk.ts';
import type { FaceOutcome } from '../../../../shared/domain/identification/identification.ts';
import { LivenessRecord } from '../../../../shared/domain/identification/liveness-record.ts';
import { type Result, failure, success } from '../../../../shared/util/result.ts';
import type { FaceComparer, FaceComparison } from '../../../ports/issuance/face-comparer.ts';
import { farthestFrame, type FaceQuestion, judgeFace, judgeSession, medianFrame } from '../../identification/index.ts';
import type { ComparisonOptions } from './compare-application.ts';

/** The citizen's pictures in full view, the selfie first, and those of every moment of the session. */
interface FacePictures {
  frontal: readonly Uint8Array[];
  session: readonly Uint8Array[];
  card: Uint8Array | null;
  registry: Uint8Array | null;
}

/**
 * @param materials newest first
 * @param sessionExpected the person was identified by their movements, so there must be pictures of them
 * @returns `portal`: a picture could not be fetched just now
 */
export async function compareFaces(
  caseId: string,
  materials: readonly CaseMaterial[],
  sessionExpected: boolean,
  { portal, faces, policy }: Pick<ComparisonOptions, 'portal' | 'faces' | 'policy'>,
): Promise<Result<FaceFinding[], 'portal'>> {
  const gathered = await gatherPictures(materials, (sha256) => portal.material(caseId, sha256));
  if (!gathered.ok) return gathered;
  const { frontal, session, card, registry } = gathered.value;
  const { numbers } = policy();
  const likeness = (frames: readonly FaceQuestion[]) => concluded(medianFrame(frames), (question) => judgeFace(question, numbers));
  const continuity = (frames: readonly FaceQuestion[]) => concluded(farthestFrame(frames), (question) => judgeSession(question, numbers));
  const findings: FaceFinding[] = [];
  // Whom an operator has identified by their own eyes may have taken no picture of themselves.
  if (frontal.length > 0 || sessionExpected) {
    findings.push(await findingOf('selfie-card', frontal, card, faces, likeness), await findingOf('selfie-registry', frontal, registry, faces, likeness));
  }
  findings.push(await findingOf('card-registry', card === null ? [] : [card], registry, faces, likeness));
  if (session.length > 0 || sessionExpected) findings.push(await sessionFinding(frontal[0] ?? null, session, faces, continuity));
  return success(findings);
}

type Conclude = (frames: readonly FaceQuestion[]) => { outcome: FaceOutcome; distanceMilli: number } | null;

const concluded = (question: FaceQuestion | null, judge: (question: FaceQuestion) => FaceOutcome): ReturnType<Conclude> =>
  question === null ? null : { outcome: judge(question), distanceMilli: Math.round(Math.max(0, question.distance) * 1000) };

/** What cannot be said of the first picture, the one a person looks at, is not said by the others in its place. */
async function findingOf(pair: FacePair, pictures: readonly Uint8Array[], reference: Uint8Array | null, faces: FaceComparer, conclude: Conclude): Promise<FaceFinding> {
  if (pictures.length === 0 || reference === null) return { pair, state: 'absent' };
  const answers: FaceComparison[] = [];
  for (const picture of pictures) answers.push(await faces.compare(picture, reference));
  const first = answers[0]!;
  return first.state === 'compared' ? comparedFinding(pair, answers, conclude) : { pair, state: first.state };
}

/** Several faces in any picture of the movements are a second person; a frame blurred by the movement says nothing. */
async function sessionFinding(selfie: Uint8Array | null, session: readonly Uint8Array[], faces: FaceComparer, conclude: Conclude): Promise<FaceFinding> {
  if (selfie === null || session.length === 0) return { pair: 'selfie-session', state: 'absent' };
  const answers: FaceComparison[] = [];
  for (const picture of session) answers.push(await faces.compare(selfie, picture));
  const state = (['unavailable', 'several-faces'] as const).find((each) => answers.some((answer) => answer.state === each));
  return state === undefined ? comparedFinding('selfie-session', answers, conclude) : { pair: 'selfie-session', state };
}

function comparedFinding(pair: FacePair, answers: readonly FaceComparison[], conclude: Conclude): FaceFinding {
  const frames = answers.filter((answer) => answer.state === 'compared');
  const answer = conclude(frames);
  return answer === null ? { pair, state: 'no-face' } : { pair, state: 'compared', ...answer, pictures: frames.length };
}

/** Of the record of the movements, which the service keeps with its own verdict. */
const SessionStills = LivenessRecord.pick({ stills: true }).strip();

async function gatherPictures(
  materials: readonly CaseMaterial[],
  fetchMaterial: (sha256: string) => Promise<Result<Uint8Array, unknown>>,
): Promise<Result<FacePictures, 'portal'>> {
  const hashes = new Map(['selfie', 'card-front', 'registry-photo', 'liveness-record'].map((name) => [name, materials.find((material) => material.name === name)?.sha256]));
  // By hash, so that a picture handed in twice is fetched and described once.
  const fetched = new Map<string, Uint8Array>();
  const fetchAll = async (wanted: Iterable<string | undefined>): Promise<boolean> => {
    for (const sha256 of wanted) {
      if (sha256 === undefined || fetched.has(sha256)) continue;
      const bytes = await fetchMaterial(sha256);
      if (!bytes.ok) return false;
      fetched.set(sha256, bytes.value);
    }
    return true;
  };
  const named = (name: string): Uint8Array | undefined => fetched.get(hashes.get(name) ?? '');
  if (!(await fetchAll(hashes.values()))) return failure('portal');
  const stills = stillsOf(named('liveness-record'));
  if (!(await fetchAll(stills.map(({ sha256 }) => sha256)))) return failure('portal');
  const picturesOf = (some: LivenessRecord['stills']): Uint8Array[] => some.map(({ sha256 }) => fetched.get(sha256)!);
  const selfie = named('selfie');
  return success({
    frontal: selfie === undefined ? [] : [selfie, ...picturesOf(stills.filter(({ challenge }) => challenge === null))],
    session: picturesOf(stills),
    card: named('card-front') ?? null,
    registry: named('registry-photo') ?? null,
  });
}

function stillsOf(record: Uint8Array | undefined): LivenessRecord['stills'] {
  if (record === undefined) return [];
  try {
    return SessionStills.parse(JSON.parse(new TextDecoder().decode(record))).stills;
  } catch {
    // A record nobody can read names no pictures: the session counts as not pictured, and a human looks.
    return [];
  }
}
