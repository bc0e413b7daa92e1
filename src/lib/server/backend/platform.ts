import { getAuthSchemaSql, getStorageSchemaSql } from '@supabase/lite';
import { StartError } from '../startError.ts';
import type { Sql } from './sql.ts';

/** Raised when this file changes, so that existing databases run it again. Every statement can be repeated. */
const VERSION = '1';

/**
 * What a hosted Supabase project has before the first migration: the API's roles, the schemas auth and storage
 * and their grants. The default grants on public are a hosted project's too, so that migrations revoke the same
 * things everywhere.
 */
const platform = `
do $$
begin
	if not exists (select from pg_roles where rolname = 'anon') then
		create role anon nologin noinherit;
	end if;
	if not exists (select from pg_roles where rolname = 'authenticated') then
		create role authenticated nologin noinherit;
	end if;
	if not exists (select from pg_roles where rolname = 'service_role') then
		create role service_role nologin noinherit bypassrls;
	end if;
	execute format('grant anon, authenticated, service_role to %I', current_user);
end $$;

${getAuthSchemaSql()}
${getStorageSchemaSql()}

create or replace function auth.jwt() returns jsonb language sql stable as $$
	select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb
$$;
create or replace function auth.uid() returns uuid language sql stable as $$
	select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''), auth.jwt() ->> 'sub')::uuid
$$;
create or replace function auth.role() returns text language sql stable as $$
	select coalesce(nullif(current_setting('request.jwt.claim.role', true), ''), auth.jwt() ->> 'role')
$$;
create or replace function auth.email() returns text language sql stable as $$
	select auth.jwt() ->> 'email'
$$;

grant usage on schema public, auth, storage to anon, authenticated, service_role;
grant execute on function auth.jwt(), auth.uid(), auth.role(), auth.email() to anon, authenticated, service_role;
grant select, insert, update, delete on storage.buckets, storage.objects to anon, authenticated, service_role;
grant execute on all functions in schema storage to anon, authenticated, service_role;
alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges in schema public grant execute on functions to anon, authenticated, service_role;

comment on schema auth is 'waymark platform ${VERSION}';
`;

/**
 * Makes a bare database into what migrations expect of a Supabase project; does nothing where that was done.
 * @throws StartError when the database's user may not create roles
 */
export async function ensurePlatform(sql: Sql): Promise<void> {
	const [found] = await sql.query(
		`select from pg_namespace where nspname = 'auth' and obj_description(oid, 'pg_namespace') = $1`,
		[`waymark platform ${VERSION}`],
	);
	if (found) return;
	try {
		await sql.transaction((session) => session.run(platform));
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === '42501') {
			throw new StartError(
				`DATABASE_URL: the user may not prepare the database (${error.message}). The first start needs a superuser.`,
				{ cause: error },
			);
		}
		throw error;
	}
}
