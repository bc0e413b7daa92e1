import { sequence } from '@sveltejs/kit/hooks';
import { answerApi } from '#server/hooks/api.ts';
import { compress } from '#server/hooks/compress.ts';
import { setHeaders } from '#server/hooks/headers.ts';
import { chooseLanguage } from '#server/hooks/language.ts';
import { refuseForeignWrites } from '#server/hooks/origin.ts';
import { figuresFirst } from '#server/hooks/figuresFirst.ts';
import { openSession } from '#server/hooks/session.ts';
import { requireSignIn } from '#server/hooks/signIn.ts';
import { chooseTheme } from '#server/hooks/theme.ts';

export { reportFailure as handleError } from '#server/hooks/failure.ts';
export { startServer as init } from '#server/hooks/start.ts';

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
