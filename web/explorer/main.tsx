/** @jsxImportSource preact */
/** The explorer's page. It uses the public GraphQL API and nothing else of the project. */
import '@fontsource-variable/inter/wght.css';
import './look/style.css';
import { render } from 'preact';
import { App } from './app.js';

const place = document.getElementById('explorer');
if (place) render(<App />, place);
