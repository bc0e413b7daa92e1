import { naturalId } from '#domain/naturalId.ts';
import { events, overlaps } from './content/events.ts';
import { organisationId, programmeId } from './frame.ts';
import { indicatorNamed } from './indicatorIds.ts';
import { projectId } from './logframes.ts';
import type { Tables } from './tables.ts';

export function eventId(key: string): string {
	return naturalId('demonstration activity', key);
}

/** The real events, who held them, where participants came from, and what the organisers agreed on. */
export function eventTables(): Tables {
	return {
		activity: events.map((event) => ({
			id: eventId(event.key),
			programme_id: programmeId(event.programme),
			project_id: event.project === null ? null : projectId(event.project),
			kind: event.kind,
			title: event.title,
			starts_on: event.startsOn,
			ends_on: event.endsOn,
			venue_country: event.venue,
			place: event.place,
			participants: event.participants,
			men: event.bySex?.men ?? null,
			women: event.bySex?.women ?? null,
			note: event.note,
			origin: 'source',
			source: event.source,
		})),
		activity_organiser: events.flatMap((event) =>
			event.organisers.map((slug) => ({
				activity_id: eventId(event.key),
				organisation_id: organisationId(slug),
			})),
		),
		activity_participation: events.flatMap((event) =>
			event.from.map(([country_iso2, sex, participants]) => ({
				activity_id: eventId(event.key),
				country_iso2,
				sex,
				participants,
			})),
		),
		activity_overlap: overlaps.map((overlap) => ({
			activity_id: eventId(overlap.event),
			indicator_id: indicatorNamed(overlap.indicator).id,
			participants: overlap.participants,
			agreed_on: overlap.agreedOn,
			note: overlap.note,
		})),
	};
}
