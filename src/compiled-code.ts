/** Whether what builds an article has been compiled in this process: the starter of the bundled command keeps the code then. */
export const compiledCode = { isWorthKeeping: false };
