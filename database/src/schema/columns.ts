import { customType, timestamp } from 'drizzle-orm/pg-core';

/** A moment in UTC with milliseconds. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** The moment of the insert. */
export const createdAt = () => moment('created_at').notNull().defaultNow();

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
