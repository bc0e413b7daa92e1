-- Loading from outside: a whole change set in one transaction, or nothing of it. For the service role alone.

create function private.upsert_rows(p_table text, p_rows jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
	columns text[];
	keys text[];
	unknown text[];
	rest text[];
	added integer;
	changed integer;
begin
	select array_agg(distinct k order by k) into columns
	from jsonb_array_elements(p_rows) as r, jsonb_object_keys(r) as k;
	select array_agg(c) into unknown
	from unnest(columns) as c
	where not exists (
		select 1 from pg_catalog.pg_attribute a
		where a.attrelid = format('public.%I', p_table)::regclass and a.attname = c and a.attnum > 0 and not a.attisdropped
	);
	if unknown is not null then
		raise exception 'Table % has no column %', p_table, array_to_string(unknown, ', ') using errcode = '42703';
	end if;
	select array_agg(a.attname::text order by k.n) into keys
	from pg_catalog.pg_index i
	cross join lateral unnest(i.indkey) with ordinality as k (attnum, n)
	join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
	where i.indrelid = format('public.%I', p_table)::regclass and i.indisprimary;
	rest := array(select c from unnest(columns) as c where c <> all (keys));

	execute format(
		'with written as (
			insert into public.%1$I as t (%2$s)
			select %2$s from jsonb_populate_recordset(null::public.%1$I, $1)
			on conflict (%3$s) do %4$s
			returning (xmax = 0) as is_new
		)
		select count(*) filter (where is_new), count(*) filter (where not is_new) from written',
		p_table,
		(select string_agg(format('%I', c), ', ') from unnest(columns) as c),
		(select string_agg(format('%I', c), ', ') from unnest(keys) as c),
		case
			when cardinality(rest) = 0 then 'nothing'
			else format(
				'update set %s where (%s) is distinct from (%s)',
				(select string_agg(format('%1$I = excluded.%1$I', c), ', ') from unnest(rest) as c),
				(select string_agg(format('t.%I', c), ', ') from unnest(rest) as c),
				(select string_agg(format('excluded.%I', c), ', ') from unnest(rest) as c)
			)
		end
	) into added, changed using p_rows;
	return jsonb_build_object(
		'added', added, 'changed', changed, 'unchanged', jsonb_array_length(p_rows) - added - changed
	);
end $$;
comment on function private.upsert_rows(text, jsonb) is 'Adds or changes rows of one table by primary key. Out: counts added, changed, unchanged.';

create function private.load_targets(p_schedules jsonb, p_targets jsonb, p_source text) returns jsonb
language plpgsql set search_path = '' as $$
declare
	added integer := 0;
	changed integer := 0;
	asked record;
	latest public.target_schedule;
	next_id uuid;
begin
	for asked in
		select
			s.*,
			(
				select coalesce(jsonb_agg(to_jsonb(t) - 'schedule_id' order by t.position), '[]')
				from jsonb_populate_recordset(null::public.target, p_targets) t
				where t.schedule_id = s.id
			) as wanted,
			s.version = max(s.version) over (
				partition by s.series_id, s.project_indicator_id, s.programme_id, s.indicator_id
			) as newest
		from jsonb_populate_recordset(null::public.target_schedule, p_schedules) s
		order by s.version
	loop
		if exists (select 1 from public.target_schedule ts where ts.id = asked.id) then
			-- earlier versions are history; the newest asked for is compared with the newest there is
			continue when not asked.newest;
			select ts.* into latest
			from public.target_schedule ts
			where (ts.series_id, ts.project_indicator_id, ts.programme_id, ts.indicator_id)
				is not distinct from (asked.series_id, asked.project_indicator_id, asked.programme_id, asked.indicator_id)
			order by ts.version desc
			limit 1;
			continue when asked.wanted = private.schedule_rows(latest.id);
			-- a target is never overwritten: another figure in the source is the next version
			next_id := gen_random_uuid();
			insert into public.target_schedule (id, series_id, project_indicator_id, programme_id, indicator_id, version, in_force_from, reason)
			values (
				next_id, asked.series_id, asked.project_indicator_id, asked.programme_id, asked.indicator_id,
				latest.version + 1, greatest(latest.in_force_from, asked.in_force_from), 'Changed in the source: ' || p_source
			);
			changed := changed + 1;
		else
			next_id := asked.id;
			insert into public.target_schedule (id, series_id, project_indicator_id, programme_id, indicator_id, version, in_force_from, reason, author, created_at)
			values (
				asked.id, asked.series_id, asked.project_indicator_id, asked.programme_id, asked.indicator_id,
				asked.version, asked.in_force_from, asked.reason, asked.author, coalesce(asked.created_at, now())
			);
			added := added + 1;
		end if;
		insert into public.target (schedule_id, position, period_start, period_end, basis, value, text_value, dated)
		select next_id, t.position, t.period_start, t.period_end, t.basis, t.value, t.text_value, t.dated
		from jsonb_populate_recordset(null::public.target, asked.wanted) t;
	end loop;
	return jsonb_build_object('added', added, 'changed', changed, 'unchanged', jsonb_array_length(p_schedules) - added - changed);
