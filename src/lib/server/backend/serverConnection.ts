import { createPostgresConnection } from '@supabase/lite/postgres';
import type { PostgresConnection } from '@supabase/lite/postgres';

// PGlite takes text for a json parameter as the document itself; postgres.js would wrap it in quotes once more.
const json = (oid: number) => ({
	to: oid,
	from: [oid],
	serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
	parse: (text: string): unknown => JSON.parse(text),
});

/** A pool of connections to a PostgreSQL server that reads and writes values as PGlite does. */
export function connectToServer(url: string, max: number): PostgresConnection {
	return createPostgresConnection({
		url,
		postgresOptions: {
			max,
			connect_timeout: 10,
			onnotice: () => undefined,
			types: { json: json(114), jsonb: json(3802) },
		},
	});
}
