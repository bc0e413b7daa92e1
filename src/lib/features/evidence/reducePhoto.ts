/** The longest side of a photo that is sent, in pixels: enough to read a page that was photographed. */
const LONGEST = 2000;
/** JPEG quality at which a page of text stays readable in a tenth of the bytes. */
const QUALITY = 0.85;

/** A photo that may be sent, or why it cannot be. */
export type ReducedPhoto =
	{ readonly ok: true; readonly file: File } | { readonly ok: false; readonly problem: 'heic' | 'damaged' };

/** Whether a file is a picture by what the browser knows of it. */
export function isPhoto(file: File): boolean {
	return file.type.startsWith('image/') || isHeic(file);
}

/**
 * Draws a photo anew, no longer than 2000 pixels: what the camera wrote beside it (place, device, time) does not leave
 * this device. Drawings (PNG) that fit stay PNG, so that their text stays sharp.
 */
export async function reducePhoto(file: File): Promise<ReducedPhoto> {
	const picture = await drawn(file);
	if (picture === undefined) return { ok: false, problem: isHeic(file) ? 'heic' : 'damaged' };
	const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
	const type = file.type === 'image/png' && scale === 1 ? 'image/png' : 'image/jpeg';
	const canvas = document.createElement('canvas');
	canvas.width = Math.max(1, Math.round(picture.width * scale));
	canvas.height = Math.max(1, Math.round(picture.height * scale));
	const context = canvas.getContext('2d');
	if (context === null) return { ok: false, problem: 'damaged' };
	if (type === 'image/jpeg') {
		// JPEG knows no transparency: paper, not black
		context.fillStyle = '#fff';
		context.fillRect(0, 0, canvas.width, canvas.height);
	}
	context.drawImage(picture, 0, 0, canvas.width, canvas.height);
	picture.close();
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
	if (blob === null) return { ok: false, problem: 'damaged' };
	return { ok: true, file: new File([blob], renamed(file.name, type), { type }) };
}

/** The picture, turned the right way up; undefined where this browser cannot read it. */
async function drawn(file: File): Promise<ImageBitmap | undefined> {
	try {
		return await createImageBitmap(file, { imageOrientation: 'from-image' });
	} catch (error) {
		if (error instanceof DOMException) return undefined;
		throw error;
	}
}

function isHeic(file: File): boolean {
	return /^image\/hei[cf]/.test(file.type) || /\.hei[cf]$/i.test(file.name);
}

function renamed(name: string, type: 'image/png' | 'image/jpeg'): string {
	const stem = name.replace(/\.[^.]*$/, '');
	return `${stem === '' ? 'photo' : stem}.${type === 'image/png' ? 'png' : 'jpg'}`;
}
