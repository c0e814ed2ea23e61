// The entry of the prebuilt pages: what Astro's server would answer, without a server.
import { createApp } from 'astro/app/entrypoint';

const app = createApp();

// Astro would log the error of a page and answer with a page of its own.
const renderError = app.renderError.bind(app);
app.renderError = (request, options) => {
  if (options.error !== undefined) throw options.error;
  return renderError(request, options);
};

/** The page at an address below the site's base; rejects with what its code has thrown. */
export async function renderPage(address: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await app.render(new Request(new URL(address, 'http://localhost')));
  return { status: response.status, text: await response.text() };
}
