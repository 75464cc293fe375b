// Words that tell of one child or one family, for every rule of the guard that looks for likely child
// details, and words of the work itself, which tell of nobody. Alternatives of expressions: each list
// is read without regard to capitals and between word boundaries.
import { CONDITION } from '../rules/conditions.ts';

/** One relative: a note that has a name and “mum” in one sentence is about one family. */
export const CLOSE_KIN =
  'mum|mummy|mumma|mam|mom|mother|dad|daddy|father|nan|nana|nanna|nanny|gran|granny|grandma|grandad|granddad|grandpa|grandmother|grandfather|grandparents?|great[ -]?aunt|' +
  '(?:step|half|foster|birth|adoptive|kinship|special)[ -]?(?:mum|mother|dad|father|parents?|brother|sister|siblings?|carers?|family|guardians?|son|daughter)|' +
  'guardian|aunt|aunty|auntie|uncle|cousin|brother|sister|sibling|twin(?: (?:brother|sister))?|triplet|son|daughter|grandson|granddaughter|nephew|niece|step-?parents?';
/** Relatives and carers whom a forum has too: they count beside a name. */
export const KIN = `${CLOSE_KIN}|parents?|carers?|family|famly|folks|people at home|siblings|brothers|sisters|cousins|guardians|household|relatives?`;

const NOT_OF_THINGS =
  '(?! (?:the|all|these|those|any|some|it|them|from the (?!school|class|unit|academy|college)|by the (?:board|cabinet|council|panel|forum)|to the (?:board|risk))\\b)';
/** Done to a child, and rarely to anything else. */
const HAPPENED = `(?:ex(?:cl|l|cul|lc)uded|exculded|suspended|suspened|expelled|off-?rolled|kicked out|sectioned|diagnosed|fostered|restrained|hospitali[sz]ed|detained|remanded|arrested|trafficked|groomed|neglected|assaulted|bullied|bereaved|orphaned|absconded|deregistered|sedated|tasered)${NOT_OF_THINGS}`;
const SCHOOLED =
  "PEX(?:'?d|ed)?|perm(?:anent(?:ly)?)? (?:ex\\p{L}*)|out of (?:school|education)|missing (?:from )?(?:school|education|lessons)|not (?:been )?in (?:school|education)|non[ -]attendance|home[ -](?:educated|schooled)|" +
  "school[ -]refus\\p{L}+|refus(?:es|ed|ing) (?:school|to (?:go|attend|leave))|without an? (?:school|place|placement|taxi|plan|tutor|college)|(?:no|not got an?|got no|has no|hasn'?t got an?|lost (?:his|her|their)) (?:school|college|nursery) place|" +
  "stopped (?:attending|going|eating)|(?:won'?t|wont|will not|cannot|can'?t|not) (?:go(?:ing)?|get(?:ting)?|come|coming) (?:in|to school|on the (?:bus|minibus|taxi))|taken off roll|(?:back )?on (?:the )?roll|" +
  '(?:very )?(?:reduced|part[ -]time|p/t|PT) (?:time ?table|t/?t(?:able)?|table|school)|managed move|moving school|(?:permanent|fixed[ -]term) exclusion|bed bound|housebound';
const HEALTH =
  'tube[ -]fed|peg[ -]fed|non[ -]?verbal|(?:selective(?:ly)? )?mute|self[ -]?harm(?:ing|ed|s)?|suicidal|suicide|anorexic|bulimic|pregnant|preg|epileptic|diabetic|autistic|overdos\\p{L}*|psychotic|paraly[sz]ed|amputation|' +
  'an? inpatient|in hospital(?! (?:visits?|school|education|discharge|meeting))|into hospital|on (?:the|a) ward|the ward|A&E|tier 4 bed|surgery (?:on|to) (?:his|her)|(?:spinal|heart|brain|hip|eye|major) (?:op|operation|surgery|fusion)|had (?:an? )?(?:op|operation|surgery|seizures?|stroke|fit)|' +
  'hydrotherapy|chemo(?:therapy)?|dialysis|transplant|gastrostomy|feeding tube|catheter|stoma|splints|orthotics|leg braces|callipers|cochlear implants?|hearing aids?|insulin|on oxygen|terminal(?:ly ill)?|palliative|hospice|life[ -]limiting|end of life|' +
  'melatonin|ritalin|medicated|(?:his|her|their) (?:meds|medication)|meltdowns?|soiling|toileting|night terrors|hallucinat\\p{L}+|hearing voices|panic attacks?|flashbacks?|(?:sees?|seen by|seeing) (?:CAMHS|an? (?:psychiatrist|therapist|counsellor))|under CAMHS';
