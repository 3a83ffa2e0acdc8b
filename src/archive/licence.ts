import { LICENCE } from '../cite/data-set.js';

export const LICENCE_TEXT = `The data in this archive is licensed under the Creative Commons Attribution 4.0 International Licence (${LICENCE.spdx}):
${LICENCE.url}

You may share and adapt it for any purpose, if you name "Custodes" and say what you changed. CITATION.cff says how to cite it.

The pages that the data cites remain their publishers'. The data holds no passage of them: only where a passage stands, and its digest.

The files in schema/ belong to the program Custodes and are under the MIT Licence, as it is.
`;
