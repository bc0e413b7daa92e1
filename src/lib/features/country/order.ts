/** Countries in the order they come, what belongs to several of them last. */
export function regionalLast<Line extends { readonly iso2: string }>(lines: readonly Line[]): Line[] {
	return lines.toSorted((a, b) => Number(a.iso2 === '') - Number(b.iso2 === ''));
}
