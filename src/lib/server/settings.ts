import * as v from 'valibot';
import { StartError } from './startError.ts';

/** Where the data lives: one of the three backends, with what is needed to reach it. */
export type BackendSettings =
	| { readonly kind: 'embedded' }
	| { readonly kind: 'postgres'; readonly databaseUrl: string }
	| {
			readonly kind: 'supabase';
			readonly url: string;
			readonly publishableKey: string;
			readonly secretKey: string;
	  };

/** The settings of one process, read once from the environment. `.env.example` lists the variables. */
export type Settings = {
	readonly host: string;
	readonly port: number;
	/** The address people type, without a slash at the end. */
	readonly origin: string;
	/** Folder of the embedded database, uploads and secrets. */
	readonly dataFolder: string;
	/** Load the demonstration when the database is empty. */
	readonly demonstration: boolean;
	readonly backend: BackendSettings;
	readonly mail: { readonly url: string; readonly from: string } | undefined;
};

const environment = v.object({
	PORT: v.optional(
		v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.minValue(1), v.maxValue(65535)),
		'3000',
	),
	HOST: v.optional(v.string(), '127.0.0.1'),
	ORIGIN: v.optional(addressOf('http:', 'https:')),
	WAYMARK_DATA: v.optional(v.string(), '.data'),
	WAYMARK_DEMO: v.optional(v.picklist(['0', '1'])),
	DATABASE_URL: v.optional(addressOf('postgres:', 'postgresql:')),
	SUPABASE_URL: v.optional(addressOf('http:', 'https:')),
	SUPABASE_PUBLISHABLE_KEY: v.optional(v.string()),
	SUPABASE_SECRET_KEY: v.optional(v.string()),
	SMTP_URL: v.optional(addressOf('smtp:', 'smtps:')),
	MAIL_FROM: v.optional(v.pipe(v.string(), v.email())),
});

const expected: Readonly<Record<string, string>> = {
	PORT: 'a port number from 1 to 65535',
	ORIGIN: 'an address that starts with http:// or https://',
	WAYMARK_DEMO: '0 or 1',
	DATABASE_URL: 'an address that starts with postgres://',
	SUPABASE_URL: 'an address that starts with https://',
	SMTP_URL: 'an address that starts with smtp:// or smtps://',
	MAIL_FROM: 'a mail address',
};

/**
 * Reads and checks the settings. An empty variable counts as not set.
 * @throws StartError naming the variable and what it should hold; the value itself may be a secret and is not shown.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
	const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const parsed = v.safeParse(environment, filled);
	if (!parsed.success) {
		const name = String(parsed.issues[0].path?.[0]?.key);
		throw new StartError(`${name} should be ${expected[name] ?? 'text'}.`);
	}
	const settings = parsed.output;
	const backend = backendSettings(settings);
	if ((settings.SMTP_URL === undefined) !== (settings.MAIL_FROM === undefined)) {
		throw new StartError('SMTP_URL and MAIL_FROM belong together: set both or neither.');
	}
	const trusted = backend.kind === 'embedded' && isLoopback(settings.HOST);
	if (settings.WAYMARK_DEMO === '1' && backend.kind === 'supabase') {
		throw new StartError('WAYMARK_DEMO=1 is for local databases: its accounts have a published password.');
	}
	return {
		host: settings.HOST,
		port: settings.PORT,
		origin: (settings.ORIGIN ?? `http://${bracketed(settings.HOST)}:${settings.PORT}`).replace(/\/+$/, ''),
		dataFolder: settings.WAYMARK_DATA,
		demonstration: settings.WAYMARK_DEMO === undefined ? trusted : settings.WAYMARK_DEMO === '1',
		backend,
		mail:
			settings.SMTP_URL === undefined || settings.MAIL_FROM === undefined
				? undefined
				: { url: settings.SMTP_URL, from: settings.MAIL_FROM },
	};
}

function backendSettings(settings: v.InferOutput<typeof environment>): BackendSettings {
	const { DATABASE_URL, SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_SECRET_KEY } = settings;
	if (DATABASE_URL !== undefined && SUPABASE_URL !== undefined) {
		throw new StartError('DATABASE_URL and SUPABASE_URL name two backends: keep one.');
	}
	if (DATABASE_URL !== undefined) return { kind: 'postgres', databaseUrl: DATABASE_URL };
	if (SUPABASE_URL === undefined) return { kind: 'embedded' };
	if (SUPABASE_PUBLISHABLE_KEY === undefined || SUPABASE_SECRET_KEY === undefined) {
		throw new StartError('SUPABASE_URL needs SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY beside it.');
	}
	return {
		kind: 'supabase',
		url: SUPABASE_URL.replace(/\/+$/, ''),
		publishableKey: SUPABASE_PUBLISHABLE_KEY,
		secretKey: SUPABASE_SECRET_KEY,
	};
}

/** Whether only this machine can reach the host a server listens on. */
export function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function bracketed(host: string): string {
	return host.includes(':') ? `[${host}]` : host;
}

function addressOf(...protocols: readonly string[]) {
	return v.pipe(
		v.string(),
		v.check((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol)),
	);
}
