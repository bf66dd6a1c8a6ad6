/** Given names and what they are shortened to in English: "Joe Biden", "Joseph R. Biden Jr.". */

const table = `alexander: alex sasha sandy; andrew: andy drew; anthony: tony; benjamin: ben; charles: charlie chuck; christopher: chris; daniel: dan danny; david: dave;
donald: don; douglas: doug; edward: ed eddie ted; elizabeth: liz beth betty lizzie; eugene: gene; frederick: fred; gerald: gerry jerry; gregory: greg; harold: hal;
henry: hank harry; jacob: jake; james: jim jimmy; jeffrey: jeff; jennifer: jen jenny; john: jack johnny; jonathan: jon; joseph: joe; joshua: josh; katherine: kate kathy;
kathleen: kathy; kenneth: ken; lawrence: larry; leonard: len; margaret: maggie meg peggy; matthew: matt; michael: mike mick; nathaniel: nate; nathan: nate; nicholas: nick;
patricia: pat patty; patrick: pat; peter: pete; philip: phil; phillip: phil; raymond: ray; rebecca: becky; richard: dick rick rich; robert: bob rob bobby; ronald: ron;
samuel: sam; stephen: steve; steven: steve; susan: sue; theodore: ted; thomas: tom tommy; timothy: tim; victoria: vicky; walter: walt; william: bill will billy; zachary: zach`;

const longForms = new Map<string, Set<string>>();
for (const row of table.split(/;\s*/)) {
  const [long, ...short] = row.split(/[:\s]+/) as [string, ...string[]];
  for (const each of short) {
    const known = longForms.get(each);
    if (known) known.add(long);
    else longForms.set(each, new Set([long]));
  }
}

/** Whether one given name is a short form of the other. Both as keys. */
export function isShortFor(a: string, b: string): boolean {
  return longForms.get(a)?.has(b) === true || longForms.get(b)?.has(a) === true;
}
