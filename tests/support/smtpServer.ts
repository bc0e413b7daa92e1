import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mail as it arrived: its envelope, its headers by small name, and the text of each part by type. */
export type ArrivedMail = {
	readonly to: readonly string[];
	readonly headers: Readonly<Record<string, string>>;
	readonly parts: Readonly<Record<string, string>>;
};

/** How the server takes mails: all, none after naming the recipient, or it hangs up when it has read one. */
export type Mood = 'takes' | 'refuses' | 'hangs up';

/** A mail server on this machine that keeps what it is sent. */
export type SmtpServer = {
	readonly url: string;
	readonly mails: readonly ArrivedMail[];
	mood: Mood;
	close(): Promise<void>;
};

/** Opens a mail server that speaks as much SMTP as a client needs to hand over a mail. */
export async function openSmtpServer(): Promise<SmtpServer> {
	const mails: ArrivedMail[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
		converse(socket, opened, mails);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const opened: SmtpServer = {
		url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
		mails,
		mood: 'takes',
		close: async () => {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
	return opened;
}

function converse(socket: Socket, server: SmtpServer, mails: ArrivedMail[]): void {
	let to: string[] = [];
	let content: string[] | undefined;
	let rest = '';
	const say = (line: string) => socket.write(`${line}\r\n`);
	const take = (line: string) => {
		if (content === undefined) return command(line);
		if (line !== '.') return void content.push(line.startsWith('.') ? line.slice(1) : line);
		if (server.mood === 'hangs up') return void socket.destroy();
		mails.push({ to, ...parse(content) });
		[to, content] = [[], undefined];
		say('250 kept');
	};
	const command = (line: string) => {
		switch (line.slice(0, 4).toUpperCase()) {
			case 'RCPT':
				if (server.mood === 'refuses') return say('451 not now');
				to.push(/<(.*?)>/.exec(line)?.[1] ?? '');
				return say('250 ok');
			case 'DATA':
				content = [];
				return say('354 go on');
			case 'QUIT':
				return void socket.end('221 bye\r\n');
			default:
				return say('250 ok');
		}
	};
	socket.setEncoding('utf8').on('data', (chunk: string) => {
		const lines = (rest + chunk).split('\r\n');
		rest = lines.pop() ?? '';
		for (const line of lines) take(line);
	});
	say('220 a mail server of the tests');
}

function parse(lines: readonly string[]): Omit<ArrivedMail, 'to'> {
	const { headers, body } = split(lines.join('\n'));
	const boundary = /boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1];
	const parts = boundary === undefined ? [lines.join('\n')] : body.split(`--${boundary}`).slice(1, -1);
	return {
		headers,
		parts: Object.fromEntries(
			parts.map((part) => {
				const inner = split(part.replace(/^\n/, ''));
				const type = inner.headers['content-type']?.split(';')[0] ?? '';
				return [type, decoded(inner.body, inner.headers['content-transfer-encoding'])];
			}),
		),
	};
}

function split(text: string): { headers: Record<string, string>; body: string } {
	const end = text.indexOf('\n\n');
	const head = text.slice(0, end).replaceAll(/\n[ \t]+/g, ' ');
	const headers = head.split('\n').map((line) => {
		const colon = line.indexOf(':');
		return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())];
	});
	return { headers: Object.fromEntries(headers), body: text.slice(end + 2) };
}

/** A header's encoded words (RFC 2047). */
function words(text: string): string {
	return text
		.replaceAll(/\?= =\?/g, '?==?')
		.replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, inner: string) =>
			kind.toLowerCase() === 'b'
				? Buffer.from(inner, 'base64').toString()
				: decoded(inner.replaceAll('_', ' '), 'quoted-printable'),
		);
}

function decoded(text: string, encoding: string | undefined): string {
	if (encoding === 'base64') return Buffer.from(text, 'base64').toString();
	if (encoding !== 'quoted-printable') return text;
	const bytes = text
		.replaceAll(/=\n/g, '')
		.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString();
}
