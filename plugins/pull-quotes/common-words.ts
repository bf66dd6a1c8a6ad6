/**
 * 1,500 common words of English prose, in lower case: those that stand in at least three of five annotated corpora (web, encyclopedia,
 * politics, defence, mixed genres), by their mean share. What is not among them counts as rare.
 */
export const commonWords: readonly string[] = `
ability able about above accept access accident according achieved across act action actions
active activities acts actually added addition additional address administration advance advise
after afternoon again against age agenda ago agreed agreement agriculture ahead aid air aircraft
airline al all alliance allies allow allowed almost alone along alongside already also although
always am ambitious among amount an and animals announced annual another answer any anything
appeared appointed approach appropriate approximately are area areas armed arms army around
arrived article articles artillery artists as ask asked assault assigned assist assistance
assistant assisted assisting associated at attached attack attacks attempt attempted attempts
attended attention audience author available away back backed bad balance band bar barely base
based basis battle be beautiful became because become been before began begin beginning begun
behalf behind being believe believed below best better between beyond big bit black body book
books border born both boundary bridge bridges briefly bring bringing broadcast broadcasting
brother brought build building buildings built bus business but buy by ca cabinet call called
calling calls came campaign campus can cancer candidate candidates capacity capital captured car
care career carried carrier carry cars case cause caused cave center centre century certain
certainly chairman challenge challenges chance change changed changes charge chemical chief
children choice choose chose chosen cities citizens city civil civilian civilians claim claimed
class classified clean clear cleared close closed closely club coalition combat come comes
coming command commanded commitment committed common community companies company competitive
complete completed completely complex composed composition concerning condemning conditions
conduct conducted conference confidence confident confirmed conflict connected connection
conservative considered construction consumer contact contains contemporary contested continue
continued continues continuing contract contribution control controlled cooperation coordinated
corner cost could counter countries country county couple course court cover create created
creation crew criminal critical cross crossing cultural current currently customer cut daily
damaged date dating daughter day days de dead deal death decade decided decision decisions
dedicated deep defeat defeated defense defensive defined deliver delivered delivery democratic
deny deployed deputy descendants described describes design designed despite destinations
destroy destroyed details develop developed development did died differences different difficult
direct directed direction directly director discovered discrimination discuss discussed
distinguished district do does dog doing domain dominance done door down dozens drew driving
dropped due during each earlier early easily east economic economy education effect effective
effort efforts eight either elected election elections electricity elements eliminate employed
employees enable end ended enemy energy engaged engineer enough enter entered entertainment
entire entrance environment equipment era especially establish established establishing
estimated etc ethnic evaluation even evening event events eventually ever every everything evil
example excellent execute exercise exist expected experience explained express expressed extend
extended extensive external extremely face faced facilities facility fact failed fair faith
families family famous fan fans far father favor features federal feet fell fellow felt female
few field fight fighter fighting figure film final finally finance financial find finding
findings fine finished fire fired first five flag flights flow focus focused follow followed
following follows food for force forced forces foreign form format formation formed former
formerly forms forward fought found founded founder four fourth free freedom friend friends from
front ft full fully function further future gained game games gang gas gave general generally
get getting give given global go goal goes going good got government governor graduate great
greater greeted grew ground group groups grow growing growth guarantee guests gun guys had half
hand hands happen harbour hard has have haven having he head headquarters heads health hear
heard heart heavy held help helped her here high highest highly him himself his history hit hold
holy home hope hospital hosted hour hours house houses housing how however huge human ice idea
identified ideology if immediately impact important impossible improve in incident include
included includes including incorporated increasing independence independent index individual
industrial industry influenced information infrastructure initial initially injured injury
inside instead institutions intelligence intended interest interested interests international
internet interview into introduced investigation involved is island islands issue issued issues
it its itself job join joined joining judge jury just keep keeping kept key killed kind knew
know knowledge known lab land landmark language languages large larger largest last lasting late
later latest launch launched law lead leader leaders leadership leading league learning least
leave leaving led left legal legislative length less let letter level liberation life light like
likely limited line lines list literary little live lived lives living local located location
lodge long longer look looking lose losing lost lot love machine made magazine main mainly
maintain maintained maintaining maintenance major majority make makes making man managed
management manual many march market marriage married material matter may mayor me meaning means
meant measure media medical meet meeting member members memory men mentioned merged met might
miles militant military million minister minor minutes mission mix moderate modern moment money
month months more morning most mostly mountains move moved movement moving much multiple music
must my name named names nation national nations native nature near nearby nearly necessary need
needed needs network never new newly news next night nine no nominated nomination non north
northeast northern northwest not notably note nothing now nuclear number numbers numerous occur
occurred of off offensive offer offered offers office officer officers offices official
officially officials often oil old older on once one ones ongoing online only open opened
opening operated operating operation operations operator opportunity opposition or order ordered
orders ordinary organisations organization organizations organized original originally other
others our out outside over overall overcome own owned pair paper parents park parliament part
participants particular particularly parties partner partnership partnerships parts party
passenger passing past pay peace peak people per percent perfect performance performed period
person personal phase piece place places plan planning plans play played player playing plays
please plus pm point points police policy political politician pool poor popular population
portion ports position positions possible post posted power present presented president
presidential press pressure pretty prevent previous previously price prices primaries primarily
primary prime prior prison private probably procedure procedures process proclaimed produce
produced professional program programs progress project projects promise promote property
proposed protect protection provide provided provides providing province public published
purchased purpose put question questions quickly race railway raised ran range rare rate rather
rating re reach reached real really reason reasons receive received recent recently recognition
recommendations recommended record recorded recording reduce reduced reference referred reflect
refused regarded regarding region regional registered regular regularly related relations
relationship relationships release released releases religion religious remain remained remains
remarks renamed replaced report reported reports representing represents request requested
required research resistance respect respectively responded response responsibility responsible
rest restaurant result resulted results retired return returned review revolutionary ride riding
right rights risk road rocket role roles room rooms roughly round route routes rule rules ruling
run running safe said same satellite saw say says scene scheduled school schools science
scientific season seat seats second secretary section security see seek seems seen self senior
sense sent separate series serious serve served serves service services serving set seven
several shallow share shared she shelter ships short shortly should show showed shown shows side
sides signed significant similar simple simply since single site sites sitting situation six
small so social society sold soldier soldiers solution some someone something sometimes son song
soon sort sound source south southern space speak speaking special species specific speed spent
split sports spread square stability staff stand standard stands start started starting state
stated statement states station status stay steel step steps still stood stop storage store
stories story strategies street strengthen strike strong strongly structure student students
studied studies study style subject subsequent succeeded success successful successor such
suicide summer supply support supported supporters supporting suppressed sure surgery
surrounding survived sustained switched system systems table tactical take taken takes taking
talk tank tanks target teaching team teams technical television tell ten terms territory terror
terrorism terrorist terrorists test text than thank thanks that the theater their them
themselves then theory there therefore these they thing things think third this those though
thought thoughts thousands threat three through throughout thus ticket time times title to today
together told too took top total tour tourist tours toward towards town towns track tracks trade
tradition traditional traditions train trained training transferred translation trial tried trip
troops true try trying turn turned twenty two type typically ultimate ultimately under
understand unique unit units universities unknown unsuccessful until up upon uprising urge us
use used using usually value various vehicle vehicles version versions very via vice victory
video views village villages vision visit vote voted votes walk want wanted war was water wave
way ways we weapon weapons website week weekend weeks weight well went were west what when where
whether which while who whom whose why widely wider wife will willing win wing winning with
within without wo woman women won word words work worked workers working works world would
wounded writing written wrong wrote year years yes yesterday yet you young your
`
  .trim()
  .split(/\s+/);
