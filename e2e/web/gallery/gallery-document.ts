import type { DashboardState, StateArea } from '../states/dashboard-state.ts';
import { type View, views } from '../support/views.ts';
import { pictureName, viewsOf } from './pictures.ts';

const introduction = `# Gallery

Every page and state of the [dashboard](dashboard.md), in light and dark, on a desktop and on a phone. Written by
\`npm run gallery --workspace @shopwright/e2e\` from the table in [\`e2e/web/states\`](../e2e/web/states), on a platform of its own on the local
stack; the accessibility suite goes through the same table. The stores are those of a sample engine, which makes one in seconds.
`;

/** On the page side by side at the same height. */
const shownWidths = { desktop: 560, phone: 171 };

/** The gallery as Markdown: a section per area, a picture per view of every state. */
export function galleryDocument(areas: readonly StateArea[]): string {
  const contents = areas.map(({ title }) => `- [${title}](#${anchorOf(title)})`).join('\n');
  return [introduction, contents, '', ...areas.map(sectionOf)].join('\n');
}

function sectionOf({ title, text, states }: StateArea): string {
  return [`## ${title}`, '', text, '', ...states.map(entryOf)].join('\n');
}

function entryOf(state: DashboardState): string {
  const pictures = viewsOf(state).map((view) => imageOf(state, view));
  const text = state.text === undefined ? [] : [state.text, ''];
  return [`### ${state.title}`, '', ...text, ...pictures, ''].join('\n');
}

function imageOf(state: DashboardState, view: View): string {
  const width = shownWidths['isPhone' in views[view] ? 'phone' : 'desktop'];
  const alt = `${state.title}, ${view.replace('-', ', ')}`;
  return `<img src="images/gallery/${pictureName(state, view)}" alt="${alt}" width="${width}">`;
}

function anchorOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}
