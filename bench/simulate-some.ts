// A process of the simulation: lives the partnerships that it is given, one after the other.
import type { Size } from './simulation/setting.ts';
import { type Simulated, simulateOne } from './simulation/simulate-one.ts';

export type Order = { readonly seed: number; readonly number: number; readonly size: Size };
export type Report = Simulated & { readonly number: number };

process.on('message', ({ seed, number, size }: Order) => {
  simulateOne(seed, number, size)
    .then((simulated) => process.send?.({ ...simulated, number } satisfies Report))
    .catch((error: unknown) => {
      console.error(`partnership ${number}:`, error);
      process.exit(1);
    });
});
