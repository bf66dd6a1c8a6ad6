/** Explanations of the rules, apart from the catalogue: they are long, and wanted by `copydesk rules` and `docs/rules.md` alone. */
import { citationsDocs } from './citations.ts';
import { cleanupDocs } from './cleanup.ts';
import { decisionsDocs } from './decisions.ts';
import { entitiesDocs, pullQuotesDocs } from './entities.ts';
import { houseStyleDocs } from './house-style.ts';
import { htmlDocs } from './html.ts';
import { limitsDocs } from './limits.ts';
import { mastheadDocs } from './masthead.ts';
import { pipelineDocs } from './pipeline.ts';
import { readerDocs } from './reader.ts';
import type { RuleDoc } from './rule-doc.ts';
import { suppressionsDocs } from './suppressions.ts';

export type { RuleDoc, RuleExample } from './rule-doc.ts';

export const ruleDocs: Readonly<Record<string, RuleDoc>> = {
  ...readerDocs,
  ...mastheadDocs,
  ...cleanupDocs,
  ...citationsDocs,
  ...entitiesDocs,
  ...pullQuotesDocs,
  ...houseStyleDocs,
  ...suppressionsDocs,
  ...limitsDocs,
  ...decisionsDocs,
  ...htmlDocs,
  ...pipelineDocs,
};
