/** What `/` shows while there is no dashboard: what runs here and where to go on. */
export function placeholderPage({ temporalUiUrl }: { temporalUiUrl: string | null }): string {
  const temporal =
    temporalUiUrl === null ? '' : `<li><a href="${escapeHtml(temporalUiUrl)}">Temporal UI</a>: the workflows</li>`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shopwright</title></head>
<body>
<h1>Shopwright</h1>
<p>The API runs. The dashboard is not built; build it with <code>npm run build --workspace @shopwright/web</code>.</p>
<ul>
<li><a href="/api/health">/api/health</a>: whether everything works</li>
<li>/api/openapi.json: every route, with a token</li>
${temporal}
</ul>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
