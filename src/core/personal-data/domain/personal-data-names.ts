// Words that are names, and capitals that are not: forenames in common use in the UK, and the
// vocabulary of a SEND programme. A capitalised word in the right place counts too.

/** Forenames that hardly mean anything else. */
export const forenames: ReadonlySet<string> = words(`
  Aaban Aabid Aachal Aadam Aadhya Aadi Aadil Aafiya Aahana Aahil Aalam Aalim Aaliyah Aamil Aamir Aamirah Aanuoluwapo Aaqil Aarav Aarif
  Aarini Aariz Aarna Aarnav Aaron Aarush Aaryan Aashi Aashif Aashir Aasif Aasim Aatif Aatiq Aayan Aayush Aazim Abayomi Abbi Abbie Abby
  Abdi Abdirahman Abdul Abdullah Abdullahi Abdulrahman Abebi Abeer Abeiku Abena Abeni Abha Abhimanyu Abhiram Abi Abigail Abiodun Abiona
  Abosede Abu Ada Adaeze Adam Ade Adebiyi Adebowale Adebukola Adedayo Adedeji Adekitan Adekola Adekunle Adelaide Adele Adeleke Adenike
  Adeniyi Adeolu Adeoti Adepeju Aderopo Adesewa Adeshina Adesoji Adesua Adetayo Adetoke Adetoun Adeyi Adigun Aditya Adomas Adrian Adriana
  Adrianna Adrien Adrienne Adrija Adunni Advaith Advay Advik Advika Adweta Adwoa Adya Aedan Afia Afolarin Afonso Afua Agastya Agata Agathe
  Agne Agnes Agnieszka Ahmad Ahmed Aidan Aideen Aiden Aileen Ailis Aime Aimee Aine Aisha Aishani Aisling Aislinn Aistis Aivaras Ajala
  Ajani Ajay Ajoke Akanmu Akash Akinkunmi Akinlabi Akinwale Akos Akosua Akshay Akua Akumaa Akwasi Akwesi Alade Alain Alamu Alan Alana
  Alanis Alanna Alannah Alastair Albert Albie Alec Aled Aleena Alejandra Alejandro Aleks Aleksander Aleksandra Aleksandras Aleksy Alesha
  Alessia Alex Alexa Alexander Alexandra Alexandre Alexandrie Alexia Alexis Alfie Alfie-Joe Alfred Algirdas Ali Alice Alicia Alim Alina
  Aliona Alisha Alison Alistair Alister Alix Aliyah Aliyu Aliza Alka Allan Allegra Allen Allison Alma Alphonse Alvaro Alvin Alyssa Amaan
  Amaia Amaira Amanda Amandeep Amani Amara Amarachi Amari Amarjit Amaya Ameer Ameera Amelia Amelie Amelija Ami Amie Amin Amina Aminatu
  Amir Amira Amna Amoke Amol Amope Amrit Amrita Amruta Amy Amy-Lee Amy-Leigh Ana Anabelle Anais Anamika Anastasia Anastasie Anastazja Anay
  Anaya Andre Andrea Andree Andreea Andrei Andreia Andres Andrew Andrius Andrzej Andy Aneeka Aneesa Ange Angela Angelica Angelika Angelina
  Angelo Angharad Angie Angus Aniela Anika Anirudh Anisa Anita Anjali Anjolaoluwa Anmol Ann Anna Annabel Annabelle Annalise Anne
  Anne-Marie Annette Annie Anouk Anoushka Anouska Ansh Antanas Anthony Antoin Antoine Antoinette Anton Antoni Antonia Antonio Antony
  Anusha Anvi Anwar Anwen Anya Aodhan Aoibheann Aoibhin Aoibhinn Aoife Apolonia Arabela Arabella Arabelle Aradhana Archie Areeba Arham
  Aria Ariana Arianne Ariel Ariele Arijus Arike Arin Arinola Arjun Arkadiusz Arlene Arlo Armandas Arminas Arnas Arnaude Arnoldas Aronas
  Arran Arron Arsalan Arsema Arta Artem Arthur Artur Arturas Arun Arunas Arunima Arvydas Arwa Arya Aryan Asad Asake Asha Ashlee Ashleigh
  Ashlene Ashley Ashling Ashton Asia Asim Asma Astrid Atfat Atharv Athena Atinuke Atticus Aubrey Audrey Audrius Augustas Auguste Augustin
  Augustus Auraq Aureja Aurelia Aurelie Aurelija Aurimas Aurora Aurore Ausra Ausrine Ava Avani Avi Avni Awadil Awamil Awamiri Awani Awero
  Awesi Awlya Awmar Awrad Axel Ayaan Ayah Ayamin Ayan Aydin Ayesha Ayinde Ayinke Ayla Ayo Ayodeji Ayodele Ayoka Ayomi Ayomide Aysar Ayub
  Ayush Ayushman Azaan Azad Azariah Azban Aziz Azuolas Baaba Babar Babasola Babatunji Babawale Baber Bachittar Badawi Baghyawati
  Bahadurjit Bailey Bailie Bairbel Bakhshi Balendra Balhaar Baljiwan Balvan Balveer Bambad Banjeet Baqar Baqir Barbara Barkha Barnaby
  Barry Bartek Bartosz Basel Basem Bashar Basharat Basil Basim Basir Batal Bazam Beatrice Beatrix Beatriz Beau Becca Becky Belinda Bella
  Ben Benedict Benedita Benjamim Benjamin Benji Benn Benoit Berat Berezat Bernadette Bernard Bernardo Bertrand Beth Bethan Bethany Betsy
  Betty Bev Beverley Beverly Bhanumati Bhavani Bhavika Bhavini Bhavna Bhavya Bianca Bianka Bilal Bilkisu Billie-Jo Billy Bimala Bina
  Birousk Bishakha Bisi Bizhan Blaine Blake Blanaid Blanka Blessing Bobbi Bobby Bodhi Bogdan Boglarka Bohdan Bolatito Bolu Boluwatife
  Bonnie Boris Borys Brad Bradley Braiden Brandi Brandon Brandy Branwen Brayden Breandan Breanna Brenda Brendan Brett Brian Briana Brianna
  Bridget Brigid Brigita Brigitte Brijesh Brinda Brittany Brittney Brody Brogan Bronach Bronagh Bronwyn Brooke Bruce Bruna Bruno Bryan
  Bryanna Bryce Bryn Bryony Bukola Bunmi Buraid Byron Caden Cadi Caelan Caetana Cahal Cahir Cailin Cailum Caio Caitlin Caitlyn Caitriona
  Caleb Callan Callie Callum Calum Calvin Cameron Camila Camilla Camille Candace Candice Caoilfhionn Caoimhe Caoimhin Caolain Caolan
  Caomhan Capucine Cara Caragh Carl Carla Carlos Carlota Carly Carmel Carmen Carminho Carol Carole Carolina Caroline Carolyn Carrie Carson
  Carwyn Carys Casey Cassandra Cassidy Cassie Cassius Catarina Cathal Catherine Cathy Catriona Ceara Cecile Cecilia Cecily Celia Celina
  Celine Cerys Cesar Cezar Cezary Chaaya Chaitaly Chaitanya Chakradev Chakradhar Chakrika Chaman Chameli Champak Chanakya Chanchal
  Chandani Chandran Chandresh Chanel Chanelle Chantal Chantel Chantelle Charan Charis Charita Charlene Charles Charley Charlie Charlotte
  Charvi Chasmum Chatresh Chatura Chavvi Chelsea Chelsey Cherie Cherith Cheryl Cheyenne Chiamaka Chiara Chibuzo Chidi Chidimma Chigozie
  Chijioke Chinedu Chinelo Chinonso Chinyere Chioma Chizoba Chloe Chris Christelle Christian Christiane Christie Christina Christine
  Christophe Christopher Christy Chukwudi Chukwuemeka Cian Cianan Ciara Ciaran Ciarrai Cillian Cindy Claire Clara Clare Clarence Clarissa
  Claudia Claudine Claudio Clayton Clemence Clementine Clifford Clinton Cliodhna Cliona Clive Clodagh Codie Cody Cole Colette Colin Colins
  Colleen Collette Collin Colm Colton Colum Conal Conall Conan Conchur Connie Connor Conor Conrad Constanca Constance Cooper Cora Coral
  Corbin Corey Corinne Cormac Corrie Cortney Cory Cosmin Courteney Courtney Craig Cristian Cristiano Cristina Crystal Curtis Cynthia
  Cyprian Cyrus Dabir Dafydd Dagmara Dainius Daire Dairine Daiyan Dakhil Dakota Daksh Daksha Dakshesh Dalaja Dalbir Dale Dalia Dalton
  Damian Damien Damife Damilola Damini Damola Damon Damurah Damyanti Dan Dana Daniel Daniela Danielius Danielle Danika Danish Danjuma
  Danny Danylo Dara Darain Darcey Darcie Darcy Daria Darija Darika Darin Darius Dariusz Darlene Darpan Darragh Darrell Darren Darryl Darsh
  Daryl Dave David Davina Davinder Davit Dawid Dawud Dayamai Dayita Dayna Dayo Deaglan Deane Deanna Dearbhail Dearbhaile Dearbhla Deb
  Debbie Debora Deborah Debra Debs Declan Deepa Deepak Deiniol Deirbhile Deividas Delilah Delphine Delroy Demetri Demi Demi-Lee Demi-Leigh
  Demilade Denis Denisa Denise Dennis Denys Derek Dermot Derrick Dervla Desiree Desmond Destiny Dev Devansh Devika Devin Dewi Dexter
  Dhillon Dhriti Dhruv Diana Diane Diarmuid Diego Dilan Dillon Dimitri Dina Dinesh Dinis Diogo Dionne Dipta Divya Diya Diyar Dmytro
  Dolores Domantas Domhnall Dominic Dominik Dominika Dominique Dominyka Dominykas Donal Donald Donatas Donna Donnell Donovan Dora Dorcas
  Doreen Doris Dorota Dorothee Dorothy Dougal Dougie Douglas Dovile Dovydas Doyinsola Dragos Duane Dulcie Duncan Durab Durodola Dustin
  Dwayne Dylan Eadaoin Eamon Eamonn Ebony Ebuka Ebun Eddie Edel Eden Edgar Edgaras Edhitha Edie Edita Edith Edmund Edouard Eduarda Eduardo
  Edvardas Edvinas Edward Edwin Eesa Eesha Efe Efua Egidijus Egle Eidvile Eileen Eilidh Eilis Eilish Eimantas Eimear Eimer Eimhear Eira
  Eiravati Ekaja Ekalinga Ekam Ekani Ekansh Ekanta Ekantika Ekapad Ekaraj Ekaterina Ekavir Ekbal Ekene Ekiya Ekow Ekta Ekundayo Ela Elaine
  Eleanor Elena Eleni Eleonora Eleonore Eleri Eli Elia Eliabeth Elianna Elias Elif Elijah Elin Eliot Elisa Elisabeth Elise Elisha Eliza
  Elizabeth Eljesa Ella Elle Ellen Elliana Ellie Ellie-Mae Elliemae Elliot Elliott Ellis Ellis-James Elodie Eloise Elona Elowen Elsa Elsie
  Elsie-May Elspeth Elton Elvira Elzbieta Ema Emanuel Emeka Emer Emil Emile Emilia Emilie Emilija Emilio Emilis Emily Emma Emma-Louise
  Emmanuel Emmanuelle Emmeline Emmet Emmett Emre Emrys Eniola Enis Enrika Enya Enzo Eoghan Eoin Eren Eric Erica Erik Erika Erikas Erin
  Ermal Ernest Ernestas Ernestina Ernie Ersin Eryk Eryn Esa Eshan Eshana Esi Esmae Esme Esmee Esmerelda Esmond Esra Estelle Esther Esupofo
  Ethan Etienne Euan Eugene Eugenie Eunan Eunice Eva Evaldas Evan Evelina Evelyn Evie Evren Ewa Ewan Ewatomi Ewelina Ezekiel Ezra Fabian
  Fabiana Fabio Fadekemi Faderera Fadi Fadumo Fahim Fahmi Fainche Faisal Faiza Faizan Falak Falan Falguni Faqid Farah Faraj Faras Fardeen
  Farhan Farida Fariq Faris Farrah Fatemah Fatima Fatimah Fatma Fatou Fatoumata Faustas Faye Fazli Feargal Fearghal Fehintola Felicia
  Felix Femi Ferdinand Fergal Fergus Fern Fernando Fibikemi Fidvi Fiifi Fikayomi Filip Filipa Filipe Filippo Finbar Finlay Finley Finn
  Finnian Finnley Fintan Fiona Fionntan Fionnuala Fiontan Fitan Fiyaz Flora Florian Florrie Flynn Folake Folarin Folasade Folashade Folu
  Frado Frances Francesca Francis Francisca Francisco Franciszek Francois Francoise Frankie Frankie-Leigh Fraser Frazer Fred Freddie
  Freddy Frederic Frederick Frederico Frederique Fredrick Freya Frida Fryderyk Fynley Fynn Gabi Gabriel Gabriela Gabrielius Gabriella
  Gabrielle Gael Gagan Gail Gaja Gambo Ganga Gareth Garima Garrett Garry Gary Gaurang Gaurangi Gaurav Gauri Gaurika Gautam Gautami Gavin
  Gayathri Gbadebo Gbenga Gbolahan Gbowoade Gediminas Geetika Gemma Genevieve Geoffrey George Georges Georgi Georgia Georgiana Georgie
  Georgina Geraint Gerald Geraldine Gerard Gerda Gethin Gianna Gideon Giedre Giedrius Gilbert Giles Gill Gilles Gillian Gina Gintare
  Giovanni Girik Girindra Girish Gladys Glen Glenda Glenn Gloria Glyn Goncalo Gopal Goran Gordon Gracie Gracie-Mae Graeme Graham Grainne
  Greg Gregg Gregoire Gregory Greta Griff Gruffydd Grzegorz Guilherme Guillaume Guled Gulsen Gunbir Guneet Gurdeep Gurjit Gurpreet Gustas
  Gustavo Gustaw Gwen Gwendolyn Gwenllian Gwilym Gyte Gytis Habib Habiba Habibu Hadi Hadiza Hadley Hafiz Hafsa Hafsat Haider Hailey
  Haleema Haley Halima Halle Hallie Hamdi Hamish Hammad Hamsini Hamza Hana Hanif Haniya Hannabel Hannah Hannan Hao Hardik Hari Harinakshi
  Harini Haris Harish Harita Harjit Harleen Harleigh Harley Harnail Harold Haron Haroon Harper Harpreet Harriet Harris Harrison Harry
  Harsh Harshil Haruna Harvey Harvie Harvinder Hasan Hashim Hashir Hassaan Hassan Hattie Hauwa Hawa Hayat Hayden Haydn Hayleigh Hayley
  Hector Hefin Heidi Heledd Helen Helena Helene Helin Hema Hemal Hemang Hemangini Hemani Hendrix Henok Henri Henrietta Henriette Henrique
  Henry Herbert Hermione Hettie Hetty Hilary Hilda Hira Hiral Hitesh Hoda Hodan Holli Hollie Honor Honore Hooria Horatio Hortense Howard
  Hredhaan Hritik Hubert Huda Hudson Hugh Hugo Hugues Humaira Humza Husna Hussain Hussein Huw Huxley Huzaifa Iago Iain Ian Iara Ibidapo
  Ibironke Ibrahim Ida Idika Idris Idrissa Ieuan Ieva Ifan Ife Ifeanyi Ifechukwu Ifeoma Ifrah Iftikhar Ifunanya Ignacy Ignas Igne Igor
  Ihsan Ihtesham Ihtiram Ihtsham Ijaya Ikbal Ikenna Ikeoluwa Ikram Ikramah Ikrimah Ikshita Ilaria Illya Ilya Ilyas Imaan Iman Imaran
  Imogen Imran Inaaya Inaya Inayah Indali Indiana Indie Indigo Indira Indrajit Indre Ines Ineta Inga Ingrid Ingrida Inioluwa Ioan Ioana
  Iona Ionut Ira Irene Ireoluwa Iretioluwa Irfan Irina Irisa Irma Irmantas Irya Isaac Isabel Isabela Isabella Isabelle Isadora Isaiah
  Iseoluwa Isha Ishaan Ishani Ishanvi Ishita Ishmael Ishola Ishwar Isla Ismaeel Ismael Ismail Isobel Isra Issa Issac Issy Iulia Ivan Ivana
  Iveta Ivo Ivy-Rose Iwan Iwo Iyabode Iyadunni Iyla Izaan Izabela Izabele Izel Izzie Izzy Jabir Jacek Jack Jackie Jackson Jaclyn Jacob
  Jacqueline Jacques Jada Jaden Jafar Jagat Jagdish Jagoda Jagrati Jagvi Jahangir Jahanzeb Jahdami Jahdari Jahiz Jahmal Jai Jaiden Jaidon
  Jaime Jairaj Jairo Jake Jakey Jakob Jakub Jalal Jalen Jalil Jalsa Jamal Jameel Jameela James Jamie Jamie-Lee Jamie-Leigh Jamila Jana
  Janaki Janani Jane Janek Janet Janice Janina Janine Jann Januja Janya Jared Jarek Jarlath Jaroslav Jasmin Jasmine Jasmit Jason Jasper
  Jaspreet Jaswinder Jatin Javier Javon Jax Jaxon Jaxson Jaya Jayce Jayda Jayde Jayden Jaydn Jaydon Jaylen Jaylon Jayne Jeanette Jeanne
  Jeannine Jed Jedrzej Jeet Jeevika Jeff Jeffery Jeffrey Jemima Jemma Jen Jena Jenna Jenni Jennie Jennifer Jenny Jenson Jeremi Jeremiah
  Jeremy Jermain Jermaine Jerome Jerry Jerzy Jess Jesse Jessica Jessie Jesus Jethro Jhalak Jhon Jia Jiahao Jill Jillian Jim Jimmy Jiya Jo
  Joan Joana Joanie Joann Joanna Joanne Joao Joaquim Jobe Jocelyn Jodeci Jodi Jodie Joe Joel Joey Johan Johanna John Johnathan Johnny
  Jokubas Jola Jolanta Jolene Jon Jonah Jonas Jonathan Jonathon Jonny Jono Jonty Joojo Joram Jordan Jordon Jorge Jorgie Jorune Jose Joseph
  Josephine Josette Josh Joshua Josiah Josie Joss Jovan Jovita Joyce Jozef Juan Jude Judith Judy Jules Julia Julian Juliana Julianna Julie
  Julie-Anne Julien Juliet Juliette Julita Julius Juliusz Junaid Juno Juozas Jurgita Justas Justin Justina Justinas Justine Justyna Juwon
  Jyoti Kabir Kabiru Kacey Kachela Kaci Kacie Kacper Kacy Kade Kaden Kadie Kadija Kai Kaia Kaiden Kaif Kaila Kaine Kairo Kaitlin Kaitlyn
  Kaja Kajetan Kajus Kalbi Kaleb Kalel Kalina Kallum Kalpit Kalvin Kamal Kamala Kamil Kamila Kamile Kamran Kamya Kane Kara Karam Karan
  Karen Kari Karim Karina Karl Karla Karley Karol Karolina Karolis Karson Karthik Kasam Kasey Kashan Kashif Kashish Kashvi Kasia Kasim
  Kasper Katarina Katarzyna Kate Katelyn Kateryna Kath Katharine Katherine Kathleen Kathryn Kathy Katie Katie-Louise Katrina Katy Katya
  Kauthar Kavya Kawkab Kawthar Kaya Kayden Kayla Kaylee Kayleigh Kaylen Kayley Kaylum Kaysan Kaysha Kayson Kazim Kazimierz Kealan Keanu
  Keaton Keavy Keegan Keelan Keeley Keely Keeva Kehinde Keir Keira Keisha Keith Keji Kelechi Kelis Kelli Kellie Kelly Kelly-Anne
  Kelly-Marie Kelsey Kelvin Ken Kendra Kenechi Kenna Kenneth Kenzie Kenzo Keon Kerem Keri Kerri Kerrie Kerry Kestutis Kevim Kevin Keya
  Keziah Khadija Khadijah Khadra Khaleesi Khalid Khalil Khloe Kiaan Kiah Kian Kiana Kiara Kiera Kieran Kieron Kikelomo Killian Kim Kimani
  Kimberley Kimberly Kinga Kingsley Kipras Kira Kiran Kirby Kirsten Kirstie Kirstin Kirsty Kiya Klara Klaudia Kobe Koby Kodi Kofi Kojo
  Kolawole Konrad Konstanty Korede Korey Kori Kornel Kornelia Kornelija Kosisochukwu Kotryna Krish Krisha Krishna Krista Kristen Kristi
  Kristian Kristie Kristin Kristina Kristine Kristopher Kristupas Kristy Kritika Krystal Krystian Krystyna Krzysztof Ksawery Ksenia Kuba
  Kujoe Kulsum Kumaran Kurt Kurtis Kwabena Kwadwo Kwaku Kwame Kwamena Kwasi Kweku Kwesi Kyan Kyara Kye Kyla Kylan Kyle Kylie Kymani Kyra
  Kyran Kyron Laban Labib Lacey Lachie Lachlan Ladli Laetitia Lahiah Laiba Laila Lailah Lainey Laith Lajita Lajlaj Laksh Lakshit Lakshmi
  Lamar Lamin Lana Lance Landon Laoise Lara Larisa Larissa Larry Latasha Latif Latisha Latoya Laura Laure Laurel Lauren Laurence Laurent
  Laurie Laurita Laurynas Lavanya Lawrence Lawrencia Layan Layla Layth Leah Leandro Leanne Lee Leela Leena Leia Leigh Leigha Leighton
  Leila Leja Leke Lekha Lena Lenka Lennie Lennon Lenny Leo Leon Leona Leonard Leonardo Leoni Leonidas Leonie Leonor Leopold Lere Leroy
  Lesley Leslie Leticia Leticija Levi Lewis Lexi Lexi-Mae Lexie Leyla Leyton Lia Liam Liana Liban Libby Libni Lidia Liepa Ligita Lila Lili
  Lilia Lilian Lillian Lillie Lilly Lily-Mae Limazah Lina Linda Lindsay Lindsey Linh Linus Lionel Lior Lipika Lisa Lisa-Marie Lisandro
  Livia Liwia Liyaqat Liz Liza Lizzie Lloyd Logan Lohit Lois Lola Lonnie Lopa Lorcan Lorelei Lorena Lorenzo Loretta Lori Lorna Lorraine
  Lottie Louie Louis Louisa Louise Lourenco Lowri Luan Luana Lubna Luc Luca Lucas Lucia Lucian Luciana Lucie Lucille Lucinda Lucy Ludo
  Ludovic Luis Luisa Luiza Lukas Lukasz Luke Lulu Luna Luqman Lutfi Lydia Lyla Lynda Lyndon Lyndsay Lyndsey Lynette Lynn Lynne Lynsey Lyra
  Maanas Maanav Mabad Mabel Mabli Macauley Macey Macie Maciej Mackenzie Macsen Madalena Madani Maddie Maddison Maddox Maddy Madeleine
  Madeline Madhav Madhavi Madi Madiha Madison Madiyan Madyan Maeve Mafalda Magda Maggie Maha Mahad Mahaz Mahbub Mahdi Mahdy Maheen Maher
  Mahfuj Mahfuz Mahika Mahir Mahja Mahlet Mahmoud Mahmud Mahnoor Maia Mairead Mairtin Maisie Maja Majdi Majdy Makayla Maks Maksymilian
  Malachi Malachy Malaika Malcolm Malia Malik Malika Malin Mallory Malwina Mamun Manan Manbir Mandeep Mandy Manon Manpreet Manraj Mantas
  Mante Manthan Manuel Manveer Manya Mara Marc Marcel Marcelina Marcelle Marcia Marcin Marcio Marco Marcos Marcus Marek Margaret Margarida
  Margaud Margaux Margery Margot Marguerite Maria Mariah Mariam Mariama Marian Mariana Marianna Marianne Marie Marie-Claire Mariella
  Marija Marika Marilyn Marina Mario Marion Marisa Marisol Marissa Marius Mariusz Mariya Marjorie Markas Marlene Marley Marlon Marnie
  Marta Martha Marthe Martim Martin Martina Martine Martyn Martynas Marva Marvin Marwa Mary Maryam Maryan Maryann Maryse Masood Matas
  Matei Mateo Mateus Mateusz Mathew Mathilda Mathilde Matias Matilda Matilde Matteo Matthew Matthias Matthieu Matty Matylda Maud Maura
  Maureen Maurice Mauro Maurycy Mavis Maxim Maximilian Maximus Maxwell Maya Mayah Maymun Mbali Mckenzie Meabh Meagan Meaghan Medeja Meera
  Meg Megan Megha Meghan Meghana Mehdi Mehmet Mei Meibh Meilin Mekhala Mekhi Melania Melanie Melek Melinda Melissa Melvin Mercedes
  Meredith Meriem Merryn Merve Mia Mica Micael Micah Michael Michaela Michal Micheal Micheala Michel Michele Michelle Mick Mieszko Migle
  Miguel Mihaela Mihai Mikael Mikayla Mike Mikey Mikolaj Mila Milan Milana Milda Milena Miley Millicent Millie Milly Milo Mina Mindaugas
  Mindy Minh Minnie Mira Miranda Mirela Mirha Miriam Misbah Misha Mitali Mitchel Mitchell Mitesh Mithun Mizhir Modupe Moesha Mofifoluwa
  Mohamad Mohamed Mohammad Mohammed Mohamoud Mohini Mohsin Moira Mojisola Mojisoluwa Mollie Molly Momina Mona Monica Monika Monique
  Montgomery Monty Moradeke Morag Morayo Morenike Morgan Morgana Moriah Morolake Moses Mosinmileoluwa Mosunmola Motunrayo Mourib Moyosore
  Muaz Mugdha Muhammad Muhammed Muna Munir Murad Musa Mustafa Mustapha Muzdahir Muzhir Mya Myla Mylah Myles Myra Nabhan Nabih Nabil Nabila
  Nachiket Nadeem Nadhir Nadia Nadim Nadine Nadir Naeem Nafasat Nafesa Nafis Naglis Nahla Naiara Naima Najair Najam Najma Naksh Nakul
  Nanak Nancy Nandini Naoimh Naoise Naoki Naomh Naomi Naomie Narges Nasir Nasiru Nasra Nasrin Natalia Natalie Nataliya Natan Nataniel
  Natasha Natasza Nate Nath Nathalie Nathan Nathanael Nathaniel Navdeep Naveed Naveen Navneet Nazia Neal Nedas Neel Neelima Neha Neil Nela
  Nell Nellie Nelly Nerijus Neringa Nerys Nesta Netra Nevaeh Neve Ngozi Nia Niall Niamh Nichola Nicholas Nichole Nick Nicki Nicky Nico
  Nicola Nicolas Nicole Nicoleta Nicu Nidhi Nidra Nieve Nigel Nihal Niharika Nikhil Nikita Nikki Niko Nikodem Nikola Nikolai Nila Nilima
  Nimakoah Nimco Nimra Nimrat Nina Ninioluwa Nirja Nisha Nitara Nitesh Niyilolawa Nkechi Nkiruka Nnamdi Nneka Noa Noah Noel Noemi Nojus
  Nola Nonso Noor Nora Norah Norbert Norma Norman Nour Novah Nuala Nuno Nuria Nusrat Nyah Nyla Oana Obaid Obi Obianuju Obinna Oceane
  Odette Odhran Odika Oeshi Ogechi Ogooluwa Oisin Ojas Ojasvi Okechukwu Ola Oladare Oladimeji Olaf Olajumoke Olakunle Olanrewaju Olansile
  Olasunmbo Oleh Olek Oleksandr Olena Olga Olgierd Olha Oliver Olivia Olivie Olivier Olivija Oliwia Oliwier Ollie Olly Ololade Olu Oluchi
  Olufunke Olufunmilayo Olumorotimi Oluwafemi Oluwagbemiga Oluwakemi Oluwamumibori Oluwamuyiwa Oluwasanmi Oluwasegun Oluwaseun Oluwatobi
  Oluwole Olwen Omair Omaja Omar Omari Omeir Omer Omisha Omkaar Omobobola Omobolanle Omodunni Omolabake Omolara Omosalewa Omotara Omotayo
  Omotola Omotoun Omowumi Omran Omya Oni Onkar Onur Onveer Onyinye Oona Oonagh Opal Ophelia Oran Oren Oreofe Orestas Orfhlaith Orinder
  Orla Orlagh Orlaigh Orlaith Orlando Orson Osama Oscar Osha Osian Oskar Osman Osunleke Otis Ottilie Otto Oumar Oviya Owain Owais Owen
  Oyenike Oyindasola Ozan Ozioma Pablo Padraic Padraig Padraigin Pahal Paige Pallavi Pam Pamela Panini Parisa Parth Parveen Patrice
  Patricia Patrick Patrycja Patryk Patty Paul Paula Paulette Paulina Pauline Paulius Paulo Pauric Pavani Pavel Pawel Payton Peadar Pearse
  Pedro Peggy Penelope Percy Perla Perry Pete Peter Petra Petras Peyton Phil Philip Philippa Philippe Philippine Phillip Phillipa Phoebe
  Phyllis Pia Piaras Pierre Pijus Piotr Pippa Pola Polly Pooja Povilas Pradeep Pranav Praneel Pranit Pratyush Presley Priscilla Prisha
  Priti Priya Przemek Pushti Qabil Qadim Qarin Qasim Quentin Quincy Quinn Qushi Raagini Rabah Rabar Rabia Rabiah Rabit Rachael Rachana
  Rachel Rachelle Rachit Rachita Radek Radeke Radha Radhika Radu Radvile Raees Rafael Rafaela Rafan Rafay Rafe Rafferty Raffy Rafi Rafiq
  Raghav Rahat Raheem Rahim Rahma Rahul Raiden Raihan Raj Raja Rajan Rajata Rajesh Rajeshri Rakesh Raksha Ralph Ralphie Raluca Ram Raminta
  Ramon Ramona Ramunas Ramune Rana Ranbir Randall Rani Ranveer Raphael Raquel Rares Rashid Rashida Ravi Ravinder Raya Rayaan Rayan Rayhan
  Raymond Rayyan Razvan Reagan Rebecca Rebekah Reece Reeva Regan Reggie Regina Reginald Rehaan Rehan Reid Remi Remy Renata Renato Rene
  Renee Reuben Reva Reyansh Rhea Rhian Rhianna Rhianne Rhiannon Rhoda Rhona Rhonda Rhydian Rhys Ria Rian Riaz Ricardas Ricardo Richard
  Richie Rick Rickey Ricky Rida Ridhi Ridwan Rihanna Riley Rimante Rina Ripley Rishi Rita Riya Rob Robbie Robert Roberta Robertas Roberto
  Robyn Rocco Rochelle Roderick Rodney Rodrigo Roger Rohan Roise Roisin Rojus Rokas Roksana Roland Rolandas Romeo Romilly Romualdas Romy
  Ron Ronald Ronan Ronith Ronke Ronnie Ronnie-Lee Rory Rosa Rosalie Rosalind Rosanna Roseanna Roselyn Rosemary Roshan Rosheen Rosie Rosina
  Ross Roux Rowena Roxanna Roxanne Roxy Roy Royston Roza Rozalia Ruairi Ruari Ruaridh Ruben Rudi Rudra Rudy Rufus Rugile Rukhsana Rukia
  Rumaysa Rupert Rupinder Ruqayya Rushil Rusne Russell Rusul Ruta Ruth Ruwaihim Rya Ryan Ryder Rylan Ryleigh Ryley Ryszard Ryte Rytis Saad
  Saanvi Saba Sabah Sabahat Sabiha Sabil Sabina Sabine Sabiq Sabir Sabrina Sabur Saburah Sacha Sachi Sadan Sadaqat Sadia Sadie Saeed Safa
  Saffron Safia Safiya Safiyyah Sahar Sahil Sahra Saif Saim Saira Sairah Sajid Sakina Saksham Salim Sally Salma Salman Salome Salomey
  Salvador Sam Samaksh Samama Samantha Samar Samarth Samesh Sami Samia Samina Samir Samira Sammy Samson Samuel Sana Sanaya Sandeep Sandra
  Sandro Sanjay Santiago Sanya Saoirse Saphira Saqib Sara Sarah Sarah-Jane Sarah-Louise Sarthak Sarunas Sascha Sasha Saskia Sathvik Saul
  Saulius Saumya Savannah Sayed Scarlet Scarlett Scot Scott Seamus Sean Sean-Paul Seana Seanan Seaneen Seanna Seb Sebastian Sebastiao
  Sebastien Segilola Selena Selin Selina Selma Senait Seona Seren Serena Sergio Serhii Seth Seye Shaan Shabana Shabaz Shabnam Shae Shaheen
  Shahid Shaima Shaista Shakira Shamima Shamsuddeen Shan Shanaya Shane Shanelle Shania Shanice Shaniqua Shanna Shannan Shannen Shannon
  Shari Sharon Shaun Shauna Shauneen Shaunie Shaurya Shawn Shawna Shay Shayan Shayla Shayna Shayne Shea Sheena Shehu Sheila Shekoni Shelby
  Shelia Shelley Shelly Sheree Shereen Sheri Sherine Sherri Sherry Sheryl Shiloh Shirley Shivani Shivansh Shola Shona Shravya Shreya
  Shukri Sian Sid Siddharth Siddiq Sidney Sidra Sienna Sierra Sigita Sijuade Silas Simao Similoluwa Simisola Simon Simona Simonas Simone
  Simran Simrit Sineaad Sinead Siobhain Siobhan Siofra Siya Skyla Skyler Smilte Sneha Sofia Sofie Sofija Sohail Solomon Somadina
  Somtochukwu Sonata Sonia Sonnie Sonny Sonya Sophia Sophie Sophie-Louise Soraia Soraya Sorcha Soren Sorin Souma Sowande Stacey Stacie
  Stacy Stan Stanislaw Stefan Stefania Stefanie Steff Steffan Stelian Stella Steph Stephan Stephane Stephanie Stephen Steve Steven Stevie
  Stewart Stuart Suad Subomi Sudiksha Sue Suhana Suhani Sukhdeep Sukhmani Suki Sulaiman Sulayman Suleiman Suleyman Sully Sultan Sumaya
  Sumayya Sumayyah Sunaina Sunil Sunniva Suraj Suri Surinder Surya Susan Susanna Susannah Susanne Suzanne Svetlana Swara Sybil Syed Syeda
  Sylvia Sylvie Sylwia Szymon Taban Tabish Tabitha Tadas Tade Tadeusz Tadhg Tafazal Taha Tahir Tahira Tahlia Tahmaseb Tahmid Taial Taimur
  Taisir Taiwo Taj Talal Talan Talat Talha Talhah Talia Talib Taliesin Tallulah Tamam Tamanna Tamar Tamara Tami Tamika Tammie Tammy Tamsin
  Tanay Tania Tanimu Tanish Tanisha Tanmayi Tanveer Tanvi Tanya Tara Tarak Taran Tarik Tariq Tarun Taryn Tasha Tasmin Tasnim Tate Tatiana
  Tatum Tautvydas Tawanda Tayla Taylan Taylor Tayyab Tayyaba Ted Teddie Teddy Teerth Tegan Teifion Tejas Temi Temidayo Temitayo Temitope
  Tendai Tenzin Teodor Terence Teresa Tereza Teri Terrance Terrence Terri Terry Tess Tessa Thabo Thaddeus Thandi Thea Thelma Theo Theodora
  Theodore Theophile Theresa Therese Thiago Thibault Thibaut Thierry Thomas Tia Tiago Tiana Tianna Tiarna Tiarnan Tiegan Tiernan Tierney
  Tiffany Tilly Tim Timi Timmy Timofey Timothee Timothy Timur Tina Tinashe Tirdad Tirion Tishk Titas Titilayo Tito Titus Tobe Tobi Tobias
  Tobiasz Tobiloba Toby Todd Toki Tokunbo Tola Tolu Tolulope Toluwanimi Tom Tomas Tomasz Tome Tomi Tommie Tommy Tomori Tomos Toni Tonia
  Tonicha Tony Tonya Tori Torin Tory Toyin Tracey Traci Tracie Tracy Travis Trevor Tricia Tripti Trish Trisha Tristan Triveni Triya Troy
  Trystan Tsion Tuan Tunde Turvi Tyler Tymon Tymoteusz Tyree Tyreece Tyrell Tyrese Tyrone Ubadah Ubaid Ubaidah Ubayd Ubika Ucchal Uche
  Uchenna Udant Udarsh Udyati Ugne Ugo Ugochi Uhban Ujunwa Ulfat Ulrich Uma Umaima Umair Umaiza Umang Umar Una Unnati Unni Upadhriti
  Upasna Upkaar Upma Urishilla Urmi Ursula Urszula Urvashi Urvi Usama Usman Utkarsh Uzair Vaida Vaidas Vaishnavi Vakare Vakris Valentim
  Valentin Valentina Valentine Valeria Valerie Vamakshi Vanesa Vanessa Vansha Vanya Varenya Varsha Varun Vasana Vasare Vasatika Vasco
  Vasile Vasudha Ved Veda Vedant Vedhika Vedika Veer Vejune Vera Vernon Veronica Veronika Veronique Vicente Vicki Vickie Vicky Victoria
  Vida Vidhi Vigilija Vihaan Vijay Vikram Viktor Viktoria Viktorija Viktoriya Vilius Vilte Vinaya Vincent Vincenzo Vinnie Vinny Viola
  Violeta Viraj Virginie Vitalija Vitor Vitoria Viv Vivaan Vivian Vivien Vivienne Vlad Vladimir Volodymyr Vrinda Vrishti Vritti Vyanjana
  Vytautas Vyte Wafiq Wahab Wahban Waida Wakeeta Walid Walter Wanda Waqas Warda Warhi Warinder Warjas Warren Wasim Watika Wayne Wazir
  Wendell Wendy Weronika Wesley Whitney Widisha Wiktor Wiktoria Wilbur Wilf Wilfie Wilfred Willa William Willie Wilma Winifred Winston
  Wishi Witold Wojciech Wriddhish Wridesh Wuraola Wyatt Xalak Xander Xanthe Xavi Xavier Xiao Xin Xiti Yaa Yachana Yadavi Yadid Yafir
  Yagnesh Yahia Yahvi Yahya Yaman Yamar Yamini Yaqoob Yaqub Yara Yaseen Yash Yashasvi Yashawini Yashem Yashica Yashoda Yashodhara Yashvi
  Yasin Yasir Yasmeen Yasmin Yasmina Yasmine Yasti Yatan Yathrib Yatin Yauvani Yaw Yawar Yawer Yazan Yejide Yeraz Yesenia Yetunde Yewande
  Ying Yochana Yolanda Yonas Yosef Yoshita Younis Yousef Youssef Ysabel Yuan Yug Yuki Yulia Yuna Yunus Yuri Yusef Yusra Yusuf Yutika
  Yuvraj Yves Yvette Yvonne Zabir Zac Zach Zachariah Zacharie Zachary Zachery Zack Zackariya Zafar Zafir Zafrul Zahara Zaheer Zahid Zahir
  Zahra Zahri Zahrun Zahur Zaid Zaina Zainab Zaitra Zak Zakaria Zakariya Zakir Zander Zane Zansi Zara Zarar Zarna Zashil Zauqi Zayan Zayn
  Zaynab Zaynah Zayne Zayyan Zeeshan Zehaan Zeke Zeki Zelal Zelda Zemyna Zena Zephyr Zerdad Zewad Zeynep Zhane Zia Zidan Zidane Ziggy
  Zilmil Zimran Zinal Zinnia Zita Ziva Zivile Ziya Zoe Zofia Zofie Zola Zosia Zoya Zubair Zuhair Zunaira Zuri Zuwayhir Zuzana Zuzanna
  Zygimantas`);

