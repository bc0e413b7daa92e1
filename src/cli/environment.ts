import { existsSync } from 'node:fs';

/** Reads `.env` of the current folder into the environment; what is set outside wins. */
export function loadEnvironment(file = '.env'): void {
	if (existsSync(file)) process.loadEnvFile(file);
}
