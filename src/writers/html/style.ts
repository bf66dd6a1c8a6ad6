/** The style sheet of the page. */
export const defaultStyle = `
:root { color-scheme: light dark; }
`;
