import type { WorkbookOwner, WorkbookRefusal } from '#domain/workbook.ts';

/** A file that is not read, and why: thrown inside this folder, a value at its door (readWorkbook). */
export class RefusedFile extends Error {
	readonly why: WorkbookRefusal;
	readonly owner: WorkbookOwner | null;

	constructor(why: WorkbookRefusal, owner: WorkbookOwner | null = null) {
		super(why);
		this.name = 'RefusedFile';
		this.why = why;
		this.owner = owner;
	}
}
