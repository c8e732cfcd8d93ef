import { AppError } from '@shopwright/contract/errors';

/** One thing that is wrong with a request. */
export interface FieldProblem {
  /** JSON pointer into the body, or the name of a parameter or header. */
  pointer: string;
  message: string;
}

/** A request that is refused field by field. */
export class InvalidRequest extends AppError {
  readonly fields: readonly FieldProblem[];

  constructor(code: 'VALIDATION_FAILED' | 'MALFORMED_BODY', fields: readonly FieldProblem[]) {
    super(code);
    this.name = 'InvalidRequest';
    this.fields = fields;
  }
}
