/** Faces are pictures of the agreed size, plainly drawn, the same for a person and another for another. */
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { drawFace } from '../../../electron/stand/faces/index.ts';
import { type Looks, looksOf } from '../../../electron/stand/faces/looks.ts';
import { createPopulation } from '../../../electron/stand/population/index.ts';

const { people } = createPopulation(3);
const somebody = people[0]!;
const TURQUOISE = [64, 190, 190];
const BAND = [190, 30, 45];

function pixelOf(png: Uint8Array, x: number, y: number): number[] {
  const { width, data } = decode(png);
  return Array.from(data.slice((y * width + x) * 3, (y * width + x) * 3 + 3));
}

describe('a face', () => {
  const face = drawFace(somebody);

  it('is a PNG of 320 × 400, or of the width asked for', () => {
    expect(decode(face)).toMatchObject({ width: 320, height: 400, channels: 3, depth: 8 });
    expect(decode(drawFace(somebody, 96))).toMatchObject({ width: 96, height: 120 });
  });

  it('stands on turquoise over a red band with a white word', () => {
    expect(pixelOf(face, 2, 10)).toEqual(TURQUOISE);
    expect(pixelOf(face, 20, 390)).toEqual(BAND);
    const { width, data } = decode(face);
    const band = data.slice(width * 3 * 358);
    expect(band.filter((value) => value === 255).length / band.length).toBeGreaterThan(0.02);
  });

  it('is the same whenever the same person is drawn', () => expect(drawFace({ ...somebody })).toEqual(face));
});

it('no two people of the first hundred have the same face', () => {
  const pictures = people.slice(0, 100).map((person) => Buffer.from(drawFace(person, 160)).toString('base64'));
  expect(new Set(pictures).size).toBe(pictures.length);
});

describe('looks', () => {
  const looks = people.map((person) => ({ person, looks: looksOf(person) }));
  const of = (age: string) => looks.filter((one) => one.looks.age === age);

  it('follow age: children, adults and grey elders are all there', () => {
    for (const age of ['child', 'adult', 'elderly']) expect(of(age).length).toBeGreaterThan(10);
    const isGrey = (colour: readonly number[]) => Math.max(...colour) - Math.min(...colour) <= 10 && colour[0]! > 150;
    expect(of('elderly').every((one) => isGrey(one.looks.hair))).toBe(true);
    expect(of('adult').some((one) => isGrey(one.looks.hair))).toBe(false);
  });

  it('follow sex: beards for men only, headscarves for women only', () => {
    const sexesOf = (seen: (one: Looks) => boolean) => new Set(looks.filter((one) => seen(one.looks)).map(({ person }) => person.sex));
    expect(sexesOf(({ beard, moustache }) => beard || moustache)).toEqual(new Set(['male']));
    expect(sexesOf(({ style }) => style === 'headscarf')).toEqual(new Set(['female']));
    expect(looks.some((one) => one.looks.glasses)).toBe(true);
  });

  it('are drawn into the picture: glasses change it', () => {
    const [bare, seeing] = [false, true].map((glasses) => looks.find((one) => one.looks.glasses === glasses)!.person);
    expect(drawFace(bare!, 160)).not.toEqual(drawFace(seeing!, 160));
  });
});
