// `admin import answer 3`, and below it or behind it `1 success-measure`: what the columns and colours of a file are.
import { ok, type Result, refuse } from '../../../core/request/domain/result.ts';
import { type ImportAnswer, type ImportQuestion, optionWord } from './import-answers.ts';

/** Answers as they are typed, each a question's number and a word. Refusal: `import-answer`. */
export function parseAnswers(
  typed: string,
  questions: readonly ImportQuestion[],
): Result<readonly ImportAnswer[]> {
  const said = typed
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const answers: ImportAnswer[] = [];
  for (const line of said) {
    const [, number, words = ''] = /^#?(\d{1,4})[.:)]?\s+(?:is\s+)?(.+)$/i.exec(line) ?? [];
    const question = questions.find((one) => String(one.number) === number);
    const word = words.trim().toLowerCase().replace(/\s+/g, '-');
    const meaning = question?.options.find((option) => optionWord(option) === word);
    if (!question || meaning === undefined)
      return refuse({
        ...{ code: 'import-answer', typed: line.slice(0, 60) },
        numbers: questions.map((one) => one.number),
        options: (question?.options ?? []).map(optionWord),
      });
    const { kind, layout, words: of } = question;
    answers.push({ kind, layout, words: of, meaning });
  }
  if (answers.length > 0) return ok(answers);
  return refuse({
    ...{ code: 'import-answer', typed: '' },
    numbers: questions.map((one) => one.number),
    options: [],
  });
}
