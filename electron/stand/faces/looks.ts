/** What a person of the stand looks like, decided by sex, age and the ИИН alone. */
import { ageOn, POPULATION_DAY } from '../population/calendar.ts';
import type { StandPerson } from '../population/person.ts';
import { createSeededRandom, seedOfText } from '../population/seeded-random.ts';
import type { Colour } from './canvas.ts';
import { CLOTHS, EYES, GREYS, HAIRS, SCARVES, SKINS } from './palettes.ts';

export type HairStyle = 'short' | 'side-parting' | 'bald' | 'curly' | 'long' | 'long-curly' | 'bob' | 'bun' | 'plaits' | 'headscarf';

export interface Looks {
  age: 'child' | 'adult' | 'elderly';
  skin: Colour;
  hair: Colour;
  style: HairStyle;
  cloth: Colour;
  scarf: Colour;
  eyes: Colour;
  glasses: boolean;
  beard: boolean;
  moustache: boolean;
  freckles: boolean;
  lashes: boolean;
  earrings: boolean;
  lips: Colour;
  /** −1…1, how each feature differs from the middle; of the jaw, from pointed to square, of the eyes, from hanging to rising and from narrow to round. */
  faceWidth: number;
  faceLength: number;
  jaw: number;
  eyeDistance: number;
  eyeHeight: number;
  eyeSize: number;
  eyeOpening: number;
  eyeSlant: number;
  browTilt: number;
  browHeight: number;
  browWeight: number;
  noseLength: number;
  noseWidth: number;
  mouthWidth: number;
  mouthHeight: number;
  lipFullness: number;
  smile: number;
  hairline: number;
  /** How deep the light lies: around the eyes, under the cheekbones, beside the nose, from the nose to the mouth. */
  sockets: number;
  cheekbones: number;
  bridge: number;
  folds: number;
}

/** Repeated styles are the more frequent ones. */
const STYLES: Record<'male' | 'female', Record<Looks['age'], readonly HairStyle[]>> = {
  male: {
    child: ['short', 'side-parting', 'curly'],
    adult: ['short', 'short', 'side-parting', 'curly', 'bald'],
    elderly: ['short', 'bald', 'bald', 'side-parting'],
  },
  female: {
    child: ['plaits', 'bob', 'long'],
    adult: ['long', 'long', 'long-curly', 'bob', 'bun', 'headscarf'],
    elderly: ['headscarf', 'headscarf', 'bun', 'bob'],
  },
};

export function looksOf(person: Pick<StandPerson, 'iin' | 'sex' | 'birthDate'>): Looks {
  const random = createSeededRandom(seedOfText(person.iin));
  const years = ageOn(person.birthDate, POPULATION_DAY);
  const age = years < 14 ? 'child' : years >= 60 ? 'elderly' : 'adult';
  const woman = person.sex === 'female' && age !== 'child';
  const man = person.sex === 'male' && age !== 'child';
  /** Rather towards the ends: what lies in the middle makes everybody alike. */
  const feature = (): number => {
    const drawn = random.unit() * 2 - 1;
    return Math.sign(drawn) * Math.abs(drawn) ** 0.8;
  };
  return {
    age,
    skin: random.pick(SKINS),
    hair: age === 'elderly' ? random.pick(GREYS) : random.pick(HAIRS),
    style: random.pick(STYLES[person.sex][age]),
    cloth: random.pick(CLOTHS),
    scarf: random.pick(SCARVES),
    eyes: random.pick(EYES),
    glasses: random.chance(age === 'elderly' ? 0.5 : age === 'adult' ? 0.25 : 0.12),
    beard: man && random.chance(age === 'elderly' ? 0.4 : 0.3),
    moustache: man && random.chance(0.3),
    freckles: random.chance(age === 'child' ? 0.35 : 0.08),
    lashes: person.sex === 'female',
    earrings: woman && random.chance(0.5),
    lips: woman ? [186, 74, 84] : [178, 104, 92],
    faceWidth: feature(),
    faceLength: feature(),
    jaw: feature(),
    eyeDistance: feature(),
    eyeHeight: feature(),
    eyeSize: feature(),
    eyeOpening: feature(),
    eyeSlant: feature(),
    browTilt: feature(),
    browHeight: feature(),
    browWeight: feature(),
    noseLength: feature(),
    noseWidth: feature(),
    mouthWidth: feature(),
    mouthHeight: feature(),
    lipFullness: feature(),
    smile: feature(),
    hairline: feature(),
    sockets: feature(),
    cheekbones: feature(),
    bridge: feature(),
    folds: feature(),
  };
}
