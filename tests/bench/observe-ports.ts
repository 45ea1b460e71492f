/** Notes when each asynchronous operation of a port began and ended, without changing what it does. */
import type { AppPorts } from '../../electron/core/app-ports.ts';

export interface PortInterval {
  /** `port.operation`, as in `documents.open`. */
  operation: string;
  /** Unix milliseconds with fractions. */
  from: number;
  to: number;
}

const OBSERVED = ['documents', 'persons', 'evidence', 'journalStore', 'cabinets'] as const satisfies (keyof AppPorts)[];

export const unixNow = (): number => performance.timeOrigin + performance.now();

export function observePorts(ports: AppPorts, note: (interval: PortInterval) => void): AppPorts {
  const observed = Object.fromEntries(OBSERVED.map((name) => [name, observe(ports[name], name, note)]));
  return { ...ports, ...observed };
}

function observe<Port extends object>(port: Port, name: string, note: (interval: PortInterval) => void): Port {
  return new Proxy(port, {
    get(target, key, receiver) {
      const member: unknown = Reflect.get(target, key, receiver);
      if (typeof member !== 'function') return member;
      return (...input: unknown[]) => {
        const from = unixNow();
        const answer: unknown = member.apply(target, input);
        if (answer instanceof Promise) void answer.finally(() => note({ operation: `${name}.${String(key)}`, from, to: unixNow() }));
        return answer;
      };
    },
  });
}
