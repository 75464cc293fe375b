// Words that are names, and capitals that are not: forenames in common use in the UK, and the
// vocabulary of a SEND programme. Short on purpose; a capitalised word in the right place counts too.

/** Forenames that hardly mean anything else. */
export const forenames: ReadonlySet<string> = words(`
  Aaliyah Aaron Aarav Abbie Abena Adaeze Ade Adele Aleksander Alan Amari Amber-Rose Anais Anaïs Aneesa Anika Aoife Ariana Asad Ayomide Bartosz Bilal Bronwyn Bryn Calum Carter-Lee Chidi Chris Christine Ciara Cian Craig Dawid Deborah Demi Derek Dewi Donna Eesa Eilidh Eoin Ewan Filip Gavin Gwen Haider Haroon Hashim Hayley Ieuan Ifan Igor Ishaan Iyla Jaxon Jayda Jeff Jen Jess Jodie Junaid Kacper Karen Karina Karl Kasia Kayleigh Kaylee Kofi Kyra Lacey Lexi Lorna Louie Maja Malik Marcus Mateo Maxwell Mehmet Mikolaj Mohamad Morgan Mustapha Natalia Nevaeh Ngozi Nikhil Nour Oliwia Oluwaseun Paige Parker Piotr Rahul Ram Rani Rhian Rhiannon Roisin Rosalind Ross Roxanne Sabrina Saoirse Sana Sanjay Seamus Seren Shannon Siobhan Sian Sinead Stefan Stuart Szymon Tamsin Tara Tegan Tobi Tobias Tomasz Tyrone Vivienne Yasin Zakariya Zoya Zuri Abdul Abdullah Abigail Ada Adam Aditya Agnes Ahmed Aidan Aiden Aisha Albert Aleena
  Alex Alexander Alexandra Alexis Alfie Alfred Ali Alice Alicia Alisha Alistair Amanda Amelia Amelie
  Amir Amina Amira Amna Amy Ana Anaya Andrea Andrew Angela Angus Anna Anne Annie Anthony Antoni Arabella
  Archie Aria Arjun Arlo Arthur Arya Asha Ashley Ashton Asia Atticus Aurora Ava Ayaan Ayesha Ayla Barnaby
  Beatrice Beau Bella Ben Benjamin Bethany Billy Blake Bobby Bodhi Bonnie Bradley Brandon Brian Bryony
  Caitlin Caleb Callum Cameron Caroline Carys Catherine Cerys Charles Charlie Charlotte Chloe
  Christopher Claire Clara Cody Cole Colin Connor Conor Cora Corey Dan Daniel Danielle Darcey Darcy Darius
  David Debbie Declan Delilah Denise Dev Dexter Diana Diego Dominic Dylan Edith Edward Eleanor Elena
  Eli Elias Elijah Elisa Eliza Elizabeth Ella Ellie Elliot Elliott Ellis Elodie Eloise Elsa Elsie Emilia Emily
  Emma Emmanuel Eric Erin Esme Esmae Ethan Eva Evan Evelyn Evie Ezra Farah Fatima Fatimah Felix Femi
  Finley Finlay Finn Fiona Francesca Francis Freddie Frederick Freya Gabriel Gabriella Gareth Gary Gemma
  George Georgia Georgie Gethin Gracie Graham Gurpreet Hafsa Hamza Hana Hannah Haris Harley Harper
  Harriet Harrison Harry Harvey Hassan Heidi Helen Henry Hetty Hugo Hussain Ian Ibrahim Ida Imogen
  Imran Inaya Isaac Isabel Isabella Isabelle Isha Isla Ismail Isobel Issac Jack Jackson Jacob Jake
  Jakub James Jamie Jane Janet Jason Jasmine Jasper Jayden Jenny Jenson Jeremy Jessica Jessie Joan
  Joanna Joanne Joe Joel John Jonah Jonathan Jordan Joseph Joshua Jude Julia Julian Julie Juliet Kai Kate
  Katherine Kathleen Katie Kayden Kayla Keira Keith Kelly Kevin Khadija Kian Kieran Kiera Kimberley Kwame
  Kyle Laila Lara Laura Lauren Layla Leah Leila Lena Leo Leon Leona Leonardo Lewis Liam Lillian
  Lilly Linda Lisa Logan Lola Lorenzo Lottie Louie Louis Louisa Louise Luca Lucas Lucia Lucy Luis Luke Luna
  Lydia Lyla Mabel Maddison Madison Maisie Malachi Margaret Margot Maria Mariam Martha Martin
  Maryam Matilda Matteo Matthew Maya Megan Mia Michael Michelle Mila Millie Milo Mohamed Mohammad
  Mohammed Molly Muhammad Musa Mustafa Myla Nadia Naomi Natalie Natasha Nathan Nathaniel Neil Nia
  Niamh Nicholas Nicola Nicole Nina Noah Nora Oakley Olive Oliver Olivia Ollie Omar Orla Oscar Otis
  Otto Owen Patrick Paul Paula Penelope Peter Phoebe Phoenix Philip Phillip Priya Rachel Rafael Ralph
  Ravi Rayan Rebecca Reece Reggie Reuben Rhys Richard Riley Rina Robert Roman Ronnie Rory Rosa Rosie
  Rowan Roza Rufus Ruth Ryan Sadie Safa Sam Samantha Samir Samuel Sara Sarah Scarlett Scott Sean Sebastian
  Shane Sharon Shaun Sienna Simon Simran Sofia Sonia Sonny Sophia Sophie Stanley Stella Stephanie
  Stephen Steven Sultan Susan Suzanne Tariq Taylor Teddy Thea Theo Theodore Thomas Tia Tiana Tilly Tim
  Timothy Toby Tom Tommy Tracey Tyler Umar Uma Usman Vera Victoria Vincent Wayne Wendy Wiktoria
  William Xavier Yahya Yasmin Yasmine Yusuf Zac Zach Zachary Zainab Zane Zara Zayn Zoe Zofia Zuzanna`);

