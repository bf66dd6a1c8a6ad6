/** How much an article must be about an entity, as its salience has it, to be said to be about it: in tags, in JSON-LD, in ninjs. */
export const aboutSalience = 0.5;
