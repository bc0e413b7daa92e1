import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts attempts by a key, such as an address, and refuses further ones after too many. */
export type Attempts = {
	/** Counts an attempt before it is made, so that many at once don't slip through. @returns false when it is one too many */
	begin(key: string): Promise<boolean>;
	/** Takes one attempt back: it was no failure. */
	forgive(key: string): Promise<void>;
	/** Takes all attempts back. */
	forget(key: string): Promise<void>;
};

/** A counter of this process: several instances of the application each count for themselves. */
export function createAttempts({ limit, seconds }: { limit: number; seconds: number }): Attempts {
	const limiter = new RateLimiterMemory({ points: limit, duration: seconds });
	return {
		begin: async (key) => {
			try {
				await limiter.consume(key);
				return true;
			} catch (refusal) {
				if (refusal instanceof RateLimiterRes) return false;
				throw refusal;
			}
		},
		forgive: async (key) => {
			await limiter.reward(key);
		},
		forget: async (key) => {
			await limiter.delete(key);
		},
	};
}
