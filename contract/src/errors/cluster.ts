/** Failures of what the platform stands on, and ends that an operation may have beside success. */
export const clusterErrors = {
  CLUSTER_UNAVAILABLE: {
    status: 503,
    title: 'The cluster does not answer',
    detail: 'The Kubernetes API did not answer: {reason}.',
    hint: 'Nothing is lost; it goes on when the cluster is back.',
    retryable: true,
  },
  CLUSTER_REFUSED: {
    status: 502,
    title: 'The cluster refused the request',
    detail: 'The Kubernetes API refused {object}: {reason}.',
    hint: "Check the platform's permissions and the admission policies of the cluster.",
    retryable: false,
  },
  NAMESPACE_NOT_OURS: {
    status: 409,
    title: 'The namespace belongs to somebody else',
    detail: 'The namespace {namespace} exists and was not made for this store.',
    hint: 'Nothing in it was touched; the operator must look at it.',
    retryable: false,
  },
  NAMESPACE_TERMINATING: {
    status: 409,
    title: 'The namespace is still going away',
    detail: 'The namespace {namespace} is still being removed.',
    hint: 'It is repeated until it is gone.',
    retryable: true,
  },
  TEARDOWN_BLOCKED: {
    status: 504,
    title: 'Something keeps the store from going away',
    detail: 'Still there: {reason}.',
    hint: 'Remove the finalizer or the object named above, then delete again.',
    retryable: false,
  },
  SECRET_NOT_SEALED: {
    status: 500,
    title: 'The given password is no longer readable',
    hint: 'The sealing key changed or the password was already used; retry with a generated one.',
    retryable: false,
  },
  STEP_TIMEOUT: {
    status: 504,
    title: 'A step did not end in time',
    detail: 'The step "{step}" did not end within {seconds} s.',
    hint: 'Retry; if it stays, give the operation id to the operator.',
    retryable: false,
  },
  OPERATION_CANCELLED: {
    status: 409,
    title: 'The operation was cancelled',
    hint: 'Retry whenever you like.',
    retryable: false,
  },
  WORKFLOW_LOST: {
    status: 500,
    title: 'The workflow of the operation ended unexpectedly',
    hint: 'It was ended from outside; retry or delete the store.',
    retryable: false,
  },
  DATABASE_WRITE_FAILED: {
    status: 503,
    title: 'A record could not be written',
    hint: 'It is repeated until the database is back.',
    retryable: true,
  },
} as const;
