// Fictional people and objectives say so, under whatever else a message says.
import { describe, expect, it } from 'vitest';
import {
  exampleMark,
  noticeExamples,
} from '../../../../src/core/message/messages/example-notice.ts';
import { inline } from '../../../../src/core/message/messages/message.ts';
import { footerOf } from '../../../support/world/read-message.ts';

const notice =
  'Contains example data: people, owners and objectives marked (example) are fictional, and so are the dates of meetings other than those published.';

describe('noticeExamples', () => {
  it('is the footer of a message that has none', () => {
    const message = { title: 'Title', blocks: [] };

    expect(footerOf(noticeExamples(message))).toBe(notice);
    expect(message).toEqual({ title: 'Title', blocks: [] });
  });

  it('is the last line of a footer that there is', () => {
    const message = noticeExamples({ title: 'Title', blocks: [], footer: inline('Why? Because.') });

    expect(footerOf(message)).toBe(`Why? Because.\n${notice}`);
  });
});

describe('exampleMark', () => {
  it('is there for what is fictional only', () => {
    expect(exampleMark(true)).toBe(' (example)');
    expect(exampleMark(false)).toBe('');
  });
});