const CARE =
  'looked after by|in (?:foster |residential |local authority |our )care(?! (?:home|team|reviews?|planning|leavers|proceedings training|placements))|into (?:foster )?care|foster (?:home|placement|carers?|family|mum|dad)|' +
  '(?:interim |full )?care (?:order|proceedings)|placement order|supervision order|special guardianship|SGO|(?:judge|tribunal) (?:ordered|directed|upheld|found)|section (?:47|20|17|31|136)|s\\.?(?:47|20|17|136)|s(?:ec|ect)\\.? ?(?:47|20|17|136)|child protection|CPP|CP plan|CIN plan|child in need|on (?:a )?(?:CP|CIN)|ICPC|RCPC|' +
  'strategy (?:meeting|discussion)|LADO (?:referral|involved|meeting)|MARAC|MACE|youth court|magistrates|custody|remand|YOI|secure (?:unit|home|order)|bail|tagged|county lines|gangs?|knife|cannabis|drugs|(?:sexual|criminal) exploitation|CSE|CCE|domestic (?:abuse|violence)|DV|refuge|temporary accommodation|evicted|homeless|' +
  'abus(?:e|ed) (?:at|by|from)|disclosed|made an? (?:disclosure|allegation)|disclosure (?:about|by|from)|went missing|gone missing|police (?:called|involved|attended)|(?:in|sent to|from|visits?) prison|weapon|restraint|(?:2|two)(?::| to )1|two[ -]to[ -]one|gave notice|given notice|broke(?:n)? down|breakdown|fell through|\\d+% attendance|attendance (?:is|at|down|below|has|of|\\d)|adoption(?! (?:panel|team|service|of))|DLA|blue badge|nil by mouth|losing weight|bruis\\p{L}+|allegations? (?:by|of|from|about)|ran away|run away|absconds?|attacked|bit (?:a|an|his|her|the)|hit (?:a|an|his|her|the)|' +
  'asylum|unaccompanied|no recourse|deportation|gender (?:clinic|identity)|transgender|transition(?:ed|ing) from (?:male|female)';
