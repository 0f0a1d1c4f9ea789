# ruff: noqa: E501  (a sentence stays on its line)
"""Sentences in the manner of news from many countries, with the sub-type that each is about."""

from __future__ import annotations

KINDS: dict[str, tuple[str, ...]] = {
    "Government regains territory": (
        "Colombian troops retook the river port of San Lorenzo from guerrillas on Friday.",
        "The army recaptured two villages east of the dam after a week of fighting.",
        "Nigerian soldiers have driven the insurgents out of the market town of Gamzari.",
        "The ridge was seized by government forces at dawn, a colonel said.",
        "Philippine marines cleared the last district of extremist fighters, the military announced.",
    ),
    "Non-state actor overtakes territory": (
        "Rebels captured the provincial capital after soldiers fled their posts.",
        "The mining town of Walikasa fell to the insurgents on Sunday evening.",
        "Militants overran an army camp and now control the road to the border.",
        "Separatist fighters took control of the airport north of the city.",
        "Jihadists have seized three more villages in the north, residents said.",
    ),
    "Armed clash": (
        "Heavy clashes broke out between soldiers and guerrillas near the bridge.",
        "Four policemen and two rebels were killed in a gun battle in the hills.",
        "Insurgents ambushed an army patrol outside Maradi, killing six soldiers.",
        "Fighting between rival militias spread to the southern suburbs of the capital.",
        "Gunmen attacked a police checkpoint overnight and wounded three officers.",
        "Border guards exchanged fire with infiltrators along the frontier.",
    ),
    "Chemical weapon": (
        "Doctors treated dozens of people choking after a suspected chlorine attack.",
        "Helicopters dropped canisters of poison gas on the besieged suburb.",
        "Investigators concluded that sarin was used against the town in April.",
        "Militants fired shells filled with mustard gas at Kurdish positions.",
    ),
    "Air/drone strike": (
        "Warplanes bombed a crowded market in the rebel-held town.",
        "A drone strike killed a senior commander travelling in a pick-up.",
        "Ethiopian jets struck a fuel depot on the outskirts of the city.",
        "Air raids on the port went on through the night.",
        "Army helicopters dropped barrel bombs on two hamlets.",
        "A family of five died when a missile fired from an aircraft hit their home in an airstrike.",
    ),
    "Suicide bomb": (
        "A suicide bomber struck outside the interior ministry on Monday.",
        "The man detonated his explosive vest among worshippers leaving the mosque.",
        "Two girls blew themselves up at a bus station in the north-east.",
        "A suicide car bomb ripped through a checkpoint at the city gates.",
    ),
    "Shelling/artillery/missile attack": (
        "Artillery pounded villages along the contact line for a third day.",
        "Four children died when mortar shells landed in a schoolyard.",
        "Militants fired a dozen rockets at the coastal town from the hills.",
        "A ballistic missile slammed into a residential block in the east of the country.",
        "The army shelled the quarter again overnight.",
    ),
    "Remote explosive/landmine/IED": (
        "A roadside bomb tore through a minibus carrying teachers.",
        "Two shepherds were killed when they stepped on a landmine.",
        "A car bomb exploded outside a hotel in the old town.",
        "An improvised explosive device hit an army convoy on the highway.",
        "A bomb planted under a bridge went off as a train was passing.",
    ),
    "Grenade": (
        "Assailants hurled a grenade into a bar, wounding eleven customers.",
        "A hand grenade exploded at a bus park in the capital, police said.",
        "Unknown men on a motorcycle threw two grenades at the home of a councillor.",
        "A grenade attack on a rally injured thirty supporters of the party.",
    ),
    "Sexual violence": (
        "Soldiers raped at least nine women during a raid on the village.",
        "The report documents gang rape by militiamen at the camp.",
        "Fighters abducted the girls and held them as sex slaves, survivors said.",
        "Police officers sexually assaulted detained students, a rights group says.",
    ),
    "Attack": (
        "Gunmen on motorcycles shot dead a radio journalist in front of his house.",
        "Twelve farmers were killed when armed men attacked a village in the central belt.",
        "Masked men stabbed a priest to death in his church.",
        "Militants beheaded three loggers accused of spying.",
        "A mayoral candidate was assassinated on his way home from a meeting.",
        "Soldiers executed seven villagers, survivors told reporters.",
    ),
    "Abduction/forced disappearance": (
        "Bandits kidnapped thirty pupils from a boarding school.",
        "Unidentified men abducted a human rights lawyer from his office.",
        "Two French engineers were taken hostage at the mine.",
        "Families demand answers about enforced disappearances blamed on the security services.",
    ),
    "Excessive force against protesters": (
        "Police opened fire on protesters, killing four, in the southern city.",
        "Soldiers fired live ammunition into a crowd of demonstrators.",
        "Three students were shot dead by security forces during a march for democracy.",
        "At least ten people died when troops fired on a sit-in outside army headquarters.",
    ),
    "Protest with intervention": (
        "Police fired tear gas to disperse thousands of protesters in the capital.",
        "Officers broke up a sit-in of nurses and arrested twelve of them.",
        "Riot police used water cannon against pensioners who were demonstrating over cuts.",
        "Dozens of demonstrators were detained at an unauthorised rally on Saturday.",
    ),
    "Peaceful protest": (
        "Thousands of teachers marched through the centre to demand higher pay.",
        "Farmers blocked the highway with tractors in protest against fuel prices.",
        "Relatives of the missing held a candlelight vigil outside the cathedral.",
        "Tens of thousands took to the streets against the new pension law.",
        "Dock workers walked out and picketed the harbour gates.",
    ),
    "Violent demonstration": (
        "Protesters threw stones at police and set cars on fire.",
        "Demonstrators smashed shop windows and clashed with riot police near parliament.",
        "Rioters burned tyres and erected barricades across the city.",
        "A protest against the election result turned violent when youths hurled petrol bombs.",
    ),
    "Mob violence": (
        "A mob lynched two men accused of stealing a child.",
        "An angry crowd beat a suspected thief to death in the market.",
        "Communal clashes between two villages left nine people injured.",
        "Supporters of rival parties fought with sticks and iron rods.",
    ),
    "Agreement": (
        "The government and the rebels signed a ceasefire in Juba on Thursday.",
        "Both sides agreed a prisoner exchange under which 200 captives were freed.",
        "Forty fighters laid down their arms and surrendered to the army.",
        "A truce brokered by Qatar came into force at midnight.",
    ),
    "Arrests": (
        "Police arrested the leader of the opposition at the airport.",
        "Security forces rounded up more than a hundred suspected militants.",
        "A newspaper editor was detained after criticising the president.",
        "Dozens of activists were taken into custody in overnight raids.",
    ),
    "Change to group/activity": (
        "The brigade withdrew its tanks from the border area.",
        "Hundreds of soldiers defected to the opposition army last week.",
        "The defence ministry deployed reinforcements to the northern province.",
        "Two rebel factions merged to form a new alliance.",
    ),
    "Disrupted weapons use": (
        "Police seized a cache of rifles and ammunition in a lorry.",
        "Air defences shot down four drones over the refinery.",
        "Bomb disposal experts defused a device found near a school.",
        "Security forces foiled a plot to attack the stadium.",
        "The patrol found grenades and detonators buried in a field.",
    ),
    "Headquarters or base established": (
        "Turkish troops set up a new observation post on the hill.",
        "Rebels established their headquarters in a former school.",
        "The army is building a base near the oil fields.",
        "Kenyan forces opened a forward operating base across the border.",
    ),
    "Looting/property destruction": (
        "Soldiers looted shops and homes after the residents had left.",
        "Unknown men torched a church in the village.",
        "Militants burned houses and destroyed crops in four hamlets.",
        "Settlers uprooted olive trees and vandalised cars.",
    ),
    "Non-violent transfer of territory": (
        "The militia handed over the airport to the police.",
        "Rebels entered the town without a fight after the army pulled out.",
        "Control of the district was transferred to the federal government on Sunday.",
        "Troops left the base and fighters moved in unopposed.",
    ),
    "Other": (
        "A mass grave with 40 bodies was discovered on the edge of the town.",
        "Officers seized power in a coup and suspended the constitution.",
        "Mutinous soldiers overthrew the president and dissolved parliament.",
        "Forensic teams exhumed a mass grave at the former prison.",
    ),
    "Talks": (
        "Peace talks between the two governments opened in Geneva.",
        "The foreign minister met with his counterpart to discuss the border.",
        "Negotiators held a second round of talks on the dam.",
        "Delegations from both countries will resume negotiations on Monday.",
    ),
    "Statement": (
        "The European Union condemned the election and imposed sanctions on five officials.",
        "Moscow expelled ten diplomats in retaliation.",
        "The UN envoy urged all sides to show restraint.",
        "The defence ministry denied responsibility and called the allegations baseless.",
    ),
    "Displacement": (
        "More than 9,000 people fled their homes and crossed into Uganda.",
        "Some 300 families were displaced from the valley last month.",
        "Thousands of refugees returned home after two years in camps.",
        "Villagers sought refuge in schools and churches, leaving their homes behind.",
    ),
    "Aid": (
        "An aid convoy with food and blankets reached the enclave.",
        "The Red Cross delivered medicine to the hospital.",
        "Relief supplies for 4,000 families arrived at the port.",
        "Trucks carrying humanitarian aid entered the valley.",
    ),
    "Disaster": (
        "A strong earthquake shook the coast and killed twelve people.",
        "Floods swept away two bridges after days of heavy rain.",
        "Eight pilgrims died when their bus plunged into a ravine.",
        "An explosion at a fireworks factory killed three workers.",
        "A ferry capsized on the lake and dozens drowned.",
    ),
}
"""Sub-type by sub-type."""

