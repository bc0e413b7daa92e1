import type { Formats } from '#format/formats.ts';

/** How large a file is, in words: "1 kB", "340 kB", "2.4 MB". */
export function fileSize(bytes: number, { t, number }: Formats): string {
	const kilobytes = Math.max(1, Math.round(bytes / 1000));
	return kilobytes < 1000
		? t('evidence.kilobytes', { size: kilobytes })
		: t('evidence.megabytes', { size: number(bytes / 1_000_000, { decimals: 1 }) });
}
