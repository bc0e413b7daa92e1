/**
 * Ids of EUTF decisions (T05-EUTF-NOA-LY-08) and contracts (T05-EUTF-NOA-LY-08-01), as people type them: with en
 * dashes, small letters, stray spaces, two of them joined by "&", and test rows with "xx" for a number.
 */

export interface ProjectCode {
	/** The tidied id; two that were joined stay together: "T05-EUTF-NOA-EG-01-01 & T05-EUTF-NOA-EG-01-02". */
	readonly code: string;
	/** Each single id in it. */
	readonly parts: readonly string[];
	/** The country the id names, where it names one. */
	readonly country?: string;
	/** True for a row made to try the system out. */
	readonly test: boolean;
}

/** Reads an id; undefined where the text is none, as "T05-EUTF-NOA-" (cut off) or a title. */
export function readProjectCode(typed: string): ProjectCode | undefined {
	const pieces = tidied(typed)
		.split(/&|\+|\//u)
		.filter((piece) => piece !== '');
	const parts: string[] = [];
	for (const piece of pieces) {
		const part = WHOLE.test(piece) ? piece : expanded(piece, parts.at(-1));
		if (part === undefined) return undefined;
		parts.push(part);
	}
	const first = parts[0];
	if (first === undefined) return undefined;
	const country = countryOf(first);
	return {
		code: parts.join(' & '),
		parts,
		...(country === undefined ? {} : { country }),
		test: parts.some((part) => /-XX(-|$)/u.test(part)),
	};
}

/** The decision a contract's id begins with: …-LY-08 for …-LY-08-01; undefined for a decision's own id. */
export function decisionCodeOf(code: string): string | undefined {
	return /^(T05-EUTF-[A-Z]+-[A-Z]+-\d+)-\d+$/u.exec(code)?.[1];
}

const WHOLE = /^T\d{2}-EUTF(-[A-Z0-9]+){2,}$/u;

function tidied(typed: string): string {
	return typed
		.replace(/[\u2010-\u2015\u2212]/gu, '-')
		.replace(/[\s\u00a0\u202f]+/gu, '')
		.toUpperCase();
}

/** "02" after "…-01-01" means "…-01-02". */
function expanded(piece: string, before: string | undefined): string | undefined {
	return before !== undefined && /^\d{1,2}$/u.test(piece)
		? before.replace(/\d+$/u, piece.padStart(2, '0'))
		: undefined;
}

function countryOf(part: string): string | undefined {
	const segment = /^T\d{2}-EUTF-(?:NOA|HOA|SAH)-([A-Z]{2})-/u.exec(part)?.[1];
	return segment === 'XX' ? undefined : segment;
}
