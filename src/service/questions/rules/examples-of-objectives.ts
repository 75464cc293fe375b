// One objective, or a change of the plan: what people wrote who wanted to see it or say something of it.
import { phrases } from '../domain/intent.ts';
import type { Example } from '../domain/likely.ts';

export const examplesOfObjectives: readonly Example[] = [
  {
    lines: ['update {ref} {rating} {note}', 'update {ref}'],
    said: phrases(
      "mark {ref} as green please | please set {ref} to amber | {ref} is amber now | {ref} has gone to amber | change {ref} to green | can you put {ref} down as amber 15 of 20 are trained | update {ref} to amber because 15 of 20 trained | amber {ref} 15 of 20 | update {ref} amber 18 of 20 trained | 🟢 {ref} all trained now | {ref} amber 16 of 20 trained | {ref} - amber - 16 of 20 trained | update amber 16 of 20 | it's amber now | named workers is amber now | update {ref} amber 16 of 20 {ref} green launched on time | two b two is amber | to be to amber | 2 b 2 amber 15 trained now | update two b colon two to amber | mark {ref} amber for {person} 14 of 20 trained | set {ref} to amber | {ref} has gone amber 15 of 20 done | we've dropped to red on {ref} because two posts are vacant | 15 of 20 trained so call {ref} amber | please put {ref} down as green everyone has done the course | {ref} - amber - still two vacancies | could you change {ref} to red the trainer has left | i'd rate {ref} green | hi for {ref} we are amber 14 of 20 trained thanks | {ref} is now at amber with 15 of 20 trained | moved {ref} to amber - 15 of 20 | i'm turning {ref} red we lost the trainer | change the rating on {ref} to green launched last week | rating for {ref} should be amber 14 trained | green for {ref} it opened on monday | record amber against {ref} please two still to go | {ref} 🔴 nobody left to train people | 2b2 amber 15 out of 20 | {ref} - amber 15 of the 20 named workers have now completed the training | please record {ref} as amber - fifteen of twenty trained remaining five booked for 12 july | i think {ref} needs to go down to red the provider has pulled out | moving {ref} from red to amber as the posts have been filled | {ref} is no longer red it's amber because we've recruited | upate {ref} ambr 15 of 20 trained | udpate {ref} green all staff trained | {ref} gren all trained | set {ref} amber | rag {ref} amber 15 of 20 | {ref} still red unfortunately no applicants for the post | hi pap update for {ref} is green the helpline went live on monday thanks | set {ref} to amber on behalf of {person} 15 of 20 trained | {ref} now at amber following the appointment of two workers | change of status {ref} red to amber new provider in place | {ref} status amber comments 15 of 20 trained | {ref} is progressing well and i would now say green | {ref} ammber 15 of 20 trained | plese update {ref} to amber 15 of 20 traned | {ref} rated amber this month as we have trained 15 of 20 | downgrade {ref} to red the contract has ended | upgrade {ref} to green please now that it has launched | {ref} is complete and should be blue | {ref} gone from amber to green all staff trained | amber for {ref} please recruitment under way | {ref} has turned the corner amber please | {ref} all good | {ref} going well now we are green | {ref} slipped back into red | amber for {ref} green for {ref} | i want to say amber for {ref} as they have done it | could {ref} go green from {day} | {ref} should be shown as green | put {ref} up to green | i would go amber on {ref} | {ref} it is a green from me | {ref} from us is amber | we are saying red for {ref} | i would call {ref} an amber | {ref} has slipped to red | {ref} is sitting at red | {ref} still sitting at amber | {ref} has come up to amber | {ref} is going to be amber this time | {ref} is back on amber | {ref} was red but it is now amber | {ref} not red amber | not amber red {ref} | {ref} has dropped to red | {ref} is looking amber | mark {ref} as complete | {ref} is finished | {ref} is done and dusted | close {ref} it is finished | we have finished {ref} | {ref} now at amber | i've been told {ref} is red but it is amber | i want to give an update on {ref} | update on {ref} | here is my update for {ref} | i need to report on {ref} | let me report {ref} | can i change the rating of {ref} | i want to change {ref} to green",
    ),
  },
  {
    lines: ['same {refs} {more}'],
    said: phrases(
      "no change for {ref} | {ref} no change | {ref} unchanged | same again for {ref} | {ref} as before | {ref} and {ref} no change | one a one no change | nothing has moved on {ref} | {ref} and {ref} are both as they were | {ref} ditto | {ref} no movement this month | still the same for {ref} | same position on {ref} as in june | still no change on {ref} i'm afraid | {ref} no movement since last month | nothing further to report on {ref} | {ref} position unchanged | nil return for {ref} | {person} has told me {ref} is unchanged | there has been no progress on {ref} this month | please carry forward last month's update for {ref} | no significant change to {ref} since last time | nothing has happened with {ref} or {ref} since you last asked | {ref} has not changed colour | {ref} has not moved but we did some work | no joy with {ref} yet | {ref} no news yet | nowt to report on {ref} | nothing doing on {ref} this month | {ref} as you were | ditto for {ref} | put me down for no movement on {ref} | no further forward with {ref} | {ref} has not budged | {ref} stuck where it was | {ref} ticking along as before | {ref} is much as it was | {ref} plods on | {ref} not much to say | {ref} is as it was | {ref} carries on | no shift on {ref} | roll {ref} over | carry {ref} over | {ref} and {ref} both unchanged | {ref} and {ref} are as they were | {ref} hold as is | leave {ref} as it is | leave {ref} where it is | keep {ref} the same | {ref} same rating | {ref} still the same colour | zero change {ref} | nothing fresh on {ref}",
    ),
  },
  {
    lines: ['same all'],
    said: phrases(
      'no change | all the same | nothing has changed | no change on any of mine | everything is the same as last month | no difference since last month on any of mine | leave all mine as they are | everything of mine is unchanged | nothing to update this time | no updates from me this month | everything is as it was last month | both of mine are the same as last month | neither of mine has budged | neither of mine has moved | nothing doing this month | nothing fresh from me | i have nothing for you | nothing from me | nothing this month | all of mine are as they were | both as before | both the same | carry everything over | roll everything over | leave mine as they are | keep mine the same | all quiet | no news from our end | nil from me | nothing to see here',
    ),
  },
  {
    lines: ['show {ref}'],
    said: phrases(
      "who owns {ref} | who is responsible for {ref} | who's leading on {ref} | whose is {ref} | who is the lead for named workers | status {ref} | what's the status of {ref} | where are we with {ref} | how is {ref} going | tell me about {ref} | can you show me {ref} please | details of {ref} | open {ref} | {ref} | when is {ref} due | what is the deadline for {ref} | what's {ref} rated | who can i contact about {ref} | is {ref} going to be done by july | could you pull up {ref} for me | {ref} please | have a look at {ref} | who has {ref} now | what's happening with {ref} these days | is {ref} going to be finished in time | how's {ref} doing | give me the low-down on {ref} | who do i talk to about {ref} | when does {ref} finish | remind me what {ref} is about | can you bring up the detail for {ref} please | what did i put for {ref} last time | what are the milestones under {ref} | wheres {ref} up to | who's the lead for {ref} | who do i speak to about {ref} | how is {ref} doing compared with last month | am i the right person for {ref} | is {ref} going to deliver on time | can you give me a reminder of what {ref} involves | who else is involved in {ref} | what is the current position on {ref} | who do i email about {ref} | who do i email regarding {ref} | what is the success measure for {ref} | what does success look like for {ref} | how are things looking on {ref} | what on earth is happening with {ref} | what is the position with {ref} | any movement on {ref} | who has {ref} | who at health deals with {ref} | who deals with {ref} at the hospital | who at the council does {ref} | which organisation has {ref} | does {ref} belong to {person} or to me | is {ref} {person}'s or mine | is {ref} on course | is {ref} still going | is {ref} any better | has {ref} improved | {ref} what have i got to do for it | what is left to do on {ref} | remind me who is on {ref} | who would i nag about {ref} | who do i ring about {ref} | who is on {ref} | and {ref} | what about {ref} | how about {ref} | {ref} again | back to {ref} | next {ref} | will {ref} be discussed at the board | is {ref} going to be ready | is {ref} on the agenda | by when is {ref} | what does {ref} say | read me {ref} | what is {ref} again | what was {ref} | pull {ref} up | the one about waiting | which is {ref} | can {person} see {ref}",
    ),
  },
  {
    lines: ['show {ref} history'],
    said: phrases(
      'history of {ref} | show me the history for {ref} | what changed on {ref} | what have we said about {ref} before | what was the rating of {ref} in may | what did we say last time about {ref} | who has touched {ref} | what was {ref} in may | could i see the full history for {ref} | who signed off the move from red to amber on {ref} | how long have we had {ref} at red | since when is {ref} red | what did {person} write against {ref} in {day} | what did we say on {ref} in {day} | who changed {ref} | who altered {ref} | has {ref} moved at all | how long has {ref} been red | when did {ref} go red | what was {ref} in {day} | how has {ref} moved',
    ),
  },
  {
    lines: ['show {ref} all'],
    said: phrases(
      'everything on {ref} | actions for {ref} | what are the milestones for {ref} | what is underneath {ref} | what are the steps for {ref} | sub actions of {ref} | show the lot for {ref} | what evidence measures and risks has {ref} | who is doing what on {ref}',
    ),
  },
  {
    lines: ['why {ref}'],
    said: phrases(
      'why is {ref} red | why is {ref} still red | how come {ref} is amber | how did {ref} get to red | what made {ref} go red | why has {ref} been red for so long | what is wrong with {ref} | what has gone wrong with {ref} | explain {ref} | what is holding {ref} up | what is the hold up with {ref} | what is stopping {ref} | what is the matter with {ref} | why is {ref} not moving | why do i have to rate {ref} twice',
    ),
  },
  {
    lines: ['evidence {ref} {link}', 'evidence {ref}', 'help evidence'],
    said: phrases(
      'add evidence to {ref} | where do i put the evidence for {ref} | what evidence is there for {ref} | {link} for {ref} | where do i put the training records for {ref} | here is the evidence for {ref} {link} | how do i add evidence to {ref} | what evidence do we have for {ref} | where do i upload the training register for {ref} | what proof is there that {ref} is working | where do i put evidence | i need to put a file against {ref} | here you go {link} goes with {ref} | the certificates for {ref} are at {link} | {ref} {link} | stick this on {ref} | file this under {ref} | i have the minutes for {ref} | the register for {ref} is here {link} | survey results for {ref} {link} | is there proof for {ref} | what backs up {ref} | where do i send the paperwork for {ref}',
    ),
  },
  {
    lines: ['challenge {ref}', 'challenge'],
    said: phrases(
      "challenge {ref} | i don't believe {ref} is green | i want to question the rating of {ref} | green for {ref} i'm not buying it | i'd like to question the green on {ref} | i'd like to challenge {ref} | i don't agree that {ref} is green where is the evidence | please ask {person} what has changed on {ref} since may | i'm not happy with the rating of {ref} | i want to question the green on {ref} | are there any open challenges | {ref} shows green but parents say nobody picks up | {ref} says green but families say otherwise | {ref} says it is done but it is not | that does not match what schools tell us about {ref} | {person}'s explanation for {ref} is thin | the explanation for {ref} is weak | {person} needs to say more about {ref} | i want more detail from {person} on {ref} | the update on {ref} does not tell me much | {ref} is too vague | not good enough on {ref} | i'd push back on {ref} being green | i would push back on {ref} | nobody believes {ref} is a green | i do not think the evidence stacks up for {ref} | {ref} does not add up | {ref} cannot be green | {ref} green really | {ref} is not what i am seeing | that is not what families tell me about {ref} | i find {ref} hard to credit | i would query {ref} | can we query {ref} | i have doubts about {ref} | {ref} needs a second look | {ref} needs some explaining | is {ref} honestly green | come off it {ref} is not green | i do not recognise {ref} | {ref} looks wrong to me | who checked {ref}",
    ),
  },
  {
    lines: ['recovery {ref}', 'recovery {red}'],
    said: phrases(
      "recovery | what do i write for the red one | what's the recovery plan for {ref} | to get {ref} back on track we will recruit two trainers by 30 september | what would get {ref} out of red | what is being done about {ref} being red | what is being done about {ref} | what are we doing about {ref} | {ref} has been red for months what is being done | how will {ref} get back | what would make {ref} amber instead of red | how do we fix {ref} | how do we turn {ref} round | plan to turn {ref} round | what is the way back for {ref} | how do i get {ref} out of red",
    ),
  },
  {
    lines: ['decide {ref}', 'decide {theme}'],
    said: phrases(
      "what decisions are needed | any decisions for us | what needs deciding | which decisions are we waiting for | what decisions are we waiting for | is there anything for me to decide | which decisions have not been made | what has been agreed recently | i need a decision on {ref} | we need the board to decide something on {ref} | we need siab to decide on extra funding for {ref} | what's been decided on {ref} | we need a decision on the funding for {ref} from the board | i need siab to approve more funding for {ref} | decisions outstanding for {theme} | any decisions for my theme | need a decision from siab on {ref} before i can go on | we need an answer from the board on {ref} | {ref} needs {money} to finish can siab help | we are {money} short on {ref} | {ref} will cost {money} who pays | need {money} for {ref} | who can approve {money} for {ref} | we cannot go on with {ref} without a decision | {ref} is waiting on a decision | for {ref} i need the board to find money | {ref} needs money from the board | we need the board to agree {ref} | can the board sort out {ref} | {ref} is stuck until the board decides | what was agreed for {ref} at the last board | anything decided about {ref} yet | did they decide on {ref} | what was agreed | what has been signed off lately | what did the board agree | what did the board decide | what are you asking us to decide | what needs our say so | what do we have to vote on | anything needing sign off by the board | {ref} ask siab for money | escalate {ref} to the board | take {ref} to the board",
    ),
  },
  {
    lines: ['admin change {ref}', 'help admin change'],
    said: phrases(
      "how do i change the due date | how do i change the due date of {ref} | can i move the date for {ref} | {ref} needs a new date | how do i change the owner | i want to reword {ref} | the date on {ref} needs to move | change the due date of {ref} to 31 august | can the due date for {ref} be pushed back to the end of september | we won't hit the july deadline for {ref} how do we move it | {ref} will be late can i change the end date | the deadline on {ref} is mad | the deadline for {ref} is too tight | that date on {ref} is not realistic | {ref} cannot be done in that time | give us longer on {ref} | no way we make the date on {ref} | could we shift {ref} to {day} | can we have three more weeks on {ref} | could i get an extension for {ref} | {ref} needs more time | push {ref} to {day} | put {ref} back to {day} | {ref} will not be done by {day} | {ref} will not be done in time | {ref} is going to run over | can {ref} have a later date | {ref} date is unrealistic | the date for {ref} was always wrong | change what {ref} says | {ref} is worded badly | drop {ref} from the plan | merge {ref} with {ref} | split {ref} in two | we need to add an action | add a milestone to {ref} | how do i add an action",
    ),
  },
  {
    lines: ['admin change'],
    said: phrases(
      'what changes are waiting for approval | anything for me to approve | approve the change from {person} | what changes are waiting to be approved | have any changes been requested | what requests for changes do we have | sign off the change to {ref} | who has asked for changes | any new proposals | what is in the queue for approval | is there anything for me to sign off | approve the change to {ref} | reject the change',
    ),
  },
  {
    lines: ['help update'],
    said: phrases(
      'how do i update | how do i change a rating | do you want numbers or words in the update | how much detail do you want | what format do you want it in | how do i send an update | how do i fill it in | how do i put my rating in | what do i type to update | it will not let me change the colour | how do i change the colour | can you show me how to update | what should my update say | how long should the note be | what do i put',
    ),
  },
  {
    lines: ['help ratings'],
    said: phrases(
      "what do the colours mean | difference between amber and red | what does amber actually mean | what's a blue rating | what does amber mean | when should i use blue | what's the difference between amber and red | which colour do i pick if it is finished | what does red mean | is amber ok for {ref} if we are waiting on one person | would amber be right for {ref} | is green fair for {ref} | how strict is red | how do i know if something counts as blue | i have not got a clue what colour to give {ref} | what colour should {ref} be | which colour should i use | can i say green even though one person is outstanding | is that an amber or a red | should it be amber or green | i am confused by the colours | when is something amber | what would count as green | is amber bad | i do not know what to rate it | can something be amber if it is late | red or amber",
    ),
  },
];
