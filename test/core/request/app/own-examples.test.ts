// Examples as people of this plan would type them; what somebody typed, and buttons, stay as they are.
import { expect, it } from 'vitest';
import { code, inline, paragraph } from '../../../../src/core/message/messages/message.ts';
import type { Reply } from '../../../../src/core/request/app/inbound.ts';
import {
  sentWithOwnExamples,
  withOwnExamples,
} from '../../../../src/core/request/app/own-examples.ts';
import { indexRefs } from '../../../../src/plan/objectives/domain/plan-refs.ts';
import { paragraphsOf } from '../../../support/world/message-parts.ts';

const reply: Reply = {
  message: {
    title: 'Decisions',
    blocks: [
      paragraph(code('/pap decide 2B:2 needed a second trainer from SIAB by 24 July')),
      paragraph('Or “cancel siab 24 July 2024”, or “update 2b2 amber”.'),
      paragraph('The note says: see 2B:2 and siab.'),
    ],
    footer: inline(code('/pap show 1A:1 history')),
  },
  audience: 'private',
  outcome: 'refused',
  code: 'usage',
};

it.each([
  {
    what: 'another plan',
    refs: ['1.1', '1.2', '1.10'],
    forums: ['improvement-board'],
    typed: 'decide 1.1',
    lines: [
      '/pap decide 1.1 needed a second trainer from the board by 24 July',
      'Or “cancel improvement-board 24 July 2024”, or “update 1.1 amber”.',
    ],
    footer: '/pap show 1.2 history',
  },
  {
    what: 'the plan of the examples',
    refs: ['1A:1', '2B:2'],
    forums: ['siab'],
    typed: 'decide',
    lines: [
      '/pap decide 2B:2 needed a second trainer from SIAB by 24 July',
      'Or “cancel siab 24 July 2024”, or “update 2b2 amber”.',
    ],
    footer: '/pap show 1A:1 history',
  },
  {
    what: 'words that somebody typed',
    refs: ['1.1', '1.2', '1.10'],
    forums: ['improvement-board'],
    typed: 'decide 2B:2 siab',
    lines: [
      '/pap decide 2B:2 needed a second trainer from the board by 24 July',
      'Or “cancel siab 24 July 2024”, or “update 1.2 amber”.',
    ],
    footer: '/pap show 1.10 history',
  },
  {
    what: 'a plan without objectives or forums',
    refs: [],
    forums: [],
    typed: 'decide',
    lines: [
      '/pap decide 2B:2 needed a second trainer from SIAB by 24 July',
      'Or “cancel siab 24 July 2024”, or “update 2b2 amber”.',
    ],
    footer: '/pap show 1A:1 history',
  },
])('of $what', async ({ refs, forums, typed, lines, footer }) => {
  const { message } = await withOwnExamples(reply, typed, recordOf(refs, forums));

  expect(paragraphsOf(message)).toEqual([...lines, 'The note says: see 2B:2 and siab.']);
  expect(message.footer?.map(({ text }) => text).join('')).toBe(footer);
});

it('leaves alone what may be somebody’s own words in another answer', async () => {
  const done = { ...reply, outcome: 'done' } as const;

  const { message } = await withOwnExamples(
    done,
    'decide 1.1',
    recordOf(['1.1', '1.2'], ['board']),
  );

  expect(paragraphsOf(message).slice(0, 2)).toEqual([
    '/pap decide 1.1 needed a second trainer from the board by 24 July',
    'Or “cancel siab 24 July 2024”, or “update 2b2 amber”.',
  ]);
});

it('of what PAP sends by itself are the plan’s own, and the words of others stay', async () => {
  const record = recordOf(['PA1.1', 'PA1.2a'], ['board']);

  const sent = await sentWithOwnExamples(reply.message, record);

  expect(paragraphsOf(sent)).toEqual([
    '/pap decide PA1.2a needed a second trainer from the board by 24 July',
    'Or “cancel siab 24 July 2024”, or “update 2b2 amber”.',
    'The note says: see 2B:2 and siab.',
  ]);
});

type Parts = Parameters<typeof withOwnExamples>[2];

/** Only what is asked for here. */
function recordOf(refs: readonly string[], forums: readonly string[]): Parts {
  const all = refs.map((ref) => ({ id: ref, ref, title: `Objective ${ref}` }));
  const listed = forums.map((key) => ({ key, collectsReturns: true }));
  return {
    objectives: { refs: async () => indexRefs(all) },
    meetings: { forums: async () => listed },
  } as unknown as Parts;
}
