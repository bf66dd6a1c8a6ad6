/**
 * Well-known names that stand before dates and are no sources: feasts, events, battles, ships, works, and the given names of people.
 * What an article cites is seldom named like one of these; a name that isn't here is judged by its words and by the article.
 */
import { nameKey } from '../outlets.ts';

const list = (names: string): ReadonlySet<string> =>
  new Set(names.split(/,\s+/).map((name) => nameKey(name)));

/** Feasts and days that are not called so. */
const feasts =
  'Yom Kippur, Rosh Hashanah, Sukkot, Purim, Pesach, Shavuot, Tisha B’Av, Hanukkah, Navruz, Nauryz, Norouz, Cinco de Mayo, All Saints, All Souls, Midsummer, ' +
  'Candlemas, Mardi Gras, Michaelmas, Lammas, Beltane, Samhain, Hogmanay, Maundy Thursday, Palm Sunday, Ash Wednesday, Whitsun, Ascension, Assumption, ' +
  'Trinity, Corpus Christi, Annunciation, Maslenitsa, Kwanzaa, Tet, Lunar New Year, Songkran, Loy Krathong, Obon, Golden Week, Chuseok, Seollal, Raksha Bandhan, Dussehra, Navaratri, Onam, Pongal, ' +
  'Vaisakhi, Baisakhi, Muharram, Ashura, Arbaeen, Mawlid, Laylat al-Qadr, Eid al-Fitr, Eid al-Adha, Day of the Dead, Juneteenth, Kupala, Walpurgis, Oktoberfest, Carnival, Twelfth Night, Martinmas, Lughnasadh, Imbolc';

const events =
  'Burning Man, Glastonbury, Lollapalooza, Coachella, Woodstock, Bonnaroo, Tomorrowland, Roskilde, Bayreuth, Salzburg Festival, Sundance, Berlinale, Documenta, Eurovision, ' +
  'Comic-Con, Art Basel, Frieze, TEFAF, Gamescom, Hannover Messe, Photokina, Farnborough, Wimbledon, Roland Garros, Six Nations, Ryder Cup, Indy 500, Le Mans, Tour de France, ' +
  'Euromaidan, Maidan, Tiananmen, Chernobyl, Bhopal, Fukushima, Watergate, Brexit, Kristallnacht, Anschluss, Holodomor, Sarajevo, Srebrenica, Beslan, Bataclan, Grenfell, Sandy Hook, ' +
  'Columbine, Hillsborough, Heysel, Lockerbie, Aberfan, Krakatoa, Pinatubo, Katrina, Sandy, Omicron, Delta, Woodstock, State of the Union, Super Tuesday, Black Friday, Cyber Monday, Prime Day, ' +
  'Big Bang, Full Moon, New Moon, First Light, Sputnik V, Groundbreaking, Retrospective, Demo Day, Opening Night, Press Night, Comiket';

const battles =
  'Gettysburg, Waterloo, Hastings, Agincourt, Crécy, Trafalgar, Austerlitz, Borodino, Verdun, Ypres, Somme, Gallipoli, Passchendaele, Jutland, Dunkirk, Midway, Stalingrad, Kursk, ' +
  'El Alamein, Iwo Jima, Okinawa, Dien Bien Phu, Inchon, Antietam, Bull Run, Shiloh, Vicksburg, Yorktown, Saratoga, Bunker Hill, Lexington, Culloden, Bannockburn, Blenheim, Poltava, Lepanto, Tannenberg, ' +
  'Tet Offensive, D-Day, Marathon, Thermopylae, Actium, Cannae, Monte Cassino, Arnhem, Bastogne, Anzio, Plassey, Isandlwana, Adwa, Omdurman, Debaltseve, Ilovaisk, Alamo, Pearl Harbor, Pearl Harbour';

const ships =
  'Titanic, Lusitania, Bismarck, Hindenburg, Challenger, Columbia, Discovery, Atlantis, Endeavour, Costa Concordia, Ever Given, Exxon Valdez, Deepwater Horizon, Estonia, Kursk, ' +
  'Bounty, Mayflower, Santa Maria, Andrea Doria, Queen Mary, Vasa, Cutty Sark, Rainbow Warrior, Prestige, Amoco Cadiz, Torrey Canyon, Moskva, Concorde, Enola Gay, Dali';

