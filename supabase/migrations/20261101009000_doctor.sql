-- What `waymark doctor` asks: which migrations a database has and whether each table is protected.

create function private.doctor() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
	versions jsonb := '[]';
begin
	if to_regclass('supabase_migrations.schema_migrations') is not null then
		execute 'select coalesce(jsonb_agg(version order by version), ''[]'') from supabase_migrations.schema_migrations'
		into versions;
	end if;
	return jsonb_build_object(
		'migrations', versions,
		'unprotected_tables', (
			select coalesce(jsonb_agg(n.nspname || '.' || c.relname order by 1), '[]')
			from pg_catalog.pg_class c
			join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where n.nspname in ('public', 'reporting') and c.relkind in ('r', 'p') and not c.relrowsecurity
		),
		'tables_open_to_all', (
			select coalesce(jsonb_agg(n.nspname || '.' || c.relname order by 1), '[]')
			from pg_catalog.pg_class c
			join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where n.nspname in ('public', 'reporting') and c.relkind in ('r', 'p', 'v', 'm')
				and (has_table_privilege('anon', c.oid, 'select') or has_table_privilege('anon', c.oid, 'insert'))
		),
		'postgres', current_setting('server_version')
	);
end
$$;
comment on function private.doctor() is 'The versions of the migrations applied, and the exposed tables that are not protected.';
revoke execute on function private.doctor() from public, anon, authenticated;
grant execute on function private.doctor() to service_role;

create function reporting.doctor() returns jsonb
language sql stable set search_path = '' as $$
	select private.doctor()
$$;
comment on function reporting.doctor() is 'What waymark doctor prints; for the secret key only.';
revoke execute on function reporting.doctor() from public, anon, authenticated;
grant execute on function reporting.doctor() to service_role;