NOTHING: dict[str, tuple[str, ...]] = {
    "metaphor": (
        "The ruling set off an explosion of anger on social media.",
        "The minister was bombarded with questions about the budget.",
        "Shares rose as the market rally entered its third week.",
        "She died at home after a long battle with cancer.",
        "He was fired from his job at the ministry.",
        "The mayor came under fire from critics over the new bridge.",
        "The film captured the mood of a generation.",
        "A heart attack ended his campaign.",
        "The two parties struck a chord with young voters.",
        "His speech took the conference by storm.",
        "The company's shares hit a record high on Tuesday.",
        "Prices exploded in popularity contests on television.",
        "Parliament killed the bill in a late vote.",
        "The war on drugs has failed, the author writes.",
        "She withdrew her candidacy for the leadership.",
    ),
    "sport": (
        "The striker fired a shot at goal in the second half of the match.",
        "Liverpool beat their rivals in a top of the table clash.",
        "The champions advanced to the semi final after a penalty shootout.",
        "Rain stopped play and the innings ended early.",
        "The boxer will fight for the title in March.",
        "The attacking midfielder scored twice this season.",
    ),
    "crime": (
        "Police arrested a man suspected of selling cocaine and stolen phones.",
        "Customs officers seized two tonnes of heroin at the port.",
        "Thieves broke into a jeweller's and stole watches worth a million.",
        "A court jailed the banker for fraud and money laundering.",
    ),
    "calm": (
        "The minister spoke of wheat prices.",
        "Rain is forecast for the coast.",
        "The museum has a new roof.",
        "She plays the violin in the evening.",
        "Mobile phones rang in the hall.",
        "The new school opens in March 2024.",
        "",
    ),
}
"""What is no event of ACLED's, nor a civil one of violence."""