const works =
  'Abbey Road, Thriller, Nevermind, Lemonade, Purple Rain, Blonde, Rumours, Back in Black, The Wall, Kind of Blue, Pet Sounds, Revolver, Graceland, Jagged Little Pill, Hamilton, Cats, Wicked, ' +
  'Hamlet, Macbeth, Tosca, Carmen, Aida, Nutcracker, Swan Lake, Giselle, Jaws, Casablanca, Titanic, Avatar, Parasite, Oppenheimer, Barbie, Sub Pop, Deutsche Grammophon, Motown, Blue Note, Def Jam';

const institutions =
  'MoMA, Louvre, Guggenheim, Prado, Uffizi, Hermitage, Rijksmuseum, Tate Modern, Tate Britain, Tate, Royal Academy, Smithsonian, Whitney, Getty, Pompidou, Old Vic, La Scala, Met, ' +
  'Carnegie, Lincoln Center, Barbican, Real Madrid, Barcelona, Manchester United, Manchester City, Arsenal, Chelsea, Liverpool, Tottenham, Everton, Juventus, AC Milan, Inter Milan, Bayern Munich, ' +
  'Borussia Dortmund, Paris Saint-Germain, Ajax, Celtic, Rangers, Yankees, Red Sox, Lakers, Celtics, Cowboys, Patriots, Dodgers, Eastern Time, Pacific Time, Central Time, Downing Street';

const states =
  'Alabama, Alaska, Arizona, Arkansas, Colorado, Connecticut, Delaware, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, ' +
  'Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, North Carolina, North Dakota, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Utah, Vermont, ' +
  'West Virginia, Wisconsin, Wyoming, Ontario, Quebec, Québec, Alberta, Manitoba, Saskatchewan, Nova Scotia, New South Wales, Queensland, Tasmania, Punjab, Kerala, Gujarat, Sindh, Balochistan, Xinjiang, Tibet, ' +
  'Sichuan, Guangdong, Yunnan, Dagestan, Tatarstan, Ingushetia, Karabakh, Nagorno-Karabakh, Abkhazia, South Ossetia, Transnistria, Kurdistan, Kashmir, Tigray, Darfur, Sinai, Anatolia, Siberia, Saxony, Hesse, ' +
  'Tuscany, Sicily, Sardinia, Brittany, Provence, Andalusia, Galicia, Silesia, Transylvania, Bosnia, Herzegovina, Cornwall, Yorkshire, Kent, Essex, Lower Manhattan, Manhattan, Brooklyn, Queens, Harlem, ' +
  'Salt Lake City, Heathrow, Gatwick, JFK, LaGuardia, Hollywood, Silicon Valley, Westminster, Brussels, Ankara, Chornobyl';

let names: ReadonlySet<string> | undefined;

/** Whether a name is known for something else than what is printed or said. */
export function isWellKnown(name: string): boolean {
  names ??= new Set(
    [feasts, events, battles, ships, works, institutions, states].flatMap((each) => [
      ...list(each),
    ]),
  );
  return names.has(nameKey(name));
}

