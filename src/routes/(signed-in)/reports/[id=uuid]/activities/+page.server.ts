import { error, fail, redirect } from '@sveltejs/kit';
import { activityProblems, isTooMany, type ReportActivities } from '#domain/activityEntry.ts';
import { readActivity, readCount, typedActivity } from '#domain/activityForm.ts';
import type { Feedback, Problem } from '#features/claim/feedback.ts';
import { proposeOverlap, removeActivity, saveActivity, saveClaim } from '#server/commands/activity.ts';
import { readReportActivities } from '#server/queries/activityEntry.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** The activities of one report, and a key for each form. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const activities = await activitiesOf(locals, params.id);
	const forms = ['', ...activities.activities.map(({ id }) => id)];
	return { activities, sendKeys: Object.fromEntries(forms.map((id) => [id, crypto.randomUUID()])) };
};

export const actions: Actions = {
	activity: async ({ locals, params, request, url }) => {
		const form = await request.formData();
		const typed = typedActivity(form);
		const refuse = (...problems: readonly Problem[]) =>
			fail<Feedback>(422, { form: 'activity', id: typed.id, typed, problems });

		const read = readActivity(typed, locals.lang);
		if ('unreadable' in read)
			return refuse(...read.unreadable.map((field) => problemOf(`claim.unreadable.${field}`)));
		const { period } = await activitiesOf(locals, params.id);
		const problems = activityProblems(read.activity, period);
		if (problems.length > 0)
			return refuse(...problems.map((problem) => problemOf(`claim.refused.${problem}`)));

		const saved = await saveActivity(locals.supabase, params.id, read.activity, keyOf(form));
		if (saved.state === 'saved') redirect(303, backTo(url, saved.id));
		return refuse(
			saved.state === 'conflict'
				? problemOf('claim.refused.conflict')
				: problemOf(`claim.refused.${saved.reason}`, saved.limit),
		);
	},

	remove: async ({ locals, params, request, url }) => {
		const form = await request.formData();
		const activityId = textOf(form.get('activity'));
		const refuse = (problem: Problem) => fail<Feedback>(422, { form: 'removal', activityId, problem });
		if (!isId(activityId)) return refuse(problemOf('claim.refused.unknown-activity'));
		const removed = await removeActivity(locals.supabase, params.id, activityId);
		if (removed.state === 'removed') redirect(303, backTo(url, 'own'));
		return refuse(problemOf(`claim.refused.${removed.reason}`));
	},

	claim: async ({ locals, params, request, url }) => {
		const form = await request.formData();
		// a figure to choose brings its version along
		const [seriesId = '', chosenVersion] = textOf(form.get('series')).split(' ');
		const activityId = textOf(form.get('activity'));
		const typed = textOf(form.get('participants'));
		const refuse = (problem: Problem) =>
			fail<Feedback>(422, { form: 'claim', activityId, seriesId, typed, problem });

		if (!isId(seriesId)) return refuse(problemOf('claim.refused.unknown-series'));
		if (!isId(activityId)) return refuse(problemOf('claim.refused.unknown-activity'));
		const participants = readCount(typed, locals.lang);
		if (participants === undefined) return refuse(problemOf('claim.refused.number'));
		const page = await activitiesOf(locals, params.id);
		const activity = [...page.activities, ...page.suggestions].find(({ id }) => id === activityId);
		if (activity !== undefined && participants !== null && isTooMany(participants, activity))
			return refuse(problemOf('claim.refused.too-many', activity.participants));

		const version = Number(chosenVersion ?? textOf(form.get('version')));
		const saved = await saveClaim(locals.supabase, params.id, {
			activityId,
			seriesId,
			participants,
			version,
		});
		if (saved.state === 'saved') redirect(303, backTo(url, activityId));
		return refuse(
			saved.state === 'conflict'
				? problemOf('claim.refused.conflict')
				: problemOf(`claim.refused.${saved.reason}`, saved.limit),
		);
	},

	overlap: async ({ locals, params, request, url }) => {
		const form = await request.formData();
		const activityId = textOf(form.get('activity'));
		const indicatorId = textOf(form.get('indicator'));
		const typed = textOf(form.get('participants'));
		const note = textOf(form.get('note'));
		const refuse = (problem: Problem) =>
			fail<Feedback>(422, { form: 'overlap', activityId, indicatorId, typed, note, problem });

		if (!isId(activityId) || !isId(indicatorId)) return refuse(problemOf('claim.refused.not-shared'));
		const isWithdrawn = form.has('withdraw');
		const participants = isWithdrawn ? null : readCount(typed, locals.lang);
		if (participants === undefined || (participants === null && !isWithdrawn))
			return refuse(problemOf('claim.refused.number'));
		const answer = { activityId, indicatorId, participants, note };
		const saved = await proposeOverlap(locals.supabase, params.id, answer);
		if (saved.state === 'saved') redirect(303, backTo(url, activityId));
		return refuse(problemOf(`claim.refused.${saved.reason}`, saved.limit));
	},
};

async function activitiesOf(locals: App.Locals, id: string): Promise<ReportActivities> {
	const page = await readReportActivities(locals, id);
	if (page === null) error(404, 'No such report');
	return page;
}

function problemOf(key: Problem['key'], limit: number | null = null): Problem {
	return { key, limit };
}

/** The same page at the activity, so that loading it anew sends nothing again. */
function backTo(url: URL, activityId: string): string {
	const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	return `${url.pathname}${kept.size === 0 ? '' : `?${kept}`}#${activityId}`;
}

function keyOf(form: FormData): string {
	const key = textOf(form.get('key'));
	return isId(key) ? key : crypto.randomUUID();
}

function isId(text: string): boolean {
	return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu.test(text);
}

function textOf(field: FormDataEntryValue | null): string {
	return typeof field === 'string' ? field.trim() : '';
}
