import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../components/button.tsx';
import { explainError } from '../../lib/api-error.ts';
import { PublicFrame } from './public-frame.tsx';

/** A link without what makes it work: cut off by a mail program, or typed. */
export function BrokenLink() {
  return (
    <LinkProblem title="This link is not complete" hint="Open the whole link of the mail, or ask for a new one." />
  );
}

/** A link that the API refuses, or could not be asked about. */
export function RefusedLink({ error }: { error: unknown }) {
  return <LinkProblem {...explainError(error)} />;
}

function LinkProblem({ title, hint }: { title: string; hint: string }) {
  return (
    <PublicFrame title={title} lead={hint}>
      <Link to="/sign-in" search={{}} className={buttonClass()}>
        Go to signing in
      </Link>
    </PublicFrame>
  );
}
