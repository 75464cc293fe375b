// A form's answers out of Slack's state, which holds every field of the message in no promised order:
// the order comes from the block ids that the renderer gave.
import { z } from 'zod';

const answer = z.union([
  z.object({ value: z.string() }).transform(({ value }) => value),
  z
    .object({ selected_option: z.object({ value: z.string() }) })
    .transform(({ selected_option }) => selected_option.value),
]);

const field = z.record(z.string(), z.unknown());

/** The answers in field order; a field left empty is an empty answer. */
export function answersOf(values: Readonly<Record<string, unknown>>, prefix: string): string[] {
  return Object.entries(values)
    .filter(([blockId]) => blockId.startsWith(prefix))
    .map(([blockId, state]) => ({
      place: Number.parseInt(blockId.slice(prefix.length), 10),
      text: readAnswer(state),
    }))
    .filter(({ place }) => Number.isInteger(place))
    .sort((one, other) => one.place - other.place)
    .map(({ text }) => text);
}

function readAnswer(state: unknown): string {
  const inputs = field.safeParse(state);
  if (!inputs.success) return '';
  const read = answer.safeParse(Object.values(inputs.data)[0]);
  return read.success ? read.data : '';
}
