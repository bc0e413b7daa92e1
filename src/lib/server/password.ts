/** Characters a password needs at least; a hosted project's own setting may ask for more. */
export const shortestPassword = 10;
