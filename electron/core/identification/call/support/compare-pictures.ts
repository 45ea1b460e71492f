/** The three pairs of faces in a call, each compared as soon as both its pictures are there, and again when one is taken anew. */
import type { CallFace, CallFacePair } from '../../../../../shared/domain/call/call-support.ts';
import type { FaceOutcome } from '../../../../../shared/domain/identification/identification.ts';
import type { PolicyNumberName } from '../../../../../shared/domain/policy.ts';
import type { FaceComparer, FaceComparison } from '../../../../ports/issuance/face-comparer.ts';
import { judgeFace, judgeSession } from '../../judge-face.ts';

/** `call`: the portrait taken in this call. */
export type Picture = 'call' | 'card' | 'registry';

type Compared = { state: 'compared'; outcome: FaceOutcome; distanceMilli: number } | Exclude<FaceComparison, { state: 'compared' }>;

export interface PictureComparison {
  has(picture: Picture): boolean;
  /** A picture that is there, or there anew. */
  put(picture: Picture, bytes: Uint8Array): Promise<void>;
  /** A frame of the moving picture against the portrait of the call; null while there is none. */
  compareFrame(jpeg: Uint8Array): Promise<Compared | null>;
  /** @param hasRegistryPhoto false where the register said that it has none */
  faces(hasRegistryPhoto: boolean): CallFace[];
}

export interface PictureComparisonOptions {
  /** Null where this machine cannot compare. */
  faces: FaceComparer | null;
  numbers(): Readonly<Record<PolicyNumberName, number>>;
  onChange(): void;
  onFound(name: string, value: unknown): Promise<void>;
  /** The comparison does not answer any more. */
  onUnavailable(): void;
}

const PAIRS: readonly { pair: CallFacePair; of: readonly [Picture, Picture] }[] = [
  { pair: 'call-card', of: ['call', 'card'] },
  { pair: 'call-registry', of: ['call', 'registry'] },
  { pair: 'card-registry', of: ['card', 'registry'] },
];

export function createPictureComparison(options: PictureComparisonOptions): PictureComparison {
  const { numbers, onChange, onFound } = options;
  const pictures = new Map<Picture, Uint8Array>();
  const found = new Map<CallFacePair, CallFace>();
  let { faces } = options;

  async function compare(left: Uint8Array, right: Uint8Array, judge: typeof judgeFace): Promise<Compared> {
    if (faces === null) return { state: 'unavailable' };
    const compared = await faces.compare(left, right);
    if (compared.state === 'unavailable') {
      faces = null;
      options.onUnavailable();
    }
    if (compared.state !== 'compared') return compared;
    return { state: 'compared', outcome: judge(compared, numbers()), distanceMilli: Math.round(Math.max(0, compared.distance) * 1000) };
  }

  return {
    has: (picture) => pictures.has(picture),
    async put(picture, bytes) {
      pictures.set(picture, bytes);
      const touched = PAIRS.filter(({ of }) => of.includes(picture));
      for (const { pair } of touched) found.delete(pair);
      for (const { pair, of } of touched) {
        const [left, right] = [pictures.get(of[0]), pictures.get(of[1])];
        if (left === undefined || right === undefined || faces === null) continue;
        found.set(pair, { pair, state: 'comparing' });
        onChange();
        const answer: CallFace = { pair, ...(await compare(left, right, judgeFace)) };
        found.set(pair, answer);
        await onFound(`faces-${pair}`, answer);
      }
      onChange();
    },
    async compareFrame(jpeg) {
      const portrait = pictures.get('call');
      return portrait === undefined ? null : compare(portrait, jpeg, judgeSession);
    },
    faces: (hasRegistryPhoto) =>
      PAIRS.map(({ pair, of }) => {
        const known = found.get(pair);
        if (known !== undefined) return known;
        if (faces === null) return { pair, state: 'unavailable' };
        return { pair, state: !hasRegistryPhoto && of.includes('registry') ? 'absent' : 'waiting' };
      }),
  };
}
