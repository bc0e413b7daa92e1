import { readProjectCode } from '#domain/projectCode.ts';

export interface EutfCode {
	readonly code: string;
	readonly parts: readonly string[];
	readonly country: string | null;
	readonly test: boolean;
	/** False where it follows no pattern of EUTF ids: then it is kept as it stands. */
	readonly readable: boolean;
	/** True for the Sahel and Horn of Africa windows. */
	readonly otherWindow: boolean;
}

/** A project's id as the export has it; never lost, even where it cannot be read. */
export function readEutfCode(typed: string): EutfCode {
	const read = readProjectCode(typed);
	const code = read?.code ?? typed.replace(/\s+/gu, ' ').trim();
	return {
		code,
		parts: read?.parts ?? [code],
		country: read?.country ?? null,
		test: read?.test ?? false,
		readable: read !== undefined,
		otherWindow: /^T\d{2}-EUTF-(HOA|SAH)-/u.test(code),
	};
}
