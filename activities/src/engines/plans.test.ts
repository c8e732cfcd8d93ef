import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { defaultPlanId, plans } from '@shopwright/contract/plans';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadEngines } from './load-engines.ts';

const charts = path.resolve(import.meta.dirname, '../../../charts');

async function planOf(file: string): Promise<unknown> {
  const values: { plan?: unknown } = parse(await readFile(file, 'utf8'));
  return values.plan;
}

/** A plan as the charts know it: numbers and id, without the name for people. */
function chartPlan({ displayName, ...values }: (typeof plans)[keyof typeof plans]): object {
  expect(displayName).not.toBe('');
  return values;
}

test('each plan has one preset, and no preset is without plan', async () => {
  const presets = await readdir(path.join(charts, 'store-common/plans'));
  expect(presets.toSorted()).toEqual(
    Object.keys(plans)
      .map((id) => `${id}.yaml`)
      .toSorted(),
  );
});

test.each(Object.values(plans))('the preset of $id has the numbers of the plan', async (plan) => {
  expect(await planOf(path.join(charts, `store-common/plans/${plan.id}.yaml`))).toEqual(chartPlan(plan));
});

test.each(await loadEngines())('the chart of $id has the presets, and the default plan by default', async (engine) => {
  expect(await planOf(path.join(engine.chartDirectory, 'values.yaml'))).toEqual(chartPlan(plans[defaultPlanId]));
  const inChart = path.join(engine.chartDirectory, 'charts/store-common/plans');
  expect((await readdir(inChart)).length).toBe(Object.keys(plans).length);
});
