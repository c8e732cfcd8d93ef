import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../components/button.tsx';
import { PublicFrame } from './public-frame.tsx';

/** A link without what makes it work: cut off by a mail program, or typed. */
export function BrokenLink() {
  return (
    <PublicFrame title="This link is not complete" lead="Open the whole link of the mail, or ask for a new one.">
      <Link to="/sign-in" search={{}} className={buttonClass()}>
        Go to signing in
      </Link>
    </PublicFrame>
  );
}
