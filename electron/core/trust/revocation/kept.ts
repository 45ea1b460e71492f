/** Keeps what may be used again until its time is over, within a number and a weight; the oldest goes first. */

interface Entry<Value> {
  value: Value;
  /** Epoch ms. */
  until: number;
  weight: number;
}

export class Kept<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #limits: { count: number; weight: number };
  #weight = 0;

  constructor(limits: { count: number; weight: number }) {
    this.#limits = limits;
  }

  get(key: string, now: Date): Value | null {
    const entry = this.#entries.get(key);
    if (entry === undefined) return null;
    if (now.getTime() < entry.until) return entry.value;
    this.#drop(key);
    return null;
  }

  /** What is heavier than the whole limit is not kept. */
  set(key: string, entry: Entry<Value>): void {
    this.#drop(key);
    if (entry.weight > this.#limits.weight) return;
    this.#entries.set(key, entry);
    this.#weight += entry.weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#limits.count && this.#weight <= this.#limits.weight) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }
}