SEVERAL: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Jets bombed the bridge while rebels stormed the town hall.",
        ("Air/drone strike", "Armed clash"),
    ),
    (
        "A car bomb exploded at the gate and gunmen kidnapped two nurses.",
        ("Remote explosive/landmine/IED", "Abduction/forced disappearance"),
    ),
    (
        "Soldiers shelled the suburb, and thousands fled their homes.",
        ("Shelling/artillery/missile attack", "Displacement"),
    ),
    (
        "Students marched in the capital while farmers in the north burned tyres and threw stones.",
        ("Peaceful protest", "Violent demonstration"),
    ),
    (
        "Police arrested nine men; a day later a mob torched the station.",
        ("Arrests", "Mob violence"),
    ),
    (
        "The rebels signed a truce, but shells fell on the port an hour later.",
        ("Agreement", "Shelling/artillery/missile attack"),
    ),
    (
        "An earthquake hit the province while militants ambushed a convoy of soldiers.",
        ("Disaster", "Armed clash"),
    ),
    (
        "The army withdrew from the valley after rockets hit its camp.",
        ("Change to group/activity", "Shelling/artillery/missile attack"),
    ),
)
"""Sentences of several events: the sub-types of their triggers, in order."""

DESCRIBING: tuple[str, ...] = (
    "The bombing suspect appeared before the judges.",
    "A protest leader gave an interview to the paper.",
    "The earthquake memorial was opened by the mayor.",
    "The explosion site has been a park for years.",
    "She leads the kidnapping investigation unit.",
)
"""Nouns that only describe the next one are no triggers."""

GENERIC: tuple[tuple[str, str], ...] = (
    ("Nine people were killed near the river.", "killed"),
    ("The attack left many wounded.", "attack"),
    ("Two soldiers were wounded.", "wounded"),
)

BARE: tuple[str, ...] = (
    "The group owns rockets that reach the capital.",
    "The offensive is in its second month.",
    "Missiles are kept in the mountains.",
)

