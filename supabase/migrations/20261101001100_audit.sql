-- Who changed what: append-only, written by trigger for every table people write.

create table public.audit_log (
	id bigint generated always as identity primary key,
	at timestamptz not null default clock_timestamp(),
	actor uuid,
	table_name text not null,
	row_key jsonb not null,
	command text not null check (command in ('INSERT', 'UPDATE', 'DELETE')),
	old_row jsonb,
	new_row jsonb
);
comment on table public.audit_log is 'Every change people make: who (by id), when, old and new. Loads from outside are recorded as one import_batch instead.';
create index audit_log_row on public.audit_log (table_name, at);

create function private.record_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
	before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
	after_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
	key_row jsonb := coalesce(after_row, before_row);
begin
	if private.loading() or before_row is not distinct from after_row then
		return null;
	end if;
	insert into public.audit_log (actor, table_name, row_key, command, old_row, new_row)
	values (
		(select auth.uid()), tg_table_name,
		(select coalesce(jsonb_object_agg(k, key_row -> k), '{}') from unnest(string_to_array(tg_argv[0], ',')) as k),
		tg_op,
		-- names and addresses of people stay in one erasable table
		before_row - 'email' - 'token_hash', after_row - 'email' - 'token_hash'
	);
	return null;
end $$;
comment on function private.record_change() is 'Writes one audit row. Argument: the key columns, comma separated.';

do $$
declare
	watched record;
begin
	for watched in
		select c.oid, c.relname, string_agg(a.attname, ',' order by k.n) as keys
		from pg_class c
		join pg_index i on i.indrelid = c.oid and i.indisprimary
		cross join lateral unnest(i.indkey) with ordinality as k (attnum, n)
		join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
		where c.relnamespace = 'public'::regnamespace
		and c.relkind = 'r'
		and c.relname not in ('audit_log', 'person', 'import_batch')
		group by c.oid, c.relname
	loop
		execute format(
			'create trigger record_change after insert or update or delete on public.%I for each row execute function private.record_change(%L)',
			watched.relname, watched.keys
		);
	end loop;
end $$;

create trigger audit_log_append_only before update or delete on public.audit_log
	for each row execute function private.refuse_change('It is a record.');