/** Given names, from many countries. Those that are ordinary words, titles of papers, or places are left out. */
const givenNames = list(
  'Aaron, Abdul, Abdullah, Adam, Adrian, Ahmad, Ahmed, Aidan, Aisha, Aleksandr, Aleksei, Alexander, Alexandra, Alexei, Alexey, Ali, Alice, Alicia, Alina, Amanda, Amina, Amir, Amy, Ana, Anastasia, Anatoly, ' +
    'Andre, Andrea, Andrei, Andrew, Andrey, Andrzej, Angela, Anita, Ann, Anna, Anne, Annie, Anthony, Anton, Antonio, Arjun, Arthur, Barack, Barbara, Ben, Benjamin, Bill, Bob, Boris, Brian, Bruce, Carl, Carla, ' +
    'Carlos, Carmen, Carol, Caroline, Catherine, Charles, Chen, Chris, Christian, Christina, Christine, Christopher, Claire, Claudia, Craig, Cristina, Daniel, Daniela, David, Deborah, Denis, Diana, Diego, Dmitri, ' +
    'Dmitriy, Dmitry, Donald, Donna, Dorothy, Edward, Ekaterina, Elena, Elizabeth, Ellen, Emily, Emma, Emmanuel, Eric, Erik, Esther, Eugene, Eva, Evgeny, Fatima, Felix, Fernando, Francisco, Francois, Frank, Fred, ' +
    'Gabriel, Gary, George, Gerald, Giovanni, Giulia, Gloria, Grace, Greg, Gregory, Hamid, Hannah, Hans, Harold, Harry, Hassan, Heather, Heinrich, Helen, Helena, Helmut, Henry, Hiroshi, Hussein, Ian, Ibrahim, Igor, ' +
    'Ilya, Inga, Ingrid, Irina, Isaac, Isabel, Ivan, Jack, Jacob, Jacques, James, Jan, Jane, Janet, Jason, Javier, Jean, Jeff, Jeffrey, Jennifer, Jeremy, Jessica, Jim, Joan, Joao, Joe, Johan, Johann, John, ' +
    'Jonathan, Jorge, Jose, Joseph, Joshua, Juan, Judith, Julia, Julie, Justin, Karen, Karin, Karl, Kate, Katherine, Kathleen, Kevin, Khalid, Kim, Kyle, Larry, Laura, Lauren, Leila, Leonid, Li, Liam, Linda, Lisa, ' +
    'Louis, Louise, Luca, Lucas, Lucia, Lucy, Luis, Lyudmila, Magdalena, Mahmoud, Manuel, Marc, Marcel, Marco, Margaret, Maria, Marie, Marina, Mario, Mark, Martha, Martin, Mary, Maryam, Matthew, Max, Maxim, Megan, ' +
    'Michael, Michel, Michelle, Miguel, Mikhail, Mohamed, Mohammad, Mohammed, Muhammad, Mustafa, Nadia, Nancy, Natalia, Natalya, Nathan, Nicholas, Nicolas, Nicole, Nigel, Nikita, Nikolai, Nikolay, Nina, Noah, ' +
    'Noor, Nursultan, Oleg, Oleksandr, Oleksiy, Olga, Oliver, Olivia, Omar, Pablo, Pamela, Patricia, Patrick, Paul, Paula, Paulo, Pavel, Pedro, Peter, Petr, Petro, Philip, Philippe, Pierre, Priya, Rachel, Rahul, Rajesh, ' +
    'Ralph, Ramon, Raymond, Rebecca, Recep, Ricardo, Richard, Robert, Roberto, Roger, Roman, Ronald, Rosa, Roy, Ruslan, Russell, Ruth, Ryan, Salma, Samantha, Samuel, Sandra, Sara, Sarah, Scott, Sean, Sebastian, Serhiy, ' +
    'Sergei, Sergey, Sergio, Shinzo, Simon, Sofia, Sophia, Sophie, Stanislav, Stefan, Stephanie, Stephen, Steve, Steven, Susan, Svetlana, Sylvia, Tamara, Taras, Tatiana, Tatyana, Teresa, Thomas, Tim, Timothy, Tom, Tomas, ' +
    'Tony, Ursula, Valentina, Valery, Vasily, Vera, Victor, Victoria, Viktor, Viktoria, Vincent, Virginia, Vitaly, Vladimir, Volodymyr, Walter, Wang, Wei, Wendy, William, Wolfgang, Xi, Yelena, Yevgeny, Yulia, Yuri, Yusuf, Zhang, Zoe',
);

/** Whether a name of several words begins with a given name, as that of a person does. */
export function beginsWithGivenName(name: string): boolean {
  const words = name.split(' ');
  return (
    words.length > 1 &&
    words.length < 5 &&
    givenNames.has(nameKey(words[0] as string)) &&
    /^\p{Lu}/u.test(words.at(-1) as string)
  );
}