HARDER: tuple[tuple[str | None, str], ...] = (
    (
        "Government regains territory",
        "Two months after losing it, Mozambican troops backed by Rwandan police are once again in charge of the port; the insurgents were pushed back into the forest.",
    ),
    (
        "Government regains territory",
        "State television said that loyalist units had liberated the last of the hill villages held by the rebels.",
    ),
    (
        "Government regains territory",
        "Special forces regained control of the prison after a three-day siege by jihadist inmates.",
    ),
    (
        "Non-state actor overtakes territory",
        "The garrison town is now in the hands of the rebels, its deputy mayor said by telephone.",
    ),
    (
        "Non-state actor overtakes territory",
        "Taliban fighters swept into two more districts of the province on Tuesday as soldiers surrendered.",
    ),
    (
        "Non-state actor overtakes territory",
        "Guerrillas seized a gold mine and the village beside it, raising their flag over the school.",
    ),
    (
        "Armed clash",
        "At least 17 soldiers died when their convoy was ambushed by militants in the Sahel.",
    ),
    (
        "Armed clash",
        "Rival factions battled for hours in the streets of the port with assault rifles and machine guns.",
    ),
    ("Armed clash", "Security forces killed three militants in a shoot-out in the Kashmir valley."),
    (
        "Chemical weapon",
        "Residents of the village were treated for breathing difficulties after projectiles smelling of chlorine landed near a clinic.",
    ),
    (
        "Chemical weapon",
        "The watchdog said that a nerve agent had been used in the attack of 30 March.",
    ),
    (
        "Air/drone strike",
        "Saudi-led coalition aircraft hit a funeral hall, killing more than 100 mourners.",
    ),
    (
        "Air/drone strike",
        "An unmanned aircraft fired on a vehicle near the border, killing two suspected militants.",
    ),
    ("Air/drone strike", "Russian bombers flattened an apartment block in an overnight raid."),
    (
        "Suicide bomb",
        "An attacker rammed a car packed with explosives into the barracks, killing himself and five recruits.",
    ),
    (
        "Suicide bomb",
        "A woman wearing an explosive belt blew herself up near a crowded checkpoint.",
    ),
    (
        "Shelling/artillery/missile attack",
        "Mortar fire from across the line of control killed a woman and her son.",
    ),
    (
        "Shelling/artillery/missile attack",
        "Tank shells crashed into houses on the edge of the camp.",
    ),
    (
        "Shelling/artillery/missile attack",
        "Houthi rebels launched missiles at the refinery, the kingdom said.",
    ),
    (
        "Remote explosive/landmine/IED",
        "A sticky bomb attached to a government vehicle wounded two clerks.",
    ),
    (
        "Remote explosive/landmine/IED",
        "Six peacekeepers were killed by a mine while travelling to their base.",
    ),
    (
        "Remote explosive/landmine/IED",
        "Twin blasts at a market killed 21 people; police said that the devices had been hidden in carts.",
    ),
    ("Grenade", "Someone lobbed a grenade over the wall of the mosque during evening prayers."),
    ("Grenade", "Three traders were hurt in a grenade blast in the market, hospital staff said."),
    (
        "Sexual violence",
        "Investigators have recorded 60 cases of rape by armed men along the road.",
    ),
    ("Sexual violence", "Two nuns were gang-raped when gunmen broke into the convent."),
    ("Attack", "Armed herders killed eleven people in a raid on a farming village."),
    (
        "Attack",
        "The bullet-riddled bodies of five labourers were found by the road; militants had pulled them from a bus.",
    ),
    ("Attack", "Unidentified gunmen opened fire on a taxi, killing the driver and two students."),
    (
        "Abduction/forced disappearance",
        "The son of a former minister was seized by masked men who demanded a ransom.",
    ),
    (
        "Abduction/forced disappearance",
        "Soldiers took away eleven young men from the village and their whereabouts are unknown, relatives say.",
    ),
    (
        "Excessive force against protesters",
        "Security guards shot at demonstrators who had gathered at the gates of the mine; two people died.",
    ),
    (
        "Excessive force against protesters",
        "The death toll from the crackdown rose to 19 after soldiers used live rounds to clear the square of protesters.",
    ),
    (
        "Protest with intervention",
        "Police with batons pushed back women who were marching towards the presidential palace.",
    ),
    (
        "Protest with intervention",
        "Hundreds of protesters were detained across Russia at rallies for the jailed opposition leader.",
    ),
    ("Peaceful protest", "Doctors and nurses staged a sit-in at the ministry over unpaid wages."),
    (
        "Peaceful protest",
        "A human chain of 20,000 people stretched along the coast to oppose the drilling.",
    ),
    (
        "Peaceful protest",
        "Thousands rallied in the capital on Sunday, chanting slogans against the killing of a student by police.",
    ),
    (
        "Violent demonstration",
        "Youths blocked roads with burning tyres and pelted police with stones in the third night of unrest.",
    ),
    (
        "Violent demonstration",
        "Protesters stormed the parliament building and set part of it on fire.",
    ),
    ("Mob violence", "Villagers beat three men to death on suspicion of witchcraft."),
    (
        "Mob violence",
        "Supporters of two rival football clubs fought each other with knives in the street.",
    ),
    ("Agreement", "Under the accord, the two armies will pull back and exchange all prisoners."),
    (
        "Agreement",
        "The rebel leader and the president shook hands on a power-sharing deal in Addis Ababa.",
    ),
    ("Agreement", "More than 300 Boko Haram members have surrendered to the military since July."),
    (
        "Arrests",
        "Counter-terrorism police detained eight people suspected of planning to join the group abroad.",
    ),
    ("Arrests", "The former prime minister was placed under house arrest on Monday."),
    (
        "Change to group/activity",
        "The group announced the appointment of a new emir and a change of name.",
    ),
    ("Change to group/activity", "Chad is sending 1,200 troops to the tri-border area."),
    ("Change to group/activity", "American soldiers have begun to pull out of the northern bases."),
    (
        "Disrupted weapons use",
        "Sappers dismantled two explosive devices that had been laid on the railway.",
    ),
    (
        "Disrupted weapons use",
        "A search of the house turned up 40 rifles, 2,000 rounds of ammunition and a rocket launcher.",
    ),
    (
        "Disrupted weapons use",
        "The coalition said it intercepted a missile fired towards the capital.",
    ),
    ("Headquarters or base established", "The militia has built a training camp on the island."),
    (
        "Headquarters or base established",
        "French soldiers set up a temporary base at the airstrip.",
    ),
    (
        "Looting/property destruction",
        "Armed men set fire to the health centre and stole the livestock of the village.",
    ),
    (
        "Looting/property destruction",
        "Shops owned by foreigners were looted in the township overnight.",
    ),
    (
        "Non-violent transfer of territory",
        "The Kurdish forces handed the crossing over to the army without firing a shot.",
    ),
    (
        "Non-violent transfer of territory",
        "Fighters took over the town peacefully after soldiers abandoned it.",
    ),
    ("Other", "Investigators uncovered a mass grave holding the remains of 80 people."),
    ("Talks", "The two presidents will meet in Tashkent next week for a summit."),
    ("Statement", "Washington slapped sanctions on two generals over the coup."),
    ("Statement", "Kinshasa recalled its ambassador and ordered the embassy closed."),
    ("Displacement", "The fighting has displaced 40,000 people, the United Nations said."),
    ("Aid", "The first trucks of humanitarian aid in six months reached the besieged town."),
    ("Disaster", "Wildfires have destroyed 600 homes and forced thousands to evacuate."),
    (
        "Disaster",
        "A gas leak at a chemical plant left hundreds of people with breathing difficulties.",
    ),
    ("Disaster", "Two trains collided head-on, killing 36 passengers and injuring dozens."),
    ("Disaster", "Heavy snow and avalanches cut off mountain villages."),
    (None, "A cartel boss was jailed for 30 years for trafficking cocaine."),
    (None, "Police recovered stolen jewels and arrested two burglars."),
    (None, "The team fired their coach after a string of defeats."),
    (None, "Analysts fear that a price war could break out between the airlines."),
    (None, "The band blew the audience away with an explosive performance."),
    (None, "He survived an attack of malaria as a child."),
    (None, "The striker was brought down in the box and the referee pointed to the spot."),
)
"""Longer ones, written later."""

