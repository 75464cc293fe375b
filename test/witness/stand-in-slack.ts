// A Slack that takes everything, unless it is told to refuse, and keeps what each person was shown.
import { type Cast, slackUser, TEAM } from './cast.ts';

/** Blocks or a view, as they were sent, and the Slack user or channel that they were sent to. */
export type SeenInSlack = { readonly to: string; readonly payload: SlackPayload };

export type SlackPayload = {
  readonly type?: string;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly submit?: { readonly text: string };
  readonly blocks?: readonly SlackBlock[];
};

export type SlackBlock = {
  readonly type: string;
  readonly block_id?: string;
  readonly elements?: readonly SlackElement[];
  readonly element?: SlackElement;
};

export type SlackElement = {
  readonly type: string;
  readonly action_id?: string;
  readonly value?: string;
  readonly text?: { readonly text: string };
  readonly initial_value?: string;
  readonly initial_option?: { readonly value: string };
  readonly options?: readonly { readonly value: string }[];
};

export type StandInSlack = {
  readonly fetch: typeof fetch;
  readonly responseUrl: string;
  readonly seen: SeenInSlack[];
  /** The user id of whoever asks at the moment: a form opens before them. */
  asker: string;
  /** What was answered to a person in the request itself. */
  saw(who: Cast, payload: SlackPayload): void;
  /** The next call of a method fails: with Slack's own word, or, without one, by a broken connection. */
  fail(method: string, word: string | null): void;
};

const RESPONSE_URL = 'https://hooks.slack.example/actions/1';

export function standInSlack(people: readonly Cast[]): StandInSlack {
  const seen: SeenInSlack[] = [];
  const faults: { method: string; word: string | null }[] = [];
  let count = 0;

  function answer(method: string, args: URLSearchParams): object {
    const to = args.get('channel') ?? '';
    switch (method) {
      case 'auth.test':
        return { team_id: TEAM, user_id: 'U0PAPBOT01', bot_id: 'B0PAPBOT01' };
      case 'conversations.open':
        return { channel: { id: `D${args.get('users')}` } };
      case 'users.info': {
        const person = people.find((one) => slackUser(one) === args.get('user'));
        return { user: { team_id: TEAM, profile: { email: person?.email } } };
      }
      case 'views.open':
        return { view: { id: `V${++count}` } };
      case 'views.update':
        seen.push({ to: slack.asker, payload: JSON.parse(args.get('view') ?? '{}') });
        return {};
      case 'chat.postMessage':
      case 'chat.postEphemeral':
      case 'chat.update': {
        const blocks = JSON.parse(args.get('blocks') ?? '[]');
        seen.push({ to: args.get('user') ?? to.replace(/^D/, ''), payload: { blocks } });
        return {
          channel: to,
          ts: args.get('ts') ?? `1720000000.${String(++count).padStart(6, '0')}`,
        };
      }
      default:
        return {};
    }
  }

  const slack: StandInSlack = {
    seen,
    asker: '',
    responseUrl: RESPONSE_URL,
    saw: (who, payload) => void seen.push({ to: slackUser(who), payload }),
    fail: (method, word) => void faults.push({ method, word }),
    fetch: async (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      if (url === RESPONSE_URL) return new Response('ok');
      const method = url.split('/').at(-1) ?? '';
      const index = faults.findIndex((fault) => fault.method === method);
      const [fault] = index < 0 ? [] : faults.splice(index, 1);
      if (fault?.word === null) throw new TypeError('fetch failed');
      if (fault) return Response.json({ ok: false, error: fault.word });
      const body = typeof init?.body === 'string' ? init.body : '';
      return Response.json({ ok: true, ...answer(method, new URLSearchParams(body)) });
    },
  };
  return slack;
}
