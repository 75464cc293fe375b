// Words that are names, and capitals that are not: forenames in common use in the UK, and the
// vocabulary of a SEND programme. A capitalised word in the right place counts too.

/** Forenames that hardly mean anything else. */
export const forenames: ReadonlySet<string> = words(`
  Aaliyah Aarav Aaron Abbie Abdi Abdirahman Abdul Abdullah Abdulrahman Abena Abi Abigail Abu Ada Adaeze Adam
  Ade Adelaide Adele Aditya Adrian Agata Agnes Agnieszka Ahmad Ahmed Aidan Aiden Aimee Aisha Ajay Akash Alan
  Alana Albert Albie Alec Aled Aleena Aleks Aleksander Aleksandra Alesha Alessia Alex Alexa Alexander
  Alexandra Alexandre Alexia Alexis Alfie Alfred Ali Alice Alicia Alina Alisha Alistair Aliyah Aliza Allegra
  Alma Alyssa Amaan Amanda Amani Amara Amari Ameer Ameera Amelia Amelie Ami Amin Amina Amir Amira Amna Amrit
  Amy Ana Anabelle Anais Anaïs Anastasia Anaya Andrea Andreea Andrei Andrew Andrzej Aneeka Aneesa Angela
  Angelina Angharad Angus Anika Anisa Anita Anjali Anna Annabel Annabelle Annalise Anne Annie Anthony Anton
  Antoni Antonia Antonio Anwar Anya Aoife Arabella Arabelle Archie Areeba Arham Aria Ariana Ariel Arjun Arlo
  Arran Arsalan Arthur Arun Arwa Arya Aryan Asad Asha Ashley Ashton Asia Asim Asma Astrid Athena Atticus
  Aubrey Audrey Augustus Aurora Ava Avani Avi Axel Ayaan Ayah Ayan Aydin Ayesha Ayla Ayomide Ayub Azaan Aziz
  Bailey Barbara Barnaby Bartosz Basil Beatrice Beatrix Beau Becca Becky Bella Ben Benedict Benjamin Benji
  Bernadette Bernard Beth Bethan Bethany Betsy Betty Beverley Bianca Bilal Billy Blake Blessing Bobby Bodhi
  Bonnie Boris Bradley Brandon Brenda Brendan Brian Bridget Brigid Brody Bronwyn Brooke Bruno Bryn Bryony
  Byron Caitlin Caleb Callum Calum Cameron Cara Carl Carla Carlos Carmen Carol Caroline Carrie Carson Carys
  Casey Cassandra Cassidy Cassie Catherine Cecilia Cecily Celia Celine Cerys Chanel Chantelle Charlene
  Charles Charley Charlie Charlotte Chelsea Cherie Cheryl Chiara Chidi Chinedu Chioma Chloe Chris Christine
  Christopher Chukwuemeka Cian Ciara Cindy Claire Clara Clare Claudia Clayton Clementine Clive Cody Cole
  Colette Colin Connor Conor Constance Cooper Cora Coral Corey Courtney Craig Crystal Curtis Cynthia Cyrus
  Dafydd Dale Damian Damien Damilola Dan Dana Daniel Daniela Danielle Danika Danny Darcey Darcy Daria Darius
  Darren David Davina Davinder Dawid Debbie Deborah Declan Deepak Delilah Delphine Demetri Demi Denise
  Dennis Derek Desmond Destiny Dev Dewi Dexter Dhruv Diana Diane Diego Dilan Dimitri Dina Divya Dolores
  Dominic Dominik Dominika Donald Donna Donovan Dora Doreen Doris Dorothy Dougal Dougie Douglas Dulcie
  Duncan Dylan Ebony Eddie Eden Edgar Edie Edith Edmund Eduardo Edward Edwin Eesa Eileen Eilidh Ekaterina
  Elaine Eleanor Elena Eleni Eli Elia Elias Elif Elijah Elin Elisa Elise Elisha Eliza Elizabeth Ella Elle
  Ellen Elliana Ellie Elliot Elliott Ellis Elodie Eloise Elsa Elsie Elspeth Elton Elvira Emilia Emilie
  Emilio Emily Emma Emmanuel Emmeline Emre Eoin Eric Erin Ernest Ernie Ersin Esa Esmae Esme Esmee Esra
  Estelle Esther Ethan Eugene Eugenie Eunice Eva Evan Evelyn Evie Ewa Ewan Ezra Fabian Fabio Faisal Faiza
  Farah Farhan Faris Farrah Fatima Fatimah Fatou Felix Femi Fern Filip Filippo Finlay Finley Finn Finnian
  Finnley Fiona Flora Florian Flynn Folasade Frances Francesca Francis Francisco Frankie Fraser Fred Freddie
  Freddy Frederick Fredrick Freya Frida Fynn Gabi Gabriel Gabriela Gabriella Gabrielle Gareth Gary Gaurav
  Gavin Gemma Genevieve Geoffrey George Georgi Georgia Georgie Georgina Geraint Gerald Geraldine Gerard
  Gethin Gianna Giles Gina Giovanni Gladys Glen Glenda Gloria Glyn Gordon Gracie Graham Greg Gregory Greta
  Gurpreet Gwen Gwendolyn Gwilym Habib Hadi Hafiz Hafsa Haider Haleema Halima Hallie Hamish Hammad Hamza
  Hana Hanif Haniya Hannah Hannan Hari Haris Harjit Harleen Harley Haron Haroon Harper Harpreet Harriet
  Harris Harrison Harry Harshil Harvey Hasan Hashim Hashir Hassaan Hassan Hattie Haydn Hayley Hector Heidi
  Helen Helena Henrietta Henry Herbert Hetty Hilary Hilda Hira Hollie Honor Howard Hubert Huda Hudson Hugo
  Humaira Humza Husna Hussain Huw Huxley Iago Ian Ibrahim Ida Idris Ieuan Ifan Ifeoma Igor Ilaria Iman
  Imogen Imran Inaya Inayah Indiana Indie Indigo Ines Ingrid Ioan Iona Irene Irfan Irina Isaac Isabel
  Isabella Isabelle Isadora Isaiah Isha Ishaan Ishmael Isla Ismaeel Ismail Isobel Issa Issac Ivan Ivana Iwan
  Iyla Izaan Izabela Izzy Jack Jackie Jackson Jacob Jacqueline Jada Jaden Jaiden Jake Jakub Jamal Jameel
  James Jamie Jane Janet Janice Janine Jared Jasmine Jason Jasper Jaspreet Javier Jaxon Jaya Jayce Jayda
  Jayden Jaydon Jayne Jeanette Jed Jeff Jen Jenna Jennie Jennifer Jenny Jenson Jeremiah Jeremy Jermaine
  Jerome Jerry Jess Jesse Jessica Jessie Jimmy Joan Joanie Joanna Joanne Jodi Jodie Joe Joel Johan Johanna
  John Johnny Jolene Jonah Jonathan Jonny Jonty Jordan Jorge Jorgie Jose Joseph Josephine Josh Joshua Josie
  Joss Joyce Juan Jude Judith Judy Julia Julian Julianna Julie Juliet Julius Juliusz Junaid Kacey Kaci
  Kacper Kaden Kai Kaitlin Kaitlyn Kamal Kamil Kamran Karan Karen Karim Karina Karl Karolina Karthik Kasia
  Kasper Katarina Katarzyna Kate Katherine Kathleen Kathryn Kathy Katie Katrina Katy Katya Kaya Kayden Kayla
  Kaylee Kayleigh Kaylen Keegan Keeley Keeva Keira Keith Kelly Kelsey Kelvin Ken Kendra Kenneth Kenzie Kenzo
  Kerry Kevin Khadija Khalid Khalil Kian Kiara Kiera Kieran Kieron Kimberley Kiran Kirsten Kirsty Klara
  Klaudia Kodi Kofi Konrad Krish Krishna Kristian Kristina Krystian Kuba Kulsum Kurtis Kwame Kyla Kyle Kyra
  Kyran Kyron Lacey Lachlan Laiba Laila Lana Lance Lara Laura Laurel Lauren Laurence Laurie Lawrence Layan
  Layla Leah Leanne Leia Leila Lena Lennie Lennon Lenny Leo Leon Leona Leonardo Leonidas Leonie Leopold
  Leroy Lesley Leslie Levi Lewis Lexi Leyla Lia Liam Liana Libby Lidia Lila Lili Lilia Lilian Lillian Lillie
  Lilly Linda Lindsay Lindsey Lionel Lisa Livia Liz Liza Lizzie Logan Lola Lorelei Lorenzo Loretta Lorna
  Lorraine Lottie Louie Louis Louisa Louise Luca Lucas Lucia Lucian Luciana Lucille Lucinda Lucy Ludovic
  Luis Luisa Lukas Lukasz Luke Lulu Luna Lydia Lyla Lyndon Lynette Lynn Lynne Lyra Mabel Mabli Macie
  Mackenzie Maddie Maddison Maddox Madeleine Madeline Madiha Madison Maggie Maha Mahdi Maheen Mahir Mahnoor
  Mairead Maisie Maja Makayla Malachi Malachy Malaika Malcolm Malia Malik Mandy Manraj Manuel Marcel Marcin
  Marco Marcus Marek Margaret Margaux Margery Margot Maria Mariam Mariana Marianne Marie Mariella Marina
  Marion Marjorie Marlene Marley Marlon Marnie Martha Martin Martina Martyn Marvin Mary Maryam Maryann Mateo
  Mateusz Mathew Mathilda Matilda Matteo Matthew Matylda Maud Maureen Maurice Mavis Maximilian Maximus
  Maxwell Maya Meera Megan Mehdi Mehmet Melanie Melissa Melody Mercedes Meredith Merryn Mia Mica Micah
  Michael Michaela Michal Michelle Miguel Mihai Mikael Mikey Mikolaj Mila Milan Milena Miley Millicent
  Millie Milly Milo Mina Minnie Mira Miranda Miriam Misha Mitchell Mohamad Mohamed Mohammad Mohammed Moira
  Mollie Molly Mona Monica Monika Montgomery Morag Morgan Moses Muaz Muhammad Muhammed Muna Munir Musa
  Mustafa Mustapha Myla Myles Myra Nabil Nabila Nadia Nadine Nadir Naima Nancy Naoki Naomi Narges Natalia
  Natalie Nataliya Natan Natasha Nathalie Nathan Nathaniel Naveed Neal Neha Neil Nell Nellie Nelly Nerys
  Nesta Nevaeh Neve Ngozi Nia Niall Niamh Nicholas Nicki Nicky Nico Nicola Nicolas Nicole Nieve Nigel Nihal
  Nikhil Nikita Niko Nikola Nikolai Nila Nimra Nina Nisha Noah Noel Noor Nora Norah Norman Nour Novah Nuala
  Nusrat Nyah Nyla Oakley Obi Ola Olaf Oleksandr Olena Olga Olha Olive Oliver Olivia Olivier Oliwia Ollie
  Oluwaseun Oluwatobi Olwen Omar Omari Omer Oona Opal Ophelia Oren Orla Orlaith Orlando Osama Oscar Osian
  Oskar Osman Otis Ottilie Otto Owen Ozan Pablo Paige Pamela Parisa Parker Patricia Patrick Patrycja Patryk
  Paul Paula Paulina Pauline Pavel Pawel Payton Pedro Peggy Penelope Percy Perry Peter Petra Philip Philippa
  Phillip Phillipa Phoebe Phoenix Phyllis Pierre Piotr Pippa Polly Pooja Pradeep Priscilla Prisha Priya
  Qasim Quentin Quinn Rabia Rachel Raees Rafael Rafe Rafferty Rafi Raheem Rahim Rahma Rahul Raj Raja Rajan
  Rajesh Ralph Ram Ramona Rana Rani Raphael Rashid Rashida Ravi Ravinder Raya Rayan Rayhan Raymond Rayyan
  Reagan Rebecca Rebekah Reece Regan Reggie Reginald Rehan Reid Remi Remy Rene Renee Reuben Reyansh Rhea
  Rhian Rhiannon Rhoda Rhona Rhonda Rhydian Rhys Riaz Ricardo Richard Richie Ricky Rida Ridwan Rihanna Riley
  Rina Rishi Rita Riya Rob Robbie Robert Roberta Roberto Robyn Rocco Rochelle Roderick Rodney Roger Rohan
  Roisin Roland Roman Romeo Romilly Romy Ronald Ronan Ronnie Rory Rosa Rosalie Rosalind Rosanna Roseanna
  Rosemary Roshan Rosheen Rosie Rosina Ross Rowan Roxanna Roxanne Royston Roza Ruaridh Ruben Rudi Rudy Rufus
  Rukhsana Rupert Russell Ruth Rya Ryan Ryder Ryley Saad Saba Sabiha Sabrina Sadia Sadie Saeed Safa Safia
  Safiya Sahar Sahil Saif Saira Sajid Salim Sally Salma Salman Salvador Sam Samantha Samina Samir Samira
  Sammy Samson Samuel Sana Sandeep Sandra Sanjay Santiago Saoirse Saqib Sara Sarah Sasha Saskia Savannah
  Sayed Scarlet Scarlett Scott Seamus Sean Sebastian Selina Selma Seren Serena Sergio Seth Shabana Shabnam
  Shaheen Shahid Shaima Shaista Shakira Shan Shanaya Shane Shanelle Shania Shanice Shaniqua Shannon Sharon
  Shaun Shauna Shawn Shayan Shayla Shayne Sheila Shelby Shelley Sherry Shirley Shivani Shona Shreya Sian Sid
  Sidney Sidra Sienna Sierra Simon Simona Simone Simran Sinead Siobhain Siobhan Sofia Sofie Sohail Solomon
  Sonia Sonny Sophia Sophie Soraya Stacey Stacy Stan Stanislaw Stanley Stefan Stefania Steff Stella Steph
  Stephan Stephanie Stephen Steve Steven Stevie Stewart Stuart Sue Suhana Sukhdeep Suki Sulaiman Suleiman
  Suleyman Sultan Sumaya Sumayyah Sunil Suraj Suri Surinder Susan Susanna Susannah Suzanne Svetlana Sybil
  Syed Syeda Sylvia Sylvie Szymon Tabitha Taha Tahir Tahira Taiwo Talha Talia Tallulah Tamara Tamika Tamsin
  Tania Tanisha Tanvi Tanya Tara Tariq Taryn Tasha Tatiana Tayla Taylan Taylor Ted Teddy Tegan Temi Temitope
  Terence Teresa Teri Terrence Terri Tess Tessa Thaddeus Thea Thelma Theo Theodora Theodore Theresa Thiago
  Thierry Thomas Tia Tiago Tiana Tianna Tiegan Tiffany Tilly Tim Timothy Timur Tina Tito Titus Tobi Tobias
  Toby Tom Tomas Tomasz Tommy Toni Tony Tracey Trevor Tricia Trisha Tristan Troy Tyler Tymon Tyrell Tyrese
  Tyrone Ubaid Ugo Ulrich Uma Umair Umaiza Umar Una Ursula Usama Usman Uzair Valentina Valeria Valerie
  Vanessa Varun Vera Veronica Vicky Victoria Vihaan Vijay Vikram Viktor Viktoria Vincent Vinnie Viola Vivaan
  Vivian Vivien Vivienne Vladimir Walid Walter Waqas Warren Wasim Wayne Wendy Weronika Wesley Wiktoria
  Wilbur Wilf Wilfred Willa William Wilma Winifred Winston Wojciech Xander Xanthe Xavier Yahia Yahya Yaqub
  Yara Yaseen Yash Yasin Yasir Yasmin Yasmina Yasmine Yazan Ying Yolanda Younis Yousef Youssef Yuki Yulia
  Yuna Yunus Yuri Yusra Yusuf Yvette Yvonne Zac Zach Zachariah Zachary Zack Zahid Zahra Zaid Zaina Zainab
  Zak Zakaria Zakariya Zakir Zander Zane Zara Zayan Zayn Zaynab Zeeshan Zena Zeynep Zia Zidan Ziva Zoe Zofia
  Zola Zoya Zubair Zunaira Zuri Zuzanna`);

/** Forenames that are words once they have lost their capital. */
const wordsWhenSmall: ReadonlySet<string> = words(`
  Abi Amber Ami Basil Blake Blessing Bonnie Bruno Carol Casey Carson Clement Cole Constance Cooper Coral Crystal Dale Demi Destiny Dora Drew
  Eden Fern Flora Gene Glen Hero Honor Indie Indigo Iona Jed Ken Lance Laurel Lee Levi Loin Milan Mina Mona Moses Nell Nova Obi Ola
  Opal Otto Percy Perry Pippa Quinn Raja Ram Rana Reid Rob Roman Sage Sally Sid Stan Sue Taha Ted Tito Tony Una Viola Warren Will Zander Zia`);

/** The others as people type them in a hurry. */
export const smallForenames: ReadonlySet<string> = new Set(
  [...forenames].filter((name) => !wordsWhenSmall.has(name)).map((name) => name.toLowerCase()),
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
