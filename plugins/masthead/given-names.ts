/** Given names that are common somewhere in the world: enough of them to tell a person's name from two words of a subhead. */

const names: ReadonlySet<string> = new Set(
  (
    'aaron abdul abdullah abel abigail abraham ada adam adrian agnes agnieszka ahmad ahmed aisha akira alan albert alberto alejandro aleksandr ' +
    'aleksei alena alessandro alex alexander alexandra alexei alexis alfred ali alice alicia alison allan allen allison alma alok amanda amara amber ' +
    'amelia amina amir amit amy ana anastasia anatoly anders andre andrea andreas andrei andres andrew andrey andrzej andy angel angela angelo anil anita ' +
    'anjali ann anna anne annette annie anthony anton antonia antonio anwar april arash ariel arjun arne arnold arthur arturo asha ashley ashok ayesha ' +
    'barbara bart beatrice beatriz ben benedict benjamin bernard bernardo beth betty bianca bill blake bob bogdan boris brad bradley brandon brenda brendan brett ' +
    'brian bridget bruce bruno bryan camila carl carla carlo carlos carmen carol carolina caroline carolyn catherine cecilia cedric celia cesar chad charles ' +
    'charlie charlotte chen chiara chidi chloe chris christian christina christine christoph christopher christy cindy claire clara claude claudia claudio clement ' +
    'colin connor constance corey craig cristina curtis cynthia cyril dale dan dana daniel daniela danielle danny daria dariusz darren dave david dawn dean ' +
    'deborah debra deepak denis denise dennis derek diana diane diego dieter dimitri dirk dmitri dmitry dominic dominique don donald donna dorothy doug douglas ' +
    'duncan dylan earl ed eddie edgar edith eduardo edward edwin egor eileen elaine elena eleanor elias elijah elisa elizabeth ella ellen emil emilia emilio emily ' +
    'emma emmanuel eric erica erik erin ernest ernesto esra esther ethan eugene eva evan evelyn evgeny fabio faisal farah fatima fatma felipe felix ' +
    'ferdinand fernanda fernando filip fiona florence florian frances francesca francesco francis francisco francois frank franz fred frederic frederick ' +
    'gabriel gabriela gareth gary gavin geert gemma gene geoff geoffrey george georgia gerald gerard gerhard gianni gilbert giles gina giorgio giovanni ' +
    'giulia glenn gloria gordon grace graham greg gregory greta guillaume guillermo gustavo guy hamid hana hannah hans harold harriet harry hasan hassan heather ' +
    'hector heidi heinrich helen helena helene henri henrik henry herbert hiroshi holly howard hugh hugo hussein ian ibrahim igor ilya imran ines ingrid ' +
    'irene irina iris isaac isabel isabella ivan jack jackie jackson jacob jacqueline jacques jaime jake jakob jamal james jamie jan jane janet janice jason ' +
    'javier jay jean jeff jeffrey jennifer jenny jens jeremy jerome jerry jesse jessica jesus jill jim jimmy jin jo joan joanna joanne joao joe joel joerg ' +
    'johan johann johanna john johnny jon jonas jonathan jordan jorge jose josef joseph josephine josh joshua joy joyce juan juana judith judy julia julian ' +
    'juliana julie juliet julio jun jurgen justin kai karen karim karin karl karolina kate katarzyna kate katherine kathleen kathryn kathy katie katja kay ' +
    'keith kelly ken kenji kenneth kerry kevin khalid kim kimberly kirill klaus kofi kristen kristin kristina krzysztof kumar kurt kyle lars laura lauren ' +
    'laurence laurent lawrence lea leah lee leila lena leo leon leonard leonardo leonid leslie leticia lewis li liam lidia lily lina linda lisa liz lois lola ' +
    'lorenzo louis louisa louise luca lucas lucia lucy luis luiz lukas luke lydia lynn mads magdalena mahmoud manuel marc marcel marcelo marcin marco marcus ' +
    'margaret maria mariam mariana marie marilyn marina mario marion marisa marjorie mark marko markus marta martha martin martina mary masha mateo mathieu ' +
    'matt matteo matthew matthias maureen maurice mauricio max maxim maya megan mehdi mehmet mei melanie melissa mercedes mia michael michaela michal michel ' +
    'michele michelle miguel mikael mike mikhail milan mina ming miriam mohamed mohammad mohammed mohan moises molly monica monika muhammad mustafa nadia nadine ' +
    'nancy naomi natalia natalie natasha nathan neal neil nelson ngozi nguyen nicholas nick nicola nicolas nicole nigel nikhil nikita nikolai nina nino noah ' +
    'noel nora norman nuno oleg oleksandr olena olga oliver olivia olivier omar oscar oscar osman otto owen pablo pamela paola paolo patricia patrick paul paula ' +
    'pauline pavel pedro peggy per peter petr petra phil philip philippe phillip phyllis pierre piotr priya quentin rachel rafael raj rajesh ralph ramon ' +
    'randy raphael rashid raul ravi ray raymond rebecca regina reinhard rene ricardo richard rick rita rob robert roberta roberto robin rocio rodrigo roger ' +
    'roland rolf roman ron ronald rosa rose rosie ross roxana roy ruben russell ruth ryan sabine sabrina sally sam samantha samir samuel sandra sandro sanjay ' +
    'santiago sara sarah sasha saul scott sean sebastian sergei sergey sergio shane shannon sharon sheila shirley simon simone sofia sonia sophia sophie ' +
    'soren stacey stanislav stanley stefan stefania stefano stella stephan stephanie stephen steve steven stuart sue sunil susan susana susanne suzanne svetlana sven ' +
    'sylvia sylvie tamar tamara tanja tanya tara tariq tatiana ted teresa terry thabo theo theodore theresa therese thierry thomas tim timothy tina todd tom tomas ' +
    'tomasz tommy toni tony tracy trevor tristan ulrich ursula vadim valentina valeria valerie vanessa vera veronica victor victoria vijay viktor vincent vincenzo ' +
    'virginia vitaly vivian vladimir wales walter wanda wang warren wayne wei wendy werner wilhelm will william wolfgang xavier yana yasmin yusuf yvonne ' +
    'zachary zainab zeynep zhang zoe ' +
    'aarav abena abhishek aditya adebayo adaeze ahmet aidan aiko akash akosua akua alaa aleksandra aliya alyona ama amal aminata ananya aniket ankit anika anirudh ' +
    'antti anu aoife apinya arif arvind arzu asif aya ayse azadeh bao bashir beata berit bilal bola bolanle boniface bongani caoimhe carolyne chinua chimamanda ' +
    'chukwu ciara cillian dmytro dilip dinesh divya ebru eero eilidh ekaterina elif emeka emre enrique eoin erdem erlend fadi faith farid farida fatih fatoumata feng ' +
    'femi fikret folake funmi gaurav geeta giovanna gopal grigory gulnara gyorgy habib hakan halima hamza haruki harsh hemant hong huda hui ifeoma iker ilaria imani ' +
    'indira irfan isha ismail itzel jae jakub janos jaroslav javed jelena jing joanne jovan jyoti kaito kaoru karthik katalin kavita kenta kiran kobina kofi kwame ' +
    'lakshmi laszlo latifa lei leyla lin liu luong maciej magnus mahesh makoto malik mamadou manish manoj marek marija marketa matej mayumi meera mehmet mihai milena ' +
    'minh mirela mohit moses mukesh murat nadeem naledi nam naresh narges nasser neha nia niamh nikola nisha nkechi noor nomvula obinna odile oisin olu olumide orla ' +
    'osama ousmane oyelaran padraig parisa petar pooja pradeep prakash pranav prashant priyanka puja qing radek radha rahim rahul ram rana rania ravindra reza ritu rohan ' +
    'rohit roisin rory rukmini saad sadia saeed safiya said sakura salma sameer samira sandeep saoirse sapna satoshi selim seo shabnam shreya sibusiso sinead sipho ' +
    'siobhan sneha sofie soo stanislaw suresh suzana swati syed tadeusz takashi takeshi tamas tariq tendai thandiwe thanh thi tomoko tuan tunde tuomas uchenna uday ' +
    'usha vaclav varun vasily vikram vinod vishal vlad volodymyr wen wojciech xiao xin yan yang yara yasmine yemi ying yohannes yosef yu yuki yuri yusuke zahra zara ' +
    'zbigniew zdenek zeinab zhao zodwa zoltan zsofia zubair'
  ).split(' '),
);

const accents = /\p{M}/gu;

/** Whether a name begins with a given name that is known, or bears what words of a subhead don't: an initial, a particle. */
export function looksPersonal(name: string): boolean {
  const [first = ''] = name.trim().split(/[\s-]+/);
  const plain = first.normalize('NFD').replace(accents, '').toLowerCase();
  return (
    names.has(plain) || /^(?:\p{Lu}\.){1,3}$|^Dr\.?$/u.test(first) || /\s\p{Lu}\.\s/u.test(name)
  );
}
