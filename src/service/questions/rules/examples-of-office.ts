// What the programme office does: what people wrote who wanted it done.
import { phrases } from '../domain/intent.ts';
import type { Example } from '../domain/likely.ts';

export const examplesOfOffice: readonly Example[] = [
  {
    lines: ['admin pack list'],
    said: phrases(
      'pack | make the board pack | i need the papers for the board | the papers please | put the board papers together | create the pack for september | send me the board pack | can you generate the papers for the july board | latest board papers | please produce the board papers for 24 july | i need the pack for the july meeting | run me off the papers for siab | print the july papers | print the papers | run off the pack | i need something for the board | bundle for the board | are the papers ready | where are the papers | agenda papers | what are we sending to the board | send the pack round',
    ),
  },
  {
    lines: ['admin export'],
    said: phrases(
      'export | export the plan please | download everything | get me everything in a spreadsheet | i need an excel of the plan | download the whole plan as a spreadsheet | i need an excel copy of everything | spreadsheet of the plan please | can you pull off a copy of the plan in excel | can i have the plan in excel | give me a csv of the lot | dump the data | all of it in a spreadsheet | can i have it in word | word version of the plan | pdf of the plan | print the plan | get the data out | copy of the plan for my records | save it as excel',
    ),
  },
  {
    lines: ['admin import'],
    said: phrases(
      "import | how do i import a new plan | i want to upload the new version of the plan | take this plan i've attached | here is the new plan | read this file | load this spreadsheet | put this in | i have a new version of the plan | use this file | update the plan from this file | replace the plan",
    ),
  },
  {
    lines: ['admin delivery'],
    only: ['office'],
    said: phrases(
      "what hasn't been delivered | did the messages go out | undelivered | who hasn't been reached | did friday's reminders get through | have the messages gone out | did all of yesterday's messages go out | are there any messages stuck | which messages failed to send | were the reminders delivered this morning | messages aren't getting to {person} | {person} says she never got her digest | {person} did not get the message | people keep saying they didn't get it | has everybody been told about the new date | did everyone get told | nothing is arriving in teams | slack messages are not arriving | did it go | did they go | has the reminder gone | is anything stuck | why has {person} not had anything | {person} has heard nothing from you | not getting through",
    ),
  },
  {
    lines: ['admin delivery pause'],
    only: ['office'],
    said: phrases(
      'pause all messages | pause all reminders | put the messages on hold please | can you hold everything until i say so | hold everything | stop everything going out | nothing to go out today | pause everything | freeze the messages | do not send anything | keep quiet until i say',
    ),
  },
  {
    lines: ['admin people'],
    only: ['office'],
    said: phrases(
      "people | who is on the plan | add a new person | how do i add someone | new person joining the plan | who's on the plan | a new starter needs adding to the plan | {person} has a new email address | please add jo bloggs as a new owner | {person} has left | {person} has left the organisation | {person} has retired | {person} doesn't work here any more | is {person} linked up yet | is {person} on here | has {person} been added | can she have a login | the new chair starts {day} can she have a login | {person} retires in {day} | {person} finishes in {day} | who do i tell about a new person | {person} has gone to another council so she needs taking off the list | take {person} off the list | {person} needs taking off | {person} has moved on | {person} is leaving | how many people on here | new deputy at the college how do i get her on | how do i get someone on | how do i get her on | someone new has started | new head at the school | {person} got married and changed her name | {person} has a new phone | who has access | who can see this | give {person} access | {person} keeps asking to be taken off",
    ),
  },
  {
    lines: ['admin cycle'],
    only: ['office', 'board'],
    said: phrases(
      'move the board meeting | how do i move a meeting | close the cycle | we need to bring the meeting forward a week | move the september board to the 20th | move the board to 31 july | cancel the august board meeting | the board has moved to 31 july | please could the board be brought forward a week | the board is off nobody can make the {day} | nobody can make the {day} | siab is cancelled | the meeting is cancelled | push the board back | we are meeting on {day} instead | new date for siab | put the meeting in for {day} | set up the autumn board | start the next round | reopen returns | extend the deadline for everyone | give everyone another week | close the round',
    ),
  },
  {
    lines: ['admin status'],
    only: ['office'],
    said: phrases(
      'status | is everything working | is the bot running | is everything ticking over | is everything running ok | any problems with the system | are you working | are you up | is it just me or is it slow | you are slow today | anything broken | system ok | any errors | did it crash | when was the last backup | are backups working',
    ),
  },
  {
    lines: ['admin calendar'],
    only: ['office'],
    said: phrases(
      "calendar | add a closure day | schools are shut on the 19th | add a bank holiday closure for 26 august | the office is closed on 27 december | we are shut {day} | we lost a day to snow how do i mark {day} as closed | there's a strike on {day} so we'll be closed | schools are closed on {day} | {day} is a bank holiday | mark {day} as closed | inset day on {day} | when is half term | when do schools break up | office shut over christmas | the offices close at christmas",
    ),
  },
  {
    lines: ['admin audit'],
    only: ['office', 'board'],
    said: phrases(
      "audit | who changed what | who's changed what this week | show me the audit trail | who pressed what yesterday | who did what yesterday | is there a log of who altered {ref} | who touched {ref} | who has been in | what has been changed and by whom | show me the log | record of changes | has anybody tampered with it | who exported the plan",
    ),
  },
  {
    lines: ['admin signals'],
    only: ['office'],
    said: phrases(
      'signals | anything fishy | what looks too good to be true | which ratings look too optimistic | anything look wrong to you in the ratings | anything odd in the ratings | which ones do not ring true | too many greens | are people being honest | anyone gaming it | ratings that do not match the figures',
    ),
  },
  {
    lines: ['admin retention'],
    only: ['office'],
    said: phrases(
      'retention | how long do you keep things | how long is data kept | how long do we keep records for | when do you get rid of things | how long is stuff kept | when is it deleted | data protection | what about gdpr',
    ),
  },
  {
    lines: ['admin channel'],
    only: ['office'],
    said: phrases(
      'channels | which channels do you post to | connect this channel to {theme} | post theme 1 to this channel | can it post in our team | add it to our channel | which team does it post in | put it in the teams channel',
    ),
  },
  {
    lines: ['admin families'],
    only: ['office'],
    said: phrases(
      'families page | make the page for parents | what will parents see | publish for families | families version',
    ),
  },
  {
    lines: ['help admin sar'],
    only: ['office'],
    said: phrases(
      "subject access request for {person} | someone's put in a subject access request | we've had a subject access request from {person} | a parent wants everything we hold on them | {person} wants to see what we hold | foi request came in | somebody wants their data",
    ),
  },
];
