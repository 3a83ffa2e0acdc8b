/** The playground's page: GraphiQL on the API of the server that the page came from, and on nothing else. */
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { createRoot } from 'react-dom/client';
import { Playground } from './playground.js';

// The editor measures its letters once, when it opens: with the font still on its way, the cursor would stand beside the text.
await document.fonts.load('15px "Fira Code"').catch(() => []);

const place = document.getElementById('playground');
if (place) createRoot(place).render(<Playground />);
