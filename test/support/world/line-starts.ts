// The beginnings of lines, worked out from the verbs themselves: a new verb is tried without being named.
import type { Command } from '../../../src/core/request/app/command.ts';

/** Each verb, and each of its examples and of its verbs' cut behind its first words. */
export function allLineStarts(commands: readonly Command[]): string[] {
  const starts = commands.flatMap(({ name, examples, subcommands = [] }) => [
    name,
    ...[...examples, ...subcommands.flatMap((one) => one.examples)].flatMap(firstWords),
    ...subcommands.map((one) => `${name} ${one.name}`),
  ]);
  return [...new Set(starts)];
}

function firstWords(example: string): string[] {
  const words = example.split(' ');
  return [2, 3, 4]
    .filter((count) => count < words.length)
    .map((count) => words.slice(0, count).join(' '));
}