const HARM =
  'nosebleeds?|broken (?:leg|arm|wrist|hip|ankle|bone|nose)|concussion|had a fall|hearing test|eye test|(?:lost|losing|loses) (?:weight|hair|(?:his|her|their) (?:sight|hearing|speech|place|taxi|mum|dad|home))|not sleeping|sleep(?:s|ing) (?:on|in|rough)|rash|infection|sepsis|vomit\\p{L}*|in pain|bleeding|incontinent|continence|puberty|periods|nappies|sexuali[sz]ed|sexting|indecent|inappropriate(?:ly)? touch\\p{L}*|smear(?:s|ed|ing)|stealing|stole|shoplifting|fire[ -]setting|arson|truant\\p{L}*|playing truant|' +
  '(?:no|lost all (?:his|her)) friends|racis[tm]\\p{L}*|homophobic|Prevent referral|Channel|radicali[sz]\\p{L}+|forced marriage|FGM|modern slavery|NRM|immigration status|visa|deport\\p{L}*|rent arrears|hostel|sofa[ -]surfing|evict\\p{L}+|family court|Cafcass|injunction|restraining order|probation|YOT|YJS|curfew|caution(?:ed)?|convicted|sentenced|charged with|stabb?ed|shot|' +
  'died|death of|funeral|passed away|grief|grieving|killed|drowned|burned|burnt|poisoned|raped|beaten|hurts?|hurting|injur\\p{L}+|scald\\p{L}*|hospital (?:last|on|since|again|bed|admission)|police|bitten|lives with|living with|to live with|had (?:two|three|four|five|\\d) (?:schools|placements|carers)|\\d+ weeks residential|admitted|rushed to|ambulance|emergency (?:surgery|admission)|intensive care|ICU|PICU|NICU|discharged (?:from|by|himself|herself|home)|relapsed?|remission|remitted|scan(?:ned)? (?:showed|shows)|biops\\p{L}+|blood (?:test|pressure|sugar)|hypo|allergic|epipen|nut allergy|inhaler|' +
  "threat(?:s|en\\p{L}*)|violent|violence|aggressive|aggression|lash(?:es|ed|ing) out|punch\\p{L}*|kick(?:s|ed|ing)|spat|spits|spitting|swear\\p{L}*|scream\\p{L}*|headbutt\\p{L}*|climbs? (?:out|the)|runs? (?:off|away|out)|ran (?:off|away|out)|bolts|eloped|hides|smash\\p{L}*|trash\\p{L}*|self[ -]esteem|phobi\\p{L}+|won'?t (?:leave|eat|speak|go|get|talk|wear|let|come)|can'?t (?:cope|walk|talk|speak|see|hear|read|write|swallow|manage|be left|get|go)|cannot (?:cope|walk|talk|speak|see|hear|read|write|swallow|manage|be left)|unable to (?:walk|talk|speak|attend|cope)|hasn'?t (?:got|had) an? (?:school|place|taxi|TA|tutor|plan)|nobody to|isolated|in isolation|detention|" +
  'wants to die|kill (?:himself|herself|themselves)|cut(?:s|ting)? (?:himself|herself|her|his)|burns (?:himself|herself)|starving|refuge|safe house|new identity|witness protection|given up (?:by|for)|placed for adoption|birth family|contact with (?:his|her|birth)|life story|care leaver(?! )|16\\+ home|own flat|supported (?:living|lodgings)|key stage 4 exams|resits?|failed (?:his|her|all)|behind (?:his|her) peers|reading age|can only say|first words|speech (?:is|has|was)|growth hormone|weighs|BMI|obese|overweight|underweight';
/** What belongs to a child beside “he”, “she” or “they”. */
const PRONOUN_OWN =
  "(?:his|her|their) (?:\\p{L}+ )?(?:EHCP|plan|school|class|teacher|TA|1:1|taxi|escort|tutor|placement|review|behaviour|attendance|hearing aids?|wheelchair|chair|needs|diagnosis|bed|social worker|GCSEs?|A[ -]levels|exams|peers|classmates)|hasn'?t (?:spoken|been in|been to|attended|eaten|slept|left)|when (?:he|she) was|(?:he|she) (?:is|was|has been|had been) (?:out|sectioned|placed|moved|taken|hurt|scared|frightened|unsafe|ill|unwell)|" +
  'has no (?:\\p{L}+ ){0,2}(?:social worker|school|place|placement|named worker|TA|tutor|provision|plan|taxi|transport)|(?:two|three|four|\\d) children';

/** Anywhere in the sentence of a name. */
export const TELLS = `${HAPPENED}|${SCHOOLED}|${HEALTH}|${CARE}|${HARM}|${PRONOUN_OWN}|${CONDITION}`;

/** A child's papers, help and things. They tell beside a name only: “Jack's taxi”, “a hoist for Jack”. */
export const BELONGING =
  '(?:EHC ?P|EHC plan|EHC needs assessment|EHCNA|needs assessment|assessment|statement|plan|draft|working doc(?:ument)?|final|amended final|annual review|review|AR|interim review|emergency review|transition|phase transfer|' +
  'placements?|place|school|college|nursery|class|teacher|diagnos[ie]s|exclusion|suspension|PEX|medication|meds|feed|feeds|feeding|behaviour|tribunal|appeal|hearing|mediation|complaint|school place|college place|nursery place|taxi|transport|escort|PA|bus pass|travel|' +
  'tuition|tutor|timetable|reintegration|attendance|admission|PEP|care plan|care order|IHP|IHCP|PBS plan|risk assessment|social worker|named worker|keyworker|key worker|caseworker|case|file|record|records|' +
  'EP|EP advice|EP report|EP assessment|OT|OT report|SALT|SLT|SaLT|physio|CAMHS|paed(?:s|iatrician)?|CETR|CTR|DSR|needs|condition|wheelchair|hoist|chair|standing frame|walker|splints|equipment|hearing aids?|glasses|AAC|tablet|laptop|operation|op|surgery|therapy|therapist|counselling|residential|continuing care|' +
  '1:1|one[ -]to[ -]one|TA|LSA|support hours|hours|nurse|section [A-K]|advice|health advice|respite|short breaks?|direct payments?|personal budget|provision|package|funding|top[ -]?up|disabilit\\p{L}+|allegation|disclosure|bruis\\p{L}+|LADO|judge|sleep|outcomes|targets|views|voice|progress|' +
  'discharge|bed|home|address|birthday|GP|referral|results|exams?|GCSEs?|course|apprenticeship|internship|bail|court|solicitor|case conference|conference|photo)';

