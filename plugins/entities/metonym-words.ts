/** The words by which it is told whether a capital acts or is only a place. All in lower case. */

const list = (words: string): string[] => words.trim().split(/[\s;]+/);
const set = (words: string): ReadonlySet<string> => new Set(list(words));

/** Verbs of governments, in their base form. */
const bases =
  list(`accept accuse acknowledge act admit adopt affirm agree aim allege allow announce annex answer apologise apologize appeal appear approve argue arm ask assert assure attempt attack
  back ban bargain believe blame block boycott bolster brand break brush calculate call cancel cede challenge champion charge claim clarify complain concede condemn confirm consider continue contend contest control convince cooperate
  coordinate court criticise criticize cut decide declare decline decry defend defy delay demand denounce deny deploy depend deploy dismiss dispatch dispute distance doubt downplay drag drop ease emphasise emphasize encourage endorse
  enforce enjoy escalate evade exert expand expect expel exploit express extend fail favour favor fear feel finance fund give grant halt harden help hesitate hint hit hope ignore impose insist instruct intend
  intensify intervene invest invite invoke issue join justify keep know label lament launch lend liken lift lobby look lose maintain make mediate move need negotiate nominate note object offer oppose order outlaw
  overlook owe pay pledge plan play point portray prefer prepare press pressure proclaim project promise promote propose protest provide provoke punish pursue push question quit ratify react realise realize rebuff rebuke recall receive
  recognise recognize reconsider refrain refuse regard reiterate reject rely remain remind renew reply report reprimand request resent resist resort respond resume retaliate retain reverse revoke row rule sanction say scramble scrap see seek seem send sever share shift shun side
  sign signal soften speak spend stage stand start stop stress strike strive struggle submit succeed suggest summon supply support suspect suspend sway take talk target tell terminate think threaten tighten tolerate trust try turn uphold
  unveil upbraid urge use veto view vow waive want warn watch weigh welcome wield wish withdraw withhold work worry yield`);
export const irregular =
  set(`said told thought felt gave made took saw sought sent spoke stood struck strove lost kept knew lent dealt hit hid held cut spent began broke drew fought found got grew led left let meant met paid put ran
  rose shut sat sold shook threw understood undertook upheld went withdrew withheld won wrote bent bought brought built caught chose came swore overthrew foresaw forbade forgot forgave quit set overran misread`);
export const actions: ReadonlySet<string> = new Set([...irregular, ...bases.flatMap(forms)]);
export const acting: ReadonlySet<string> = new Set(bases.map(ingForm));
export const baseForms: ReadonlySet<string> = new Set(bases);

function forms(base: string): string[] {
  const third = /(?:[sxz]|ch|sh|o)$/.test(base)
    ? `${base}es`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  const past = base.endsWith('e')
    ? [`${base}d`]
    : /[^aeiou]y$/.test(base)
      ? [`${base.slice(0, -1)}ied`]
      : [`${base}ed`, `${base}${base.at(-1)}ed`];
  return [third, ...past];
}

function ingForm(base: string): string {
  return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
}

export const auxiliaries = set(
  'has had have will would can could may might must shall should did does do cannot can’t won’t didn’t doesn’t hasn’t hadn’t wouldn’t couldn’t never not also now then still long once again always soon',
);
export const beings = set('is was are were be been');
export const bePhrases = set(
  'not now also still already currently increasingly reportedly likely unlikely keen ready eager prepared willing unwilling reluctant determined set due bound able unable wary angry furious adamant afraid aware concerned convinced confident right wrong interested involved',
);
export const states = set('become experience get have lie look sit feature contain host');
export const locatives = set(
  'past in at near outside inside around across throughout within into via through toward towards beyond outside visiting visited visit visits reached reach leaving left entered toured',
);
export const dealing = set('against by with between among vis');
export const dealings =
  set(`accuse accused accuses accusing urge urged urges urging challenge challenged challenges challenging blame blamed blames blaming criticise criticised criticize criticized criticizing warn warned warns warning press pressed pressing
  pressure pressured pressuring ask asked asks asking tell told tells telling support supported supports supporting defy defied defies defying punish punished sanction sanctioned persuade persuaded condemn condemned antagonise antagonised antagonize
  antagonized provoke provoked thank thanked thanks thanking appease appeased anger angered infuriated infuriate irk irked alarm alarmed isolate isolated confront confronted trust trusted distrust oppose opposed reassure reassured remind reminded help helped convince convinced
  upbraid upbraided rebuke rebuked lobby lobbied deter deterred counter countered alienate alienated court courted courting embarrass embarrassed`);
export const backed = set(
  'backed led controlled aligned installed imposed brokered friendly appointed sponsored supported run dominated approved loyal funded mediated led-',
);
/** What belongs to the city, not to the government. */
export const cityThings =
  set(`airport airports airspace architecture avenue avenues bar bars bay beach beaches boroughs bridge bridges cathedral cathedrals centre center church churches city climate clubs coast cinema commuters court courts district districts downtown drivers east festival football
  galleries harbour harbor hospital hospitals hotel hotels homeless housing inhabitants landmarks largest main mayor metro metropolitan mosque mosques museum museums nightlife neighbourhood neighborhood neighbourhoods neighborhoods north oldest outskirts park parks population port
  poor rail residents restaurant restaurants river roads schools skyline south square squares stadium stadiums station stations stock street streets suburb suburbs subway taxi taxis temperature theatre theatres theater theaters tourists traffic trams universities university walls water waterfront weather west winter zoo airport’s`);
export const routes = set(
  'flight flights road roads train trains railway railroad rail route routes line lines distance border highway ferry ferries bus buses journey trip trips halfway pipeline miles kilometres kilometers km',
);
export const buildingThings = set(
  'wall walls tower towers gate gates lawn ballroom grounds corridor corridors dome roof garden gardens kitchen fence courtyard entrance hall',
);

/** What may follow a name that is no adjective: "talks with Lima over fish", but not "with Lima lawyers". */
export const joints =
  set(`and or but to over on of in about for at as after before because that which who whose when while if since by with from is was are were has had have will would could can
  should may might must not also until during without against amid despite despite than so then though although where into under through yesterday today tomorrow again too alone itself directly`);
