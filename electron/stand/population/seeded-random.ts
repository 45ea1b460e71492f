/** Random choices that are the same for the same seed, on every machine (nothing here is fit for secrets). */

export interface SeededRandom {
  /** 0 ≤ value < 1. */
  unit(): number;
  /** Whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  chance(probability: number): boolean;
  /** @throws {RangeError} on an empty list. */
  pick<Item>(items: readonly Item[]): Item;
}

/** mulberry32 by T. Ettinger (public domain): 32 bits of state are plenty for a few hundred people. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (least: number, most: number) => least + Math.floor(unit() * (most - least + 1));
  return {
    unit,
    integer,
    chance: (probability) => unit() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError('nothing to pick from');
      return items[integer(0, items.length - 1)]!;
    },
  };
}

/** FNV-1a, 32 bits: turns an ИИН into a seed, so that a person looks the same whoever else is drawn. */
export function seedOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