LAST: tuple[tuple[str | None, str], ...] = (
    (
        "Government regains territory",
        "Ukrainian forces said they had retaken two settlements south of the river after pushing back enemy units.",
    ),
    (
        "Government regains territory",
        "The Ethiopian military announced on Thursday that it had seized the regional capital from Tigrayan fighters.",
    ),
    (
        "Non-state actor overtakes territory",
        "M23 rebels have taken Bunagana, a border town in eastern Congo, local officials said.",
    ),
    (
        "Non-state actor overtakes territory",
        "Ethnic armed groups in Myanmar overran a light infantry base near the Chinese border.",
    ),
    (
        "Armed clash",
        "Nine Maoist rebels and two commandos died in an exchange of fire in the forests of Chhattisgarh.",
    ),
    (
        "Armed clash",
        "Al-Shabaab fighters stormed an African Union base before dawn, triggering a fierce gunfight.",
    ),
    ("Armed clash", "Tribesmen loyal to rival sheikhs fought with machine guns for a second day."),
    (
        "Air/drone strike",
        "Israeli jets struck what the army called a weapons site in the south of the strip.",
    ),
    ("Air/drone strike", "A Turkish drone killed two members of the group in a car near the town."),
    (
        "Chemical weapon",
        "The monitors found traces of sarin in samples taken from the scene of the attack.",
    ),
    (
        "Suicide bomb",
        "A bomber wearing a vest walked into the funeral tent and blew himself up, killing 26.",
    ),
    (
        "Shelling/artillery/missile attack",
        "Azerbaijani artillery fired on villages in the north, wounding two farmers, Armenia said.",
    ),
    (
        "Shelling/artillery/missile attack",
        "Rockets hit the green zone in Baghdad late on Sunday; there were no casualties.",
    ),
    (
        "Remote explosive/landmine/IED",
        "A bus carrying mine workers ran over an explosive device in the east of Burkina Faso.",
    ),
    (
        "Remote explosive/landmine/IED",
        "Children playing with an unexploded shell were killed when it went off.",
    ),
    ("Grenade", "A man tossed a hand grenade at a police post in Bujumbura and fled."),
    (
        "Sexual violence",
        "Aid workers said that dozens of displaced women had been raped by militiamen while fetching firewood.",
    ),
    ("Attack", "A land defender was shot dead by unknown men in the Cauca region of Colombia."),
    ("Attack", "Suspected jihadists slit the throats of six villagers in northern Mozambique."),
    (
        "Abduction/forced disappearance",
        "Armed men stopped a bus on the highway and took eleven passengers hostage.",
    ),
    (
        "Excessive force against protesters",
        "In Khartoum, soldiers shot dead four protesters who had taken to the streets against the coup.",
    ),
    (
        "Protest with intervention",
        "Belarusian riot police detained some 200 people at marches against the president.",
    ),
    (
        "Peaceful protest",
        "Mothers of the disappeared marched in silence around the square, as they do every Thursday.",
    ),
    (
        "Peaceful protest",
        "Truck drivers went on strike and parked their vehicles across the motorway.",
    ),
    (
        "Violent demonstration",
        "Demonstrators in Santiago set up burning barricades and looted a supermarket.",
    ),
    ("Mob violence", "Residents lynched a suspected kidnapper in the port and burned his body."),
    ("Agreement", "India and Pakistan agreed to observe all ceasefires along the line of control."),
    ("Agreement", "The rebels released 21 soldiers in a prisoner swap mediated by the Red Cross."),
    ("Arrests", "Turkish police rounded up 48 people in dawn raids on a Kurdish party."),
    (
        "Change to group/activity",
        "Russia moved more tanks and troops to the border, satellite images show.",
    ),
    ("Change to group/activity", "A breakaway faction said it would form a new armed movement."),
    ("Disrupted weapons use", "Peacekeepers discovered an arms cache in a cave."),
    ("Disrupted weapons use", "The army shot down a surveillance drone near the frontier."),
    ("Headquarters or base established", "The separatists opened a command post in the town hall."),
    (
        "Looting/property destruction",
        "Armed youths ransacked a food warehouse and carried off the rice.",
    ),
    (
        "Non-violent transfer of territory",
        "Afghan soldiers abandoned the border post and the Taliban moved in without resistance.",
    ),
    ("Other", "Soldiers announced on television that they had overthrown the government."),
    ("Talks", "Serbia and Kosovo resumed talks in Brussels on Monday."),
    ("Statement", "The Security Council condemned the attack and called for calm."),
    ("Displacement", "About 12,000 villagers have fled across the river since the fighting began."),
    ("Aid", "A convoy of 40 lorries delivered food and medicine to the region."),
    ("Disaster", "At least 30 people drowned when a migrant boat sank off the coast."),
    ("Disaster", "A landslide buried a bus on a mountain road."),
    (None, "Investors dumped shares as the trade war between the two countries deepened."),
    (None, "The singer's new album has exploded on streaming services."),
    (None, "He fought back tears as he announced his retirement from rugby."),
    (None, "Detectives arrested a 32-year-old man on suspicion of burglary."),
    (None, "The prime minister faces a battle to win back voters."),
    (None, "The city's libraries will be open longer in the summer."),
    (None, "The volcano of debts threatens to bury the company."),
)
"""Written last, after the rules."""


