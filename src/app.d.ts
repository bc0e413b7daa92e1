import type { Language } from '#domain/language.ts';
import type { EntryReport } from '#domain/entry.ts';
import type { Page } from '#domain/page.ts';
import type { Workspace } from '#domain/workspace.ts';
import type { Backend, Claims, WaymarkClient } from '#server/backend/backend.ts';

declare global {
	namespace App {
		interface Locals {
			/** The way to Supabase; queries take `supabase` instead. */
			backend: Backend;
			/** A client that acts as this visitor. */
			supabase: WaymarkClient;
			/** Who is signed in, verified; undefined for nobody. */
			claims: Claims | undefined;
			lang: Language;
		}
		interface PageData {
			/** What a page of figures knows of its reader and programme. */
			page?: Page;
			/** True below /reports. */
			reports?: true;
			workspace?: Workspace;
			report?: EntryReport;
		}
		interface Error {
			message: string;
			/** Names the line in the server's log; absent for expected errors such as "not found". */
			id?: string;
		}
	}
}

export {};
