import type { Sql } from '../lib/server/backend/sql.ts';

/** The schemas that the API exposes, and so the ones that clients are typed for. */
const SCHEMAS = ['public', 'reporting'];

type Column = {
	schema: string;
	relation: string;
	kind: 'r' | 'v' | 'c';
	name: string;
	type: string;
	nullable: boolean;
	optional: boolean;
	generated: boolean;
};
type ForeignKey = {
	schema: string;
	relation: string;
	name: string;
	columns: string[];
	target: string;
	target_columns: string[];
	one_to_one: boolean;
};
type Routine = {
	schema: string;
	name: string;
	strict: boolean;
	set: boolean;
	returns: string;
	arguments: { name: string | null; type: string; mode: string; optional: boolean }[];
};
type Enum = { schema: string; name: string; labels: string[] };

/**
 * Writes the TypeScript types of a migrated database in the shape supabase-js expects of `Database`.
 * Differs from the Supabase command line's in one thing: an argument may be null unless its function is strict.
 */
export async function generateDatabaseTypes(sql: Sql): Promise<string> {
	const columns = await sql.query<Column>(COLUMNS, [SCHEMAS]);
	const keys = await sql.query<ForeignKey>(FOREIGN_KEYS, [SCHEMAS]);
	const routines = await sql.query<Routine>(ROUTINES, [SCHEMAS]);
	const enums = await sql.query<Enum>(ENUMS, [SCHEMAS]);
	const schemas = SCHEMAS.map((schema) => {
		const own = <T extends { schema: string }>(rows: T[]) => rows.filter((row) => row.schema === schema);
		const relations = (kind: Column['kind']) =>
			Map.groupBy(
				own(columns).filter((c) => c.kind === kind),
				(c) => c.relation,
			);
		return block(schema, [
			block(
				'Tables',
				[...relations('r')].map(([name, cols]) => table(name, cols, own(keys))),
			),
			block(
				'Views',
				[...relations('v')].map(([name, cols]) => view(name, cols, own(keys))),
			),
			block(
				'Functions',
				[...Map.groupBy(own(routines), (r) => r.name)].map(([name, all]) => routine(name, all)),
			),
			block(
				'Enums',
				own(enums).map((e) => `${e.name}: ${e.labels.map((l) => `'${l}'`).join(' | ')};`),
			),
			block(
				'CompositeTypes',
				[...relations('c')].map(([name, cols]) =>
					block(
						name,
						cols.map((c) => `${c.name}: ${typeOf(c.type)} | null;`),
					),
				),
			),
		]);
	});
	return [
		'// Written by `npm run types` from supabase/migrations. Do not edit.',
		'',
		'export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];',
		'',
		`export type Database = {\n${indent(schemas.join('\n'))}\n};`,
		'',
	].join('\n');
}

function table(name: string, columns: Column[], keys: ForeignKey[]): string {
	const written = columns.filter((column) => !column.generated);
	return block(name, [
		block(
			'Row',
			columns.map((c) => `${c.name}: ${typeOf(c.type)}${c.nullable ? ' | null' : ''};`),
		),
		block(
			'Insert',
			written.map((c) => field(c, c.optional || c.nullable)),
		),
		block(
			'Update',
			written.map((c) => field(c, true)),
		),
		relationships(name, keys),
	]);
}

function view(name: string, columns: Column[], keys: ForeignKey[]): string {
	return block(name, [
		block(
			'Row',
			columns.map((c) => `${c.name}: ${typeOf(c.type)} | null;`),
		),
		relationships(name, keys),
	]);
}

function field(column: Column, optional: boolean): string {
	return `${column.name}${optional ? '?' : ''}: ${typeOf(column.type)}${column.nullable ? ' | null' : ''};`;
}

function relationships(relation: string, keys: ForeignKey[]): string {
	const own = keys.filter((key) => key.relation === relation);
	if (own.length === 0) return 'Relationships: [];';
	const list = (names: string[]) => `[${names.map((n) => `'${n}'`).join(', ')}]`;
	const entries = own.map((key) =>
		[
			'{',
			indent(`foreignKeyName: '${key.name}';`),
			indent(`columns: ${list(key.columns)};`),
			indent(`isOneToOne: ${key.one_to_one};`),
			indent(`referencedRelation: '${key.target}';`),
			indent(`referencedColumns: ${list(key.target_columns)};`),
			'},',
		].join('\n'),
	);
	return `Relationships: [\n${indent(entries.join('\n'))}\n];`;
}

function routine(name: string, overloads: Routine[]): string {
	const shapes = overloads.map((r) => {
		const inputs = r.arguments.filter((a) => a.mode === 'i' && a.name);
		const outputs = r.arguments.filter((a) => a.mode === 't' || a.mode === 'o');
		const args = inputs.map(
			(a) => `${a.name}${a.optional ? '?' : ''}: ${typeOf(a.type)}${r.strict ? '' : ' | null'};`,
		);
		const returned =
			outputs.length > 0
				? `{\n${indent(outputs.map((o) => `${o.name}: ${typeOf(o.type)} | null;`).join('\n'))}\n}`
				: typeOf(r.returns);
		const lines = [
			args.length === 0 ? 'Args: Record<PropertyKey, never>;' : block('Args', args),
			`Returns: ${returned}${r.set || outputs.some((o) => o.mode === 't') ? '[]' : ''};`,
		];
		return `{\n${indent(lines.join('\n'))}\n}`;
	});
	return `${name}: ${shapes.join(' | ')};`;
}