end $$;

create function private.schedule_rows(p_schedule uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(to_jsonb(t) - 'schedule_id' order by t.position), '[]')
	from public.target t
	where t.schedule_id = p_schedule
$$;
comment on function private.schedule_rows(uuid) is 'The rows of one version of a target schedule, to compare versions.';
comment on function private.load_targets(jsonb, jsonb, text) is 'Adds target schedules; where a known one differs from the newest version, adds the next version. Out: counts.';

create function private.load_revisions(p_tables jsonb, p_source text) returns jsonb
language plpgsql set search_path = '' as $$
declare
	fresh uuid[];
	changed integer;
	total integer := jsonb_array_length(p_tables -> 'report_revision');
	part text;
	kept jsonb;
begin
	with asked as (
		select v.* from jsonb_populate_recordset(null::public.report_revision, p_tables -> 'report_revision') v
		where not exists (select 1 from public.report_revision known where known.id = v.id)
	),
	numbered as (
		select
			a.*,
			coalesce((select max(known.number) from public.report_revision known where known.report_id = a.report_id), 0) as taken
		from asked a
	),
	written as (
		insert into public.report_revision (id, report_id, number, reason, narrative, created_by, created_at)
		select
			n.id, n.report_id,
			case when n.number > n.taken then n.number else n.taken + 1 end,
			coalesce(n.reason, case when n.number <= n.taken then 'Changed in the source: ' || p_source end),
			n.narrative, n.created_by, coalesce(n.created_at, now())
		from numbered n
		returning id, number
	)
	select array_agg(w.id), count(*) filter (where w.number > 1)::integer into fresh, changed from written w;

	foreach part in array array['observation', 'breakdown', 'breakdown_part', 'activity_claim'] loop
		continue when p_tables -> part is null;
		-- figures of revisions that are already here stand as they are
		select jsonb_agg(r) into kept
		from jsonb_array_elements(p_tables -> part) r
		where case part
			when 'breakdown' then exists (
				select 1 from public.observation o where o.id = (r ->> 'observation_id')::uuid and o.revision_id = any (fresh)
			)
			when 'breakdown_part' then exists (
				select 1 from public.breakdown b join public.observation o on o.id = b.observation_id
				where b.id = (r ->> 'breakdown_id')::uuid and o.revision_id = any (fresh)
			)
			else (r ->> 'revision_id')::uuid = any (fresh)
		end;
		if kept is not null then
			perform private.upsert_rows(part, kept);
		end if;
	end loop;

	update public.report_revision v
	set state = 'submitted', submitted_by = a.submitted_by, submitted_at = a.submitted_at
	from jsonb_populate_recordset(null::public.report_revision, p_tables -> 'report_revision') a
	where a.id = v.id and v.id = any (fresh) and a.state <> 'draft';
	update public.report_revision v
	set state = a.state, decided_by = a.decided_by, decided_at = a.decided_at, decision_note = a.decision_note
	from jsonb_populate_recordset(null::public.report_revision, p_tables -> 'report_revision') a
	where a.id = v.id and v.id = any (fresh) and a.state in ('returned', 'approved');

	return jsonb_build_object(
		'added', coalesce(cardinality(fresh), 0), 'changed', 0, 'unchanged', total - coalesce(cardinality(fresh), 0),
		'corrections', coalesce(changed, 0)
	);
