import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { settingsInForce } from '../../src/configuration/read.js';
import { SETTING_NAMES } from '../../src/configuration/settings.js';
import { openMetrics } from '../../src/metrics/metrics.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { serveGraph } from '../graphql/served-graph.js';

/** The files of docs/examples/ but for the proxy's (nginx.test.ts). */
const example = (name: string): string => readFileSync(`docs/examples/${name}`, 'utf8');

describe('for Prometheus', () => {
  const metrics = openMetrics('9.9.9');
  afterAll(() => metrics.close());
  const freshness = () => ({ confirmedAt: new Date(), ageMs: 0, behind: false, problem: null });
  const graph = serveGraph(smallGraph, { observers: [metrics.observe], metrics: { show: metrics, to: 'local' }, freshness });

  const { groups } = load(example('custodes-alerts.yml')) as {
    groups: { rules: { alert: string; expr: string; for: string; annotations: { summary: string } }[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);

  test('every alert asks for metrics that /metrics has, by labels that they have', async () => {
    await graph.ask('{ dataVersion }');
    await graph.ask('{ nothing }');
    const page = await (await fetch(`${graph.url()}/metrics`)).text();
    const has = (metric: string): boolean => page.includes(`\n# TYPE ${metric.replace(/_bucket$/, '')} `);
    expect(rules.length).toBeGreaterThan(5);
    for (const { alert, expr } of rules) {
      const asked = [...expr.matchAll(/\b((?:custodes|nodejs|process)_\w+)(?:\{(\w+))?/g)];
      if (alert !== 'CustodesDown') expect(asked.length).toBeGreaterThan(0);
      for (const [, metric = '', label] of asked) {
        expect([alert, metric, has(metric)]).toEqual([alert, metric, true]);
        if (label !== undefined) expect(page).toMatch(new RegExp(`^${metric}\\{[^}]*\\b${label}="`, 'm'));
      }
    }
    expect(has('custodes_requests')).toBe(false);
  });

  test('every alert says what it means', () => {
    for (const { alert, for: patience, annotations } of rules) {
      expect([alert, patience]).toEqual([expect.stringMatching(/^Custodes[A-Z]/), expect.stringMatching(/^\d+m$/)]);
      expect(annotations.summary).toMatch(/\.$/);
    }
  });

  test('prometheus.yml asks the port of the server and reads the alerts', () => {
    const { settings } = settingsInForce(['port'], {}, { CUSTODES_ENV_FILE: 'off' });
    expect(load(example('prometheus.yml'))).toEqual({
      rule_files: ['custodes-alerts.yml'],
      scrape_configs: [
        { job_name: 'custodes', scrape_interval: '15s', static_configs: [{ targets: [`localhost:${settings.port}`] }] },
      ],
    });
  });
});

describe('for systemd', () => {
  const unit = example('custodes.service');
  const values = (name: string): string[] =>
    [...unit.matchAll(new RegExp(`^#?${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);

  test('starts what is built, with settings that there are', () => {
    expect(values('ExecStart')).toEqual(['/usr/bin/node /opt/custodes/dist/main.js serve']);
    const set = values('Environment').flatMap((line) => line.split(' ').map((pair) => pair.split('=') as [string, string]));
    const environment = Object.fromEntries(set);
    const names = ['NODE_ENV', 'CUSTODES_ENV_FILE', 'CUSTODES_CACHE', 'CUSTODES_REQUESTS_A_MINUTE', 'NEO4J_PASSWORD_FILE'];
    expect(Object.keys(environment)).toEqual(names);
    const { settings } = settingsInForce(SETTING_NAMES, {}, { ...environment, NEO4J_PASSWORD_FILE: 'package.json' });
    expect(settings.cache).toBe(`/var/cache/${values('CacheDirectory')[0]}`);
    expect(settings.requestsAMinute).toBe(600);
  });

  test('is in order for systemd, where this machine has it', () => {
    const { status, stderr, error } = spawnSync('systemd-analyze', ['verify', 'docs/examples/custodes.service'], {
      encoding: 'utf8',
    });
    if (error === undefined)
      expect([status, stderr.replaceAll(/^.*(not executable|Failed to (prepare|connect)).*\n/gm, '')]).toEqual([0, '']);
    for (const section of ['Unit', 'Service', 'Install']) expect(unit).toContain(`\n[${section}]\n`);
  });
});