function typeOf(type: string): string {
	const [kind, schema, name] = type.split('|');
	switch (kind) {
		case 'array':
			return `${wrapped(typeOf(type.slice('array|'.length)))}[]`;
		case 'enum':
			return `Database['${schema}']['Enums']['${name}']`;
		case 'table':
			return `Database['${schema}']['Tables']['${name}']['Row']`;
		case 'view':
			return `Database['${schema}']['Views']['${name}']['Row']`;
		case 'composite':
			return `Database['${schema}']['CompositeTypes']['${name}']`;
		default:
			return SCALARS[name ?? ''] ?? 'unknown';
	}
}

const wrapped = (type: string) => (type.includes(' ') ? `(${type})` : type);

const SCALARS: Readonly<Record<string, string>> = {
	...Object.fromEntries(['int2', 'int4', 'int8', 'float4', 'float8', 'numeric'].map((n) => [n, 'number'])),
	...Object.fromEntries(
		[
			'text',
			'varchar',
			'bpchar',
			'name',
			'uuid',
			'date',
			'time',
			'timestamp',
			'timestamptz',
			'interval',
			'bytea',
			'inet',
		].map((n) => [n, 'string']),
	),
	bool: 'boolean',
	json: 'Json',
	jsonb: 'Json',
	void: 'undefined',
	record: 'Record<string, unknown>',
};

function block(name: string, lines: string[]): string {
	return lines.length === 0
		? `${name}: { [_ in never]: never };`
		: `${name}: {\n${indent(lines.join('\n'))}\n};`;
}

function indent(text: string): string {
	return text.replace(/^(?=.)/gm, '\t');
}

/** A type as "kind|schema|name", an array as "array|" before its element. */
const typeText = (oid: string) => `(
	select case
		when t.typelem <> 0 and t.typlen = -1 and t.typcategory = 'A' then 'array|' || private_kind(e.oid)
		else private_kind(t.oid)
	end
	from pg_type t left join pg_type e on e.oid = t.typelem where t.oid = ${oid}
)`;

const kindText = (alias: string) => `
	case when ${alias}.typtype = 'e' then 'enum' when ${alias}.typtype = 'c' then
		(select case relkind when 'c' then 'composite' when 'v' then 'view' when 'm' then 'view' else 'table' end
			from pg_class where oid = ${alias}.typrelid)
	else 'scalar' end
	|| '|' || (select nspname from pg_namespace where oid = ${alias}.typnamespace)
	|| '|' || case when ${alias}.typtype = 'd'
		then (select b.typname from pg_type b where b.oid = ${alias}.typbasetype) else ${alias}.typname end`;

const typeName = (oid: string) =>
	typeText(oid).replace(/private_kind\((\w+)\.oid\)/g, (_, alias: string) => kindText(alias));

const COLUMNS = `
	select n.nspname as schema, c.relname as relation, case c.relkind when 'p' then 'r' when 'm' then 'v' else c.relkind end as kind,
		a.attname as name, ${typeName('a.atttypid')} as type, not a.attnotnull as nullable,
		a.atthasdef or a.attidentity <> '' as optional, a.attgenerated <> '' or a.attidentity = 'a' as generated
	from pg_attribute a
	join pg_class c on c.oid = a.attrelid
	join pg_namespace n on n.oid = c.relnamespace
	where n.nspname = any ($1) and c.relkind in ('r', 'p', 'v', 'm', 'c') and a.attnum > 0 and not a.attisdropped
	order by 1, 2, a.attname`;

const FOREIGN_KEYS = `
	with keys as (
		select k.*, n.nspname, c.relname,
			array(select a.attname::text from unnest(k.conkey) with ordinality as x (num, place)
				join pg_attribute a on a.attrelid = k.conrelid and a.attnum = x.num order by x.place) as columns,
			array(select a.attname::text from unnest(k.confkey) with ordinality as x (num, place)
				join pg_attribute a on a.attrelid = k.confrelid and a.attnum = x.num order by x.place) as target_columns
		from pg_constraint k
		join pg_class c on c.oid = k.conrelid
		join pg_namespace n on n.oid = c.relnamespace
		where k.contype = 'f' and n.nspname = any ($1) and not c.relispartition
	)
	select nspname as schema, relname as relation, conname as name, columns,
		(select relname from pg_class where oid = confrelid) as target, target_columns,
		exists (select from pg_index i where i.indrelid = conrelid and i.indisunique and i.indpred is null
			and i.indkey::int2[] <@ conkey and conkey <@ i.indkey::int2[]) as one_to_one
	from keys
	order by 1, 2, 3`;

const ROUTINES = `
	select n.nspname as schema, p.proname as name, p.proisstrict as strict, p.proretset as set,
		${typeName('p.prorettype')} as returns,
		coalesce((
			select jsonb_agg(jsonb_build_object(
				'name', p.proargnames[x.place],
				'type', ${typeName('x.type')},
				'mode', coalesce(p.proargmodes[x.place], 'i'),
				'optional', x.place > p.pronargs - p.pronargdefaults and coalesce(p.proargmodes[x.place], 'i') = 'i'
			) order by x.place)
			from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality as x (type, place)
		), '[]') as arguments
	from pg_proc p
	join pg_namespace n on n.oid = p.pronamespace
	where n.nspname = any ($1) and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
	order by 1, 2, p.pronargs, p.oid::regprocedure::text`;

const ENUMS = `
	select n.nspname as schema, t.typname as name,
		array(select e.enumlabel::text from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder) as labels
	from pg_type t join pg_namespace n on n.oid = t.typnamespace
	where t.typtype = 'e' and n.nspname = any ($1)
	order by 1, 2`;
