/** A form that was received whole, or why it was not. */
export type ReceivedForm =
	{ readonly ok: true; readonly form: FormData } | { readonly ok: false; readonly status: 400 | 411 | 413 };

/**
 * Reads a form with files that says beforehand how long it is: what is too long is not taken into memory.
 * @param largest bytes of the whole request
 */
export async function receiveForm(request: Request, largest: number): Promise<ReceivedForm> {
	const length = request.headers.get('content-length');
	if (length === null) return { ok: false, status: 411 };
	if (!(Number(length) <= largest)) return { ok: false, status: 413 };
	try {
		return { ok: true, form: await request.formData() };
	} catch (error) {
		// what is no form, or breaks off
		if (error instanceof TypeError) return { ok: false, status: 400 };
		throw error;
	}
}
