import { z } from 'zod';

const localPartMaxLength = 64;

/** An address that a mail server takes: the lengths are those of RFC 5321, section 4.5.3.1. */
export const emailAddressSchema = z
  .email('must be an e-mail address')
  .max(254, 'must have at most 254 characters')
  .refine(
    (address) => address.lastIndexOf('@') <= localPartMaxLength,
    `must have at most ${localPartMaxLength} characters before the @`,
  );
