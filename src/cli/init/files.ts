/** What `copydesk init` writes: the files of a newsroom's own repository, by their paths. */
export const ciSystems = ['github', 'gitlab'] as const;
export type CiSystem = (typeof ciSystems)[number];

/** The line that tells editors where the schema of the config is, in a folder in which copydesk is installed. */
export const schemaLine =
  '# yaml-language-server: $schema=./node_modules/copydesk/schemas/pipeline.config.schema.json';

const config = `${schemaLine}
# What happens to an article, and in which order. Every key is explained in node_modules/copydesk/docs/config.md.
input: input
output: output
formats: [markdown, html, json]
plugins:
  - masthead
  - cleanup
  - citations:
      style: chicago-notes
  - entities:
      registry: editorial/entities.yaml
  - pull-quotes
  - house-style:
      vocabulary: editorial/house-style.yaml
# How grave findings are, by rule: error, warning, info or off.
rules:
  citations/missing-outlet: error
`;

const entities = `# The names that the house is sure of. node_modules/copydesk/docs/entities.md tells what an entry can say.
entities:
  - name: United Nations
    type: organization
    aliases: [UN, 'U.N.']
    sameAs: https://www.wikidata.org/entity/Q1065
`;

const houseStyle = `# The words of the house. node_modules/copydesk/plugins/house-style/readme.md tells what a rule can say.
banned:
  extends: existence
  tokens: [going forward, at this moment in time]
spelling:
  extends: substitution
  swap:
    e-mail: email
    utilise: use
repetition:
  extends: repetition
`;

const article = `A Lighthouse Gets Its Keeper Back

By Maren Holt

March 14, 2024

The lighthouse on Gull Rock has had nobody to look after it since its lamp was made to turn by itself. This spring it will have a keeper
again (Coastal Courier, March 9, 2024).

"A light without a keeper is a lamp that somebody forgot to turn off," said Ada Brandt, who will move in with two dogs and a boat. She
has looked after lights before, on the other side of the strait, and says that the machine does well enough until the night it is needed.

The harbour board will pay her for three years. After that the rock has to earn its own keep.
`;

const github = `name: articles
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          # What has changed is told from the history.
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install
      - run: npx copydesk build --frail
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: articles
          path: output
`;

const gitlab = `articles:
  image: node:22
  script:
    - npm install
    - npx copydesk build --frail --reporter pretty --reporter gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    paths: [output]
    reports:
      codequality: gl-code-quality-report.json
`;

const gitignore = `node_modules/
output/
.copydesk/
`;

/** The files by their paths. `version` is that of copydesk, `name` that of the folder. */
export function initFiles(
  name: string,
  version: string,
  ci: readonly CiSystem[],
): ReadonlyMap<string, string> {
  const packageJson = {
    name:
      name
        .toLowerCase()
        .replace(/[^a-z0-9-]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'articles',
    private: true,
    type: 'module',
    scripts: { build: 'copydesk build', watch: 'copydesk build --watch', check: 'copydesk check' },
    devDependencies: { copydesk: `^${version}` },
  };
  const files = new Map([
    ['pipeline.config.yaml', config],
    ['editorial/entities.yaml', entities],
    ['editorial/house-style.yaml', houseStyle],
    ['input/lighthouse.txt', article],
    ['.gitignore', gitignore],
    ['package.json', `${JSON.stringify(packageJson, undefined, 2)}\n`],
  ]);
  if (ci.includes('github')) files.set('.github/workflows/articles.yml', github);
  if (ci.includes('gitlab')) files.set('.gitlab-ci.yml', gitlab);
  return files;
}
