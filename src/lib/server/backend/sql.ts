import type { PGlite } from '@supabase/lite/pglite';
import type postgres from 'postgres';

type Row = Record<string, unknown>;

/** Plain SQL as the database's owner: for migrations, tests and backups, never for a reader's request. */
export type Sql = {
	/** Runs one statement with parameters `$1`, `$2` ... and returns its rows. */
	query<T extends Row = Row>(text: string, params?: readonly unknown[]): Promise<T[]>;
	/** Runs a script of several statements. */
	run(script: string): Promise<void>;
	/** Runs `work` in one transaction, undone when it throws. */
	transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
};

/** Plain SQL on PGlite. `inTurn` keeps it out of other requests' transactions: PGlite has a single session. */
export function sqlOnPglite(database: PGlite, inTurn: <T>(work: () => Promise<T>) => Promise<T>): Sql {
	return {
		query: (text, params) => inTurn(() => statements(database).query(text, params)),
		run: (script) => inTurn(() => statements(database).run(script)),
		transaction: (work) => inTurn(() => database.transaction((session) => work(statements(session)))),
	};
}

function statements(session: Pick<PGlite, 'query' | 'exec'>): Sql {
	const sql: Sql = {
		query: async <T extends Row>(text: string, params: readonly unknown[] = []) =>
			(await session.query<T>(text, [...params])).rows,
		run: async (script) => {
			await session.exec(script);
		},
		transaction: (work) => work(sql),
	};
	return sql;
}

/** Plain SQL on a PostgreSQL server. */
export function sqlOnPostgres(database: postgres.Sql | postgres.TransactionSql): Sql {
	const sql: Sql = {
		query: async <T extends Row>(text: string, params: readonly unknown[] = []) =>
			[...(await database.unsafe(text, params as postgres.ParameterOrJSON<never>[]))] as unknown as T[],
		run: async (script) => {
			await database.unsafe(script);
		},
		transaction: async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
			if (!('begin' in database)) return work(sql);
			return (await database.begin((session) => work(sqlOnPostgres(session)))) as T;
		},
	};
	return sql;
}
