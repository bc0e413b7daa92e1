// Rules for the whole schema. Each query names what breaks its rule, so it should find nothing.

export type Rule = { readonly rule: string; readonly offenders: string };

const exposed = `('public', 'reporting')`;
const ours = `('public', 'reporting', 'private')`;

// Tables, views and functions of ours, by the name a message should show.
const tables = `
	select c.oid, n.nspname || '.' || c.relname as name, c.relkind, c.relrowsecurity, c.reloptions, n.nspname as schema
	from pg_class c
	join pg_namespace n on n.oid = c.relnamespace
	where n.nspname in ${ours} and c.relkind in ('r', 'p', 'v', 'm')`;

const functions = `
	select p.oid, n.nspname || '.' || p.oid::regprocedure::text as name, p.prosecdef, p.proconfig, n.nspname as schema
	from pg_proc p
	join pg_namespace n on n.oid = p.pronamespace
	where n.nspname in ${ours}`;

const policies = `
	select p.*, p.schemaname || '.' || p.tablename || ': ' || p.policyname as name
	from pg_policies p
	where p.schemaname in ${exposed}`;

export const rules: readonly Rule[] = [
	{
		rule: 'each table is protected by row security',
		offenders: `with t as (${tables}) select name from t where relkind in ('r', 'p') and schema in ${exposed} and not relrowsecurity`,
	},
	{
		rule: 'each table has a policy, so that none is closed by oversight',
		offenders: `with t as (${tables}) select name from t
			where relkind in ('r', 'p') and schema in ${exposed}
			and not exists (select 1 from pg_policy p where p.polrelid = t.oid)`,
	},
	{
		rule: 'each command of a table has one permissive policy, because several cost the planner its index',
		offenders: `with p as (${policies}),
			each as (
				select p.schemaname || '.' || p.tablename as name, role, command
				from p
				cross join lateral unnest(p.roles) as role
				cross join lateral unnest(
					case p.cmd when 'ALL' then array['SELECT', 'INSERT', 'UPDATE', 'DELETE'] else array[p.cmd] end
				) as command
				where p.permissive = 'PERMISSIVE'
			)
			select name || ' ' || command as name from each group by name, role, command having count(*) > 1`,
	},
	{
		rule: 'each command that is granted has its policy',
		offenders: `select g.table_schema || '.' || g.table_name || ' ' || g.privilege_type as name
			from information_schema.role_table_grants g
			join pg_class c on c.oid = format('%I.%I', g.table_schema, g.table_name)::regclass and c.relkind in ('r', 'p')
			where g.table_schema in ${exposed} and g.grantee = 'authenticated'
			and not exists (
				select 1 from pg_policies p
				where p.schemaname = g.table_schema and p.tablename = g.table_name and p.cmd in (g.privilege_type, 'ALL')
			)`,
	},
	{
		rule: 'each policy has its grant, else it promises what nobody can do',
		offenders: `with p as (${policies}) select name from p
			where not has_table_privilege('authenticated', format('%I.%I', schemaname, tablename), cmd)`,
	},
	{
		rule: 'no policy lets everything through',
		offenders: `with p as (${policies}) select name from p
			where permissive = 'PERMISSIVE' and 'true' in (trim('()' from qual), trim('()' from with_check))`,
	},
	{
		rule: 'each policy names the role it is for, and it is never the anonymous one',
		offenders: `with p as (${policies}) select name from p where roles <> '{authenticated}'`,
	},
	{
		rule: 'an update is checked before and after',
		offenders: `with p as (${policies}) select name from p where cmd = 'UPDATE' and (qual is null or with_check is null)`,
	},
	{
		rule: 'policies ask who the reader is once a query, not once a row',
		offenders: `with p as (${policies}),
			asked as (
				select name, regexp_replace(concat(qual, ' ', with_check), 'select auth\\.\\w+\\(\\)', '', 'gi') as rest from p
			)
			select name from asked where rest ~* 'auth\\.\\w+\\('`,
	},
	{
		rule: 'policies ask nothing of a token that its bearer can write',
		offenders: `with p as (${policies}) select name from p
			where concat(qual, with_check) ~* 'user_metadata|auth\\.jwt|request\\.jwt'`,
	},
	{
		rule: 'views look with the eyes of who asks',
		offenders: `with t as (${tables}) select name from t
			where relkind = 'v' and not coalesce(reloptions, '{}') && array['security_invoker=on', 'security_invoker=true']`,
	},
	{
		rule: 'no materialised view is exposed: row security does not reach it',
		offenders: `with t as (${tables}) select name from t where relkind = 'm' and schema in ${exposed}`,
	},
	{
		rule: "functions with their owner's rights find names by schema only",
		offenders: `with f as (${functions}) select name from f
			where prosecdef and not coalesce(proconfig, '{}') @> array['search_path=""']`,
	},
	{
		rule: 'functions that others may call find names by schema only',
		offenders: `with f as (${functions}) select name from f
			where schema in ${exposed} and not coalesce(proconfig, '{}') @> array['search_path=""']`,
	},
	{
		rule: 'no function can be called by the anonymous',
		offenders: `with f as (${functions}) select name from f where has_function_privilege('anon', oid, 'execute')`,
	},
	{
		rule: 'no function is granted to everyone',
		offenders: `with f as (${functions}) select f.name from f
			join pg_proc p on p.oid = f.oid
			cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
			where acl.grantee = 0`,
	},
	{
		rule: 'the anonymous have no right on any table, view, column or sequence',
		offenders: `with t as (${tables}) select name from t
			where has_any_column_privilege('anon', oid, 'select, insert, update, references')
			or has_table_privilege('anon', oid, 'delete, truncate, trigger')
			union all
			select s.oid::regclass::text from pg_class s join pg_namespace n on n.oid = s.relnamespace
			where n.nspname in ${ours}
			and case s.relkind when 'S' then has_sequence_privilege('anon', s.oid, 'usage, select, update') end`,
	},
	{
		rule: 'the anonymous cannot enter the schemas that hold figures and helpers',
		offenders: `select n.nspname as name from pg_namespace n
			where n.nspname in ('reporting', 'private') and has_schema_privilege('anon', n.oid, 'usage')`,
	},
	{
		rule: 'nobody signed in may empty a table, put triggers on it or make things in a schema',
		offenders: `with t as (${tables}) select name from t where has_table_privilege('authenticated', oid, 'truncate, trigger, references')
			union all
			select n.nspname from pg_namespace n
			where n.nspname in ${ours} and (has_schema_privilege('authenticated', n.oid, 'create') or has_schema_privilege('anon', n.oid, 'create'))`,
	},
	{
		rule: 'what the migrations of tomorrow create is granted to nobody by itself',
		offenders: `select n.nspname || ' ' || d.defaclobjtype::text as name
			from pg_default_acl d
			join pg_namespace n on n.oid = d.defaclnamespace
			cross join lateral aclexplode(d.defaclacl) acl
			where n.nspname in ${ours}
			and acl.grantee in ('anon'::regrole, 'authenticated'::regrole, 0)`,
	},
	{
		rule: 'the kept-up tables are written by triggers alone',
		offenders: `with t as (${tables}) select name from t
			where schema = 'reporting' and has_table_privilege('authenticated', oid, 'insert, update, delete')`,
	},
	{
		rule: 'a foreign key is found by an index that begins with it',
		offenders: `select k.conrelid::regclass::text || ' ' || k.conname as name
			from pg_constraint k
			join pg_class c on c.oid = k.conrelid
			join pg_namespace n on n.oid = c.relnamespace
			where k.contype = 'f' and n.nspname in ${ours}
			and not exists (
				select 1 from pg_index i
				where i.indrelid = k.conrelid and i.indpred is null and i.indkey[0] = any (k.conkey)
			)
			-- Periods are never removed, and each index more is paid for at every approval.
			and (n.nspname, k.confrelid) not in (select 'reporting', 'public.period'::regclass)`,
	},
	{
		rule: 'each table, view and function says what it is for',
		offenders: `with t as (${tables}), f as (${functions})
			select name from t where obj_description(oid, 'pg_class') is null
			union all
			select name from f where obj_description(oid, 'pg_proc') is null`,
	},
	{
		rule: 'policies are sentences',
		offenders: `with p as (${policies}) select name from p where policyname !~ '^[A-Z].* .*'`,
	},
];

