import communities from 'graphology-communities-louvain';
import components from 'graphology-components';
import closeness from 'graphology-metrics/centrality/closeness.js';
import eigenvector from 'graphology-metrics/centrality/eigenvector.js';

/**
 * The graphology packages that measure. Each is a CommonJS function, which Node gives as the default import, and which TypeScript, as
 * it resolves modules for Node, takes for the module around it.
 */
type Inside<Module> = Module extends { default: infer Exported } ? Exported : Module;

export const louvain = communities as unknown as Inside<typeof communities>;
export const closenessCentrality = closeness as unknown as Inside<typeof closeness>;
export const eigenvectorCentrality = eigenvector as unknown as Inside<typeof eigenvector>;
export const { connectedComponents } = components;
