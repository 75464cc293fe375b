// The whole plan, its meetings and its figures: what people wrote who wanted to see them.
import { phrases } from '../domain/intent.ts';
import type { Example } from '../domain/likely.ts';

export const examplesOfPlan: readonly Example[] = [
  {
    lines: ['find {about}'],
    said: phrases(
      'find waiting times | anything about speech and language therapy | where does it say something about banding | search for alternative provision | what about co-production | how many children have an ehcp | how many tribunals were there | what has the partnership achieved | where is the bit about short breaks | anything on autism in the plan | search for waiting list | what have parents told us about communication | tell me about speech and language waits | how are we doing on attendance | anything on exclusions | what is happening with alternative provision | has anything been said about transitions | early years project | show me the early years project | early help | attendance | what does it say on {about} | is there anything on autism | autism | dyslexia | anything about transport | where is transport mentioned | anything about short breaks | who is doing transitions | neurodiversity pathway | what is the plan for post 16 | what are we doing on early years | which bit is about exclusions | therapy waits | school places | minutes of the last board | the youth forum | tribunals | mediation | co-production | what are we doing about tribunals',
    ),
  },
  {
    lines: ['outstanding {theme}'],
    said: phrases(
      "what's outstanding | what is due | what's still to come in | who hasn't returned | who has not done their update | who still owes us something | who has no owner | who's not sent theirs in | who needs chasing | who has not sent anything back yet | who are we still chasing | list of non responders please | how many returns are still to come in | whose updates are we still missing | who hasn't replied to the july request | who owes me an update | how many people have not responded | who hasn't replied yet in {theme} | why is {theme} behind | who in {theme} hasn't answered | send a nudge to everyone who is late | remind everyone who is late | list of people who are late | who is late | what is our return rate for {day} | what percentage have replied | how many of them are back | are the returns in | where are {person} and {person} up to | how is the return going | any stragglers | who are the stragglers | who has not bothered | who is dragging their feet | who is holding us up | hows everyone else getting on | how is everyone getting on | how are the others doing | who is yet to reply | who do we still need to nudge | who needs a nudge | chase list | who has gone quiet | how many are in | how many have come in | what have we had back | what are we short of | are we all in | has everybody answered | who is left | what is missing | response rate | who needs ringing | who do i need to chase up | anyone not done theirs",
    ),
  },
  {
    lines: ['outstanding @{person}'],
    said: phrases(
      "what does {person} owe | has {person} sent hers in | what's {person} responsible for | has {person} done hers | has {person} sent her updates in | which objectives does {person} own | have we had anything from {person} | is {person} going to hit it | will {person} make it in time | has {person} been in touch | {person} has not sent {ref} through has she | chase {person} up will you | chase {person} | {person}'s lot | tell {person} i am waiting | waiting on {person} | what has {person} got left | what does {person} still have to do | is {person} up to date | has {person} done theirs | where is {person}'s update | nothing from {person} yet | nudge {person} | what does {person} do | which are {person}'s",
    ),
  },
  {
    lines: ['outstanding {theme} red'],
    said: phrases(
      "show me all the reds | which ones are red | how many reds have we got | what's red | show me what's off track | what's gone red in {theme} since the last meeting | which areas are we most worried about | how many objectives are off track | i'd like to see everything rated red | what is red | what's red in {theme} | which of ours are in trouble | who is struggling | anything gone pear shaped | what has gone pear shaped | what has gone off the rails | what is on fire | what is bad | where is it going badly | what is failing | what is stuck | how many are red | count of reds | worst ones | show me the bad ones | the ones in trouble | anything critical",
    ),
  },
  {
    lines: ['outstanding {theme} amber'],
    said: phrases(
      'list the ambers | list everything that is amber in {theme} | list of the ambers | ambers please | what is borderline | which are wobbling | ones at risk',
    ),
  },
  {
    lines: ['outstanding {theme} overdue'],
    said: phrases(
      "whats overdue | what is overdue | anything late | chase the late ones | what's late | anything slipping in {theme} | which objectives in my theme are overdue | are there any actions in {theme} running late | list late actions in {theme} | how many are behind | which are past their date | what should have been finished by now | what has missed its date | what is running late | what ran over | anything gone past its deadline | what was due last month",
    ),
  },
  {
    lines: ['show meetings'],
    said: phrases(
      "when is the next board | when is the next meeting | when are returns due | what's the deadline | when do papers go out | paper deadline | when's siab | how long have i got | when is the next siab | when do we meet next | which meeting is this for and when | what's the cut-off for returns | date of the next one | when are the papers for the next board due | please could you tell me when updates are due in | when do papers have to be in for siab | date of next meeting | which day is the siab board in july | when do we next meet | when is siab | whats the latest i can get my bit in | when do you need it by | by when do you want it | what is the cut off | has the {day} been put in the diary | date for the autumn meeting | when is the autumn meeting | when do we meet after that | what time is the board | where is the meeting | is there a board in august | when are papers wanted | i am chairing on {day} what should i read | when is it | when is the freeze | who is at the board | siab dates | next siab | how long until the board | is it too late | when does it close",
    ),
  },
  {
    lines: ['kpi {theme}', 'kpi theme 1'],
    said: phrases(
      'kpis for {theme} | show me the kpis | how are the figures for {theme} | what are the numbers for right plan | let me see the numbers for {theme} | kpis please | how are the kpis looking for {theme} | performance figures for {theme} please | what do the indicators say for {theme} | kpi figures for {theme} please | what are the waiting time figures | numbers for {theme} pls | what do the numbers look like for {theme} | stats for {theme} | data for {theme} | how are the numbers | waiting time numbers | percentage on time | how many plans are on time | timeliness figures | attendance figures | show me the data | scorecard | targets for {theme} | are we hitting targets | dashboard',
    ),
  },
  {
    lines: ['digest preview board'],
    only: ['board', 'office'],
    said: phrases(
      'is the plan on track | give me the headlines | summary please | what should i worry about | are we on course | what should i be losing sleep over | any worries | what should i be worried about | what would you flag to ministers | what should i tell the council | what do i say to the press | one thing i should know | which bits are keeping you up at night | what is keeping you awake | give us the gist | so where are we | where are we at | where have we got to | how is it all going | what is the headline | what is the story | are we going to be ok for the revisit | are we ready for ofsted | what would an inspector say | what should i ask about | what do i tell my boss | quick summary for the exec | top three worries | what is the elevator pitch | anything i should know',
    ),
  },
  {
    lines: ['digest preview {theme}'],
    said: phrases(
      "show me the digest | what's in the digest this week | what happened this week | what's changed since last time | what's changed since last month | preview this week's digest | what do i need to know before wednesday | summary of progress please | how is the partnership performing overall | summary for {theme} | give me a summary of {theme} for the board | what changed in {theme} this week | compare this month with last for {theme} | what moved this month | what is different from last month | what has happened since we last met | anything new in {theme} | what did i miss | catch me up | bring me up to speed | what has been going on | latest news on {theme}",
    ),
  },
  {
    lines: ['highlight {theme}'],
    said: phrases(
      'highlight report for {theme} | i need the monthly report for {theme} | please can i have the highlight report for {theme} | draft me the highlight report for {theme} | monthly report for {theme} | write the highlight report | i need to do the highlight report | pull together the monthly write up for {theme} | monthly write up | kindly let me have the highlight report for {theme} | report for my theme | i need to write the report for {theme} | do the report for {theme} | progress report for {theme}',
    ),
  },
  {
    lines: ['show {the theme}', 'show plan'],
    said: phrases(
      "show {theme} | what is {theme} about | tell me about right support | what projects are in {theme} | how's {theme} looking | what is in {theme} | could i have an overview of {theme} | tell me about the projects in {theme} | what comes under {theme} | everything in {theme} | who is in {theme} | who leads {theme} | how is {theme} | {theme} please | take me to {theme}",
    ),
  },
  {
    lines: ['show voices'],
    said: phrases(
      'what do families say | what have parents told you | show me what parents said | what do families tell us | what do young people think | what have families said | what did the families actually tell us | what do the mums and dads make of it | what do parents make of it | what are parents saying | are families happier | do the parents feel any different | what do the young people reckon | what do the kids think | what have carers told us | quotes from parents | lived experience | parent carer forum views | do these go to parents',
    ),
  },
  {
    lines: ['show strengths'],
    said: phrases(
      "what are our strengths | where can i read about the self evaluation | what are we doing well | what are our strengths according to the self evaluation | what are the partnership's strengths | are we good at it | what are we good at | where do we do well | show me what good looks like here | what is good | what are we getting right | where are we strong | the good bits | anything positive | any good news | what do we do best | what is working",
    ),
  },
  {
    lines: ['show development areas'],
    said: phrases(
      'areas for development | what are we bad at | where are our weak spots | where do we say we need to improve | where are we weakest | where are the gaps | what are the gaps | where do we fall short | what needs work | what needs fixing | where must we get better | what did ofsted criticise | what is not good enough | biggest weaknesses',
    ),
  },
  {
    lines: ['show priorities'],
    said: phrases(
      'what are the priorities | what are the strategic priorities | what are our strategic priorities | what are the main aims | what are we trying to do | what are the big things | what is the strategy | aims of the plan',
    ),
  },
  {
    lines: ['show plan'],
    said: phrases(
      "show me the whole plan | take me through the plan | show everything | whole list | the lot | what is in the plan | full plan | all of them | every one of them | am i allowed to see other people's | can i see the other objectives | list them all",
    ),
  },
  {
    lines: ['show glossary'],
    said: phrases(
      'what does ehcp mean | what is an ehcp | what does ehcp stand for | what does siab stand for | what is {about} short for | what do the initials mean | too many acronyms | what does siab mean | who are siab',
    ),
  },
];
