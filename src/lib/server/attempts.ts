import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Counts failed attempts by a key, such as an address, and says when there were too many. */
export type Attempts = {
	areUsedUp(key: string): Promise<boolean>;
	countFailure(key: string): Promise<void>;
	forget(key: string): Promise<void>;
};

/** A counter of this process: several instances of the application each count for themselves. */
export function createAttempts({ limit, seconds }: { limit: number; seconds: number }): Attempts {
	const limiter = new RateLimiterMemory({ points: limit, duration: seconds });
	return {
		areUsedUp: async (key) => {
			const counted = await limiter.get(key);
			return counted !== null && counted.consumedPoints >= limit;
		},
		countFailure: async (key) => {
			await limiter.penalty(key, 1);
		},
		forget: async (key) => {
			await limiter.delete(key);
		},
	};
}
