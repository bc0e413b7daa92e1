// Written by `npm run types` from supabase/migrations. Do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			activity: {
				Row: {
					created_at: string;
					ends_on: string;
					id: string;
					kind: string;
					last_key: string | null;
					men: number | null;
					note: string | null;
					origin: Database['public']['Enums']['figure_origin'];
					participants: number | null;
					place: string | null;
					programme_id: string;
					project_id: string | null;
					source: string | null;
					starts_on: string;
					title: string;
					venue_country: string | null;
					version: number;
					women: number | null;
				};
				Insert: {
					created_at?: string;
					ends_on: string;
					id?: string;
					kind: string;
					last_key?: string | null;
					men?: number | null;
					note?: string | null;
					origin?: Database['public']['Enums']['figure_origin'];
					participants?: number | null;
					place?: string | null;
					programme_id: string;
					project_id?: string | null;
					source?: string | null;
					starts_on: string;
					title: string;
					venue_country?: string | null;
					version?: number;
					women?: number | null;
				};
				Update: {
					created_at?: string;
					ends_on?: string;
					id?: string;
					kind?: string;
					last_key?: string | null;
					men?: number | null;
					note?: string | null;
					origin?: Database['public']['Enums']['figure_origin'];
					participants?: number | null;
					place?: string | null;
					programme_id?: string;
					project_id?: string | null;
					source?: string | null;
					starts_on?: string;
					title?: string;
					venue_country?: string | null;
					version?: number;
					women?: number | null;
				};
				Relationships: [
					{
						foreignKeyName: 'activity_programme_id_fkey';
						columns: ['programme_id'];
						isOneToOne: false;
						referencedRelation: 'programme';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_project_id_programme_id_fkey';
						columns: ['project_id', 'programme_id'];
						isOneToOne: false;
						referencedRelation: 'project';
						referencedColumns: ['id', 'programme_id'];
					},
					{
						foreignKeyName: 'activity_venue_country_fkey';
						columns: ['venue_country'];
						isOneToOne: false;
						referencedRelation: 'country';
						referencedColumns: ['iso2'];
					},
				];
			};
			activity_claim: {
				Row: {
					activity_id: string;
					id: string;
					participants: number;
					revision_id: string;
					series_id: string;
				};
				Insert: {
					activity_id: string;
					id?: string;
					participants: number;
					revision_id: string;
					series_id: string;
				};
				Update: {
					activity_id?: string;
					id?: string;
					participants?: number;
					revision_id?: string;
					series_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'activity_claim_activity_id_fkey';
						columns: ['activity_id'];
						isOneToOne: false;
						referencedRelation: 'activity';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_claim_revision_id_fkey';
						columns: ['revision_id'];
						isOneToOne: false;
						referencedRelation: 'report_revision';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_claim_revision_id_series_id_fkey';
						columns: ['revision_id', 'series_id'];
						isOneToOne: false;
						referencedRelation: 'observation';
						referencedColumns: ['revision_id', 'series_id'];
					},
					{
						foreignKeyName: 'activity_claim_series_id_fkey';
						columns: ['series_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id'];
					},
				];
			};
			activity_organiser: {
				Row: {
					activity_id: string;
					organisation_id: string;
				};
				Insert: {
					activity_id: string;
					organisation_id: string;
				};
				Update: {
					activity_id?: string;
					organisation_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'activity_organiser_activity_id_fkey';
						columns: ['activity_id'];
						isOneToOne: false;
						referencedRelation: 'activity';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_organiser_organisation_id_fkey';
						columns: ['organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisation';
						referencedColumns: ['id'];
					},
				];
			};
			activity_overlap: {
				Row: {
					activity_id: string;
					agreed_on: string;
					from_proposals: boolean;
					indicator_id: string;
					note: string;
					participants: number;
				};
				Insert: {
					activity_id: string;
					agreed_on: string;
					from_proposals?: boolean;
					indicator_id: string;
					note: string;
					participants: number;
				};
				Update: {
					activity_id?: string;
					agreed_on?: string;
					from_proposals?: boolean;
					indicator_id?: string;
					note?: string;
					participants?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'activity_overlap_activity_id_fkey';
						columns: ['activity_id'];
						isOneToOne: false;
						referencedRelation: 'activity';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_overlap_indicator_id_fkey';
						columns: ['indicator_id'];
						isOneToOne: false;
						referencedRelation: 'indicator';
						referencedColumns: ['id'];
					},
				];
			};
			activity_participation: {
				Row: {
					activity_id: string;
					country_iso2: string;
					participants: number | null;
					sex: string;
				};
				Insert: {
					activity_id: string;
					country_iso2: string;
					participants?: number | null;
					sex: string;
				};
				Update: {
					activity_id?: string;
					country_iso2?: string;
					participants?: number | null;
					sex?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'activity_participation_activity_id_fkey';
						columns: ['activity_id'];
						isOneToOne: false;
						referencedRelation: 'activity';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'activity_participation_country_iso2_fkey';
						columns: ['country_iso2'];
						isOneToOne: false;
						referencedRelation: 'country';
						referencedColumns: ['iso2'];
					},
				];
			};
			audit_log: {
				Row: {
					actor: string | null;
					at: string;
					command: string;
					id: number;
					new_row: Json | null;
					old_row: Json | null;
					row_key: Json;
					table_name: string;
				};
				Insert: {
					actor?: string | null;
					at?: string;
					command: string;
					new_row?: Json | null;
					old_row?: Json | null;
					row_key: Json;
					table_name: string;
				};
				Update: {
					actor?: string | null;
					at?: string;
					command?: string;
					new_row?: Json | null;
					old_row?: Json | null;
					row_key?: Json;
					table_name?: string;
				};
				Relationships: [];
			};
			breakdown: {
				Row: {
					dimensions: string[];
					id: string;
					observation_id: string;
				};
				Insert: {
					dimensions: string[];
					id?: string;
					observation_id: string;
				};
				Update: {
					dimensions?: string[];
					id?: string;
					observation_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'breakdown_observation_id_fkey';
						columns: ['observation_id'];
						isOneToOne: false;
						referencedRelation: 'observation';
						referencedColumns: ['id'];
					},
				];
			};
			breakdown_part: {
				Row: {
					breakdown_id: string;
					categories: string[];
					value: number;
				};
				Insert: {
					breakdown_id: string;
					categories: string[];
					value: number;
				};
				Update: {
					breakdown_id?: string;
					categories?: string[];
					value?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'breakdown_part_breakdown_id_fkey';
						columns: ['breakdown_id'];
						isOneToOne: false;
						referencedRelation: 'breakdown';
						referencedColumns: ['id'];
					},
				];
			};
			cell_comment: {
				Row: {
					author: string | null;
					body: string;
					id: string;
					organisation_id: string;
					programme_id: string;
					revision_id: string;
					series_id: string | null;
					written_at: string;
				};
				Insert: {
					author?: string | null;
					body: string;
					id?: string;
					organisation_id: string;
					programme_id: string;
					revision_id: string;
					series_id?: string | null;
					written_at?: string;
				};
				Update: {
					author?: string | null;
					body?: string;
					id?: string;
					organisation_id?: string;
					programme_id?: string;
					revision_id?: string;
					series_id?: string | null;
					written_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'cell_comment_revision_id_fkey';
						columns: ['revision_id'];
						isOneToOne: false;
						referencedRelation: 'report_revision';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'cell_comment_series_id_fkey';
						columns: ['series_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id'];
					},
				];
			};
			country: {
				Row: {
					iso2: string;
					name: string;
				};
				Insert: {
					iso2: string;
					name: string;
				};
				Update: {
					iso2?: string;
					name?: string;
				};
				Relationships: [];
			};
			draft_cell: {
				Row: {
					answer: Json;
					based_on: number;
					changed_at: string;
					changed_by: string | null;
					organisation_id: string;
					programme_id: string;
					report_id: string;
					series_id: string;
					version: number;
				};
				Insert: {
					answer: Json;
					based_on: number;
					changed_at?: string;
					changed_by?: string | null;
					organisation_id: string;
					programme_id: string;
					report_id: string;
					series_id: string;
					version: number;
				};
				Update: {
					answer?: Json;
					based_on?: number;
					changed_at?: string;
					changed_by?: string | null;
					organisation_id?: string;
					programme_id?: string;
					report_id?: string;
					series_id?: string;
					version?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'draft_cell_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: false;
						referencedRelation: 'report';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'draft_cell_series_id_fkey';
						columns: ['series_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id'];
					},
				];
			};
			draft_change: {
				Row: {
					changed_at: string;
					changed_by: string | null;
					key: string;
					new_answer: Json;
					old_answer: Json | null;
					organisation_id: string;
					origin: string;
					outcome: string;
					programme_id: string;
					reason: string | null;
					report_id: string;
					series_id: string;
					version: number | null;
				};
				Insert: {
					changed_at?: string;
					changed_by?: string | null;
					key: string;
					new_answer: Json;
					old_answer?: Json | null;
					organisation_id: string;
					origin: string;
					outcome: string;
					programme_id: string;
					reason?: string | null;
					report_id: string;
					series_id: string;
					version?: number | null;
				};
				Update: {
					changed_at?: string;
					changed_by?: string | null;
					key?: string;
					new_answer?: Json;
					old_answer?: Json | null;
					organisation_id?: string;
					origin?: string;
					outcome?: string;
					programme_id?: string;
					reason?: string | null;
					report_id?: string;
					series_id?: string;
					version?: number | null;
				};
				Relationships: [
					{
						foreignKeyName: 'draft_change_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: false;
						referencedRelation: 'report';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'draft_change_series_id_fkey';
						columns: ['series_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id'];
					},
				];
			};
			draft_claim: {
				Row: {
					activity_id: string;
					changed_at: string;
					changed_by: string | null;
					indicator_id: string | null;
					organisation_id: string | null;
					participants: number;
					programme_id: string | null;
					report_id: string;
					series_id: string;
					version: number;
				};
				Insert: {
					activity_id: string;
					changed_at?: string;
					changed_by?: string | null;
					indicator_id?: string | null;
					organisation_id?: string | null;
					participants: number;
					programme_id?: string | null;
					report_id: string;
					series_id: string;
					version?: number;
				};
				Update: {
					activity_id?: string;
					changed_at?: string;
					changed_by?: string | null;
					indicator_id?: string | null;
					organisation_id?: string | null;
					participants?: number;
					programme_id?: string | null;
					report_id?: string;
					series_id?: string;
					version?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'draft_claim_activity_id_fkey';
						columns: ['activity_id'];
						isOneToOne: false;
						referencedRelation: 'activity';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'draft_claim_report_id_programme_id_organisation_id_fkey';
						columns: ['report_id', 'programme_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'report';
						referencedColumns: ['id', 'programme_id', 'organisation_id'];
					},
					{
						foreignKeyName: 'draft_claim_series_id_programme_id_organisation_id_indicat_fkey';
						columns: ['series_id', 'programme_id', 'organisation_id', 'indicator_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id', 'programme_id', 'organisation_id', 'indicator_id'];
					},
				];
			};
			edition: {
				Row: {
					fund_code: string | null;
					id: string;
					note: string | null;
					number: number;
					period_code: string;
					programme_id: string | null;
					published_at: string;
					published_by: string | null;
				};
				Insert: {
					fund_code?: string | null;
					id?: string;
					note?: string | null;
					number: number;
					period_code: string;
					programme_id?: string | null;
					published_at?: string;
					published_by?: string | null;
				};
				Update: {
					fund_code?: string | null;
					id?: string;
					note?: string | null;
					number?: number;
					period_code?: string;
					programme_id?: string | null;
					published_at?: string;
					published_by?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'edition_fund_code_fkey';
						columns: ['fund_code'];
						isOneToOne: false;
						referencedRelation: 'fund';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'edition_period_code_fkey';
						columns: ['period_code'];
						isOneToOne: false;
						referencedRelation: 'period';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'edition_programme_id_fkey';
						columns: ['programme_id'];
						isOneToOne: false;
						referencedRelation: 'programme';
						referencedColumns: ['id'];
					},
				];
			};
			edition_row: {
				Row: {
					content: Json;
					edition_id: string;
					position: number;
				};
				Insert: {
					content: Json;
					edition_id: string;
					position: number;
				};
				Update: {
					content?: Json;
					edition_id?: string;
					position?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'edition_row_edition_id_fkey';
						columns: ['edition_id'];
						isOneToOne: false;
						referencedRelation: 'edition';
						referencedColumns: ['id'];
					},
				];
			};
			evidence: {
				Row: {
					activity_id: string | null;
					bytes: number;
					handed_in_at: string | null;
					id: string;
					media_type: string;
					name: string;
					organisation_id: string;
					path: string;
					programme_id: string;
					removed_at: string | null;
					removed_by: string | null;
					report_id: string;
					series_id: string | null;
					sha256: string;
					uploaded_at: string;
					uploaded_by: string | null;
				};
				Insert: {
					activity_id?: string | null;
					bytes: number;
					handed_in_at?: string | null;
					id: string;
					media_type: string;
					name: string;
					organisation_id: string;
					path: string;
					programme_id: string;
					removed_at?: string | null;
					removed_by?: string | null;
					report_id: string;
					series_id?: string | null;
					sha256: string;
					uploaded_at?: string;
					uploaded_by?: string | null;
				};
				Update: {
					activity_id?: string | null;
					bytes?: number;
					handed_in_at?: string | null;
					id?: string;
					media_type?: string;
					name?: string;
					organisation_id?: string;
					path?: string;
					programme_id?: string;
					removed_at?: string | null;
					removed_by?: string | null;
					report_id?: string;
					series_id?: string | null;
					sha256?: string;
					uploaded_at?: string;
					uploaded_by?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'evidence_activity_id_fkey';
						columns: ['activity_id'];
						isOneToOne: false;
						referencedRelation: 'activity';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'evidence_report_id_programme_id_organisation_id_fkey';
						columns: ['report_id', 'programme_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'report';
						referencedColumns: ['id', 'programme_id', 'organisation_id'];
					},
					{
						foreignKeyName: 'evidence_series_id_fkey';
						columns: ['series_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id'];
					},
				];
			};
			framework: {
				Row: {
					code: string;
					name: string;
					published_on: string;
					source: string | null;
				};
				Insert: {
					code: string;
					name: string;
					published_on: string;
					source?: string | null;
				};
				Update: {
					code?: string;
					name?: string;
					published_on?: string;
					source?: string | null;
				};
				Relationships: [];
			};
			fund: {
				Row: {
					code: string;
					name: string;
				};
				Insert: {
					code: string;
					name: string;
				};
				Update: {
					code?: string;
					name?: string;
				};
				Relationships: [];
			};
			import_batch: {
				Row: {
					added: Json;
					changed: Json;
					created_at: string;
					extracted_on: string | null;
					files: Json;
					id: string;
					left_out: Json;
					source: string;
				};
				Insert: {
					added?: Json;
					changed?: Json;
					created_at?: string;
					extracted_on?: string | null;
					files?: Json;
					id?: string;
					left_out?: Json;
					source: string;
				};
				Update: {
					added?: Json;
					changed?: Json;
					created_at?: string;
					extracted_on?: string | null;
					files?: Json;
					id?: string;
					left_out?: Json;
					source?: string;
				};
				Relationships: [];
			};
			indicator: {
				Row: {
					ascending: boolean;
					code: string;
					counts: Database['public']['Enums']['counted_thing'];
					created_at: string;
					definition: string | null;
					dimensions: string[];
					family_id: string;
					framework_code: string;
					id: string;
					measure: Database['public']['Enums']['indicator_measure'];
					over_partner: Database['public']['Enums']['adding_rule'];
					over_place: Database['public']['Enums']['adding_rule'];
					over_time: Database['public']['Enums']['over_time_rule'] | null;
					scale_code: string | null;
					sensitive: boolean;
					sort_key: string | null;
					title: string;
					unit: string;
					value_kind: Database['public']['Enums']['value_kind'];
				};
				Insert: {
					ascending?: boolean;
					code: string;
					counts?: Database['public']['Enums']['counted_thing'];
					created_at?: string;
					definition?: string | null;
					dimensions?: string[];
					family_id: string;
					framework_code: string;
					id?: string;
					measure?: Database['public']['Enums']['indicator_measure'];
					over_partner?: Database['public']['Enums']['adding_rule'];
					over_place?: Database['public']['Enums']['adding_rule'];
					over_time?: Database['public']['Enums']['over_time_rule'] | null;
					scale_code?: string | null;
					sensitive?: boolean;
					title: string;
					unit: string;
					value_kind?: Database['public']['Enums']['value_kind'];
				};
				Update: {
					ascending?: boolean;
					code?: string;
					counts?: Database['public']['Enums']['counted_thing'];
					created_at?: string;
					definition?: string | null;
					dimensions?: string[];
					family_id?: string;
					framework_code?: string;
					id?: string;
					measure?: Database['public']['Enums']['indicator_measure'];
					over_partner?: Database['public']['Enums']['adding_rule'];
					over_place?: Database['public']['Enums']['adding_rule'];
					over_time?: Database['public']['Enums']['over_time_rule'] | null;
					scale_code?: string | null;
					sensitive?: boolean;
					title?: string;
					unit?: string;
					value_kind?: Database['public']['Enums']['value_kind'];
				};
				Relationships: [
					{
						foreignKeyName: 'indicator_framework_code_fkey';
						columns: ['framework_code'];
						isOneToOne: false;
						referencedRelation: 'framework';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'indicator_scale_code_fkey';
						columns: ['scale_code'];
						isOneToOne: false;
						referencedRelation: 'scale';
						referencedColumns: ['code'];
					},
				];
			};
			indicator_crosswalk: {
				Row: {
					from_id: string;
					note: string | null;
					relation: Database['public']['Enums']['crosswalk_relation'];
					to_id: string;
					valid_from: string | null;
					valid_to: string | null;
				};
				Insert: {
					from_id: string;
					note?: string | null;
					relation: Database['public']['Enums']['crosswalk_relation'];
					to_id: string;
					valid_from?: string | null;
					valid_to?: string | null;
				};
				Update: {
					from_id?: string;
					note?: string | null;
					relation?: Database['public']['Enums']['crosswalk_relation'];
					to_id?: string;
					valid_from?: string | null;
					valid_to?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'indicator_crosswalk_from_id_fkey';
						columns: ['from_id'];
						isOneToOne: false;
						referencedRelation: 'indicator';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'indicator_crosswalk_to_id_fkey';
						columns: ['to_id'];
						isOneToOne: false;
						referencedRelation: 'indicator';
						referencedColumns: ['id'];
					},
				];
			};
			indicator_wording: {
				Row: {
					definition: string | null;
					indicator_id: string;
					language: string;
					title: string;
					valid_from: string | null;
					version: number;
				};
				Insert: {
					definition?: string | null;
					indicator_id: string;
					language: string;
					title: string;
					valid_from?: string | null;
					version: number;
				};
				Update: {
					definition?: string | null;
					indicator_id?: string;
					language?: string;
					title?: string;
					valid_from?: string | null;
					version?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'indicator_wording_indicator_id_fkey';
						columns: ['indicator_id'];
						isOneToOne: false;
						referencedRelation: 'indicator';
						referencedColumns: ['id'];
					},
				];
			};
			invitation: {
				Row: {
					accepted_at: string | null;
					accepted_by: string | null;
					created_at: string;
					email: string;
					every_programme: boolean;
					expires_at: string;
					id: string;
					invited_by: string | null;
					organisation_id: string | null;
					programme_ids: string[];
					role: Database['public']['Enums']['member_role'];
					token_hash: string;
				};
				Insert: {
					accepted_at?: string | null;
					accepted_by?: string | null;
					created_at?: string;
					email: string;
					every_programme?: boolean;
					expires_at?: string;
					id?: string;
					invited_by?: string | null;
					organisation_id?: string | null;
					programme_ids?: string[];
					role: Database['public']['Enums']['member_role'];
					token_hash: string;
				};
				Update: {
					accepted_at?: string | null;
					accepted_by?: string | null;
					created_at?: string;
					email?: string;
					every_programme?: boolean;
					expires_at?: string;
					id?: string;
					invited_by?: string | null;
					organisation_id?: string | null;
					programme_ids?: string[];
					role?: Database['public']['Enums']['member_role'];
					token_hash?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'invitation_organisation_id_fkey';
						columns: ['organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisation';
						referencedColumns: ['id'];
					},
				];
			};
			membership: {
				Row: {
					created_at: string;
					every_programme: boolean;
					id: string;
					organisation_id: string | null;
					role: Database['public']['Enums']['member_role'];
					user_id: string;
				};
				Insert: {
					created_at?: string;
					every_programme?: boolean;
					id?: string;
					organisation_id?: string | null;
					role: Database['public']['Enums']['member_role'];
					user_id: string;
				};
				Update: {
					created_at?: string;
					every_programme?: boolean;
					id?: string;
					organisation_id?: string | null;
					role?: Database['public']['Enums']['member_role'];
					user_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'membership_organisation_id_fkey';
						columns: ['organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisation';
						referencedColumns: ['id'];
					},
				];
			};
			membership_programme: {
				Row: {
					membership_id: string;
					programme_id: string;
				};
				Insert: {
					membership_id: string;
					programme_id: string;
				};
				Update: {
					membership_id?: string;
					programme_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'membership_programme_membership_id_fkey';
						columns: ['membership_id'];
						isOneToOne: false;
						referencedRelation: 'membership';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'membership_programme_programme_id_fkey';
						columns: ['programme_id'];
						isOneToOne: false;
						referencedRelation: 'programme';
						referencedColumns: ['id'];
					},
				];
			};
			observation: {
				Row: {
					denominator: number | null;
					entered_at: string;
					entered_by: string | null;
					id: string;
					indicator_id: string | null;
					not_applicable: string | null;
					note: string | null;
					numerator: number | null;
					off_track_action: string | null;
					off_track_reason: string | null;
					organisation_id: string | null;
					origin: Database['public']['Enums']['figure_origin'];
					programme_id: string | null;
					rating: Database['public']['Enums']['progress_status'] | null;
					revision_id: string;
					scale_level: number | null;
					series_id: string;
					source: string | null;
					source_of_verification: string | null;
					text_value: string | null;
					value: number | null;
				};
				Insert: {
					denominator?: number | null;
					entered_at?: string;
					entered_by?: string | null;
					id?: string;
					indicator_id?: string | null;
					not_applicable?: string | null;
					note?: string | null;
					numerator?: number | null;
					off_track_action?: string | null;
					off_track_reason?: string | null;
					organisation_id?: string | null;
					origin?: Database['public']['Enums']['figure_origin'];
					programme_id?: string | null;
					rating?: Database['public']['Enums']['progress_status'] | null;
					revision_id: string;
					scale_level?: number | null;
					series_id: string;
					source?: string | null;
					source_of_verification?: string | null;
					text_value?: string | null;
					value?: number | null;
				};
				Update: {
					denominator?: number | null;
					entered_at?: string;
					entered_by?: string | null;
					id?: string;
					indicator_id?: string | null;
					not_applicable?: string | null;
					note?: string | null;
					numerator?: number | null;
					off_track_action?: string | null;
					off_track_reason?: string | null;
					organisation_id?: string | null;
					origin?: Database['public']['Enums']['figure_origin'];
					programme_id?: string | null;
					rating?: Database['public']['Enums']['progress_status'] | null;
					revision_id?: string;
					scale_level?: number | null;
					series_id?: string;
					source?: string | null;
					source_of_verification?: string | null;
					text_value?: string | null;
					value?: number | null;
				};
				Relationships: [
					{
						foreignKeyName: 'observation_revision_id_fkey';
						columns: ['revision_id'];
						isOneToOne: false;
						referencedRelation: 'report_revision';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'observation_series_id_programme_id_organisation_id_indicat_fkey';
						columns: ['series_id', 'programme_id', 'organisation_id', 'indicator_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id', 'programme_id', 'organisation_id', 'indicator_id'];
					},
				];
			};
			organisation: {
				Row: {
					created_at: string;
					id: string;
					name: string;
					short_name: string | null;
					slug: string;
				};
				Insert: {
					created_at?: string;
					id?: string;
					name: string;
					short_name?: string | null;
					slug: string;
				};
				Update: {
					created_at?: string;
					id?: string;
					name?: string;
					short_name?: string | null;
					slug?: string;
				};
				Relationships: [];
			};
			overlap_proposal: {
				Row: {
					activity_id: string;
					indicator_id: string;
					note: string | null;
					organisation_id: string;
					participants: number;
					programme_id: string | null;
					proposed_at: string;
					proposed_by: string | null;
				};
				Insert: {
					activity_id: string;
					indicator_id: string;
					note?: string | null;
					organisation_id: string;
					participants: number;
					programme_id?: string | null;
					proposed_at?: string;
					proposed_by?: string | null;
				};
				Update: {
					activity_id?: string;
					indicator_id?: string;
					note?: string | null;
					organisation_id?: string;
					participants?: number;
					programme_id?: string | null;
					proposed_at?: string;
					proposed_by?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'overlap_proposal_activity_id_fkey';
						columns: ['activity_id'];
						isOneToOne: false;
						referencedRelation: 'activity';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'overlap_proposal_indicator_id_fkey';
						columns: ['indicator_id'];
						isOneToOne: false;
						referencedRelation: 'indicator';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'overlap_proposal_organisation_id_fkey';
						columns: ['organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisation';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'overlap_proposal_programme_id_fkey';
						columns: ['programme_id'];
						isOneToOne: false;
						referencedRelation: 'programme';
						referencedColumns: ['id'];
					},
				];
			};
			period: {
				Row: {
					as_of: string;
					code: string;
					due_on: string | null;
					ends_on: string;
					kind: Database['public']['Enums']['reporting_frequency'];
					starts_on: string;
				};
				Insert: {
					as_of: string;
					code: string;
					due_on?: string | null;
					ends_on: string;
					kind: Database['public']['Enums']['reporting_frequency'];
					starts_on: string;
				};
				Update: {
					as_of?: string;
					code?: string;
					due_on?: string | null;
					ends_on?: string;
					kind?: Database['public']['Enums']['reporting_frequency'];
					starts_on?: string;
				};
				Relationships: [];
			};
			period_exception: {
				Row: {
					organisation_id: string;
					period_code: string;
					programme_id: string;
					reason: string;
					until: string;
				};
				Insert: {
					organisation_id: string;
					period_code: string;
					programme_id: string;
					reason: string;
					until: string;
				};
				Update: {
					organisation_id?: string;
					period_code?: string;
					programme_id?: string;
					reason?: string;
					until?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'period_exception_organisation_id_fkey';
						columns: ['organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisation';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'period_exception_programme_id_period_code_fkey';
						columns: ['programme_id', 'period_code'];
						isOneToOne: false;
						referencedRelation: 'programme_period';
						referencedColumns: ['programme_id', 'period_code'];
					},
				];
			};
			person: {
				Row: {
					email: string | null;
					language: string | null;
					name: string;
					user_id: string;
					wants_mail: boolean;
				};
				Insert: {
					email?: string | null;
					language?: string | null;
					name: string;
					user_id: string;
					wants_mail?: boolean;
				};
				Update: {
					email?: string | null;
					language?: string | null;
					name?: string;
					user_id?: string;
					wants_mail?: boolean;
				};
				Relationships: [];
			};
			programme: {
				Row: {
					at_risk_from: number;
					code: string;
					created_at: string;
					demonstration: boolean;
					description: string | null;
					ends_on: string | null;
					id: string;
					languages: string[];
					name: string;
					on_track_from: number;
					small_number_k: number;
					source: string | null;
					starts_on: string | null;
				};
				Insert: {
					at_risk_from?: number;
					code: string;
					created_at?: string;
					demonstration?: boolean;
					description?: string | null;
					ends_on?: string | null;
					id?: string;
					languages?: string[];
					name: string;
					on_track_from?: number;
					small_number_k?: number;
					source?: string | null;
					starts_on?: string | null;
				};
				Update: {
					at_risk_from?: number;
					code?: string;
					created_at?: string;
					demonstration?: boolean;
					description?: string | null;
					ends_on?: string | null;
					id?: string;
					languages?: string[];
					name?: string;
					on_track_from?: number;
					small_number_k?: number;
					source?: string | null;
					starts_on?: string | null;
				};
				Relationships: [];
			};
			programme_period: {
				Row: {
					locked_at: string | null;
					opened_at: string;
					period_code: string;
					programme_id: string;
				};
				Insert: {
					locked_at?: string | null;
					opened_at?: string;
					period_code: string;
					programme_id: string;
				};
				Update: {
					locked_at?: string | null;
					opened_at?: string;
					period_code?: string;
					programme_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'programme_period_period_code_fkey';
						columns: ['period_code'];
						isOneToOne: false;
						referencedRelation: 'period';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'programme_period_programme_id_fkey';
						columns: ['programme_id'];
						isOneToOne: false;
						referencedRelation: 'programme';
						referencedColumns: ['id'];
					},
				];
			};
			project: {
				Row: {
					budget: number | null;
					budget_currency: string;
					code: string;
					created_at: string;
					ends_on: string | null;
					frequency: Database['public']['Enums']['reporting_frequency'];
					id: string;
					level: Database['public']['Enums']['project_level'];
					parent_id: string | null;
					programme_id: string;
					published_code: string | null;
					source: string | null;
					starts_on: string | null;
					test: boolean;
					title: string;
				};
				Insert: {
					budget?: number | null;
					budget_currency?: string;
					code: string;
					created_at?: string;
					ends_on?: string | null;
					frequency?: Database['public']['Enums']['reporting_frequency'];
					id?: string;
					level: Database['public']['Enums']['project_level'];
					parent_id?: string | null;
					programme_id: string;
					published_code?: string | null;
					source?: string | null;
					starts_on?: string | null;
					test?: boolean;
					title: string;
				};
				Update: {
					budget?: number | null;
					budget_currency?: string;
					code?: string;
					created_at?: string;
					ends_on?: string | null;
					frequency?: Database['public']['Enums']['reporting_frequency'];
					id?: string;
					level?: Database['public']['Enums']['project_level'];
					parent_id?: string | null;
					programme_id?: string;
					published_code?: string | null;
					source?: string | null;
					starts_on?: string | null;
					test?: boolean;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'project_parent_id_fkey';
						columns: ['parent_id'];
						isOneToOne: false;
						referencedRelation: 'project';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'project_parent_id_programme_id_fkey';
						columns: ['parent_id', 'programme_id'];
						isOneToOne: false;
						referencedRelation: 'project';
						referencedColumns: ['id', 'programme_id'];
					},
					{
						foreignKeyName: 'project_programme_id_fkey';
						columns: ['programme_id'];
						isOneToOne: false;
						referencedRelation: 'programme';
						referencedColumns: ['id'];
					},
				];
			};
			project_country: {
				Row: {
					country_iso2: string;
					project_id: string;
				};
				Insert: {
					country_iso2: string;
					project_id: string;
				};
				Update: {
					country_iso2?: string;
					project_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'project_country_country_iso2_fkey';
						columns: ['country_iso2'];
						isOneToOne: false;
						referencedRelation: 'country';
						referencedColumns: ['iso2'];
					},
					{
						foreignKeyName: 'project_country_project_id_fkey';
						columns: ['project_id'];
						isOneToOne: false;
						referencedRelation: 'project';
						referencedColumns: ['id'];
					},
				];
			};
			project_fund: {
				Row: {
					fund_code: string;
					project_id: string;
				};
				Insert: {
					fund_code: string;
					project_id: string;
				};
				Update: {
					fund_code?: string;
					project_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'project_fund_fund_code_fkey';
						columns: ['fund_code'];
						isOneToOne: false;
						referencedRelation: 'fund';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'project_fund_project_id_fkey';
						columns: ['project_id'];
						isOneToOne: false;
						referencedRelation: 'project';
						referencedColumns: ['id'];
					},
				];
			};
			project_indicator: {
				Row: {
					id: string;
					indicator_id: string;
					note: string | null;
					position: number;
					project_id: string;
					result_id: string | null;
					value_kind: Database['public']['Enums']['value_kind'];
				};
				Insert: {
					id?: string;
					indicator_id: string;
					note?: string | null;
					position?: number;
					project_id: string;
					result_id?: string | null;
					value_kind: Database['public']['Enums']['value_kind'];
				};
				Update: {
					id?: string;
					indicator_id?: string;
					note?: string | null;
					position?: number;
					project_id?: string;
					result_id?: string | null;
					value_kind?: Database['public']['Enums']['value_kind'];
				};
				Relationships: [
					{
						foreignKeyName: 'project_indicator_indicator_id_fkey';
						columns: ['indicator_id'];
						isOneToOne: false;
						referencedRelation: 'indicator';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'project_indicator_project_id_fkey';
						columns: ['project_id'];
						isOneToOne: false;
						referencedRelation: 'project';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'project_indicator_result_id_project_id_fkey';
						columns: ['result_id', 'project_id'];
						isOneToOne: false;
						referencedRelation: 'result';
						referencedColumns: ['id', 'project_id'];
					},
				];
			};
			project_organisation: {
				Row: {
					organisation_id: string;
					position: number;
					project_id: string;
					role: string;
				};
				Insert: {
					organisation_id: string;
					position?: number;
					project_id: string;
					role: string;
				};
				Update: {
					organisation_id?: string;
					position?: number;
					project_id?: string;
					role?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'project_organisation_organisation_id_fkey';
						columns: ['organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisation';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'project_organisation_project_id_fkey';
						columns: ['project_id'];
						isOneToOne: false;
						referencedRelation: 'project';
						referencedColumns: ['id'];
					},
				];
			};
			reminder: {
				Row: {
					attempts: number;
					claimed_at: string;
					day: string;
					ended_at: string | null;
					id: string;
					language: string;
					lines: Json;
					outcome: string | null;
					problem: string | null;
					user_id: string;
				};
				Insert: {
					attempts?: number;
					claimed_at?: string;
					day: string;
					ended_at?: string | null;
					id?: string;
					language: string;
					lines: Json;
					outcome?: string | null;
					problem?: string | null;
					user_id: string;
				};
				Update: {
					attempts?: number;
					claimed_at?: string;
					day?: string;
					ended_at?: string | null;
					id?: string;
					language?: string;
					lines?: Json;
					outcome?: string | null;
					problem?: string | null;
					user_id?: string;
				};
				Relationships: [];
			};
			report: {
				Row: {
					created_at: string;
					id: string;
					organisation_id: string;
					period_code: string;
					programme_id: string;
					project_id: string;
				};
				Insert: {
					created_at?: string;
					id?: string;
					organisation_id: string;
					period_code: string;
					programme_id: string;
					project_id: string;
				};
				Update: {
					created_at?: string;
					id?: string;
					organisation_id?: string;
					period_code?: string;
					programme_id?: string;
					project_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'report_organisation_id_fkey';
						columns: ['organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisation';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'report_programme_id_period_code_fkey';
						columns: ['programme_id', 'period_code'];
						isOneToOne: false;
						referencedRelation: 'programme_period';
						referencedColumns: ['programme_id', 'period_code'];
					},
					{
						foreignKeyName: 'report_project_id_programme_id_fkey';
						columns: ['project_id', 'programme_id'];
						isOneToOne: false;
						referencedRelation: 'project';
						referencedColumns: ['id', 'programme_id'];
					},
				];
			};
			report_draft: {
				Row: {
					changed_at: string | null;
					changed_by: string | null;
					correcting: string | null;
					correcting_by: string | null;
					difficulties: string;
					next_steps: string;
					organisation_id: string;
					programme_id: string;
					progress: string;
					report_id: string;
					version: number;
				};
				Insert: {
					changed_at?: string | null;
					changed_by?: string | null;
					correcting?: string | null;
					correcting_by?: string | null;
					difficulties?: string;
					next_steps?: string;
					organisation_id: string;
					programme_id: string;
					progress?: string;
					report_id: string;
					version?: number;
				};
				Update: {
					changed_at?: string | null;
					changed_by?: string | null;
					correcting?: string | null;
					correcting_by?: string | null;
					difficulties?: string;
					next_steps?: string;
					organisation_id?: string;
					programme_id?: string;
					progress?: string;
					report_id?: string;
					version?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'report_draft_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: true;
						referencedRelation: 'report';
						referencedColumns: ['id'];
					},
				];
			};
			report_revision: {
				Row: {
					created_at: string;
					created_by: string | null;
					decided_at: string | null;
					decided_by: string | null;
					decision_note: string | null;
					difficulties: string | null;
					id: string;
					in_force: boolean;
					narrative: string | null;
					next_steps: string | null;
					number: number;
					organisation_id: string | null;
					programme_id: string | null;
					reason: string | null;
					report_id: string;
					state: Database['public']['Enums']['revision_state'];
					submission_key: string | null;
					submitted_at: string | null;
					submitted_by: string | null;
				};
				Insert: {
					created_at?: string;
					created_by?: string | null;
					decided_at?: string | null;
					decided_by?: string | null;
					decision_note?: string | null;
					difficulties?: string | null;
					id?: string;
					in_force?: boolean;
					narrative?: string | null;
					next_steps?: string | null;
					number: number;
					organisation_id?: string | null;
					programme_id?: string | null;
					reason?: string | null;
					report_id: string;
					state?: Database['public']['Enums']['revision_state'];
					submission_key?: string | null;
					submitted_at?: string | null;
					submitted_by?: string | null;
				};
				Update: {
					created_at?: string;
					created_by?: string | null;
					decided_at?: string | null;
					decided_by?: string | null;
					decision_note?: string | null;
					difficulties?: string | null;
					id?: string;
					in_force?: boolean;
					narrative?: string | null;
					next_steps?: string | null;
					number?: number;
					organisation_id?: string | null;
					programme_id?: string | null;
					reason?: string | null;
					report_id?: string;
					state?: Database['public']['Enums']['revision_state'];
					submission_key?: string | null;
					submitted_at?: string | null;
					submitted_by?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'report_revision_report_id_programme_id_organisation_id_fkey';
						columns: ['report_id', 'programme_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'report';
						referencedColumns: ['id', 'programme_id', 'organisation_id'];
					},
				];
			};
			result: {
				Row: {
					assumptions: string | null;
					code: string | null;
					id: string;
					level: Database['public']['Enums']['result_level'];
					parent_id: string | null;
					position: number;
					project_id: string;
					title: string;
				};
				Insert: {
					assumptions?: string | null;
					code?: string | null;
					id?: string;
					level: Database['public']['Enums']['result_level'];
					parent_id?: string | null;
					position?: number;
					project_id: string;
					title: string;
				};
				Update: {
					assumptions?: string | null;
					code?: string | null;
					id?: string;
					level?: Database['public']['Enums']['result_level'];
					parent_id?: string | null;
					position?: number;
					project_id?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'result_parent_id_fkey';
						columns: ['parent_id'];
						isOneToOne: false;
						referencedRelation: 'result';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'result_parent_id_project_id_fkey';
						columns: ['parent_id', 'project_id'];
						isOneToOne: false;
						referencedRelation: 'result';
						referencedColumns: ['id', 'project_id'];
					},
					{
						foreignKeyName: 'result_project_id_fkey';
						columns: ['project_id'];
						isOneToOne: false;
						referencedRelation: 'project';
						referencedColumns: ['id'];
					},
				];
			};
			scale: {
				Row: {
					code: string;
					levels: string[];
				};
				Insert: {
					code: string;
					levels: string[];
				};
				Update: {
					code?: string;
					levels?: string[];
				};
				Relationships: [];
			};
			series: {
				Row: {
					baseline_comment: string | null;
					baseline_on: string | null;
					baseline_text: string | null;
					baseline_value: number | null;
					continues_id: string | null;
					country_iso2: string | null;
					created_at: string;
					ends_on: string | null;
					id: string;
					indicator_id: string;
					organisation_id: string;
					programme_id: string;
					project_id: string;
					project_indicator_id: string;
					starts_on: string | null;
				};
				Insert: {
					baseline_comment?: string | null;
					baseline_on?: string | null;
					baseline_text?: string | null;
					baseline_value?: number | null;
					continues_id?: string | null;
					country_iso2?: string | null;
					created_at?: string;
					ends_on?: string | null;
					id?: string;
					indicator_id: string;
					organisation_id: string;
					programme_id: string;
					project_id: string;
					project_indicator_id: string;
					starts_on?: string | null;
				};
				Update: {
					baseline_comment?: string | null;
					baseline_on?: string | null;
					baseline_text?: string | null;
					baseline_value?: number | null;
					continues_id?: string | null;
					country_iso2?: string | null;
					created_at?: string;
					ends_on?: string | null;
					id?: string;
					indicator_id?: string;
					organisation_id?: string;
					programme_id?: string;
					project_id?: string;
					project_indicator_id?: string;
					starts_on?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'series_continues_id_project_indicator_id_fkey';
						columns: ['continues_id', 'project_indicator_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id', 'project_indicator_id'];
					},
					{
						foreignKeyName: 'series_country_iso2_fkey';
						columns: ['country_iso2'];
						isOneToOne: false;
						referencedRelation: 'country';
						referencedColumns: ['iso2'];
					},
					{
						foreignKeyName: 'series_organisation_id_fkey';
						columns: ['organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisation';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'series_project_id_programme_id_fkey';
						columns: ['project_id', 'programme_id'];
						isOneToOne: false;
						referencedRelation: 'project';
						referencedColumns: ['id', 'programme_id'];
					},
					{
						foreignKeyName: 'series_project_indicator_id_project_id_indicator_id_fkey';
						columns: ['project_indicator_id', 'project_id', 'indicator_id'];
						isOneToOne: false;
						referencedRelation: 'project_indicator';
						referencedColumns: ['id', 'project_id', 'indicator_id'];
					},
				];
			};
			target: {
				Row: {
					basis: Database['public']['Enums']['target_basis'];
					dated: boolean;
					period_end: string;
					period_start: string;
					position: number;
					schedule_id: string;
					text_value: string | null;
					value: number | null;
				};
				Insert: {
					basis: Database['public']['Enums']['target_basis'];
					dated?: boolean;
					period_end: string;
					period_start: string;
					position: number;
					schedule_id: string;
					text_value?: string | null;
					value?: number | null;
				};
				Update: {
					basis?: Database['public']['Enums']['target_basis'];
					dated?: boolean;
					period_end?: string;
					period_start?: string;
					position?: number;
					schedule_id?: string;
					text_value?: string | null;
					value?: number | null;
				};
				Relationships: [
					{
						foreignKeyName: 'target_schedule_id_fkey';
						columns: ['schedule_id'];
						isOneToOne: false;
						referencedRelation: 'target_schedule';
						referencedColumns: ['id'];
					},
				];
			};
			target_schedule: {
				Row: {
					author: string | null;
					created_at: string;
					id: string;
					in_force_from: string;
					indicator_id: string | null;
					programme_id: string | null;
					project_indicator_id: string | null;
					reason: string | null;
					recorded_at: string;
					series_id: string | null;
					version: number;
				};
				Insert: {
					author?: string | null;
					created_at?: string;
					id?: string;
					in_force_from: string;
					indicator_id?: string | null;
					programme_id?: string | null;
					project_indicator_id?: string | null;
					reason?: string | null;
					recorded_at?: string;
					series_id?: string | null;
					version: number;
				};
				Update: {
					author?: string | null;
					created_at?: string;
					id?: string;
					in_force_from?: string;
					indicator_id?: string | null;
					programme_id?: string | null;
					project_indicator_id?: string | null;
					reason?: string | null;
					recorded_at?: string;
					series_id?: string | null;
					version?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'target_schedule_indicator_id_fkey';
						columns: ['indicator_id'];
						isOneToOne: false;
						referencedRelation: 'indicator';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'target_schedule_programme_id_fkey';
						columns: ['programme_id'];
						isOneToOne: false;
						referencedRelation: 'programme';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'target_schedule_project_indicator_id_fkey';
						columns: ['project_indicator_id'];
						isOneToOne: false;
						referencedRelation: 'project_indicator';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'target_schedule_series_id_fkey';
						columns: ['series_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id'];
					},
				];
			};
		};
		Views: { [_ in never]: never };
		Functions: {
			accept_invitation: {
				Args: {
					token: string | null;
				};
				Returns: Database['public']['Enums']['member_role'];
			};
			add_evidence: {
				Args: {
					p_id: string | null;
					p_report: string | null;
					p_series: string | null;
					p_activity: string | null;
					p_name: string | null;
					p_media_type: string | null;
					p_bytes: number | null;
					p_sha256: string | null;
				};
				Returns: Json;
			};
			begin_correction: {
				Args: {
					p_report: string | null;
					p_reason: string | null;
				};
				Returns: Json;
			};
			claim_due_mails: {
				Args: {
					p_day: string | null;
					p_after?: string | null;
					p_most?: number | null;
				};
				Returns: Json;
			};
			due_mails: {
				Args: {
					p_day: string | null;
				};
				Returns: {
					user_id: string | null;
					email: string | null;
					language: string | null;
					lines: Json | null;
				}[];
			};
			end_correction: {
				Args: {
					p_report: string | null;
				};
				Returns: Json;
			};
			end_mail: {
				Args: {
					p_reminder: string | null;
					p_outcome: string | null;
					p_problem?: string | null;
				};
				Returns: undefined;
			};
			load_change_set: {
				Args: {
					change_set: Json | null;
					dry_run?: boolean | null;
				};
				Returns: Json;
			};
			propose_overlap: {
				Args: {
					p_report: string | null;
					p_activity: string | null;
					p_indicator: string | null;
					p_participants: number | null;
					p_note?: string | null;
				};
				Returns: Json;
			};
			remove_activity: {
				Args: {
					p_report: string | null;
					p_activity: string | null;
				};
				Returns: Json;
			};
			remove_evidence: {
				Args: {
					p_id: string | null;
				};
				Returns: Json;
			};
			save_activity: {
				Args: {
					p_activity: Json | null;
					p_key: string | null;
				};
				Returns: Json;
			};
			save_cells: {
				Args: {
					p_changes: Json | null;
					p_together?: boolean | null;
				};
				Returns: Json;
			};
			save_claim: {
				Args: {
					p_report: string | null;
					p_activity: string | null;
					p_series: string | null;
					p_participants: number | null;
					p_version: number | null;
				};
				Returns: Json;
			};
			save_narrative: {
				Args: {
					p_report: string | null;
					p_base_version: number | null;
					p_narrative: Json | null;
				};
				Returns: Json;
			};
			submit_report: {
				Args: {
					p_report: string | null;
					p_key: string | null;
				};
				Returns: Json;
			};
			withdraw_report: {
				Args: {
					p_report: string | null;
				};
				Returns: Json;
			};
		};
		Enums: {
			adding_rule: 'sum' | 'max' | 'ratio' | 'none';
			counted_thing: 'people' | 'contacts' | 'things';
			crosswalk_relation: 'same' | 'renamed' | 'partly';
			figure_origin: 'source' | 'reported' | 'made_up';
			indicator_measure: 'unit' | 'percentage' | 'nominal' | 'ordinal' | 'qualitative';
			member_role: 'donor' | 'partner' | 'staff' | 'manager' | 'admin';
			over_time_rule: 'sum' | 'latest' | 'max' | 'average';
			progress_status: 'not-additive' | 'no-target' | 'not-due' | 'not-reported' | 'achieved' | 'on-track' | 'at-risk' | 'off-track';
			project_level: 'programme' | 'decision' | 'contract';
			reporting_frequency: 'quarter' | 'half' | 'year' | 'snapshot';
			result_level: 'impact' | 'outcome' | 'output';
			revision_state: 'draft' | 'submitted' | 'returned' | 'approved';
			target_basis: 'in_period' | 'to_date';
			value_kind: 'increment' | 'cumulative' | 'cumulative_year' | 'level' | 'ratio' | 'ordinal' | 'qualitative';
		};
		CompositeTypes: { [_ in never]: never };
	};
	reporting: {
		Tables: {
			cell: {
				Row: {
					actual: number | null;
					as_of: string;
					at_least: boolean;
					baseline: number | null;
					counted: boolean;
					counted_in_family: boolean;
					country_iso2: string | null;
					denominator: number | null;
					due: boolean;
					ended: boolean;
					expected: number | null;
					family_id: string;
					indicator_id: string;
					left_out: string | null;
					numerator: number | null;
					organisation_id: string;
					pace: number | null;
					period_code: string;
					programme_id: string;
					progress: number | null;
					project_id: string;
					reported: boolean;
					series_id: string;
					stands_for_children: boolean;
					status: Database['public']['Enums']['progress_status'];
					target: number | null;
				};
				Insert: {
					actual?: number | null;
					as_of: string;
					at_least: boolean;
					baseline?: number | null;
					counted: boolean;
					counted_in_family: boolean;
					country_iso2?: string | null;
					denominator?: number | null;
					due: boolean;
					ended: boolean;
					expected?: number | null;
					family_id: string;
					indicator_id: string;
					left_out?: string | null;
					numerator?: number | null;
					organisation_id: string;
					pace?: number | null;
					period_code: string;
					programme_id: string;
					progress?: number | null;
					project_id: string;
					reported: boolean;
					series_id: string;
					stands_for_children: boolean;
					status: Database['public']['Enums']['progress_status'];
					target?: number | null;
				};
				Update: {
					actual?: number | null;
					as_of?: string;
					at_least?: boolean;
					baseline?: number | null;
					counted?: boolean;
					counted_in_family?: boolean;
					country_iso2?: string | null;
					denominator?: number | null;
					due?: boolean;
					ended?: boolean;
					expected?: number | null;
					family_id?: string;
					indicator_id?: string;
					left_out?: string | null;
					numerator?: number | null;
					organisation_id?: string;
					pace?: number | null;
					period_code?: string;
					programme_id?: string;
					progress?: number | null;
					project_id?: string;
					reported?: boolean;
					series_id?: string;
					stands_for_children?: boolean;
					status?: Database['public']['Enums']['progress_status'];
					target?: number | null;
				};
				Relationships: [
					{
						foreignKeyName: 'cell_period_code_fkey';
						columns: ['period_code'];
						isOneToOne: false;
						referencedRelation: 'period';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'cell_series_id_fkey';
						columns: ['series_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id'];
					},
				];
			};
			claim: {
				Row: {
					activity_id: string;
					agreed: number | null;
					as_of: string;
					indicator_id: string;
					organisation_id: string;
					participants: number;
					programme_id: string;
					project_id: string;
					series_id: string;
				};
				Insert: {
					activity_id: string;
					agreed?: number | null;
					as_of: string;
					indicator_id: string;
					organisation_id: string;
					participants: number;
					programme_id: string;
					project_id: string;
					series_id: string;
				};
				Update: {
					activity_id?: string;
					agreed?: number | null;
					as_of?: string;
					indicator_id?: string;
					organisation_id?: string;
					participants?: number;
					programme_id?: string;
					project_id?: string;
					series_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'claim_activity_id_fkey';
						columns: ['activity_id'];
						isOneToOne: false;
						referencedRelation: 'activity';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'claim_series_id_fkey';
						columns: ['series_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id'];
					},
				];
			};
			counting: {
				Row: {
					counted_from: string;
					counted_until: string;
					group_id: string;
					programme_id: string;
					project_id: string;
				};
				Insert: {
					counted_from: string;
					counted_until: string;
					group_id: string;
					programme_id: string;
					project_id: string;
				};
				Update: {
					counted_from?: string;
					counted_until?: string;
					group_id?: string;
					programme_id?: string;
					project_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'counting_project_id_fkey';
						columns: ['project_id'];
						isOneToOne: false;
						referencedRelation: 'project';
						referencedColumns: ['id'];
					},
				];
			};
			data_version: {
				Row: {
					changed_at: string;
					programme_id: string;
					version: number;
				};
				Insert: {
					changed_at?: string;
					programme_id: string;
					version?: number;
				};
				Update: {
					changed_at?: string;
					programme_id?: string;
					version?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'data_version_programme_id_fkey';
						columns: ['programme_id'];
						isOneToOne: true;
						referencedRelation: 'programme';
						referencedColumns: ['id'];
					},
				];
			};
			series_period: {
				Row: {
					actual: number | null;
					as_of: string;
					at_least: boolean;
					baseline: number | null;
					baseline_assumed: boolean;
					denominator: number | null;
					due: boolean;
					ended: boolean;
					expected: number | null;
					in_denominator: number | null;
					in_numerator: number | null;
					in_period: number | null;
					indicator_id: string;
					missing: number;
					next_target: number | null;
					numerator: number | null;
					organisation_id: string;
					pace: number | null;
					period_code: string;
					programme_id: string;
					progress: number | null;
					progress_to_next: number | null;
					project_id: string;
					reported: boolean;
					scale_level: number | null;
					series_id: string;
					status: Database['public']['Enums']['progress_status'];
					status_as_of: string | null;
					target: number | null;
					target_text: string | null;
					text_value: string | null;
					value_as_of: string | null;
				};
				Insert: {
					actual?: number | null;
					as_of: string;
					at_least: boolean;
					baseline?: number | null;
					baseline_assumed: boolean;
					denominator?: number | null;
					due: boolean;
					ended: boolean;
					expected?: number | null;
					in_denominator?: number | null;
					in_numerator?: number | null;
					in_period?: number | null;
					indicator_id: string;
					missing: number;
					next_target?: number | null;
					numerator?: number | null;
					organisation_id: string;
					pace?: number | null;
					period_code: string;
					programme_id: string;
					progress?: number | null;
					progress_to_next?: number | null;
					project_id: string;
					reported: boolean;
					scale_level?: number | null;
					series_id: string;
					status: Database['public']['Enums']['progress_status'];
					status_as_of?: string | null;
					target?: number | null;
					target_text?: string | null;
					text_value?: string | null;
					value_as_of?: string | null;
				};
				Update: {
					actual?: number | null;
					as_of?: string;
					at_least?: boolean;
					baseline?: number | null;
					baseline_assumed?: boolean;
					denominator?: number | null;
					due?: boolean;
					ended?: boolean;
					expected?: number | null;
					in_denominator?: number | null;
					in_numerator?: number | null;
					in_period?: number | null;
					indicator_id?: string;
					missing?: number;
					next_target?: number | null;
					numerator?: number | null;
					organisation_id?: string;
					pace?: number | null;
					period_code?: string;
					programme_id?: string;
					progress?: number | null;
					progress_to_next?: number | null;
					project_id?: string;
					reported?: boolean;
					scale_level?: number | null;
					series_id?: string;
					status?: Database['public']['Enums']['progress_status'];
					status_as_of?: string | null;
					target?: number | null;
					target_text?: string | null;
					text_value?: string | null;
					value_as_of?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'series_period_period_code_fkey';
						columns: ['period_code'];
						isOneToOne: false;
						referencedRelation: 'period';
						referencedColumns: ['code'];
					},
					{
						foreignKeyName: 'series_period_series_id_fkey';
						columns: ['series_id'];
						isOneToOne: false;
						referencedRelation: 'series';
						referencedColumns: ['id'];
					},
				];
			};
		};
		Views: { [_ in never]: never };
		Functions: {
			activities_page: {
				Args: {
					p_programme?: string | null;
					p_period?: string | null;
					p_country?: string | null;
					p_partner?: string | null;
				};
				Returns: Json;
			};
			activity_lines: {
				Args: {
					p_programme: string | null;
					p_until?: string | null;
					p_country?: string | null;
					p_organisation?: string | null;
					p_indicator?: string | null;
					p_project?: string | null;
				};
				Returns: Json;
			};
			breakdowns_of: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
					p_indicator: string | null;
					p_country: string | null;
					p_organisation: string | null;
				};
				Returns: Json;
			};
			cell_history: {
				Args: {
					p_report: string | null;
					p_series: string | null;
				};
				Returns: Json;
			};
			changes: {
				Args: {
					p_programme: string | null;
					p_previous: string | null;
					p_country: string | null;
					p_organisation: string | null;
					p_figures: Database['reporting']['CompositeTypes']['figure'][] | null;
					p_most?: number | null;
				};
				Returns: Json;
			};
			context: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
					p_previous: string | null;
					p_country: string | null;
					p_partner: string | null;
				};
				Returns: Json;
			};
			country_lines: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
					p_organisation: string | null;
					p_figures: Database['reporting']['CompositeTypes']['figure'][] | null;
				};
				Returns: Json;
			};
			country_page: {
				Args: {
					p_country: string | null;
					p_programme?: string | null;
					p_period?: string | null;
					p_partner?: string | null;
				};
				Returns: Json;
			};
			declared_totals: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
					p_projects?: string[] | null;
				};
				Returns: {
					project_id: string | null;
					indicator_id: string | null;
					declared: number | null;
					children: number | null;
					difference: number | null;
				}[];
			};
			doctor: {
				Args: Record<PropertyKey, never>;
				Returns: Json;
			};
			entry_lines: {
				Args: {
					p_report: string | null;
					p_period: string | null;
				};
				Returns: Json;
			};
			entry_page: {
				Args: {
					p_report: string | null;
				};
				Returns: Json;
			};
			evidence_counts: {
				Args: {
					p_report: string | null;
				};
				Returns: Json;
			};
			evidence_files: {
				Args: {
					p_report: string | null;
				};
				Returns: Json;
			};
			evidence_place: {
				Args: {
					p_report: string | null;
				};
				Returns: Json;
			};
			explain: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
					p_indicator: string | null;
					p_country?: string | null;
					p_organisation?: string | null;
				};
				Returns: Json;
			};
			figure_json: {
				Args: {
					f: Database['reporting']['CompositeTypes']['figure'] | null;
					p_pending?: number | null;
				};
				Returns: Json;
			};
			figures: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
					p_groupings: string[] | null;
					p_country?: string | null;
					p_organisation?: string | null;
					p_indicator?: string | null;
					p_projects?: string[] | null;
					p_counting?: string | null;
				};
				Returns: Database['reporting']['CompositeTypes']['figure'][];
			};
			indicator_json: {
				Args: {
					p_id: string | null;
				};
				Returns: Json;
			};
			indicator_page: {
				Args: {
					p_framework: string | null;
					p_code: string | null;
					p_programme?: string | null;
					p_period?: string | null;
					p_country?: string | null;
					p_partner?: string | null;
				};
				Returns: Json;
			};
			logframe_of: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
					p_project: string | null;
				};
				Returns: Json;
			};
			notices: {
				Args: Record<PropertyKey, never>;
				Returns: Json;
			};
			open_overlaps: {
				Args: Record<PropertyKey, never>;
				Returns: Json;
			};
			organisation_json: {
				Args: {
					p_id: string | null;
				};
				Returns: Json;
			};
			overview: {
				Args: {
					p_programme?: string | null;
					p_period?: string | null;
					p_country?: string | null;
					p_partner?: string | null;
				};
				Returns: Json;
			};
			owed_reports: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
					p_country: string | null;
					p_organisation: string | null;
				};
				Returns: {
					project_id: string | null;
					organisation_id: string | null;
					countries: string[] | null;
					approved: boolean | null;
					pending: boolean | null;
				}[];
			};
			partner_lines: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
					p_country: string | null;
					p_organisation: string | null;
				};
				Returns: Json;
			};
			partner_page: {
				Args: {
					p_partner: string | null;
					p_programme?: string | null;
					p_period?: string | null;
					p_country?: string | null;
				};
				Returns: Json;
			};
			past_answers: {
				Args: {
					p_series: string | null;
					p_before: string | null;
				};
				Returns: Json;
			};
			pending_cells: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
				};
				Returns: {
					series_id: string | null;
					indicator_id: string | null;
					country_iso2: string | null;
					organisation_id: string | null;
					adds: number | null;
					counted: boolean | null;
				}[];
			};
			period_json: {
				Args: {
					p_code: string | null;
				};
				Returns: Json;
			};
			project_nodes: {
				Args: {
					p_programme: string | null;
				};
				Returns: {
					id: string | null;
					parent_id: string | null;
					depth: number | null;
					path: string | null;
					node: Json | null;
				}[];
			};
			project_page: {
				Args: {
					p_project: string | null;
					p_period?: string | null;
				};
				Returns: Json;
			};
			projects_page: {
				Args: {
					p_programme?: string | null;
					p_period?: string | null;
					p_country?: string | null;
					p_partner?: string | null;
				};
				Returns: Json;
			};
			report_activities: {
				Args: {
					p_report: string | null;
				};
				Returns: Json;
			};
			report_claims: {
				Args: {
					p_report: string | null;
				};
				Returns: Json;
			};
			scope_of: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
					p_partner: string | null;
				};
				Returns: {
					programme_id: string | null;
					period_code: string | null;
					previous_code: string | null;
					as_of: string | null;
					organisation_id: string | null;
				}[];
			};
			series_lines: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
					p_country?: string | null;
					p_organisation?: string | null;
					p_indicator?: string | null;
					p_project?: string | null;
				};
				Returns: {
					indicator_id: string | null;
					project_id: string | null;
					line: Json | null;
				}[];
			};
			totals: {
				Args: {
					p_programme?: string | null;
					p_framework?: string | null;
					p_fund?: string | null;
				};
				Returns: {
					programme: string | null;
					framework: string | null;
					code: string | null;
					title: string | null;
					country: string | null;
					naive_sum: number | null;
					counted_once: number | null;
					differences: Json | null;
				}[];
			};
			trust: {
				Args: {
					p_programme: string | null;
					p_period: string | null;
					p_country: string | null;
					p_organisation: string | null;
				};
				Returns: Json;
			};
			value_kind_of: {
				Args: {
					p_programme: string | null;
					p_indicator: string | null;
				};
				Returns: Database['public']['Enums']['value_kind'];
			};
			wordings_json: {
				Args: {
					p_id: string | null;
				};
				Returns: Json;
			};
			workspace: {
				Args: Record<PropertyKey, never>;
				Returns: Json;
			};
		};
		Enums: { [_ in never]: never };
		CompositeTypes: {
			figure: {
				actual: number | null;
				at_least: boolean | null;
				baseline: number | null;
				country_iso2: string | null;
				denominator: number | null;
				due: number | null;
				expected: number | null;
				expected_progress: number | null;
				grouped_by: string | null;
				indicator_id: string | null;
				numerator: number | null;
				organisation_id: string | null;
				overlap: number | null;
				pace: number | null;
				progress: number | null;
				project_id: string | null;
				reported: number | null;
				series: number | null;
				status: Database['public']['Enums']['progress_status'] | null;
				target: number | null;
				target_share: number | null;
				with_value: number | null;
			};
		};
	};
};
