// Words for a condition, a disability or a danger that one child has, as officers and clinicians write them.

export const CONDITION =
  '(?:autis\\p{L}+|ASD|ASC|ADHD|ADD|PDA|ODD|OCD|PTSD|FASD|SEMH|PMLD|SLD|MLD|EBSA|SMA|CP|DMD|epilep\\p{L}+|seizures?|diabet\\p{L}+|' +
  "syndrome|tourette'?s?|cerebral palsy|(?:tube|peg)[ -]?fed|tracheostomy|ventilat\\p{L}+|" +
  '(?:visual|hearing|physical|learning|language|speech) (?:impairment|loss|disabilit\\p{L}+|difficult\\p{L}+|disorder|needs)|' +
  '(?:visually|hearing) impaired|(?:selective(?:ly)? )?mut(?:e|ism)|non[ -]?verbal|muscular dystrophy|spina bifida|cystic fibrosis|' +
  'sickle cell|brittle bones?|h(?:a|ae)mophilia|leuk(?:a)?emia|cancer|tumou?r|arthritis|asthma|allerg\\p{L}+|dyslexi\\p{L}+|dyspraxi\\p{L}+|' +
  'anorexi\\p{L}+|bulimi\\p{L}+|eating disorder|anxiety|anxious|depress\\p{L}+|psychos\\p{L}+|psychotic|trauma\\p{L}*|' +
  'attachment disorder|self[ -]?harm\\p{L}*|suicid\\p{L}+|pregnan\\p{L}+|deaf(?:blind)?|blind|wheelchair(?: user)?|incontinen\\p{L}+|' +
  'schizo\\p{L}+|bipolar|albinism|scoliosis|dystonia|(?:quadri|hemi|para|di)plegi\\p{L}+|paraly[sz]\\p{L}+|(?:chromosome|gene|genetic) (?:deletion|disorder|condition)|tics|stammer\\p{L}*|cleft|dysphagia|on oxygen|oxygen|cochlear implants?|feeding tube|gastrostomy|' +
  "(?:degenerative|rare|medical|heart|skin|life[ -]limiting|kidney|liver|blood|muscle|neurological|metabolic|autoimmune|mental health|terminal|serious) (?:condition|disease|disorder|illness|needs|problems?)|crohn'?s|colitis|coeliac|dwarfism|achondroplasia|narcolepsy|pica|DLD|GDD|APD|(?<=(?:has|with|have) )M[SE]|multiple sclerosis|" +
  'self[ -]harms?|eczema|migraines?|obes\\p{L}+|chronic (?:fatigue|pain|illness)|fatigue|long covid|psychosis|OCD|intellectual disabilit\\p{L}+|sensory (?:loss|impairment)|tumou?rs?|lupus|sepsis|meningitis|encephalitis|limb difference|amput\\p{L}+|prosthe\\p{L}+|addict\\p{L}+|alcohol\\p{L}*|phobia|TBI|ABI|disabled|complex needs|(?:deaf|hearing)[ -]?blind|' +
  'gender dysphoria|(?:dys|hyper|hypo|a|meta)plasia|(?:hepat|arthr|nephr|mening|bronch|gastr|dermat|vascul|pancreat)itis|(?:leuk|an|thalass)aemia|(?:neur|fibromy)algia|tuberous sclerosis|dystrophy|brain injury|stroke|hydrocephalus)';
