/** Serial lines that an operator of this workstation has chosen for a scanner, kept over a restart. */
import ElectronStore from 'electron-store';
import { z } from 'zod';

export interface ChosenPorts {
  has(key: string): boolean;
  add(key: string): void;
}

/** More scanners than a desk ever had; the oldest is forgotten. */
const MOST = 16;
const Ports = z.array(z.string().max(256)).max(MOST);

export function openChosenPorts(directory: string): ChosenPorts {
  const store = new ElectronStore<{ ports: unknown }>({ cwd: directory, name: 'scanner-ports', clearInvalidConfig: true, defaults: { ports: [] } });
  const ports = (): string[] => Ports.safeParse(store.get('ports')).data ?? [];
  return {
    has: (key) => ports().includes(key),
    add(key) {
      if (!ports().includes(key)) store.set('ports', [...ports(), key].slice(-MOST));
    },
  };
}
