// What the programme office does, and how things are done.
import { HOW, type Intent, phrases } from '../domain/intent.ts';

export const intentsOfOffice: readonly Intent[] = [
  // The programme office.
  {
    has: [
      phrases('export | download | excel | spreadsheet | csv | backup'),
      phrases('^ | export | plan | everything | can i | send | get | download'),
    ],
    lines: ['admin export'],
    kind: 'asks',
  },
  {
    has: [
      phrases('pack | board pack | papers | board papers | meeting pack'),
      phrases('^ | make | create | need | get | the papers | want | send | produce | see | where'),
    ],
    not: phrases('when | deadline | next | go out | paper day'),
    lines: ['admin pack list', 'admin pack'],
    kind: 'asks',
  },
  {
    has: [phrases('import | upload | load | new plan | new version')],
    not: phrases('evidence'),
    lines: ['admin import', 'help admin import'],
    kind: 'asks',
  },
  {
    has: [
      phrases(
        'status | working | running | up | alive | broken | health | ticking over | ok | well | healthy | down | errors | problems | fine | all right',
      ),
      phrases('^status | bot | system | everything | is it | are you | you'),
    ],
    lines: ['admin status'],
    kind: 'asks',
    only: ['office'],
  },
  {
    has: [
      phrases(
        'left | has left | leaver | gone | leaves | leaving | does not work | no longer works | not work here | retired | retiring | moved on | has gone | replaced | quit | resigned | off the plan',
      ),
    ],
    needs: ['person'],
    lines: ['help admin people', 'admin people'],
    kind: 'asks',
    only: ['office'],
  },
  {
    has: [
      phrases('add | email address | new email | new surname | changed their name | job title'),
      phrases('^ | as a | as an | as a new | as owner | has a new | to the plan | to the system'),
    ],
    not: phrases('objective | evidence | meeting | holiday | closure'),
    lines: ['admin people', 'help admin people'],
    kind: 'asks',
    only: ['office'],
  },
  {
    has: [
      phrases(
        'people | someone | somebody | person | user | users | who is on | staff | member | members | colleague | starter | new starter | joined | joining | joins | newcomer | new colleague | person joining',
      ),
      phrases('^ | add | new | list | who | remove | all | how | on the plan | show'),
    ],
    lines: ['admin people', 'help admin people'],
    kind: 'asks',
    only: ['office'],
  },
  {
    has: [phrases('audit | who changed | who did | activity | log | changed what')],
    lines: ['admin audit'],
    kind: 'asks',
    only: ['office', 'board'],
  },
  {
    has: [
      phrases(
        'calendar | closure | bank holiday | bank holidays | term dates | closed on | inset | working days | closure day | shut | strike | closed | closing | half term dates | school holidays',
      ),
    ],
    lines: ['admin calendar', 'help admin calendar'],
    kind: 'asks',
    only: ['office'],
  },
  {
    has: [
      phrases('meeting | meetings | board | cycle | siab | the next one'),
      phrases(
        'move | cancel | add | new | reschedule | postpone | close | open | freeze | change | call off | plan | rearrange | forward | bring | different day | another day | swap | put off | delay | later date | earlier | change the date | switch',
      ),
    ],
    lines: ['admin cycle', 'help admin cycle'],
    kind: 'asks',
    only: ['office', 'board'],
  },
  {
    has: [phrases('pause | hold'), phrases('messages | sending | reminders | chases | everything')],
    lines: ['admin delivery pause', 'admin delivery'],
    kind: 'records',
    only: ['office'],
  },
  {
    has: [
      phrases(
        'delivered | undelivered | go out | sent | arrive | arrived | reached | bounced | failed | delivery | not received | get through | got through | get out | gone out | receive | received | land | landed | came through | has everyone had | stuck | queued | bouncing | failed to send | to send | did not send | not sent',
      ),
    ],
    lines: ['admin delivery'],
    kind: 'asks',
    only: ['office'],
  },
  {
    has: [
      phrases('channel | channels | where do you post'),
      phrases('^ | connect | bind | link | this | which | set up | post'),
    ],
    lines: ['admin channel'],
    kind: 'asks',
    only: ['office'],
  },
  {
    has: [
      phrases(
        'signals | fishy | too good | suspicious | watermelon | watermelons | looks odd | look odd | not believable | optimistic',
      ),
    ],
    lines: ['admin signals'],
    kind: 'asks',
    only: ['office'],
  },
  {
    has: [phrases('families page | family page | page for families | parents page')],
    lines: ['admin families'],
    kind: 'asks',
    only: ['office'],
  },
  {
    has: [
      phrases(
        'retention | how long do you keep | kept for | delete old | keep things | keep data | how long is | data kept | keep it | keep records | deleted | disposal',
      ),
    ],
    lines: ['admin retention'],
    kind: 'asks',
    only: ['office'],
  },
  {
    has: [
      phrases(
        'subject access | sar | dsar | data request | freedom of information | everything you hold',
      ),
    ],
    lines: ['help admin sar'],
    kind: 'asks',
    only: ['office'],
  },
  // How things are done.
  {
    has: [
      [...HOW, ...phrases('do i')],
      phrases('update | rating | rate | return | report | progress | submit'),
    ],
    not: phrases('highlight | date'),
    lines: ['help update', 'mine'],
    kind: 'asks',
  },
];
