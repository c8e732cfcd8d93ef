const noLimit = '1000000000';

/** Settings of an API that refuses nobody for asking too often or owning too much; strangers are still held back. */
export const withoutLimits = {
  RATE_LIMIT_READS_PER_MINUTE: noLimit,
  RATE_LIMIT_WRITES_PER_MINUTE: noLimit,
  MAX_STORES: noLimit,
  QUOTA_STORES: noLimit,
  QUOTA_CPU_MILLIS: noLimit,
  QUOTA_MEMORY_MIB: noLimit,
  QUOTA_STORAGE_GIB: noLimit,
  QUOTA_CREATES_PER_HOUR: noLimit,
} as const;
