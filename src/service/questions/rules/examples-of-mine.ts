// One’s own work: what people wrote who wanted to see it, be left alone, go away or take something back.
import { phrases } from '../domain/intent.ts';
import type { Example } from '../domain/likely.ts';

export const examplesOfMine: readonly Example[] = [
  {
    lines: ['mine'],
    said: phrases(
      "what do i need to do | what do i owe | what have i got to do this week | what's on my plate | show me my objectives | my actions please | list everything i'm responsible for | anything due from me | do you need anything from me | have i missed anything | what's outstanding for me | um what do i need to do for the board | anything i should be getting on with | what's left on my list | which ones are still waiting on me | remind me what i'm down for | am i behind with anything | what have i still got outstanding | is there something i've forgotten | which objectives have my name on them | can you tell me my deadlines | show my stuff | morning what have i got outstanding before the board please | can i see a list of the actions assigned to me | which returns do i still need to do this month | hiya just checking i'm up to date with everything | whats my next deadline | afternoon could you let me know what i still have to complete ahead of the board | how many of my actions are open | do i have anything overdue | hello i need to know which actions are mine | have i sent everything in for this cycle | same | {ref} amber 15 of 20 and {ref} green all open | do i have to do this again i sent it on {day} | which of my objectives have i not done | i have done it already | i already sent this | is there owt you need from me | what am i down for | what is on my to do list | which ones are mine | which of mine is in the worst state | what have i got coming up | is it too late to send my return | is it too late to get my return in | did i already do this | have i already done mine | have i done everything | what is left for me to do | am i all done | anything else for me | i only look after the one | which one do i look after | how many do i have | what do you want off me | what do you need off me | what should i be working on | what am i supposed to fill in | what is my next thing due | where is my list | show me what i have to do | how am i doing | what do i still have to send | has mine gone in | did my update go through | did you get my update | have you got my return | is my return in | what else do i need to give you | what are you waiting on me for | what do i have on | am i behind | am i late | remind me what mine are | which are my bits | let me see mine | my ones",
    ),
  },
  {
    lines: ['help'],
    said: phrases(
      "hello | hi pap | hello pap good morning | good morning | what can you do | how does this work | help me | i'm stuck | who are you | thanks | thank you very much | ta | cheers | ok great | 👍 | yes | no | cancel | asdfgh | lunch | what's the weather | what can i say to you | no idea what to do here | alright cheers then | yo | appreciated | where do i start | i'm new where do i start | thank you | i don't know what i'm supposed to do here | what am i meant to be doing with this thing | this is doing my head in | i have no clue how to use this | i do not get this | it will not let me do it | this is not working | how does one use this | can i talk to a real person | can i speak to someone | who can help me | i need a hand | i need some help with this | what are the commands | what words do you understand | you are not making sense | that is not what i asked | you got that wrong | rubbish | useless bot | this is useless | why do you not understand me | i give up | are you a robot | is this a person | are you human | what is pap | what is this for | never used this before | show me the ropes | what else do you do | is there a guide | is there a manual | how to use this | i am not very good with computers | are you free for a coffee | see you at the meeting | happy birthday | can you ring me | my son starts school in september | did you see the match | i am in the car | running five minutes late | meet you in reception | the printer is broken | what is the wifi password | book me a room | who is bringing cake | sorry wrong chat | wrong window sorry | ignore me wrong person | lol | haha | test | testing | just testing | it's done | ok it's done",
    ),
  },
  {
    lines: ['whoami'],
    said: phrases(
      'who am i | what do you know about me | what am i signed in as | which organisation am i under | what is my role | what can i see | do you know who i am | am i an owner',
    ),
  },
  {
    lines: ['mine form'],
    said: phrases(
      'i want to do my returns | can i do all my updates in one go | how do i get to the form where i can do all of them | where is the form | open the form | form for all of them | can i have the form | do them all together | one form for all | fill them all in together',
    ),
  },
  {
    lines: ['settings'],
    said: phrases(
      'stop | stop messaging me | stop these messages | unsubscribe | please stop sending me reminders | too many emails from you | turn off notifications | can you message me in the afternoon instead | how do i change when you message me | i get too many of these messages | stop bugging me | too many notifications how do i turn them down | how often will you message me | please message me on teams rather than slack | can you send my reminders in the afternoon instead | stop bothering me on a friday afternoon | do not ping me when i am teaching | do not message me at weekends | not at night please | not before nine please | only message me in the morning | i only work mondays and tuesdays | i work part time can you message me on my working days | i do not work fridays | can you use email instead | message me somewhere else | i get these twice | i am getting duplicates | one message is enough | change when you contact me | what time do you send these | can i get these on my phone | quieter please | how do i turn off reminders | how do i stop these | take me off the reminders | take me off this list | remove me from these messages | less of this please | can we do this less | you message me too much | set my hour | change my settings | my preferences | notification settings',
    ),
  },
  {
    lines: ['settings digest off'],
    said: phrases(
      "turn off the digest | don't send me the weekly digest any more | i don't want the monday email any more | turn off the weekly digest | please stop the weekly email | no more monday emails | i do not want the weekly round up | stop the monday thing",
    ),
  },
  {
    lines: ['why'],
    said: phrases(
      'why do you keep messaging me | why am i getting these | why did i get this message | how come i keep getting these | why was i sent this | why did you message me | why am i being asked about {ref} | why do you lot always ask on a monday | what is this message about | what made you message me | why is this coming to me | why me | why have i had this | what is this reminder for | i do not know why i am getting this | who told you to message me | how did you get my name',
    ),
  },
  {
    lines: ['snooze until {until}', 'snooze'],
    said: phrases(
      "remind me tomorrow | remind me on friday | remind me friday please | can you remind me next week | not now ask me again tomorrow | i'll do it on thursday | remind me in 2 days | okay so remind me tomorrow please | not this week try me on monday | give me till friday | can you come back to me on friday | ask me again in 2 days | can you nudge me again on thursday | not now ask me again in two days | leave it with me until friday | chase me again next monday please | i can't do this today remind me in a couple of days | give me until friday | ask me later | snooze | too much on later please | on a residential until {day} | i am out with the class until {day} | will look at it when i am back {day} | snow day today back {day} | just seen this will sort it over the weekend | will sort it {day} | chase me {day} | can't do it til {day} | can not do it until {day} | i will get to it {day} | in meetings all day ask me {day} | in court until {day} | ofsted in school ask me {day} | we have ofsted in | snowed under this week | mad week will do it {day} | i can do it on {day} | not till {day} | give us a couple of days | give me a few days | another week please | i need longer | can i have until {day} | will do tomorrow | will do it later | i will do it tonight | on my to do list will do it soon | bit busy | rushed off my feet | no chance this week | can it wait | ping me {day} | try me {day} | nudge me {day} | after half term please | when i am back at my desk | driving will do it later",
    ),
  },
  {
    lines: ['away {period}{cover}', 'away'],
    said: phrases(
      "on holiday from 12 to 23 august | i'm away 12-23 aug | i'll be on annual leave from 5 august until 16 august {person} is covering | i'll be out from 15 july to 26 july | i'm on annual leave 29 july - 9 august {person} is covering | i won't be in tomorrow | i'm going on holiday on 8 july until 19 july | {person} will cover for me from 10 july to 12 july | i'll be on annual leave from 22 july to 2 august | im off sick today | i am on leave 5 august to 16 august inclusive {person} is covering for me | i'm off from monday 8 july for two weeks | out of office next week {person} will cover | i'm signed off until {day} | signed off sick until {day} | i am signed off for two weeks | doctor has signed me off until {day} | off until {day} | on the sick until {day} | not back until {day} | back on {day} | bereavement leave until {day} | not around {day} | i am not around w/c {day} | off on hols from {day} for a fortnight | on my hols {day} | in majorca {day} {person}'s got my stuff | in spain {day} | away camping {day} | going away {day} | i will not be about {day} | not about next week | on jury duty {day} | having an operation {day} | in hospital {day} | on a training course {day} | out of action {day} | not in the office {day} | my leave is {day} | i have booked {day} off | i am taking {day} off | on paternity leave from {day} | mat leave from {day} | sabbatical {day} | school trip {day} | working away {day} | unavailable {day} | cannot be reached {day} | {person} will look after mine while i am away {day} | {person} is looking after things {day}",
    ),
  },
  {
    lines: ['away'],
    said: phrases(
      "i am on leave next week | i'm away | i'm off sick | who's away | who covers for me when i'm off | working from monday to wednesday only next week | who looks after my actions while i am away | who is covering for me | am i down as away | show my leave | who is on holiday | is {person} in this week | is {person} away | when is {person} back | is {person} on leave",
    ),
  },
  {
    lines: ['away off'],
    said: phrases(
      'i am back | back from leave now | back now | i am back in | i am back from holiday | cancel my leave | my leave is cancelled | not going away after all | i came back early',
    ),
  },
  {
    lines: ['handover {ref} {@person}', 'handover'],
    said: phrases(
      "hand over {ref} to {person} | can {person} look after {ref} instead of me | {ref} belongs to {person} now | please give {ref} to {person} | i've changed jobs {person} is taking over {ref} | {ref} isn't mine any more it should be with {person} | please pass {ref} to {person} | could {person} take {ref} off me | {person} is the new lead for {ref} | can someone else do {ref} for me | i want to hand over {ref} | {ref} isn't mine any more | can {person} take over {ref} | change the owner of {ref} | i think {ref} ended up with me by mistake | i've changed jobs someone else needs to take {ref} | can someone else take on {ref} | i'm leaving the council at the end of the month | this isn't my objective | {ref} is now part of {person}'s remit | {ref} falls to {person} now | {ref} has gone to {person}'s team | {person}'s team runs {ref} now | after the restructure {ref} goes to {person} | {ref} comes under {person} | i have left that job please reassign {ref} | i go on mat leave can i hand {ref} across to {person} | hand {ref} across to {person} | hand {ref} to {person} | {person} will be doing {ref} from {day} | {person} will be leading on {ref} | {person} does {ref} now | {person} is doing {ref} | please take {ref} off me | take {ref} off me {person} does it | i thought {person} did {ref} | {ref} should be {person}'s | {ref} is not my area | {ref} is nothing to do with me | who put me down for {ref} | i should not be down for {ref} | put {person} down for {ref} | swap {ref} to {person} | {person} has taken {ref} | {person} has picked {ref} up | pass {ref} along to {person} | i am stepping down from {ref} | i retire in {day} who gets {ref} | i am moving teams | i change roles in {day} | give {ref} to {person} | share {ref} with {person} | i am job sharing with {person} | {ref} now sits with {person} | {ref} sits with health not us | can {person} see {ref} too",
    ),
  },
  {
    lines: ['undo'],
    said: phrases(
      "i made a mistake | undo that | undo | oops | that was wrong | ignore that i meant {ref} | can i take that back | that last one was a slip take it off again | i pressed the wrong button | oops wrong colour | cancel my last update | that was a mistake please remove it | i put the wrong rating in can i change it | please take back my last update | i've just submitted the wrong thing please cancel it | i recorded that against the wrong objective | my last one was rubbish can you bin it | scratch my last message | scratch that | bin it | forget what i just said | disregard that | disregard my last | i pressed same on {ref} but i should not have | i pressed the wrong thing | i hit the wrong button | fat fingers | wrong | wrong should say green | sorry wrong one | i did not mean to send that | sent too soon | that was not meant for {ref} | i put it on the wrong one | wait no | can you unsend that | take off what i put | put it back to how it was | that should have been {ref} | sorry i meant {ref} | i meant {ref} not {ref}",
    ),
  },
  {
    lines: ['help amend'],
    said: phrases(
      "how do i fix a mistake | i typed the wrong rating can i fix it | i made a typo in the note for {ref} | my note on {ref} has a spelling mistake | oops i meant green not amber for {ref} | there's a typo in my note for {ref} | can you amend the wording of my last comment on {ref} | how do i correct my comment | my figure was wrong | i gave the wrong number | it should say 17 not 16 | i need to edit what i wrote | can i add to my comment | i want to add something to my note | i left something out of my note | forgot to mention something | i spelt it wrong | should say | the date in my comment is wrong",
    ),
  },
];
