// `npm start`: builds where needed, opens the database, serves, and says where.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { currentBackend } from '../lib/server/backend/current.ts';
import { readSettings } from '../lib/server/settings.ts';
import type { Settings } from '../lib/server/settings.ts';
import { StartError } from '../lib/server/startError.ts';
import { buildIfNeeded } from './build.ts';
import { endOnStartError } from './endOnStartError.ts';
import { loadEnvironment } from './environment.ts';
import { printWelcome } from './welcome.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** How long visitors may finish what they are at when the server is told to stop, in milliseconds. */
const GRACE = 3000;

async function start(): Promise<void> {
	loadEnvironment();
	const settings = readSettings(process.env);
	await buildIfNeeded();
	let handler: Handler = tellStarting;
	const server = createServer((request, response) => serve(handler, request, response));
	// The port first: when it is taken, the database need not be opened.
	await listen(server, settings);
	try {
		handler = await loadHandler();
		await printWelcome(await currentBackend(), settings);
	} catch (error) {
		server.close();
		throw error;
	}
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(server));
}

async function listen(server: Server, { host, port }: Settings): Promise<void> {
	server.listen(port, host);
	try {
		await once(server, 'listening');
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? error.code : undefined;
		if (code === 'EADDRINUSE') throw new StartError(`Port ${port} is in use: set PORT to another.`);
		throw new StartError(`HOST=${host} PORT=${port} cannot be listened on: ${String(code)}.`, {
			cause: error,
		});
	}
}

// The build reads its environment when it is loaded, and opens the backend.
async function loadHandler(): Promise<Handler> {
	process.env['PROTOCOL_HEADER'] ??= 'x-forwarded-proto';
	process.env['BODY_SIZE_LIMIT'] ??= '32M';
	const built = (await import(pathToFileURL('build/handler.js').href)) as { handler: Handler };
	return built.handler;
}

const tellStarting: Handler = (_request, response) => {
	response.writeHead(503, { 'retry-after': '2' }).end('Waymark is starting.\n');
};

function serve(handler: Handler, request: IncomingMessage, response: ServerResponse): void {
	// Without a proxy in front, visitors come by http under whatever name they typed.
	request.headers['x-forwarded-proto'] ??= 'http';
	handler(request, response, () => response.writeHead(404).end());
}

async function stop(server: Server): Promise<void> {
	const closed = once(server, 'close');
	server.close();
	server.closeIdleConnections();
	const patience = setTimeout(() => server.closeAllConnections(), GRACE);
	await closed;
	clearTimeout(patience);
	await (await currentBackend()).close();
	process.exit(0);
}

await endOnStartError(start);
