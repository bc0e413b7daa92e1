import type { ParamMatcher } from '@sveltejs/kit';

/** A row's id in an address: anything else is no page, and never reaches the database. */
export const match = ((param) =>
	/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(param)) satisfies ParamMatcher;