/** The same as people type them in a hurry. */
export const smallForenames: ReadonlySet<string> = new Set(
  [...forenames].map((name) => name.toLowerCase()),
);

/** Forenames that are also words, months or colours: they count only right beside an age. */
export const wordNames: ReadonlySet<string> = words(`
  Daisy Dawn Dean Eve Faith Florence Frank Grace Grant Hazel Heather Holly Hope Iris Ivy Jade Jay Joy
  Kit Lily Mark Mason Max Miles Olive Pearl Penny Poppy Ray Robin Rose Ruby Skye Summer Sunny Victor
  Violet Willow`);

/** Capitalised words that open a sentence or name a thing, not a person. */
export const ordinary: ReadonlySet<string> = words(`
  A Actual All An And Any Anyone April Area At August Autumn Average Board Boys By Case Cases Child Children
  Cohort Cohorts Council County December Each Education Every Everyone February For Forum Friday From
  Girls Group Groups Health If In January July June Key Learner Learners March Maximum May Minimum
  Monday No Nobody None November Now Nursery October Of On One Only Our People Person Plan Plans
  Primary Provision Pupil Pupils Reception Saturday School Schools Secondary Section September
  Service Services She He Social Some Spring Stage Student Students Summer Sunday Support Survey
  Target Team Teams That Total The Their There These They This Those Three Thursday Transition Tuesday Two
  We Wednesday When Where While Who Winter With Year Years You Young Youth`);

/** Two or three capitals that are not somebody's initials. */
export const acronyms: ReadonlySet<string> = words(`
  ADHD AI AP APR ASC ASD AV BME BSL CAF CDC CEO CIN CLA CME CP CPD CQC CSC CT CYP DBS DCO DCS DFE DLA DSG
  DSL EA EAL EBD EBSA EH EHA EHC EHE EIA EMT EP EPP EPS ESA EY EYFS EYS FAQ FE FOI FSM FT FTE GP GRT HE HI
  HLTA HMI HNB HR ICB ICT ID IEP INM IPA IT ITT JSNA KPI KS LA LAC LAP LD LGA LSA MAT MDT MLD MOU MP MSI
  NEW NHS NVQ OAT OBA OCC OFS OK OT PA PAP PCF PCN PE PEP PFA PID PMO PP PRU PSE QA RAG RE RP SA SALT
  SAR SAT SEF SEN SIP SLA SLT SLD SMT SPC SRP SS TA TAC TAF TBA TBC TOR UK US VI VCS VS YOT YP YPA YR`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
