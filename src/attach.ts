import type { Nodes } from 'hast';
import type { Root } from 'mdast';
import type {} from 'remark-parse';
import type { Plugin, Processor, Transformer } from 'unified';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import type { LoadedPlugin } from './config/load-plugins.ts';

/** A plugin threw while it worked on an article. The error that it threw is the `cause`. */
export class PluginError extends Error {
  readonly plugin: string;

  constructor(plugin: string, cause: unknown) {
    super(`Plugin "${plugin}" failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'PluginError';
    this.plugin = plugin;
  }
}

type AnyTransformer = Transformer<Node, Node>;

/**
 * A loaded plugin as one of its own kind: unified runs a function that it is given twice only once, with the options of both
 * merged, where a config that lists a plugin twice means both. What the plugin throws is marked with its name.
 *
 * @param onSyntax - Called with the plugin's name where it extends the syntax of Markdown.
 */
export function attachment(
  { name, plugin, parameters }: LoadedPlugin,
  onSyntax?: (name: string) => void,
): Plugin<[]> {
  return function attached(this: Processor): AnyTransformer | undefined {
    const extensions = this.data().micromarkExtensions?.length ?? 0;
    let transformer: ReturnType<typeof plugin>;
    try {
      transformer = plugin.apply(this as never, parameters as never);
    } catch (error) {
      throw new PluginError(name, error);
    }
    if ((this.data().micromarkExtensions?.length ?? 0) > extensions) onSyntax?.(name);
    return transformer ? guarded(name, transformer as unknown as AnyTransformer) : undefined;
  };
}

/** A transformer may return a tree or a promise of one, or call a callback: after it, all are one. */
function guarded(name: string, transformer: AnyTransformer): AnyTransformer {
  const fail = (error: unknown): never => {
    throw new PluginError(name, error);
  };
  return (tree: Node, file: VFile) => {
    try {
      if (transformer.length > 2) {
        return new Promise<Node | undefined>((resolve, reject) => {
          void transformer(tree, file, (error, next) => {
            if (error) reject(new PluginError(name, error));
            else resolve(next);
          });
        });
      }
      const result = (transformer as (tree: Node, file: VFile) => unknown)(tree, file);
      return (isPromise(result) ? result.catch(fail) : result) as Root | Nodes | undefined;
    } catch (error) {
      return fail(error);
    }
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as Promise<unknown> | undefined)?.then === 'function';
}
