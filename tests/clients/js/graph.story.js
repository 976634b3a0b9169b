// @azure/arm-resourcegraph 5.0.0: the estate and its compliance by query.
import assert from 'node:assert/strict';
import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { group } from './documents.js';
import { options, subscriptionId } from './emulator.js';
import { chapter, refusal, step } from './story.js';

export async function query(credential) {
  chapter('resource graph');
  const client = new ResourceGraphClient(credential, options);
  const ask = (text) => client.resources({ subscriptions: [subscriptionId], query: text });

  await step('resources are found by type', async () => {
    const answer = await ask(`Resources | where type =~ 'Microsoft.Storage/storageAccounts' and resourceGroup =~ '${group}' | project name, location | order by name asc`);
    assert.deepEqual(answer.data.map((row) => row.name).slice(0, 2), ['stdeployed', 'stfar']);
    assert.equal(answer.count, answer.data.length);
  });

  await step('compliance is counted', async () => {
    const answer = await ask("policyresources | where type =~ 'microsoft.policyinsights/policystates' | extend state = tostring(properties.complianceState) | summarize count() by state | order by state asc");
    assert.ok(answer.data.some((row) => row.state === 'Compliant' && row.count_ > 0), JSON.stringify(answer.data));
  });

  await step('a query that is none is refused', async () => {
    const { status, error } = await refusal(() => ask('Resources | wher'));
    assert.deepEqual([status, error.code], [400, 'BadRequest']);
  });
}
