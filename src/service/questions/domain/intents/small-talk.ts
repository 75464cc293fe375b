// Short words that mean something alone.
import { type Intent, phrases } from './intent.ts';

export const smallTalk: readonly Intent[] = [
  // Short words that mean something alone.
  {
    has: [
      phrases(
        '^thanks$ | ^thank you$ | ^thank you very much$ | ^ta$ | ^cheers$ | ^ok$ | ^ok great$ | ^great$ | ^great thanks$ | ^brilliant$ | ^perfect$ | ^lovely$ | ^will do$ | ^👍$ | ^🙏$ | ^many thanks$ | ^ok thanks$ | ^got it$ | ^thx$ | ^done$ | ^appreciated$ | ^much appreciated$ | ^nice one$ | ^fine$ | ^good$ | ^no worries$ | ^understood$ | ^noted$ | ^alright cheers$ | ^cheers then$ | ^alright cheers then$ | ^thanks a lot$ | ^thanks so much$ | ^super$ | ^excellent$ | ^that is great$ | ^all done$',
      ),
    ],
    lines: ['thanks'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        '^hello$ | ^hi$ | ^hey$ | ^hi pap$ | ^hello pap$ | ^hey pap$ | ^pap$ | ^good morning$ | ^good afternoon$ | ^good evening$ | ^morning$ | ^hi there$ | ^hello there$ | ^hiya$ | ^yo$ | ^hi all$ | ^good day$ | ^afternoon$ | ^evening$ | ^hello again$ | ^hi again$ | ^anyone there$ | ^are you there$ | ^you there$',
      ),
    ],
    lines: ['help'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        '^help | what can you do | what do you do | who are you | how does this work | how do you work | how does it work | i am stuck | i am lost | what can i type | what can i ask | how do i use | do not understand | instructions | what is this | get started | confused | what can i say | what to say | no idea | where do i start | where to start | what now | what do i do | how do i start | what are you for | new to this | first time | talk me through | show me how | lost | not sure what | what else can | options | menu | commands',
      ),
    ],
    not: phrases('change | update | import | date | owner | evidence | red | amber | rating'),
    lines: ['help'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        '^yes$ | ^yes do$ | ^yep$ | ^yeah$ | ^y$ | ^go ahead$ | ^do it$ | ^that is right$ | ^correct$ | ^sure$',
      ),
    ],
    lines: ['yes'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        '^no$ | ^nope$ | ^cancel$ | ^never mind$ | ^nevermind$ | ^forget it$ | ^n$ | ^leave it$ | ^not that$',
      ),
    ],
    lines: ['no'],
    kind: 'asks',
  },
  {
    has: [phrases('who am i | what do you know about me | what do you hold on me | which account')],
    lines: ['whoami'],
    kind: 'asks',
  },
];
