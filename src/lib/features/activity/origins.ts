import type { ActivityLine } from '#domain/page.ts';

export const SEXES = ['female', 'male', 'unknown'] as const;
type Sex = (typeof SEXES)[number];

/** Participants from one country; a sex that is not in it was not reported there. */
export interface Origin {
	readonly country: string;
	readonly bySex: Partial<Record<Sex, number | null>>;
}

/** Participants under the country they came from, in the order the countries come. */
export function originsOf(participation: ActivityLine['participation']): Origin[] {
	const origins = new Map<string, Origin & { bySex: Partial<Record<Sex, number | null>> }>();
	for (const { country, sex, participants } of participation) {
		const origin = origins.get(country) ?? { country, bySex: {} };
		origin.bySex[sex] = participants;
		origins.set(country, origin);
	}
	return [...origins.values()];
}

/** The sexes that were told apart anywhere; where none was, the single column of those not known. */
export function sexesOf(participation: ActivityLine['participation']): Sex[] {
	return SEXES.filter((sex) => participation.some((part) => part.sex === sex));
}