/** Functions that act with their owner's rights and that a signed-in person may call through the API, and why. */
export const actingForOthers: Readonly<Record<string, string>> = {
	'public.accept_invitation(token text)': 'who accepts has no membership yet that could let them write one',
	'public.add_evidence(p_id uuid, p_report uuid, p_series uuid, p_activity uuid, p_name text, p_media_type text, p_bytes integer, p_sha256 text)':
		'a file is taken into a report that can be filled in, once in a place and so many at most',
	'public.remove_evidence(p_id uuid)': 'a file that was handed in is struck out, one that was not goes',
	'reporting.evidence_counts(p_report uuid)':
		'donors may know how many files stand behind what is approved, and open none',
	'public.begin_correction(p_report uuid, p_reason text)':
		'an approved report opens with a reason only, in a period that is open',
	'public.end_correction(p_report uuid)': 'as begin_correction',
	'public.save_cells(p_changes jsonb, p_together boolean)':
		'draft cells change only on top of their newest version, with a record, and while the period is open',
	'public.save_narrative(p_report uuid, p_base_version integer, p_narrative jsonb)': 'as save_cells',
	'public.submit_report(p_report uuid, p_key uuid)':
		'a revision is filled from the cells whole, once a press',
	'public.withdraw_report(p_report uuid)': 'a report goes back only while nobody decided on it',
};
