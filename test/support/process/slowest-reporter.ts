// Prints the twenty files of a run that took longest, so that whoever makes the tests slower sees it.
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const SHOWN = 20;

export class SlowestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules
      .map((module) => ({
        name: relative(process.cwd(), module.moduleId),
        seconds: secondsOf(module),
      }))
      .sort((a, b) => b.seconds - a.seconds);
    if (files.length <= SHOWN) return;
    const sum = files.reduce((total, { seconds }) => total + seconds, 0);
    console.log(
      `\nThe slowest ${SHOWN} of ${files.length} files (all: ${sum.toFixed(0)} s of workers):`,
    );
    for (const { name, seconds } of files.slice(0, SHOWN))
      console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}`);
  }
}

/** Hooks included: what a suite sets up is part of what it costs. */
function secondsOf(module: TestModule): number {
  const { duration, collectDuration, setupDuration } = module.diagnostic();
  return (duration + collectDuration + setupDuration) / 1000;
}
