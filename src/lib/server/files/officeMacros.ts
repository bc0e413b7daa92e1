import { unzipSync } from 'fflate';

/** Parts of Office and OpenDocument files that hold programs or controls. */
const PROGRAMS = [
	/vbaproject\.bin$/,
	/vbadata\.xml$/,
	/(^|\/)activex\//,
	/^basic\//,
	/^scripts\//,
	/macrosheets\//,
];

/**
 * Whether an Office or OpenDocument file brings programs along, whatever it says it is. Nothing is unpacked.
 * @returns undefined where it is no readable archive
 */
export function hasMacros(file: Buffer): boolean | undefined {
	const names: string[] = [];
	try {
		unzipSync(file, {
			filter: ({ name }) => {
				names.push(name.toLowerCase());
				return false;
			},
		});
	} catch (error) {
		// fflate says in words why an archive cannot be read; whatever the reason, nobody else could either
		if (error instanceof Error) return undefined;
		throw error;
	}
	// a part that the list of contents hides is still named where it lies
	return names.some(isProgram) || file.includes('vbaProject.bin');
}

function isProgram(name: string): boolean {
	return PROGRAMS.some((pattern) => pattern.test(name));
}
