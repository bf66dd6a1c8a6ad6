/**
 * What world-countries does not know of places and peoples: the names that newsrooms use, kept by hand.
 *
 * Lists are strings, names divided by semicolons; the first name of an entry is the one by which it is known.
 */

/** Names of countries as English-language news has them; a name before a `|` replaces the common one. */
export const countryNames: Readonly<Record<string, string>> = {
  AE: '| UAE; U.A.E.; Emirates; the Emirates',
  BA: '| Bosnia; Bosnia-Herzegovina; BiH',
  BN: '| Brunei Darussalam',
  CD: "Democratic Republic of the Congo | Congo; DR Congo; D.R. Congo; DRC; Democratic Republic of Congo; Congo-Kinshasa; Zaire",
  CF: '| C.A.R.',
  CG: '| Congo Republic; Republic of Congo; Congo-Brazzaville',
  CI: "| Côte d'Ivoire",
  CN: "| People's Republic of China; PRC; mainland China",
  CV: '| Cabo Verde',
  CZ: '| Czech Republic',
  FK: '| Falklands; Malvinas',
  GB: '| UK; U.K.; Britain; Great Britain',
  GM: '| The Gambia',
  KN: '| St Kitts and Nevis; St. Kitts and Nevis',
  KP: "| DPRK; Democratic People's Republic of Korea",
  KR: '| Republic of Korea; ROK',
  LC: '| St Lucia; St. Lucia',
  LK: '| Ceylon',
  MK: '| Macedonia',
  MM: '| Burma',
  MO: '| Macao',
  NL: '| Holland',
  PS: '| Palestinian territories; Palestinian Territories; State of Palestine',
  RU: '| Russian Federation',
  SA: '| Saudi; KSA',
  ST: '| Sao Tome',
  SY: '| Syrian Arab Republic',
  SZ: '| Swaziland',
  TL: '| East Timor',
  TR: 'Turkey | Türkiye; Turkiye',
  TW: '| Chinese Taipei',
  US: '| US; U.S.; USA; U.S.A.; America; United States of America; the States',
  VA: '| Vatican; Holy See',
  VC: '| St Vincent and the Grenadines; St. Vincent and the Grenadines',
  VN: '| Viet Nam',
  ZA: '| RSA',
}; // prettier-ignore

/** Capitals, where the library has another name, none, or one of several. Replaces its list; empty for no capital. */
export const capitals: Readonly<Record<string, string>> = {
  BO: 'Sucre; La Paz',
  BR: 'Brasília; Brasilia',
  CC: '',
  CL: 'Santiago',
  CO: 'Bogotá; Bogota',
  EH: 'Laayoune; El Aaiún',
  GI: '',
  HK: '',
  MN: 'Ulaanbaatar; Ulan Bator',
  MV: 'Malé',
  NF: '',
  NL: 'Amsterdam; The Hague',
  PF: 'Papeete',
  SZ: 'Mbabane; Lobamba',
  UA: 'Kyiv; Kiev',
  US: 'Washington, D.C.; Washington; Washington D.C.; Washington DC; Washington, DC',
  YE: "Sanaa; Sana'a",
  KZ: 'Astana; Nur-Sultan',
  LK: 'Colombo; Sri Jayawardenepura Kotte',
  MY: 'Kuala Lumpur; Putrajaya',
  MM: 'Naypyidaw; Naypyitaw',
  MD: 'Chișinău; Kishinev',
  BI: 'Gitega; Bujumbura',
  TZ: 'Dodoma; Dar es Salaam',
  BJ: 'Porto-Novo; Cotonou',
  CI: 'Yamoussoukro; Abidjan',
  IL: 'Jerusalem; Tel Aviv',
}; // prettier-ignore

/** Which of these are names of one city, not of two. */
export const sameCity: ReadonlySet<string> = new Set([
  'BR', 'CO', 'EH', 'MN', 'UA', 'US', 'YE', 'KZ', 'MM', 'MD',
]); // prettier-ignore

