/** The plugins that copydesk ships, in the order in which they run unless a config says otherwise. Loaded when used. */
export const shippedPlugins = {
  masthead: () => import('../../plugins/masthead/index.ts'),
  cleanup: () => import('../../plugins/cleanup/index.ts'),
  citations: () => import('../../plugins/citations/index.ts'),
  entities: () => import('../../plugins/entities/index.ts'),
  'pull-quotes': () => import('../../plugins/pull-quotes/index.ts'),
} as const;

export const shippedPluginNames = Object.keys(shippedPlugins) as (keyof typeof shippedPlugins)[];
