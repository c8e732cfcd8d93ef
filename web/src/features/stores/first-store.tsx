import { Plus } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { Logo } from '../../components/logo.tsx';

const promises = [
  ['Complete', 'Products, cart, checkout, payment and an admin account are set up.'],
  ['Proven', 'A test order goes through before a shop is called ready.'],
  ['Apart', 'Own database, own passwords, own network rules, own limits.'],
] as const;

/** Before there is anything: what one gets, and exactly one thing to do. */
export function FirstStore({ onCreate }: { onCreate: (() => void) | undefined }) {
  return (
    <section className="card px-6 py-14 sm:px-12 lg:py-20">
      <div className="mx-auto max-w-3xl text-center">
        <Logo className="mx-auto mb-7 size-12" />
        <h2 className="text-2xl font-semibold sm:text-3xl">A working shop, from one name</h2>
        <p className="text-muted mx-auto mt-3 max-w-[52ch] text-[0.9375rem] leading-relaxed text-pretty">
          Type a name and watch a complete online shop being built: its own database, its own address, ready to sell.
        </p>
        {onCreate === undefined ? (
          <p className="text-muted mt-8">Your role only looks at stores; a member of the organization creates them.</p>
        ) : (
          <CreateFirst onCreate={onCreate} />
        )}
      </div>
      <dl className="border-line mx-auto mt-14 grid max-w-4xl gap-8 border-t pt-10 sm:grid-cols-3">
        {promises.map(([title, text]) => (
          <div key={title}>
            <dt className="font-semibold">{title}</dt>
            <dd className="text-muted mt-1 leading-relaxed text-pretty">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function CreateFirst({ onCreate }: { onCreate: () => void }) {
  return (
    <>
      <Button variant="primary" size="large" className="mt-8" onClick={onCreate}>
        <Plus aria-hidden /> Create your first store
      </Button>
      <p className="text-muted mt-3 text-[0.8125rem] max-lg:hidden">
        or press <Kbd>c</Kbd>
      </p>
    </>
  );
}
