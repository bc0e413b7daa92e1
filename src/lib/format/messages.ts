/**
 * Words in the reader's language. The files have i18next's JSON format (nested keys, `{{value}}`, plural endings
 * `_one`, `_few` ...), which translators' tools read. Looking a message up takes Intl's plural rules and the few lines
 * below; i18next itself would be a fifth of all the script a page may load (16 of 80 kB).
 */
import type english from '#messages/en.json';
import type claim from '#messages/claim/en.json';
import type entry from '#messages/entry/en.json';
import type evidence from '#messages/evidence/en.json';
import type reminder from '#messages/reminder/en.json';
import type workbook from '#messages/workbook/en.json';
import { formatNumber } from '#format/number.ts';
import { type Language, LOCALES } from '#format/language.ts';

export interface Messages {
	readonly [key: string]: string | Messages;
}

type PluralEnding = `_${Intl.LDMLPluralRule}`;
type WithoutPlural<Key extends string> = Key extends `${infer Base}${PluralEnding}` ? Base : Key;
type KeysOf<Tree> = {
	[Key in keyof Tree & string]: Tree[Key] extends string ? WithoutPlural<Key> : `${Key}.${KeysOf<Tree[Key]>}`;
}[keyof Tree & string];

type Words = typeof english &
	typeof claim &
	typeof entry &
	typeof evidence &
	typeof reminder &
	typeof workbook;

/** Every message there is, by its path in the English files, without a plural's ending. */
export type MessageKey = KeysOf<Words>;

/** What goes into a message's braces. Numbers are written by locale; `count` also chooses the plural. */
export type MessageValues = Readonly<Record<string, string | number>>;

export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** The messages of one language; each is a module of its own, so a reader loads no other. */
export async function loadMessages(lang: Language): Promise<Messages> {
	return (await files[lang]()).default;
}

/** What only those who report need: each part is a file in a folder of its own, and no reader of figures loads it. */
const PARTS = ['claim', 'entry', 'evidence', 'reminder', 'workbook'] as const;

/** The messages of one language with those for reporting. */
export async function loadReportMessages(lang: Language): Promise<Messages> {
	const loaded = await Promise.all([files[lang](), ...PARTS.map((part) => parts[part][lang]())]);
	return Object.assign({}, ...loaded.map((file) => file.default));
}

/** Turns keys into words. A key without a message comes back as itself, so that a gap is seen and not fatal. */
export function translator(lang: Language, messages: Messages): Translate {
	const plurals = new Intl.PluralRules(LOCALES[lang]);
	return (key, values = {}) => {
		const text = find(messages, key, values['count'], plurals);
		return text === undefined ? key : fill(text, values, lang);
	};
}

const files: Files = {
	en: () => import('#messages/en.json', { with: { type: 'json' } }),
	fr: () => import('#messages/fr.json', { with: { type: 'json' } }),
	ar: () => import('#messages/ar.json', { with: { type: 'json' } }),
};

type Files = Readonly<Record<Language, () => Promise<{ default: Messages }>>>;

const parts: Readonly<Record<(typeof PARTS)[number], Files>> = {
	claim: {
		en: () => import('#messages/claim/en.json', { with: { type: 'json' } }),
		fr: () => import('#messages/claim/fr.json', { with: { type: 'json' } }),
		ar: () => import('#messages/claim/ar.json', { with: { type: 'json' } }),
	},
	entry: {
		en: () => import('#messages/entry/en.json', { with: { type: 'json' } }),
		fr: () => import('#messages/entry/fr.json', { with: { type: 'json' } }),
		ar: () => import('#messages/entry/ar.json', { with: { type: 'json' } }),
	},
	evidence: {
		en: () => import('#messages/evidence/en.json', { with: { type: 'json' } }),
		fr: () => import('#messages/evidence/fr.json', { with: { type: 'json' } }),
		ar: () => import('#messages/evidence/ar.json', { with: { type: 'json' } }),
	},
	reminder: {
		en: () => import('#messages/reminder/en.json', { with: { type: 'json' } }),
		fr: () => import('#messages/reminder/fr.json', { with: { type: 'json' } }),
		ar: () => import('#messages/reminder/ar.json', { with: { type: 'json' } }),
	},
	workbook: {
		en: () => import('#messages/workbook/en.json', { with: { type: 'json' } }),
		fr: () => import('#messages/workbook/fr.json', { with: { type: 'json' } }),
		ar: () => import('#messages/workbook/ar.json', { with: { type: 'json' } }),
	},
};

function find(
	messages: Messages,
	key: string,
	count: string | number | undefined,
	plurals: Intl.PluralRules,
): string | undefined {
	const path = key.split('.');
	const last = path.pop() ?? key;
	let branch: string | Messages | undefined = messages;
	for (const step of path) branch = typeof branch === 'object' ? branch[step] : undefined;
	if (typeof branch !== 'object') return undefined;
	const plural = typeof count === 'number' ? branch[`${last}_${plurals.select(count)}`] : undefined;
	const text = plural ?? branch[last] ?? branch[`${last}_other`];
	return typeof text === 'string' ? text : undefined;
}

function fill(text: string, values: MessageValues, lang: Language): string {
	return text.replace(/\{\{(\w+)\}\}/g, (braces, name: string) => {
		const value = values[name];
		if (value === undefined) return braces;
		return typeof value === 'number' ? formatNumber(value, lang) : value;
	});
}
