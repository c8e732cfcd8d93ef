const askForMore = 'Delete stores that are no longer needed, or ask an operator of the platform for a larger quota.';

/** What an organization may use is used up; stores that failed count as long as they exist. */
export const quotaErrors = {
  STORES_QUOTA_REACHED: {
    status: 409,
    title: 'The organization has as many stores as it may',
    detail: 'The organization has {used} of {limit} stores; stores that failed count until they are deleted.',
    hint: askForMore,
    retryable: false,
  },
  CPU_QUOTA_REACHED: {
    status: 409,
    title: "The organization's CPU is used up",
    detail: 'The plan takes {requested} of CPU; the organization uses {used} of {limit} thousandths.',
    hint: askForMore,
    retryable: false,
  },
  MEMORY_QUOTA_REACHED: {
    status: 409,
    title: "The organization's memory is used up",
    detail: 'The plan takes {requested} MiB of memory; the organization uses {used} of {limit}.',
    hint: askForMore,
    retryable: false,
  },
  STORAGE_QUOTA_REACHED: {
    status: 409,
    title: "The organization's storage is used up",
    detail: 'The plan takes {requested} GiB of storage; the organization uses {used} of {limit}.',
    hint: askForMore,
    retryable: false,
  },
  CREATES_QUOTA_REACHED: {
    status: 429,
    title: 'The organization has created as many stores in an hour as it may',
    detail: 'The organization created {used} stores in the last hour; {limit} are allowed.',
    hint: 'Wait until the oldest of them is an hour old, or ask an operator of the platform for a larger quota.',
    retryable: true,
  },
} as const;
