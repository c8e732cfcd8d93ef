// Cf holds the bidirectional controls; the joiners U+200C and U+200D are needed by Persian, Indic scripts and emoji.
const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Co}\p{Cn}]|(?![\u200C\u200D])\p{Cf}/u;

/** Why a one-line text is refused, or undefined: it hides, breaks or reorders what a person reads. */
export function hiddenTextProblem(text: string): string | undefined {
  if (!text.isWellFormed()) return 'must be well-formed Unicode';
  return hidden.test(text) ? 'must not contain control, formatting or line-breaking characters' : undefined;
}

/** The larger part of the same rule for readers of JSON schema, in the syntax that every regular expression engine knows. */
export const visibleTextPattern = String.raw`^[^\u0000-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]*$`;
