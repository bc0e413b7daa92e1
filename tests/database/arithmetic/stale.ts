import type { Sql } from '../../../src/lib/server/backend/sql.ts';

const KEPT = `
	select (to_jsonb(sp) || coalesce(to_jsonb(c), '{}'))::text as row
	from reporting.series_period sp
	full join reporting.cell c using (series_id, period_code)
	where coalesce(sp.programme_id, c.programme_id) = $1`;

/** Rows of the kept-up tables that a full recompute would change, as they are and as they should be. */
export async function staleRows(sql: Sql, programme: string): Promise<string[]> {
	return sql.transaction(async (session) => {
		const read = async () => (await session.query(KEPT, [programme])).map((one) => String(one.row));
		const kept = new Set(await read());
		for (const table of ['cell', 'counting', 'series_period']) {
			await session.query(`delete from reporting.${table} where programme_id = $1`, [programme]);
		}
		await session.query(
			'select private.refresh_figures(array(select id from public.series where programme_id = $1))',
			[programme],
		);
		const fresh = new Set(await read());
		return [
			...[...kept].filter((row) => !fresh.has(row)).map((row) => `kept ${row}`),
			...[...fresh].filter((row) => !kept.has(row)).map((row) => `fresh ${row}`),
		].slice(0, 4);
	});
}
