/** Names that datelines and bylines end on: enough of them to tell a place from a person where nothing else does. */

const countries =
  'Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|' +
  'Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia|Bosnia and Herzegovina|Botswana|Brazil|Brunei|Bulgaria|Burkina Faso|Burundi|' +
  'Cambodia|Cameroon|Canada|Cape Verde|Chad|Chile|China|Colombia|Comoros|Congo|Costa Rica|Croatia|Cuba|Cyprus|Czechia|Czech Republic|' +
  'Denmark|Djibouti|Dominica|Dominican Republic|East Timor|Ecuador|Egypt|El Salvador|England|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|' +
  'Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Greenland|Grenada|Guatemala|Guinea|Guyana|Haiti|Honduras|Hungary|Iceland|' +
  'India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kiribati|Kosovo|Kuwait|Kyrgyzstan|' +
  'Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|' +
  'Mauritania|Mauritius|Mexico|Micronesia|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|' +
  'Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|North Macedonia|Northern Ireland|Norway|Oman|Pakistan|Palau|Palestine|' +
  'Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|Romania|Russia|Rwanda|Samoa|San Marino|' +
  'Saudi Arabia|Scotland|Senegal|Serbia|Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|Somaliland|' +
  'South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|' +
  'Togo|Tonga|Trinidad and Tobago|Tunisia|Turkey|Türkiye|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates|United Kingdom|' +
  'United States|Uruguay|Uzbekistan|Vanuatu|Venezuela|Vietnam|Wales|West Bank|Gaza|Gaza Strip|Yemen|Zambia|Zimbabwe|' +
  'UK|U.K.|US|U.S.|USA|U.S.A.|UAE|U.A.E.|DRC';

const states =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|' +
  'Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|' +
  'New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|' +
  'Tennessee|Texas|Utah|Vermont|Virginia|Washington State|West Virginia|Wisconsin|Wyoming|D.C.|DC|Ala.|Ariz.|Ark.|Calif.|Colo.|Conn.|' +
  'Del.|Fla.|Ga.|Ill.|Ind.|Kan.|Ky.|La.|Mass.|Md.|Mich.|Minn.|Miss.|Mo.|Mont.|Neb.|Nev.|N.C.|N.D.|N.H.|N.J.|N.M.|N.Y.|Okla.|Ore.|Pa.|' +
  'R.I.|S.C.|S.D.|Tenn.|Va.|Vt.|Wash.|W.Va.|Wis.|Wyo.|Ontario|Quebec|Québec|Alberta|Manitoba|Saskatchewan|British Columbia|Nova Scotia|' +
  'New Brunswick|Newfoundland|Ont.|Que.|Alta.|B.C.|N.S.|N.B.|New South Wales|Queensland|Tasmania|Victoria';

/** Cities whose names are shaped like a person's. */
const cities =
  'New York|Los Angeles|San Francisco|San Diego|San Antonio|San Jose|Las Vegas|New Orleans|Salt Lake City|St. Louis|St. Petersburg|' +
  'Santa Fe|Fort Worth|El Paso|Kansas City|Mexico City|Panama City|Guatemala City|Buenos Aires|Rio de Janeiro|Sao Paulo|São Paulo|' +
  'San Salvador|San Juan|Santo Domingo|La Paz|Port of Spain|Port Moresby|Port Louis|Port Harcourt|Porto Alegre|Belo Horizonte|' +
  'Hong Kong|New Delhi|Kuala Lumpur|Ho Chi Minh City|Phnom Penh|Tel Aviv|Abu Dhabi|Addis Ababa|Cape Town|Dar es Salaam|' +
  'Sierra Leone|Freetown|The Hague|Den Haag|Nizhny Novgorod|Nur-Sultan|Kota Kinabalu|Quezon City|Gaza City|Kuwait City|Vatican City|' +
  'Washington|London|Paris|Berlin|Brussels|Moscow|Kyiv|Kiev|Warsaw|Rome|Madrid|Vienna|Geneva|Istanbul|Ankara|Jerusalem|Beirut|Cairo|' +
  'Nairobi|Lagos|Abuja|Accra|Johannesburg|Tehran|Baghdad|Kabul|Islamabad|Delhi|Mumbai|Dhaka|Beijing|Shanghai|Tokyo|Seoul|Taipei|' +
  'Manila|Jakarta|Bangkok|Hanoi|Sydney|Melbourne|Canberra|Wellington|Ottawa|Toronto|Montreal|Chicago|Boston|Miami|Houston|Dallas|' +
  'Atlanta|Seattle|Denver|Caracas|Bogota|Bogotá|Lima|Santiago|Quito|Brasilia|Brasília|Havana|Dublin|Lisbon|Athens|Budapest|Prague|' +
  'Bucharest|Sofia|Belgrade|Zagreb|Sarajevo|Tbilisi|Yerevan|Baku|Astana|Almaty|Tashkent|Bishkek|Dushanbe|Minsk|Riga|Vilnius|Tallinn|' +
  'Helsinki|Stockholm|Oslo|Copenhagen|Amsterdam|Kampala|Kigali|Khartoum|Tripoli|Tunis|Algiers|Rabat|Dakar|Bamako|Harare|Lusaka|Colombo';

const key = (name: string): string => name.toLowerCase();

const regions: ReadonlySet<string> = new Set(`${countries}|${states}`.split('|').map(key));
const all: ReadonlySet<string> = new Set(`${countries}|${states}|${cities}`.split('|').map(key));

/** Whether this is a country, or a state of a large one, as it stands after a town. */
export function isRegion(name: string): boolean {
  return regions.has(key(name));
}

/** Whether this is a well-known place. */
export function isPlace(name: string): boolean {
  return all.has(key(name));
}