end $$;
comment on function private.load_revisions(jsonb, text) is 'Adds revisions that are not here yet with their figures, then walks them to their state. A known report with other figures gets its next revision.';

create function public.load_change_set(change_set jsonb, dry_run boolean default false) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
	tables jsonb := change_set -> 'tables';
	source_name text := coalesce(change_set -> 'source' ->> 'name', 'unnamed');
	known text[] := array[
		'country', 'fund', 'organisation', 'programme', 'framework', 'scale', 'indicator', 'indicator_wording',
		'indicator_crosswalk', 'project', 'project_fund', 'project_organisation', 'project_country', 'period',
		'programme_period', 'period_exception', 'result', 'project_indicator', 'series', 'target_schedule', 'activity',
		'activity_organiser', 'activity_participation', 'report', 'report_revision', 'activity_overlap', 'person',
		'membership', 'membership_programme'
	];
	with_others text[] := array['target', 'observation', 'breakdown', 'breakdown_part', 'activity_claim'];
	t text;
	counts jsonb;
	outcome jsonb := '{}';
	touched integer := 0;
begin
	select string_agg(k, ', ') into t from jsonb_object_keys(tables) k where k <> all (known || with_others);
	if t is not null then
		raise exception 'A change set cannot hold %', t using errcode = '22023';
	end if;
	begin
		perform set_config('waymark.loading', 'on', true);
		foreach t in array known loop
			continue when coalesce(jsonb_array_length(tables -> t), 0) = 0;
			counts := case t
				when 'target_schedule' then private.load_targets(tables -> t, coalesce(tables -> 'target', '[]'), source_name)
				when 'report_revision' then private.load_revisions(tables, source_name)
				else private.upsert_rows(t, tables -> t)
			end;
			outcome := outcome || jsonb_build_object(t, counts);
			touched := touched + (counts ->> 'added')::integer + (counts ->> 'changed')::integer;
		end loop;
		if touched > 0 then
			perform private.refresh_families();
			perform private.refresh_figures(array(
				select s.id from public.series s
				where s.programme_id in (
					select (p ->> 'id')::uuid from jsonb_array_elements(tables -> 'programme') p
					union
					select (r ->> 'programme_id')::uuid from jsonb_array_elements(tables -> 'series') r
				)
			));
			insert into public.import_batch (source, extracted_on, files, added, left_out)
			values (
				source_name, (change_set -> 'source' ->> 'extractedOn')::date,
				coalesce(change_set -> 'source' -> 'files', '[]'), outcome, coalesce(change_set -> 'leftOut', '[]')
			);
		end if;
		perform set_config('waymark.loading', 'off', true);
		if dry_run then
			raise exception using errcode = 'WM001', message = 'dry run';
		end if;
	exception
		-- only a dry run is undone quietly; anything else ends the load with its own message
		when sqlstate 'WM001' then null;
	end;
	return jsonb_build_object('nothingChanged', touched = 0, 'tables', outcome);
end $$;
comment on function public.load_change_set(jsonb, boolean) is 'Loads {source, tables: {table: rows}, leftOut}: all or nothing. dry_run counts and undoes. Out: {nothingChanged, tables: {table: {added, changed, unchanged}}}.';
revoke execute on function public.load_change_set(jsonb, boolean) from public, anon, authenticated;
grant execute on function public.load_change_set(jsonb, boolean) to service_role;
