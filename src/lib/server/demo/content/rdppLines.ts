import { egyptLines } from './egyptLines.ts';
import { libyaLines } from './libyaLines.ts';
import { otherLines } from './otherLines.ts';
import { phaseTwoLines } from './phaseTwoLines.ts';
import { tunisiaLines } from './tunisiaLines.ts';
import type { Line } from './line.ts';

/** Every series of RDPP North Africa. */
export const rdppLines: readonly Line[] = [
	...egyptLines,
	...libyaLines,
	...tunisiaLines,
	...otherLines,
	...phaseTwoLines,
];
