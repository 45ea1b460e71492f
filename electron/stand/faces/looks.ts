/** What a person of the stand looks like, decided by sex, age and the ИИН alone. */
import { ageOn, POPULATION_DAY } from '../population/calendar.ts';
import type { StandPerson } from '../population/person.ts';
import { createSeededRandom, seedOfText } from '../population/seeded-random.ts';
import type { Colour } from './canvas.ts';

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
  /** −1…1, how each feature differs from the middle. */
  faceWidth: number;
  faceLength: number;
  eyeDistance: number;
  eyeSize: number;
  browTilt: number;
  noseLength: number;
  mouthWidth: number;
  smile: number;
  eyeHeight: number;
  browHeight: number;
  noseWidth: number;
  mouthHeight: number;
}

const SKINS: readonly Colour[] = [
  [247, 214, 186],
  [240, 198, 164],
  [226, 178, 140],
  [211, 160, 120],
  [252, 224, 204],
];
const HAIRS: readonly Colour[] = [
  [34, 26, 24],
  [58, 40, 30],
  [96, 62, 38],
  [150, 98, 52],
  [196, 152, 88],
];
const GREYS: readonly Colour[] = [
  [172, 176, 182],
  [206, 208, 212],
  [226, 226, 228],
];
const CLOTHS: readonly Colour[] = [
  [46, 84, 150],
  [142, 60, 72],
  [64, 110, 74],
  [92, 74, 128],
  [196, 128, 44],
  [62, 66, 78],
];
const SCARVES: readonly Colour[] = [
  [238, 238, 232],
  [196, 76, 96],
  [88, 108, 176],
  [214, 178, 74],
];
const EYES: readonly Colour[] = [
  [48, 34, 26],
  [84, 56, 34],
  [62, 96, 70],
  [64, 104, 150],
];

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
  const feature = () => random.unit() * 2 - 1;
  return {
    age,
    skin: random.pick(SKINS),
    hair: age === 'elderly' ? random.pick(GREYS) : random.pick(HAIRS),
    style: random.pick(STYLES[person.sex][age]),
    cloth: random.pick(CLOTHS),
    scarf: random.pick(SCARVES),
    eyes: random.pick(EYES),
    glasses: random.chance(age === 'elderly' ? 0.5 : age === 'adult' ? 0.25 : 0.12),
    beard: man && random.chance(age === 'elderly' ? 0.4 : 0.2),
    moustache: man && random.chance(0.3),
    freckles: random.chance(age === 'child' ? 0.35 : 0.08),
    lashes: person.sex === 'female',
    earrings: woman && random.chance(0.5),
    lips: woman ? [186, 74, 84] : [178, 104, 92],
    faceWidth: feature(),
    faceLength: feature(),
    eyeDistance: feature(),
    eyeSize: feature(),
    browTilt: feature(),
    noseLength: feature(),
    mouthWidth: feature(),
    smile: feature(),
    eyeHeight: feature(),
    browHeight: feature(),
    noseWidth: feature(),
    mouthHeight: feature(),
  };
}
