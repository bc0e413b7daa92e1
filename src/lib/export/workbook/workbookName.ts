import type { EntryReport } from '#domain/entry.ts';

/** What a downloaded workbook is called: whose quarter of which project. `ascii` is for programs that read no other. */
export function workbookName({ project, organisation, period }: EntryReport): {
	readonly full: string;
	readonly ascii: string;
} {
	const parts = [project.code, organisation.shortName ?? organisation.slug, period.code];
	// No part may name a folder, or look like one of the marks that a header uses.
	const full = `${parts.map((part) => part.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')).join(' ')}.xlsx`;
	return { full, ascii: full.replaceAll(/[^\x20-\x7e]/gu, '-') };
}
