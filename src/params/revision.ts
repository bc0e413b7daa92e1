/** The number of a revision: 1, 2, 3 ... */
export const match = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text);