/** Forenames that are words once they have lost their capital. */
const wordsWhenSmall: ReadonlySet<string> = words(`
  Ana Ange Asia Athena Christian Deb Dev Elle Ema Ira Mica Noel Sabah Sonata Tome Tory Troy Veer Yaw
  Abi Amber Ami Basil Blake Blessing Bonnie Bruno Carol Casey Carson Clement Cole Constance Cooper Coral Crystal Dale Demi Destiny Dora Drew
  Eden Fern Flora Gene Glen Hero Honor Indie Indigo Iona Jed Ken Lance Laurel Lee Levi Loin Milan Mina Mona Moses Nell Nova Obi Ola
  Opal Otto Percy Perry Pippa Quinn Raja Ram Rana Reid Rob Roman Sage Sally Sid Stan Sue Taha Ted Tito Tony Una Viola Warren Will Zander Zia`);

/** The others as people type them in a hurry. */
export const smallForenames: ReadonlySet<string> = new Set([
  ...[...forenames].filter((name) => !wordsWhenSmall.has(name)).map((name) => name.toLowerCase()),
  ...['poppy', 'daisy', 'lily', 'ruby', 'holly', 'mason', 'evie', 'rowan', 'phoenix'],
]);

/** Forenames that are also words, months or colours: they count only right beside an age. */
export const wordNames: ReadonlySet<string> = words(`
  Amber Angel April Austin Autumn Bao Bill Bob Brady Briar Brooklyn Carter Charity Chase Chester Clark
  Comfort Daisy Dallas Dawn Dean Devon Diamond Don Earl Eve Faith Fletcher Florence Frank Franklin Grace
  Grant Guy Hazel Heather Holly Hope Hui Hunter India Innocent Iris Ivy Jade Jan Jay Jean Joy June Kennedy
  Kit Lan Lily Lincoln Lucky Mark Mason Maverick Max Mel Melody Mercy Miles Misty Mo Nana Nelson Oakley
  Olive Paisley Parker Pat Patience Pearl Penny Phoenix Poppy Precious Prince Princess Prudence Randy
  Raven Ray Robin Roman Rose Rowan Ruby Sandy Skye Spencer Stanley Summer Sunny Sydney Tam Tanner Trinity
  Val Victor Violet Virginia Willow Wilson Wren Zion`);

