import { createTransport, type SentMessageInfo, type Transporter } from 'nodemailer';
import { isLoopback, type Settings } from './settings.ts';

/** How long a mail server may keep us waiting, in milliseconds. */
const PATIENCE = 20_000;

/**
 * The way to the settings' mail server, with a connection for each mail: a pool would send a mail again by itself when
 * its connection breaks, and it might have arrived. A password goes over the network encrypted or not at all.
 */
export function openTransport({ url, from }: NonNullable<Settings['mail']>): Transporter<SentMessageInfo> {
	const { password, protocol, hostname } = new URL(url);
	return createTransport(
		{
			url,
			requireTLS: password !== '' && protocol === 'smtp:' && !isLoopback(hostname),
			connectionTimeout: PATIENCE,
			greetingTimeout: PATIENCE,
			socketTimeout: PATIENCE,
		},
		{ from: { name: 'Waymark', address: from } },
	);
}
