/** The public API. */
import './model/file-data.ts';

export { PluginError } from './attach.ts';
export { ConfigError } from './config/config-error.ts';
export type { PipelineConfig } from './config/types.ts';
export { DecisionsError } from './decisions/decisions-error.ts';
export { LimitError, type Limits, type LimitsConfig } from './limits.ts';
export type * from './model/article.ts';
export type * from './model/decisions.ts';
export type { Asset } from './model/file-data.ts';
export {
  createPipeline,
  type ArticleInput,
  type Bound,
  type BuildResult,
  type Outputs,
  type Pipeline,
  type PipelineOptions,
} from './pipeline.ts';
export type { FormatName } from './writers/format-name.ts';
export type { Writer, WriterInput } from './writers/writer.ts';
