import { page } from '$app/state';
import { addressOf } from '#domain/address.ts';

/** The address of another page, with the reader's filters kept and some changed. */
export function linkTo(path: string, changes?: Readonly<Record<string, string | null>>): string {
	return addressOf(path, page.url.searchParams, changes);
}

/** This page with one part of its own query set, such as a sort order. */
export function hereWith(name: string, value: string | null): string {
	const query = new URLSearchParams(page.url.searchParams);
	if (value === null) query.delete(name);
	else query.set(name, value);
	return `?${query}`;
}

/** The address of a chart's picture: this page's path and query under /chart. */
export function pictureOf(chart: string): string {
	const query = new URLSearchParams(page.url.searchParams);
	query.set('chart', chart);
	const path = page.url.pathname === '/' ? '/overview' : page.url.pathname;
	return `/chart${path}.svg?${query}`;
}
