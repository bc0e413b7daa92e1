import { building } from '$app/environment';
import type { ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { answerApi } from '#server/hooks/api.ts';
import { compress } from '#server/hooks/compress.ts';
import { setHeaders } from '#server/hooks/headers.ts';
import { chooseLanguage } from '#server/hooks/language.ts';
import { refuseForeignWrites } from '#server/hooks/origin.ts';
import { figuresFirst } from '#server/hooks/figuresFirst.ts';
import { openSession } from '#server/hooks/session.ts';
import { requireSignIn } from '#server/hooks/signIn.ts';
import { startServer } from '#server/hooks/start.ts';
import { chooseTheme } from '#server/hooks/theme.ts';
import { readSettings } from '#server/settings.ts';
import { remindHourly } from './jobs/hourly.ts';

export { reportFailure as handleError } from '#server/hooks/failure.ts';

export const init: ServerInit = async () => {
	await startServer();
	if (!building) remindHourly(readSettings(process.env));
};

export const handle = sequence(
	compress,
	figuresFirst,
	setHeaders,
	answerApi,
	refuseForeignWrites,
	chooseLanguage,
	chooseTheme,
	openSession,
	requireSignIn,
);