RUNNING: tuple[tuple[str, str], ...] = (
    # Captives.
    (
        "Agreement",
        "Kyiv and Moscow swapped 150 prisoners each on Friday, the third such trade this year.",
    ),
    ("Agreement", "The two neighbours exchanged the remains of forty soldiers at the bridge."),
    (
        "Agreement",
        "Nine fishermen held since spring were freed on Tuesday in return for two officers.",
    ),
    ("Agreement", "The kidnapped engineers walked free on Sunday after months in the hills."),
    ("Agreement", "Five of the hostages were released unharmed near Agadez, the negotiator said."),
    ("Agreement", "Each side handed back the bodies of its dead under Red Cross eyes."),
    # Arrests.
    ("Arrests", "Gendarmes went from door to door in Bria and led away eleven youths."),
    ("Arrests", "The editor of the weekly was taken into custody at his home in Tunis."),
    ("Arrests", "Intelligence agents hauled off three trade unionists before dawn."),
    ("Arrests", "Soldiers raided houses in Jenin and took six men with them."),
    ("Arrests", "Two bloggers were picked up by police in Minsk on Monday."),
    ("Arrests", "The mayor was brought in for questioning over his links to the movement."),
    # Ground.
    (
        "Non-state actor overtakes territory",
        "The rebels chased a rival faction out of Azmarin after two days of fighting.",
    ),
    ("Non-state actor overtakes territory", "By nightfall Bocaranga had fallen to the insurgents."),
    (
        "Non-state actor overtakes territory",
        "Jihadist fighters raised their black flag over the customs house in Mocimboa.",
    ),
    (
        "Non-state actor overtakes territory",
        "Guerrillas overran the garrison at Tizapa and hold it still.",
    ),
    ("Government regains territory", "Soldiers fought their way back into Palma on Sunday."),
    (
        "Government regains territory",
        "The army threw the insurgents out of the last villages on the lake.",
    ),
    (
        "Government regains territory",
        "Loyalist units hoisted the national flag over the town hall after driving the rebels from Taiz.",
    ),
    (
        "Non-violent transfer of territory",
        "Two weeks later Gao passed into the hands of the separatists without a shot.",
    ),
    (
        "Non-violent transfer of territory",
        "Government soldiers drove into Tabqa on Monday as the militia left it.",
    ),
    (
        "Non-violent transfer of territory",
        "The garrison slipped away by night and fighters walked into Bol unopposed.",
    ),
    ("Non-violent transfer of territory", "The army abandoned Kidal to the rebels in May."),
    ("Change to group/activity", "Two companies of paratroopers were posted there on Wednesday."),
    ("Change to group/activity", "The mercenaries withdrew from the oil terminal at Brega."),
    (
        "Change to group/activity",
        "Five small militias said that they had merged into a single army, the Northern Shield.",
    ),
    ("Change to group/activity", "The brigade was moved to the border with Chad on Thursday."),
    # From the air and from afar.
    ("Air/drone strike", "Jets flattened a house in Nabatieh, killing a couple."),
    ("Air/drone strike", "A drone killed two men on a motorbike near Khan Yunis on Monday."),
    ("Air/drone strike", "Warplanes fired missiles at a bakery in Maarat on Friday."),
    ("Air/drone strike", "Drones put a power station out of action near Odesa."),
    ("Air/drone strike", "Helicopters fired rockets on the camp of the herders."),
    ("Air/drone strike", "Four people died in a strike by aircraft on a farmhouse."),
    ("Air/drone strike", "A drone hit a pick-up whose driver was said to have held hostages."),
    (
        "Shelling/artillery/missile attack",
        "A mortar round pierced the roof of a clinic in Donetsk.",
    ),
    ("Shelling/artillery/missile attack", "Missiles fell north of Aden, wounding three."),
    ("Shelling/artillery/missile attack", "Three rockets landed beside the airport of Erbil."),
    (
        "Shelling/artillery/missile attack",
        "A missile slammed into a hotel in Kramatorsk on Tuesday.",
    ),
    ("Shelling/artillery/missile attack", "Gunboats fired on houses along the shore of Tawila."),
    (
        "Shelling/artillery/missile attack",
        "Shells crashed through the ceiling of a school in Martuni.",
    ),
    (
        "Shelling/artillery/missile attack",
        "Gunners on the hill opened up on the harbour with howitzers.",
    ),
    ("Suicide bomb", "The bomber struck as worshippers left, setting off the charge that he wore."),
    # Mines and charges.
    ("Remote explosive/landmine/IED", "A farmer trod on a mine near Slovyansk and lost a leg."),
    ("Remote explosive/landmine/IED", "Their lorry drove over a mine on the road to Diffa."),
    ("Remote explosive/landmine/IED", "Guerrillas dynamited a pylon near Tumaco on Sunday."),
    ("Remote explosive/landmine/IED", "Saboteurs blew up a railway bridge outside Melitopol."),
    (
        "Remote explosive/landmine/IED",
        "The ELN dynamited the pipeline again, and crude spilled into the river.",
    ),
    ("Remote explosive/landmine/IED", "The patrol boat struck a mine off Mocha and sank."),
    # Fighting.
    ("Armed clash", "Three soldiers lost their lives in combat near Sarmin."),
    ("Armed clash", "Militants traded shots with the guards of the mine for an hour."),
    ("Armed clash", "Peacekeepers came under attack from gunmen at their post in Ber."),
    (
        "Armed clash",
        "The rebels attacked the barracks at Kaya with rifles; six soldiers lay dead when it was over.",
    ),
    ("Armed clash", "Russian infantry assaulted the trenches of Ukrainian troops again and again."),
    ("Armed clash", "Troops beat off an assault by insurgents on the post at Banki."),
    ("Attack", "Armed men swooped on the hamlet of Tonka at night and killed nine."),
    ("Attack", "Militiamen entered the village of Ardamata and shot at people in their homes."),
    ("Attack", "Forty villagers were put to death by militants in the forest."),
    ("Attack", "Raiders descended on a farm near Barkin Ladi and hacked its owner to death."),
    ("Attack", "A man ploughed his car into pedestrians in Graz on Saturday."),
    ("Excessive force against protesters", "Troops shot into the crowd of marchers on the bridge."),
    (
        "Excessive force against protesters",
        "Police clubbed peaceful students in the courtyard, breaking the arm of one.",
    ),
    (
        "Excessive force against protesters",
        "A marcher lost an eye when officers fired a stun grenade into the procession.",
    ),
    # Crowds.
    ("Peaceful protest", "A long procession of pensioners filled the avenue on Thursday."),
    ("Peaceful protest", "Thousands in white walked to the cathedral to ask for peace."),
    ("Peaceful protest", "Women sat down on the road at Churachandpur and let no lorry pass."),
    ("Peaceful protest", "Refinery workers blocked the depot at Fos on Tuesday."),
    (
        "Peaceful protest",
        "Some 300 people gathered outside the Russian embassy, chanting for peace.",
    ),
    (
        "Peaceful protest",
        "Villagers with torches in their hands walked to the temple to mourn the dead.",
    ),
    ("Peaceful protest", "Shopkeepers kept their shutters down across Srinagar in a strike."),
    ("Violent demonstration", "Demonstrators threw eggs and stones at the consulate."),
    ("Violent demonstration", "Protesters set the door of the town hall in Lyon on fire."),
    ("Violent demonstration", "Hooded marchers attacked a police post with bottles."),
    ("Violent demonstration", "Demonstrators ransacked the party's offices in Dakar."),
    ("Violent demonstration", "Clashes between protesters and gendarmes left forty injured."),
    ("Mob violence", "A crowd set the huts of the newcomers alight in Izmir."),
    ("Mob violence", "An enraged crowd dragged the driver from his lorry and beat him."),
    ("Looting/property destruction", "Militiamen carried off furniture and goats from Wad Medani."),
    (
        "Looting/property destruction",
        "The men emptied the granaries and burned what they could not take.",
    ),
    # Words and deals.
    ("Talks", "The leaders of the three countries are to meet in Astana on Friday."),
    ("Talks", "The foreign ministers of Egypt and Qatar conferred in Cairo."),
    ("Talks", "Tribal elders will sit down with the commanders next week."),
    ("Talks", "The committee is to hold its first talks with the chiefs on Monday."),
    ("Talks", "Talks on a truce, brokered by Cairo, opened in Doha on Wednesday."),
    ("Talks", "The president received the Turkish foreign minister in Damascus."),
    ("Talks", "The two defence ministers spoke by telephone on Thursday."),
    ("Talks", "A UN envoy is due in Sanaa on Tuesday to meet the rebel leaders."),
    ("Statement", "The UN secretary general demanded an immediate halt to the bombing."),
    ("Statement", "Paris called on both sides to respect the truce."),
    ("Agreement", "Tehran and Riyadh agreed in March to reopen their embassies."),
    ("Agreement", "The warring chiefs shook hands on an accord in Lomé."),
    ("Agreement", "The truce took effect at six in the morning along the whole front."),
    ("Agreement", "After the mediation of bishops the colonel agreed to step down."),
    ("Agreement", "Both armies agreed to create a buffer zone along the river."),
    (
        "Other",
        "On 18 August the colonels seized the presidential palace and toppled the head of state.",
    ),
    ("Other", "Officers deposed the president and closed the borders."),
    ("Other", "Some 200 inmates broke out of the prison at Kuje."),
    # People and relief.
    ("Displacement", "About 900 people left Blat for Tyre, the mayor said."),
    ("Displacement", "Forty families were bused out of the quarter on Saturday."),
    ("Displacement", "Residents of the border villages were evacuated to Belgorod."),
    ("Displacement", "Fighting has uprooted a third of the people of the district."),
    ("Displacement", "Some 2,000 villagers came back to their homes in Derna."),
    ("Aid", "A UN convoy delivered stoves and tents to Kherson."),
    ("Aid", "Twenty lorries loaded with flour set out from Port Sudan for Kadugli."),
    ("Aid", "Soldiers handed out blankets and drinking water in Hatay."),
    ("Aid", "A ship with 500 tonnes of wheat docked in Berbera."),
    ("Disaster", "A landslide buried eleven houses at Gofa."),
    ("Disaster", "Two people were killed when their helicopter crashed in fog."),
    ("Disaster", "The river burst its banks and swept away a footbridge."),
    # Denied and threatened.
    ("Air/drone strike", "The coalition denied any air raid on the wedding at Sanban."),
    ("Shelling/artillery/missile attack", "The army denied having shelled the monastery."),
    (
        "Shelling/artillery/missile attack",
        "Baku denied that a single shell had been fired at the village.",
    ),
    ("Attack", "In a letter, the militants threatened to kill the teachers of Djibo."),
    ("Armed clash", "The general threatened to attack the rebel positions at Sirte."),
    ("Abduction/forced disappearance", "The group denied that it had abducted the nurses."),
    (
        "Excessive force against protesters",
        "The minister denied that police had fired at the demonstrators.",
    ),
)
"""Told otherwise: sentences of running news, with what the chief trigger of each has to say."""

