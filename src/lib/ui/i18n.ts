import { createContext } from 'svelte';
import type { Formats } from '#format/formats.ts';

/** The reader's language for everything below the layout: `const { t, number } = useFormats()`. */
export const [useFormats, setFormats] = createContext<Formats>();