/** Those that are a month, a season, a place or a rating in the middle of a sentence as well. */
export const elsewhere: ReadonlySet<string> = words(`
  Amber April Autumn Brooklyn Chester Dallas Devon Florence India Jan June Lincoln Paisley Stanley Summer Sydney
  Victor Virginia`);

/** Capitalised words that open a sentence or name a thing, not a person. */
export const ordinary: ReadonlySet<string> = words(`
  A Actual All An And Any Anyone April Area At August Autumn Average Board Boys By Case Cases Child Children
  Cohort Cohorts Council County December Each Education Every Everyone February For Forum Friday From
  Girls Group Groups Health If In January July June Key Kids Learner Learners March Maximum May Minimum
  Monday No Nobody None November Now Nursery October Of On One Only Our People Person Plan Plans
  Primary Provision Pupil Pupils Reception Saturday School Schools Secondary Section September
  Service Services She He Social Some Spring Stage Student Students Summer Sunday Support Survey
  Target Team Teams That Total The Their There These They This Those Three Thursday Transition Tuesday Two
  We Wednesday When Where While Who Winter With Year Years You Young Youth`);

/** Names of things, of days and of peoples, which no dictionary of words has. */
export const things: ReadonlySet<string> = words(`
  English Welsh Irish Scottish British French German Spanish Italian Portuguese Turkish Chinese Cantonese Mandarin Hindi Bengali Kurdish Farsi Nepali Albanian
  Greek Hebrew Latin Asian African European American Caribbean Hong Kong Hackathon Insp Supt
  Resourced Suffolk Norfolk Essex Sussex Surrey Kent Dorset Cornwall Cumbria Devon Somerset Merseyside Yorkshire SharePoint Carer Carers Griffiths Mr Mrs Ms Miss Mx Dr Prof Cllr St Sir Rev Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Christmas Xmas Easter Whitsun Ramadan Diwali Eid Ofsted Capita Synergy Liquidlogic
  Mosaic SystmOne Makaton Widgit Portage Webinar Workstream Headteacher Headteachers Healthwatch Physio Physios Wraparound Mencap Facebook Youtube
  YouTube Sch Excl Res Ltd Uni Comms Rota Neurodiversity Benchmarked Faith Childline Samaritans Freephone Helpdesk Helpline Audiology
  Urdu Arabic Tigrinya Pashto Dari Punjabi Somali Ukrainian Romanian Afghan Polish Syrian Roma Europe England Britain Wales Scotland Ireland
  Co Ed Re Ref Tel Mob Ext Res Asst Dep Mum Mam Mummy Dad Nan Gran Xbox Covid Zoom Bromcom Idox Proloquo Boxall Thrive Kooth Nasen Gantt
  Caldicott Unplaced Quorate Postcode Postcodes Lego Braille Maths Phonics Sats Ombudsman Offsite Outreach Inclusion Admin Govs Hols`);

/** Two or three capitals that are not somebody's initials. */
export const acronyms: ReadonlySet<string> = words(`
  ADHD AI AP APR ASC ASD AV BME BSL CAF CDC CEO CIN CLA CME CP CPD CQC CSC CT CYP DBS DOB DCO DCS DFE DLA DSG
  DSL EA EAL EBD EBSA EH EHA EHC EHE EIA EMT EP EPP EPS ESA EY EYFS EYS FAQ FE FOI FSM FT FTE GP GRT HE HI
  HLTA HMI HNB HR ICB ICT ID IEP INM IPA IT ITT JSNA KPI KS LA LAC LAP LD LGA LSA MAT MDT MLD MOU MP MSI
  NEW NHS NVQ OAT OBA OCC OFS OK OT PA PAP PCF PCN PE PEP PFA PID PMO PP PRU PSE QA RAG RE RP SA SALT
  SAR SAT SEF SEN SIP SLA SLT SLD SMT SPC SRP SS TA TAC TAF TBA TBC TOR UK US VI VCS VS YOT YP YPA YR`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
