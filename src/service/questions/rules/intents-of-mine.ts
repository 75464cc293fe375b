// Short words, what I owe, which messages I get, and when I am away.
import { type Intent, phrases } from '../domain/intent.ts';

export const intentsOfMine: readonly Intent[] = [
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
        '^help | what can you do | what do you do | who are you | how does this work | how do you work | how does it work | i am stuck | i am lost | what can i type | what can i ask | how do i use | do not understand | instructions | what is this | get started | confused | what can i say | what to say | no idea | where do i start | where to start | what now | what do i do | how do i start | what are you for | new to this | first time | talk me through | show me how | lost | not sure what | do not know what | what else can | options | menu | commands',
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
  // What I owe.
  {
    has: [
      phrases(
        'owe | due | outstanding | to do | do i | todo | plate | responsible | missed | need from | needed from | still need | anything from | supposed to | waiting | owing | have to | must | should | needs doing | getting on with | get on with | down for | behind | left | list | attention | pending | assigned | expected | want from | urgent | overdue | jobs | forgotten | forget | done | finished with | still got | my name | deadlines | up to date | on top of | sent everything | complete | completed',
      ),
      phrases('i | me | my | mine'),
    ],
    not: phrases(
      'change | away | undo | sleep | talk | speak | contact | typo | note | evidence for | changed | job | owner | hand | leaving | send | say | said | parents | families | is left | has left | pass | wrong | mistake | highlight | evidence | how do i | where do i | board | meet | why | stop | else | for us | owes us | when | know | message me | send me | off | write | how do you | parents | approve | worry | theme | tell me about | information on | owes me | colour',
    ),
    lines: ['mine'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'what do i need to do | what do i have to do | what should i do | my objectives | my actions | my list | my work | my tasks | my areas | what is mine | which are mine | actions are mine | objectives are mine | what have i got | do you need anything from me | anything due from me | my part | what am i | need from me | remind me what | waiting on me | on my list | in my name | against my name | for me to do | my outstanding | my objective | my stuff | my bits | my name on | name on | my deadlines | my due dates | my things | my responsibilities | what is on me | for me this | mine this',
      ),
    ],
    lines: ['mine'],
    kind: 'asks',
  },
  {
    has: [
      phrases('returns | updates | all of mine | all mine | everything | several'),
      phrases(
        'do my | all my | in one go | at once | submit my | complete my | fill in | send in my | together',
      ),
    ],
    lines: ['mine form'],
    kind: 'asks',
  },
  // Messages: why, when, and not.
  {
    has: [
      phrases('why | how come'),
      phrases(
        'you | message | messages | this | these | reminder | reminders | email | emails | chasing | asking me | getting',
      ),
    ],
    not: phrases('red | amber | green | rated | behind | theme'),
    lines: ['why'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        '^stop$ | ^unsubscribe$ | ^opt out$ | unsubscribe | stop messaging | stop sending | stop these | stop the | stop asking | stop chasing | leave me alone | too many | turn off | switch off | mute | do not message | do not send | no more | fewer | less often | so many | keep messaging | too often | be quiet | pestering | spam | bother me | stop bugging | bugging | stop pinging | stop nagging | nagging | stop reminding | stop emailing | stop this | leave me | give it a rest | go away | enough',
      ),
    ],
    not: phrases('digest | digests | weekly | summary'),
    lines: ['settings'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'digest | digests | weekly | summary | newsletter | monday email | monday emails | monday message | weekly email',
      ),
      phrases(
        'off | stop | do not | no more | unsubscribe | cancel | without | no longer | any more | anymore | opt out',
      ),
    ],
    lines: ['settings digest off'],
    kind: 'records',
  },
  {
    has: [
      phrases('digest | digests | weekly'),
      phrases('turn on | switch on | start | want the | send me the'),
    ],
    not: phrases('not | off | stop'),
    lines: ['settings digest on'],
    kind: 'records',
  },
  {
    has: [
      phrases(
        'my reminders | my messages | reminders to me | message me | reach me | contact me | chase me | send me | write to me | ping me | tell me | remind me in | ask me in | contact me on | get hold of me',
      ),
      phrases(
        'afternoon | morning | when you | hour | time | later in the day | instead | slack | teams',
      ),
    ],
    lines: ['settings'],
    kind: 'asks',
  },
  {
    has: [
      phrases('how often | how many messages | how frequently'),
      phrases('message | messages | email | emails | remind | reminders | contact | chase'),
    ],
    lines: ['settings'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'remind me | ask me | come back | chase me | nudge me | ping me | i will do it | do it on | snooze | not now | later | not today | will get to it | try me | try again | give me till | give me until | get back to me | back to me | leave it until | leave it till | not this week | not this month | hold off | wait until | wait till | another day | bear with me | ask again | pick this up | leave it with me | leave this with me',
      ),
    ],
    needs: ['until'],
    lines: ['snooze until {until}'],
    kind: 'records',
  },
  {
    has: [
      phrases(
        'remind me | ask me later | ask me again | snooze | not now | not today | later please | remind me later | come back later | too busy | give me more time | need more time | busy | no time | swamped | tied up | leave it for now | park it | bear with me | too much on | later | not right now | in a bit | another time | tomorrow maybe | later on | too much to do',
      ),
    ],
    not: phrases('what | which | who | when | how'),
    lines: ['snooze'],
    kind: 'records',
  },
  // Away, back, handing over.
  {
    has: [
      phrases(
        'away | leave | holiday | annual leave | off | out of office | vacation | on a course | not in | maternity | paternity | out | not be in | be out | abroad | not at work | not working | jury service | parental leave | study leave | signed off | signed off sick | back on | cover | covering | covers',
      ),
    ],
    not: phrases(
      'turn off | off track | who is away | is anyone | who is off | left | take it off | is out | sorted out | leave it | leave this | leave that | bank holiday | bank holidays | closure | closed | office is',
    ),
    needs: ['period'],
    lines: ['away {period}{cover}'],
    kind: 'records',
  },
  {
    has: [
      phrases('i am back | back at work | back in the office | back from | returned from leave'),
    ],
    lines: ['away off', 'away'],
    kind: 'records',
  },
  {
    has: [
      phrases(
        'i am away | i am off | on leave | off sick | on holiday | out of office | who is away | who is off | anyone away | is anyone away | on annual leave | i am ill | not well | i am sick',
      ),
    ],
    not: phrases('i am off the'),
    lines: ['away'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'hand over | handover | take over | take on | transfer | reassign | pass on | give to | someone else | somebody else | new owner | take this on | pass to | isnt mine | is not mine | not mine | not my objective | is not my | wrong person | change the owner of | no longer mine | should be with | look after | belongs to | belong to | take care of | pick up | instead of me | by mistake | in error | off me | off my hands | should own | owns it | now owns | taken over | taken on | is now with | moved to | give it to | pass it | responsibility | the new lead',
      ),
    ],
    needs: ['ref'],
    lines: ['handover {ref} {@person}', 'away'],
    kind: 'records',
  },
  {
    has: [
      phrases('change | who should be | make'),
      phrases('owner | lead | responsible officer | deputy'),
    ],
    needs: ['ref'],
    lines: ['handover {ref} {@person}', 'admin change {ref} owner {@person}'],
    kind: 'records',
  },
  {
    has: [
      phrases(
        'hand over | handover | leaving | not my objective | is not mine | wrong person | change the owner | change owner | new owner | transfer | reassign | moving to another | new job | take over | not mine | change an owner',
      ),
    ],
    not: phrases('has left | annual leave'),
    lines: ['handover', 'help handover'],
    kind: 'asks',
  },
];