/** Cities that are called otherwise as well. */
export const capitalNames: Readonly<Record<string, string>> = {
  Beijing: 'Peking',
  Bishkek: 'Frunze',
  Ashgabat: 'Ashkhabad',
  "N'Djamena": 'Ndjamena',
  Pristina: 'Prishtina',
  Tehran: 'Teheran',
  Kabul: 'Kabol',
  Thimphu: 'Thimbu',
  'Saint Helier': 'St Helier; St. Helier',
  "Saint John's": "St John's; St. John's",
  "Nuku'alofa": 'Nukualofa',
};

/** Demonyms beside those of the library, nouns and adjectives; the first is the name of the group. */
export const demonyms: Readonly<Record<string, string>> = {
  AF: 'Afghan', AR: 'Argentine; Argentinian; Argentinean', AU: 'Australian; Aussie', BA: 'Bosnian; Herzegovinian',
  BF: 'Burkinabe; Burkinabé', BW: 'Botswanan; Motswana; Batswana', BY: 'Belarusian; Belarusan; Belorussian',
  CD: 'Congolese', CI: 'Ivorian', CV: 'Cape Verdean; Cabo Verdean', CZ: 'Czech', DK: 'Danish; Dane',
  DO: 'Dominican', EC: 'Ecuadorian; Ecuadorean; Ecuadoran', ES: 'Spanish; Spaniard', FI: 'Finnish; Finn',
  FR: 'French; Frenchman; Frenchmen; Frenchwoman', GB: 'British; Briton; Brit', HR: 'Croatian; Croat', HU: 'Hungarian',
  IE: 'Irish; Irishman; Irishmen; Irishwoman', IS: 'Icelandic; Icelander', KG: 'Kyrgyzstani; Kyrgyz; Kirghiz',
  KM: 'Comorian; Comoran', KR: 'South Korean', KP: 'North Korean', KZ: 'Kazakhstani; Kazakh', LA: 'Laotian; Lao',
  LS: 'Basotho; Mosotho', LU: 'Luxembourgish; Luxembourger', LV: 'Latvian', MC: 'Monegasque; Monégasque', MK: 'Macedonian; North Macedonian',
  MM: 'Burmese', MV: 'Maldivian', NL: 'Dutch; Dutchman; Dutchmen', NZ: 'New Zealander; Kiwi', PH: 'Filipino; Philippine; Filipina',
  PL: 'Polish; Pole', RS: 'Serbian; Serb', RU: 'Russian', SA: 'Saudi; Saudi Arabian', SE: 'Swedish; Swede',
  SI: 'Slovenian; Slovene', SK: 'Slovak; Slovakian', SO: 'Somali; Somalian', SR: 'Surinamese',
  SV: 'Salvadoran; Salvadorean', TJ: 'Tajikistani; Tajik; Tadzhik', TL: 'Timorese; East Timorese', TM: 'Turkmen; Turkmenistani',
  TR: 'Turkish; Turk', TT: 'Trinidadian; Tobagonian', UZ: 'Uzbekistani; Uzbek', WS: 'Samoan', XK: 'Kosovar; Kosovan', ZW: 'Zimbabwean',
  AE: 'Emirati', BD: 'Bangladeshi', CY: 'Cypriot; Greek Cypriot; Turkish Cypriot', KI: 'Kiribati', KN: 'Kittitian; Nevisian',
}; // prettier-ignore

