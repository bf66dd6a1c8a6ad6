/** Names of countries and big cities: "(Paris, May 5)" says where and when, and not who wrote it. */
import { countryRows } from '../../../src/text/country-data.ts';
import { nameKey } from '../outlets.ts';

/** Large cities that are no capitals, and other places that stand before dates. */
const more =
  'New York, Los Angeles, Chicago, Houston, Boston, San Francisco, Seattle, Miami, Atlanta, Philadelphia, Detroit, Dallas, Denver, Las Vegas, ' +
  'Washington, DC, D.C., Washington DC, Washington D.C., New Orleans, Toronto, Montreal, Vancouver, Calgary, Rio de Janeiro, São Paulo, Sao Paulo, Barcelona, ' +
  'Valencia, Seville, Milan, Turin, Naples, Florence, Venice, Munich, Hamburg, Frankfurt, Cologne, Leipzig, Dresden, Stuttgart, Geneva, Zurich, ' +
  'Basel, Davos, Lausanne, Lyon, Marseille, Nice, Cannes, Strasbourg, Rotterdam, The Hague, Hague, Antwerp, Ghent, Manchester, Liverpool, Glasgow, ' +
  'Edinburgh, Birmingham, Leeds, Belfast, Cardiff, Oxford, Cambridge, Bristol, Gothenburg, Malmö, Bergen, Aarhus, Tampere, Kraków, Krakow, Gdansk, Gdańsk, Lviv, Odessa, ' +
  'Odesa, Kharkiv, Kiev, Kyiv, Mariupol, Donetsk, Luhansk, Kherson, Saint Petersburg, St. Petersburg, St Petersburg, Sochi, Kazan, Vladivostok, Novosibirsk, Yekaterinburg, ' +
  'Almaty, Samarkand, Bukhara, Osh, Batumi, Istanbul, Izmir, Antalya, Dubai, Jeddah, Mecca, Medina, Aleppo, Homs, Idlib, Basra, Mosul, Erbil, Kirkuk, ' +
  'Isfahan, Shiraz, Mashhad, Karachi, Lahore, Peshawar, Mumbai, Bombay, Delhi, Kolkata, Calcutta, Chennai, Bangalore, Bengaluru, Hyderabad, ' +
  'Chittagong, Colombo, Mandalay, Yangon, Ho Chi Minh City, Saigon, Da Nang, Bali, Surabaya, Shanghai, Guangzhou, Shenzhen, Wuhan, ' +
  'Chengdu, Tianjin, Xi’an, Hong Kong, Macau, Taipei, Osaka, Kyoto, Nagoya, Hiroshima, Nagasaki, Fukushima, Busan, Incheon, Sydney, ' +
  'Melbourne, Brisbane, Perth, Adelaide, Auckland, Christchurch, Johannesburg, Cape Town, Durban, Lagos, Kano, Mombasa, Casablanca, Marrakesh, ' +
  'Alexandria, Sharm el-Sheikh, Glasgow, Kigali, Goma, Kinshasa, Abidjan, Tel Aviv, Haifa, Gaza, Ramallah, Hebron, Bethlehem, Benghazi, Tijuana, Guadalajara, ' +
  'Monterrey, Medellín, Cali, Guayaquil, Córdoba, Rosario, Valparaíso, Yalta, Tehran, Camp David, Minsk, Dayton, Versailles, Potsdam, Maastricht, Lisbon, Schengen, Bretton Woods, ' +
  'Normandy, Crimea, Donbas, Chechnya, Bavaria, Catalonia, Scotland, England, Wales, Texas, California, Florida, Ohio, Georgia, Virginia, ' +
  'Europe, Asia, Africa, UK, U.K., US, U.S., USA, U.S.A., EU, UAE, USSR, Brussels, Nuremberg, Wembley, Anfield, Old Trafford';

let places: Set<string> | undefined;

/** Whether a name is that of a country, a capital or another well-known place. */
export function isPlace(name: string): boolean {
  places ??= load();
  return places.has(nameKey(name));
}

function load(): Set<string> {
  const result = new Set<string>();
  for (const [, common, official, capitals] of countryRows) {
    for (const each of [common, official, ...capitals]) result.add(nameKey(each));
  }
  for (const each of more.split(/,\s+/)) result.add(nameKey(each));
  return result;
}