/** Help and papers that tell in the whole sentence of a name that is not at work. */
export const HELP_ANYWHERE =
  '(?:EHC ?P|EHC plan|EHCNA|(?:his|her|their|the|no|final|draft|transition|behaviour|care|support|feeding|health) plan|placement|school place|place at|place in|no place|taxi|escort|minibus|tuition|tutor|timetable|EP|SLT|SALT|CAMHS|ADOS|bed|discharge[ds]?|respite|short break|appeal|tribunal|mediation|' +
  '(?:next|to|by) panel|panel (?:said|agreed|refused|deferred|decision|turned|declined)|assess(?:ed|ment)|reassess\\p{L}*|diagnosis|1:1|one[ -]to[ -]one|TA|wheelchair|hoist|communication aid|AAC|eye gaze|walker|standing frame|equipment|social worker|named worker|key ?worker|class|classroom|teacher|nursery|preschool|college|sixth form|(?:primary|secondary|special|mainstream|new|his|her|their|same|another|which|no|any|in|at|to|from|the|named?|naming an?) school|school (?:want|say|said|gate|bus|run|won|can|has|have|will)\\p{L}*|' +
  'GCSEs?|behaviour|incident|waiting list|referr(?:al|ed)|consult(?:ed|ation response)?|annual review|emergency review|interim review|review (?:is|was|held|on|next|late|overdue|moved)|named in|top[ -]?up|direct payments?|personal budget|bespoke|package|home visit|provision|advice (?:is|was|late|missing|never|still)|input|passed away|bites?|bit|kicks?|hits|wets|dribbles|screams|runs off|climbs|nappies|pads|gastro|sleeps?|seizures|birthday|at the gate|will be in (?:september|year \\d+)|accepted at|starter)';

/** What only describes the work: no child has it. */
export const WORK =
  '(?:leave|papers?|reports?|figures|data|numbers|strateg\\p{L}+|polic\\p{L}+|audits?|leads?|team|tracker|slides|pathways?|contracts?|budgets?|survey|friendly|awareness|practice|education|aware|specialist|specialists|advis\\p{L}+|outreach|' +
  'sufficiency|lists?|training|spreadsheet|work|workstream|actions?|analysis|analyst|panels?|procedures?|protocols?|guidance|projects?|groups?|services?|specialism|courses|webinar|conferences|workshops?|toolkit|charter|standards?|inset|' +
  'review group|dashboard|process|plans? for|letters?|leaflet|template|returns?|backlog|summary|presentation|section|hub|nurse|nurses|clinics?|costs?|waits?|waiting times?|waiting list|assessments|diagnoses|visits?|planning|meetings?|diagnostic|teams?|bases?|units?|rates?|' +
  'spend|invoices?|portal|index|link|students|trainees|forum|network|notes?|update|comments|questions?|champions?|coordinator|manager|officers?|trends?|cases|meeting with heads|in schools|posts?|post of|lead post|quality mark|level \\d|offer|support offer|reviews|reform|learning|profile|statistics)';
/** Of many, so of nobody. */
export const MANY =
  "(?:children|pupils|students|families|young people|youngsters|people|girls|boys|learners|parents|carers|those|all|every|schools|settings|staff|numbers? of|adults|teenagers|leavers|CYP|YP|patients|cases|dads|mums)(?:'s?)?";