/** First halves of compounds: "Sino-Indian". */
export const combiningForms: Readonly<Record<string, string>> = {
  Anglo: 'GB', Austro: 'AT', Belgo: 'BE', Dano: 'DK', Finno: 'FI', Franco: 'FR', Germano: 'DE', Graeco: 'GR', Greco: 'GR',
  Hispano: 'ES', Indo: 'IN', Irano: 'IR', Iraqo: 'IQ', Israelo: 'IL', Italo: 'IT', Luso: 'PT', Nippo: 'JP', Pak: 'PK', Polono: 'PL',
  Russo: 'RU', Serbo: 'RS', Sino: 'CN', Swedo: 'SE', Turco: 'TR', Turko: 'TR', Ukraino: 'UA', Americano: 'US', Armeno: 'AM', Georgo: 'GE',
}; // prettier-ignore

/** Peoples, religions and inhabitants of regions, without a country of their own; `=` gives the country that they are part of. */
export const groups = `
European; African; Asian; Latin American; North American; South American; Central American; Central Asian; South Asian; East Asian;
Southeast Asian; Middle Eastern; North African; West African; East African; Eastern European; Western European; Central European; Caribbean;
Scandinavian; Nordic; Baltic; Balkan; Eurasian; Arab; Arabian; Slavic/Slav; Turkic; Soviet; Ottoman; Persian; Korean; Siberian=RU; Chechen=RU; Tatar; Dagestani=RU;
Crimean Tatar; Kurdish/Kurd; Uyghur/Uighur=CN; Tibetan=CN; Catalan=ES; Basque; English/Englishman/Englishmen/Englishwoman=GB; Scottish/Scot/Scotsman/Scotsmen=GB;
Welsh/Welshman/Welshmen=GB; Northern Irish=GB; Flemish=BE; Walloon=BE; Bavarian=DE; Sicilian=IT; Corsican=FR; Breton=FR; Québécois/Quebecer=CA; Hawaiian=US;
Texan=US; Californian=US; New Yorker=US; Londoner=GB; Parisian=FR; Abkhaz/Abkhazian; Ossetian; Yazidi; Druze; Alawite; Rohingya; Pashtun; Hazara; Hutu; Tutsi;
Zulu; Xhosa; Yoruba; Igbo; Hausa; Fulani; Tuareg; Berber; Maori/Māori=NZ; Inuit; Afrikaner=ZA; Afro-American; African American/African-American=US; Native American=US;
Hispanic; Latino/Latina; Muslim; Christian; Jewish/Jew; Catholic; Protestant; Sunni; Shia/Shiite/Shi'ite; Hindu; Buddhist; Sikh; Mormon; Islamist; Zionist; Nazi;
Evangelical; Anglican; Methodist; Salafi; Sufi; Yugoslav; Czechoslovak; Prussian; Byzantine; Nubian; Punjabi; Bengali; Tamil; Kashmiri; Gujarati; Baloch/Baluch;
Oromo; Amhara; Tigrayan; Darfuri; Acehnese; Javanese; Hongkonger=HK; Oceanian; Polynesian; Melanesian; Micronesian; Amazonian; Andean; Galician; Moldavian; Karelian; Sámi/Saami
`;