TELLS_NOTHING: tuple[str, ...] = (
    "The captives are believed to be in good health, her sister said.",
    "After ten weeks of siege, bread is dear.",
    "A battery of tests showed nothing.",
    "Women with torches in their hands stood at the door.",
    "He was fired from the bank last spring.",
    "She seized the moment to speak of her mother.",
    "The committee raised the price of bread.",
    "A gas cylinder stood in the corner of the kitchen.",
    "The hostage's brother teaches music in Lille.",
    "They drove into town to buy shoes.",
    "The report was released on Monday.",
    "Two banks merged into one.",
    "The bus left the station on time.",
    "He handed out sweets to the children.",
    "She broke out in tears.",
    "The batteries of the phones ran down.",
    "The court took the case on Monday.",
    "The old quarter has changed hands many times, says its historian.",
)
"""What has a telling word, and tells of nothing."""

RUNNING_LATER: tuple[tuple[str, str], ...] = (
    ("Agreement", "Hamas let two elderly women go on Monday after Qatar had pleaded for them."),
    ("Agreement", "Seventeen sailors came home on Thursday in exchange for a spy."),
    ("Agreement", "The two sides agreed to a three-day pause so that the dead could be buried."),
    ("Agreement", "The militia's chief signed a deal with the governor to lay down arms."),
    ("Arrests", "Police took away the leader of the teachers' union in handcuffs."),
    ("Arrests", "More than sixty people were detained in raids across Istanbul."),
    (
        "Arrests",
        "The general was seized at the airport by intelligence officers as he tried to leave.",
    ),
    (
        "Non-state actor overtakes territory",
        "The insurgents stormed the town of Sake on Friday and now hold its centre.",
    ),
    (
        "Non-state actor overtakes territory",
        "Fighters of the movement drove the army from three hill posts near Lashio.",
    ),
    (
        "Government regains territory",
        "The army said that it had regained the heights above Latakia.",
    ),
    (
        "Government regains territory",
        "Federal troops marched back into Lalibela after a two-day battle with the militia.",
    ),
    (
        "Non-violent transfer of territory",
        "The last soldiers left the base at Kidal and rebels moved in within the hour.",
    ),
    (
        "Non-violent transfer of territory",
        "The town of Farah was given up to the Taliban without a fight.",
    ),
    (
        "Change to group/activity",
        "Another 500 soldiers arrived in Goma on Monday to reinforce the peacekeepers.",
    ),
    ("Change to group/activity", "Ankara sent tanks and guns towards the frontier overnight."),
    ("Change to group/activity", "A colonel and thirty of his men went over to the rebels."),
    ("Air/drone strike", "A missile from a drone hit a tractor outside Idlib."),
    ("Air/drone strike", "The planes came back at noon and bombed the market a second time."),
    ("Air/drone strike", "Two people died when a helicopter fired on a boat."),
    (
        "Shelling/artillery/missile attack",
        "Rounds from a tank struck the upper floors of a hospital.",
    ),
    ("Shelling/artillery/missile attack", "Rockets rained on Sderot for an hour."),
    (
        "Shelling/artillery/missile attack",
        "A shell burst in a queue for bread and killed four women.",
    ),
    (
        "Suicide bomb",
        "A man with explosives under his coat blew himself up at the gate of the academy.",
    ),
    (
        "Remote explosive/landmine/IED",
        "A bomb hidden in a basket of fruit killed two in the bazaar of Quetta.",
    ),
    (
        "Remote explosive/landmine/IED",
        "Rebels blasted a power line in Cauca, leaving two towns in the dark.",
    ),
    ("Armed clash", "Soldiers and fighters shot at each other across the river until dusk."),
    (
        "Armed clash",
        "Two policemen fell in a battle with smugglers of the armed wing near Tessalit.",
    ),
    ("Attack", "Masked men burst into a clinic and shot two nurses."),
    ("Attack", "Herders killed six farmers in their fields near Bokkos."),
    (
        "Abduction/forced disappearance",
        "Armed men dragged the imam from his house, and nobody has seen him since.",
    ),
    (
        "Abduction/forced disappearance",
        "Gunmen stopped two buses and made off with thirty travellers, mostly women.",
    ),
    ("Sexual violence", "Two women told doctors that soldiers had forced themselves on them."),
    (
        "Excessive force against protesters",
        "Security men fired from a roof at people marching for water, killing two.",
    ),
    ("Protest with intervention", "Officers drove the marchers back with water cannon and gas."),
    (
        "Peaceful protest",
        "Mothers in black stood in silence before the ministry with pictures of their sons.",
    ),
    ("Peaceful protest", "Taxi drivers brought Nairobi to a standstill over the price of petrol."),
    ("Peaceful protest", "Students have occupied the faculty of letters since Monday."),
    (
        "Violent demonstration",
        "Youths burned two buses and threw bricks at the gendarmes in Lille.",
    ),
    ("Violent demonstration", "Strikers smashed the windows of the tax office."),
    ("Mob violence", "Neighbours set upon a man accused of witchcraft and burned his hut."),
    (
        "Looting/property destruction",
        "The fighters stripped the hospital of its beds and medicine.",
    ),
    ("Disrupted weapons use", "Customs men found 300 detonators in a crate of oranges."),
    ("Disrupted weapons use", "Gunners brought down nine drones before they reached the port."),
    ("Other", "The general's men surrounded the palace and declared the president deposed."),
    ("Talks", "Envoys of the two armies met for three hours in Jeddah on Sunday."),
    ("Talks", "The president flew to Ankara to see his Turkish counterpart."),
    ("Talks", "A third round between the sides is set for next week in Muscat."),
    ("Displacement", "Nearly all the inhabitants of Vuhledar have gone, the governor said."),
    ("Displacement", "Thousands have crossed into Chad since the attack on the camp."),
    ("Aid", "The World Food Programme dropped sacks of grain over the valley."),
    ("Aid", "Lorries with medicine got through to Taiz on Friday."),
    ("Disaster", "A bus fell into a gorge near Cusco, and 24 people died."),
    ("Statement", "The bishop warned the government against a new law."),
)
"""The same, written when the rules for the first had been made."""