/** What staff do and children do not. */
export const WORK_VERB =
  "(?:(?<!'s )(?:chair|present|draft|write|run|meet|review|check|chase|share|report|update|join|deliver|host|finish|complete|prepare|produce|organise|arrange|manage|collate)|leads?|led|leading|chair(?:s|ed|ing)?|present(?:s|ed|ing)|draft(?:s|ed|ing)|writ(?:es|ing)|wrote|written|circulat\\p{L}+|sent|sends|sending|shar(?:es|ed|ing)|report(?:s|ed|ing)|confirm(?:s|ed|ing)?|updat(?:es|ed|ing)|owns?|owned|cover(?:s|ed|ing)|" +
  'join(?:s|ed|ing)|met|meets|meeting|review(?:s|ed|ing)|check(?:s|ed|ing)|chas(?:es|ed|ing)|spoke|speaks|rang|call(?:s|ed|ing)|emailed|asked(?! to leave)|asks|asking|raised|rais(?:es|ing)|propos\\p{L}+|recommend\\p{L}*|suggest\\p{L}*|agreed|agrees|analys\\p{L}+|collat\\p{L}+|produc\\p{L}+|prepar\\p{L}+|' +
  'organis\\p{L}+|arrang\\p{L}+|coordinat\\p{L}+|co-?ordinat\\p{L}+|manag(?:es|ed|ing)|supervis\\p{L}+|supports?|supporting|deliver(?:s|ed|ing)|train(?:s|ed|ing)|ran(?! (?:away|off|out of (?:school|class)))|runs(?! (?:away|off|out))|running the|hosts?|hosted|hosting|recruit\\p{L}*|appoint(?:s|ed)|retir\\p{L}+|' +
  'interview\\p{L}*|rebuil\\p{L}+|built|builds|building|creat(?:es|ed|ing)|design(?:s|ed|ing)|publish\\p{L}*|upload\\p{L}*|launch\\p{L}*|procur\\p{L}+|tender\\p{L}*|commission\\p{L}*|fund(?:s|ed|ing)|negotiat\\p{L}+|sign(?:s|ed|ing)?(?: it)? off|approv\\p{L}+|pilot\\p{L}*|audit(?:s|ed|ing)|sampl(?:es|ed|ing)|moderat\\p{L}+|' +
  'mapp?(?:ed|ing|s)|scann\\p{L}+|typ(?:es|ed|ing)|finish(?:es|ed|ing)|complet(?:es|ed|ing)|set(?:s|ting)? up|pick(?:s|ed|ing)? (?:it |this |that )?up|look(?:s|ed|ing) (?:at|into|after the)|explain(?:s|ed|ing)|summaris\\p{L}+|not(?:ed|es) that|said|says|thinks|thought|wants? (?:the|a decision|to know|figures|data|us)|explor\\p{L}+|handed|hand(?:s|ing)? over|' +
  'did the|took (?:the|over|on|part in)|taken (?:on|over)|takes? (?:on|over)|tak(?:es|ing) (?:the|on|over|this)|has (?:the|got the)|deputis\\p{L}+|attend(?:s|ed|ing)? (?!the (?:hospital|special|same|new|local) |an? (?:\\p{L}+ )?(?:school|unit|base|college))(?:the|a|an|our|training|panel|board|network)|help(?:s|ed|ing)|clear(?:s|ed|ing)|cuts?(?! (?:her|him|his|them))|tidied|tidies|qualif\\p{L}+|brief(?:s|ed|ing)|advis(?:es|ed|ing)|visit(?:s|ed|ing) (?:the|our|all|\\d+|some|several|schools|every|two|three)|observ(?:es|ed|ing)|' +
  'will (?!be\\b|not\\b|turn|start|move|attend|need|stay|return|remain|lose|have|go|get)\\p{L}+|would (?!not|be|like|have|need|go)\\p{L}+|is to (?!be|start|move|attend|have|stay|return)\\p{L}+|to (?!an?\\b|the\\b|his\\b|her\\b|be|start|move|attend|have|stay|return|remain|go|get|come|live|see|transfer|transition)\\p{L}+|is going to (?!be|school|start|move|the|a|an|Lark)\\p{L}+|out of office|on leave|on maternity|off sick|acting up|on the \\p{L}+ panel)';
