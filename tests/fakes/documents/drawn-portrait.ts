/** Photographs of people who do not exist: drawn portraits as a camera would hand them over, and what goes wrong with photographs. */
import { decode } from 'fast-png';
import jpeg from 'jpeg-js';
import { drawFace } from '../../../electron/stand/faces/index.ts';
import type { StandPerson } from '../../../electron/stand/population/index.ts';

type Person = Pick<StandPerson, 'iin' | 'sex' | 'birthDate'>;
type Colour = readonly [red: number, green: number, blue: number];
/** The colour at a place of the portrait; beyond its rim that of the rim. */
type Look = (x: number, y: number) => Colour;

export const PORTRAIT = { width: 480, height: 600 } as const;

/** JPEG, upright, as large as a portrait for a document. */
export const drawnPortrait = (person: Person): Uint8Array<ArrayBuffer> => repainted(person, (look, x, y) => look(x, y));

/** @param paint the colour of each point of the picture, from the portrait of the person */
export function repainted(person: Person, paint: (look: Look, x: number, y: number) => Colour, { width, height }: { width: number; height: number } = PORTRAIT): Uint8Array<ArrayBuffer> {
  const look = lookAt(person);
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) data.set(paint(look, x, y), (y * width + x) * 4);
  }
  return new Uint8Array(jpeg.encode({ width, height, data }, 92).data);
}

/** A drawing costs as much as all that is painted from it. */
const drawings = new Map<string, ReturnType<typeof decode>>();

function lookAt(person: Person): Look {
  const drawing = drawings.get(person.iin) ?? decode(drawFace(person, PORTRAIT.width));
  drawings.set(person.iin, drawing);
  const { width, height, data } = drawing;
  return (x, y) => {
    const at = (Math.min(height - 1, Math.max(0, Math.round(y))) * width + Math.min(width - 1, Math.max(0, Math.round(x)))) * 3;
    return [data[at]!, data[at + 1]!, data[at + 2]!];
  };
}

export const lit = ([red, green, blue]: Colour, factor: number): Colour => [Math.min(255, red * factor), Math.min(255, green * factor), Math.min(255, blue * factor)];

/** The mean of the square around a place: a picture out of focus. */
export function blurred(look: Look, x: number, y: number, half: number): Colour {
  const sum = [0, 0, 0];
  let count = 0;
  for (let dy = -half; dy <= half; dy += 3) {
    for (let dx = -half; dx <= half; dx += 3) {
      look(x + dx, y + dy).forEach((value, channel) => (sum[channel]! += value));
      count += 1;
    }
  }
  return [sum[0]! / count, sum[1]! / count, sum[2]! / count];
}
