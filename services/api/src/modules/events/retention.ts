/** How long events that only moved timelines are kept; streams that ask for older ones are told to resync. */
export const progressRetentionMs = 7 * 24 * 60 * 60_000;
