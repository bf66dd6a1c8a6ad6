/** The plugins that copydesk ships. Loaded when used. */
export const shippedPlugins = {
  masthead: () => import('../../plugins/masthead/index.ts'),
  cleanup: () => import('../../plugins/cleanup/index.ts'),
  citations: () => import('../../plugins/citations/index.ts'),
  entities: () => import('../../plugins/entities/index.ts'),
  'pull-quotes': () => import('../../plugins/pull-quotes/index.ts'),
  'house-style': () => import('../../plugins/house-style/index.ts'),
} as const;

export const shippedPluginNames = Object.keys(shippedPlugins) as (keyof typeof shippedPlugins)[];

/** What runs unless a config says otherwise, in this order. A house style is each house's own. */
export const defaultPlugins = shippedPluginNames.filter((name) => name !== 'house-style');