/** Regions, seas, mountains, states: places without a code of their own. A `/` divides names of one place. */
export const regions = `
Africa; Asia; Europe; North America; South America; Latin America; Central America; Antarctica; Oceania; Australasia; Eurasia; the Americas/Americas; Central Asia; South Asia; Southeast Asia/South-East Asia/South East Asia;
East Asia; Northeast Asia; West Asia; Western Asia; Middle East/Mideast; Near East; Russian Far East; North Africa; West Africa; East Africa; Central Africa; Southern Africa; sub-Saharan Africa/Sub-Saharan Africa;
Horn of Africa; Sahel; Maghreb; Levant; Caucasus; South Caucasus; North Caucasus; Balkans; Western Balkans; Baltic States; Western Europe; Eastern Europe; Central Europe; Northern Europe;
Southern Europe; Central and Eastern Europe; Scandinavia; Benelux; Iberian Peninsula; Korean Peninsula/Korean peninsula; Arabian Peninsula; Crimean Peninsula; Sinai Peninsula/Sinai; Indian subcontinent; Indo-Pacific; Asia-Pacific/Asia Pacific;
Arctic; Arctic Ocean; Atlantic Ocean/Atlantic; Pacific Ocean/Pacific; Indian Ocean; Southern Ocean; Black Sea; Caspian Sea; Baltic Sea; North Sea; Red Sea; Dead Sea; Aral Sea; Mediterranean Sea/Mediterranean; Aegean Sea/Aegean;
Adriatic Sea/Adriatic; South China Sea; East China Sea; Sea of Azov; Sea of Japan; Yellow Sea; Philippine Sea; Arabian Sea; Caribbean Sea; Persian Gulf; Gulf of Mexico; Gulf of Guinea; Gulf of Aden; Gulf of Oman; Bay of Bengal;
Strait of Hormuz; Taiwan Strait; Bosporus/Bosphorus; Dardanelles; Suez Canal; Panama Canal; English Channel; Himalayas; Alps; Andes; Pyrenees; Carpathians; Urals; Rocky Mountains; Sahara; Sahara Desert; Amazon rainforest/Amazon basin/Amazon River;
Nile; Niger Delta; Niger River; Congo River; Congo Basin; Mekong; Danube; Rhine; Volga; Dnipro River/Dnieper River; Euphrates; Tigris; Ganges; Brahmaputra; Indus; Yangtze;
Crimea; Donbas/Donbass; Gaza Strip/Gaza; West Bank; Golan Heights; Kashmir; Jammu and Kashmir; Tibet; Xinjiang; Kurdistan; Iraqi Kurdistan; Siberia; Transnistria; Abkhazia; South Ossetia; North Ossetia; Nagorno-Karabakh/Nagorno Karabakh; Chechnya; Dagestan; Tatarstan;
England; Scotland; Wales; Northern Ireland; Catalonia; Basque Country; Andalusia; Bavaria; Saxony; Flanders; Wallonia; Brittany; Normandy; Corsica; Sardinia; Sicily; Tuscany; Lombardy; Silesia; Transylvania; Darfur; Tigray; Somaliland; Puntland; Cabinda; Katanga; North Kivu; South Kivu;
Punjab; Balochistan; Sindh; Khyber Pakhtunkhwa; Kerala; Tamil Nadu; Maharashtra; Gujarat; Uttar Pradesh; West Bengal; Assam; Manipur; Sichuan; Yunnan; Guangdong; Inner Mongolia; Manchuria; Hokkaido; Okinawa; Java; Sumatra; Sulawesi; Borneo; Bali; Mindanao; Luzon;
Queensland; New South Wales; Tasmania; Northern Territory; Quebec/Québec; Ontario; British Columbia; Alberta; Nova Scotia; Newfoundland; Patagonia; Soviet Union/USSR/U.S.S.R.; Yugoslavia; Czechoslovakia; East Germany; West Germany; Ottoman Empire; Korea; Prussia; Babylon;
Alabama; Alaska; Arizona; Arkansas; California; Colorado; Connecticut; Delaware; Florida; Hawaii; Idaho; Illinois; Indiana; Iowa; Kansas; Kentucky; Louisiana; Maine; Maryland; Massachusetts; Michigan; Minnesota; Mississippi; Missouri; Montana; Nebraska;
Nevada; New Hampshire; New Jersey; New Mexico; New York; New York City; North Carolina; North Dakota; Ohio; Oklahoma; Oregon; Pennsylvania; Rhode Island; South Carolina; South Dakota; Tennessee; Texas; Utah; Vermont; Washington state/Washington State; West Virginia; Wisconsin; Wyoming;
Caribbean; Polynesia; Melanesia; Mesopotamia; Anatolia; Palestinian Authority=PS
`;

