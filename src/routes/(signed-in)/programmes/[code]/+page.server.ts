import { redirect } from '@sveltejs/kit';
import { addressOf } from '#domain/address.ts';
import type { PageServerLoad } from './$types.js';

/** A programme's page is the overview, narrowed to it. */
export const load: PageServerLoad = ({ params, url }) => {
	redirect(307, addressOf('/', url.searchParams, { programme: params.code }));
};
