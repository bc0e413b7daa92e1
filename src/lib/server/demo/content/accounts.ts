/** One account of the demonstration, with the role that its sign-in button names. */
export type DemonstrationAccount = {
	readonly email: string;
	readonly role: 'donor' | 'partner' | 'staff' | 'manager' | 'admin';
	/** A function, no person. */
	readonly name: string;
	/** The organisation a partner reports for, by its address. */
	readonly organisation: string | null;
};

/** Published on the sign-in page, and so worth nothing anywhere else. */
export const demonstrationPassword = 'waymark-demo';

const none = { organisation: null } as const;

export const demonstrationAccounts: readonly DemonstrationAccount[] = [
	{ ...none, email: 'donor@example.org', role: 'donor', name: 'EU Delegation (demonstration)' },
	{ ...none, email: 'staff@example.org', role: 'staff', name: 'IOM monitoring (demonstration)' },
	{ ...none, email: 'manager@example.org', role: 'manager', name: 'Programme management (demonstration)' },
	{ ...none, email: 'admin@example.org', role: 'admin', name: 'Administration (demonstration)' },
	{
		email: 'unodc@example.org',
		role: 'partner',
		name: 'UNODC reporting (demonstration)',
		organisation: 'unodc',
	},
	{
		email: 'iom-egypt@example.org',
		role: 'partner',
		name: 'IOM Egypt reporting (demonstration)',
		organisation: 'iom-egypt',
	},
	{
		email: 'gfngo@example.org',
		role: 'partner',
		name: 'General Federation reporting (demonstration)',
		organisation: 'gfngo',
	},
];