/** Buildings, streets and quarters that stand for who sits in them. `=` gives the country. */
export const seats = `
Kremlin=RU; White House=US; Capitol Hill=US; Pentagon=US; Foggy Bottom=US; Downing Street/10 Downing Street/No 10/No. 10/Number 10=GB; Whitehall=GB; Buckingham Palace=GB; Holyrood=GB; Stormont=GB; Westminster=GB;
Élysée/Élysée Palace=FR; Quai d'Orsay=FR; Matignon=FR; Zhongnanhai=CN; Blue House=KR; Casa Rosada=AR; Planalto Palace/Planalto=BR; Moncloa/Moncloa Palace=ES; Quirinal Palace/Quirinal=IT; Palazzo Chigi=IT;
Bellevue Palace=DE; Rashtrapati Bhavan=IN; South Block=IN; Aso Rock=NG; Union Buildings=ZA; Malacañang/Malacañang Palace=PH; Bankova=UA; Ak Orda/Akorda=KZ; Áras an Uachtaráin=IE; Parliament Hill=CA; Rideau Hall=CA; Binnenhof=NL; Apostolic Palace=VA
`;

/** Names of places that are names of people or words as well: taken only where the article speaks of the country otherwise. */
export const needEvidence: ReadonlySet<string> = new Set([
  'Victoria', 'Kingston', 'Hamilton', 'Douglas', 'Stanley', 'Plymouth', 'San José', 'Saint-Denis', 'George Town', 'Georgetown', 'Jamestown',
  "Saint John's", "St. John's", "St John's", "St. George's", 'San Juan', 'Road Town', 'The Valley', 'Sucre', 'Alofi', 'Gustavia', 'Marigot', 'Saint-Pierre',
  'Jersey', 'Guernsey', 'Male', 'Fort-de-France', 'Adamstown', 'West Island', 'Charlotte Amalie', 'Philipsburg', 'Montserrat', 'Saint Martin', 'Westminster',
  'Bellevue Palace', 'South Block', 'Holyrood', 'Union Buildings', 'Saudi', 'Emirates', 'the Emirates', 'RSA', 'Bankova', 'Santiago', 'Lao', 'No 10', 'No. 10', 'Number 10', 'Moncloa', 'C.A.R.', 'Kiribati', 'Kiwi',
  'Baltic', 'Colombo', 'Settlement', 'St. Peter Port', 'Basseterre', 'Castries', 'Roseau', 'Port Louis', 'Longyearbyen', 'Macedonia', 'Valletta',
]); // prettier-ignore

/** Places with the name of a person: not one where another name stands before or after. */
export const personal: ReadonlySet<string> = new Set([
  'Georgia', 'Jordan', 'Chad', 'Sofia', 'Victoria', 'Paris', 'London', 'Israel', 'Kenya', 'India', 'Ireland', 'Holland', 'Washington', 'France', 'England', 'Wales',
  'Berlin', 'Kingston', 'Hamilton', 'Wellington', 'Stanley', 'Douglas', 'Santiago', 'Lima', 'Rome', 'Vienna', 'Virginia', 'Carolina', 'Dakota', 'Montana', 'Tennessee', 'Brittany',
  'Normandy', 'Austria', 'Cuba', 'Malta', 'Cyprus', 'Asia', 'Jersey', 'Bern', 'Dublin', 'Alberta', 'Java', 'Indiana', 'Nevada', 'Holyrood', 'Savannah', 'America', 'Africa', 'Italy', 'Spain', 'Brazil',
  'English', 'French', 'Christian', 'German', 'Welsh', 'Irish', 'Scot', 'Dane', 'Finn', 'Pole', 'Turk', 'Frank', 'Roman', 'Norman', 'Israeli', 'Jordanian', 'Latina', 'Brit', 'Persian',
  'Lao', 'Slav', 'Guinean', 'Thai', 'Sharm', 'Tamil', 'Cairo', 'Sydney', 'Adelaide', 'Florence', 'Milan', 'Troy', 'Lourdes', 'Maine', 'Kent',
]); // prettier-ignore
