import { indicatorId } from '#domain/catalogueRows.ts';
import { EUTF_2018, EUTF_2022, EUTF_INDICATORS } from '#domain/eutfIndicators.ts';
import type { ValueKind } from '#domain/indicator.ts';
import { RDPP_FRAMEWORK, rdppIndicators } from './content/indicators.ts';

/** What a logframe line has to know of its indicator. */
export type NamedIndicator = {
	readonly id: string;
	readonly valueKind: ValueKind;
	readonly dimensions: readonly string[];
	/** First letter or figure of its code: the theme its output stands under. */
	readonly theme: string;
};

/** The indicator that a line names: "P1", "3.2" or "2018/4.4". @throws when there is none */
export function indicatorNamed(name: string): NamedIndicator {
	const own = rdppIndicators.find(([code]) => code === name);
	if (own !== undefined) {
		const [code, , behaviour] = own;
		return {
			id: indicatorId(RDPP_FRAMEWORK, code),
			valueKind: behaviour.value_kind ?? 'increment',
			dimensions: behaviour.dimensions ?? [],
			theme: code.slice(0, 1),
		};
	}
	const framework = name.startsWith('2018/') ? EUTF_2018 : EUTF_2022;
	const code = name.replace('2018/', '');
	const found = EUTF_INDICATORS.find(
		(indicator) => indicator.framework === framework && indicator.code === code,
	);
	if (found === undefined) throw new Error(`The demonstration names no indicator ${name}.`);
	return {
		id: indicatorId(framework, code),
		valueKind: found.valueKind,
		// Sensitive people are split by sex and age; of the rest the demonstration knows the sex.
		dimensions: found.sensitive ? ['sex', 'age'] : found.counts === 'things' ? [] : ['sex'],
		theme: code.slice(0, 1),
	};
}