/** A sentence about staff. */
export const OF_STAFF =
  '(?:agenda|apologies|attended|attendees|present|rota|actions?|owners?|leads?|interview\\p{L}*|appointed|recruit\\p{L}*|induct\\p{L}+|supervis\\p{L}+|handover|cover(?:ing)?|shadowing|annual leave|maternity|slides|minutes|dashboard|spreadsheet|template|tracker|spec|contract|tender|training|workshop|webinar|newsletter|consultation|policy|strategy|licen[cs]es?|invoice|budget|vacanc\\p{L}+|wte|fte)';
/** A job, before or after a name. */
export const ROLE =
  '(?:partner|supervisor|teachers?|head|heads|headteacher|deputy|tutor|leads?|leader|director|manager|officers?|chair|co-?chairs?|governors?|colleagues?|senco|sencos|workers?|caseworkers?|keyworker|adviser|advisor|consultants?|psychologists?|EPs?|nurses?|therapists?|physio|paediatrician|doctor|GP|clinician|commissioner|analyst|' +
  'treasurer|secretary|clerk|admin|administrator|coordinator|co-?ordinator|trainer|facilitator|solicitor|lawyer|barrister|judge|inspector|HMI|minister|MP|mayor|councillor|cllr|members?|trustees?|reps?|representative|volunteer|supplier|vendor|contractor|auditor|reviewer|author|editor|specialist|practitioner|professional|' +
  'DCO|DMO|DSCO|LADO|DSL|ToD|DCS|CEO|SRO|QTVI|QTOD|apprentice|trainee|intern|owner|sponsor|driver|prescriber|registrar|matron|dietitian|audiologist|orthoptist|student EP|assistant EP|interpreter)';
/** Where staff are from. */
export const AT_WORK_PLACE =
  '(?:(?:the |our |my )?(?:[\\p{L}&-]+ ){0,2}?(?:team|forum|council|trust|ICB|LA|DfE|NHS|PCF|SENDIASS|IAS|finance|commissioning|contracts|legal|governance|transport|comms|communications|data|HR|ICT|IT|PMO|performance|procurement|health|education|social care|quality|admissions|admin|casework|school improvement|sensory|autism outreach|business support|democratic services|customer relations|public health|housing|virtual school|CAMHS|hub|office|service|department|SLT|MASH|Ofsted|CQC|youth voice|early years|early help|local offer|SEN|SEND|inclusion|therapies|participation|safeguarding)\\b)';

/** How a child is, or what it does. */
const STATE =
  "adopted|attending|at risk of|looked after|in care(?! (?:home|team|reviews?|planning|leavers))|died|fell|hurt|abused|in school(?! (?:visits?|holidays))|placed (?:with|at|out|in (?!charge))|awaiting|been home|home since|at home|living|lives? (?:with|in an?|at)|on roll|settling|settled|thriving|struggling|dysregulated|deteriorat\\p{L}+|unsafe|in crisis|ran|hid|cried|bit|kicked|punched|threw|swore|spat|screamed|climbed|vomited|collapsed|fainted|choked|coping|not coping|refus\\p{L}+|attends|attended (?:only|for|every|school|\\d)|(?:hasn't|has not|hadn't|not|never) (?:attended|been in|been to school|been seen|eaten|slept|spoken|left the house)|threatened|assaulted|stopped|miss(?:es|ed|ing) (?:\\d+|\\p{L}+) (?:days?|weeks?|months?|lessons?|sessions?|terms?)|regressed|happy|sad|scared|anxious|poorly|unwell|off roll|alleged|upset|stuck|left without";
/** What else is written of one child. */
const MORE =
  "LAC|CLA|CIN|CIC|EHE|NEET|CME|EBSA|EOTAS|children's home|safeguarding|exclusion|solicitor|parental responsibility|inside|youth justice|gets out|released|consent order|hospital school|portage|medical needs|home ed\\p{L}*|elective home|bath seat|ToD|QTVI|keyboard|brace|story";

/** What only a child or a family has, anywhere in the sentence of a name. */
export const TELLING = `${TELLS}|${STATE}|${MORE}`;
/** What children get and staff work on: in the sentence of a name that stands where a child would. */
export const HELPING = `${HELP_ANYWHERE}|(?<!\\bto )${BELONGING}(?! (?:of|on|about) (?!(?:his|her|their)\\b))`;
