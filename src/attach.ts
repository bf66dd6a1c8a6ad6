import type {} from 'remark-parse';
import type { Plugin, Processor, Transformer } from 'unified';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { treeFault, type TreeKind } from './check-tree.ts';
import type { LoadedPlugin } from './config/load-plugins.ts';

/** A plugin threw while it worked on an article. The error that it threw is the `cause`. */
export class PluginError extends Error {
  readonly plugin: string;

  constructor(plugin: string, cause: unknown) {
    super(`Plugin "${plugin}" failed: ${reasonOf(cause)}`, {
      cause,
    });
    this.name = 'PluginError';
    this.plugin = plugin;
  }
}

/** Anything can be thrown. */
function reasonOf(cause: unknown): string {
  if (cause instanceof Error) return cause.message === '' ? cause.name : cause.message;
  if (cause === undefined || cause === null) return 'it threw nothing that says why';
  if (typeof cause === 'object') return `it threw ${Object.prototype.toString.call(cause)}`;
  return String(cause as string | number);
}

type AnyTransformer = Transformer<Node, Node>;

/** What is done around a plugin's work. */
export interface AttachHooks {
  /** What the plugin has to leave. Default: any tree. */
  kind?: TreeKind;
  /** Called with the plugin's name where it extends the syntax of Markdown. */
  onSyntax?: (name: string) => void;
  /** Called before and after the plugin works on an article. */
  onRun?: ((plugin: LoadedPlugin, phase: 'start' | 'end') => void) | undefined;
}

/**
 * A loaded plugin as one of its own kind: unified runs a function that it is given twice only once, with the options of both
 * merged, where a config that lists a plugin twice means both. What the plugin throws is marked with its name, and the tree that a plugin
 * of others leaves is checked.
 */
export function attachment(loaded: LoadedPlugin, hooks: AttachHooks = {}): Plugin<[]> {
  const { name, plugin, parameters } = loaded;
  return function attached(this: Processor): AnyTransformer | undefined {
    const extensions = this.data().micromarkExtensions?.length ?? 0;
    let transformer: ReturnType<typeof plugin>;
    try {
      transformer = plugin.apply(this as never, parameters as never);
    } catch (error) {
      throw new PluginError(name, error);
    }
    if ((this.data().micromarkExtensions?.length ?? 0) > extensions) hooks.onSyntax?.(name);
    if (!transformer) return undefined;
    return guarded(loaded, transformer as unknown as AnyTransformer, hooks);
  };
}

/** A transformer may return a tree or a promise of one, or call a callback: after it, all are one. */
function guarded(
  loaded: LoadedPlugin,
  transformer: AnyTransformer,
  { kind = 'other', onRun }: AttachHooks,
): AnyTransformer {
  const { name, origin } = loaded;
  const finish = (tree: Node, result: unknown): Node | undefined => {
    onRun?.(loaded, 'end');
    // unified takes an error that is returned for one that is thrown.
    if (result instanceof Error) throw new PluginError(name, result);
    const fault = origin === 'shipped' ? undefined : treeFault(result ?? tree, kind);
    if (fault !== undefined) throw new PluginError(name, new Error(fault));
    return (result ?? undefined) as Node | undefined;
  };
  const fail = (error: unknown): never => {
    throw error instanceof PluginError ? error : new PluginError(name, error);
  };
  return (tree: Node, file: VFile) => {
    try {
      onRun?.(loaded, 'start');
      const result = transformer.length > 2 ? called(transformer, tree, file) : run(tree, file);
      return isPromise(result)
        ? Promise.resolve(result)
            .then((next) => finish(tree, next))
            .catch(fail)
        : finish(tree, result);
    } catch (error) {
      return fail(error);
    }
  };

  function run(tree: Node, file: VFile): unknown {
    return (transformer as (tree: Node, file: VFile) => unknown)(tree, file);
  }
}

/** A plugin that takes a callback, as a promise. */
function called(transformer: AnyTransformer, tree: Node, file: VFile): Promise<unknown> {
  return new Promise((resolve, reject) => {
    void transformer(tree, file, (error, next) => {
      if (error) reject(error);
      else resolve(next);
    });
  });
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as Promise<unknown> | undefined)?.then === 'function';
}
