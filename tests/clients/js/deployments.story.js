// @azure/arm-resourcesdeployments 2.0.0, where arm-resources 8 keeps its deployments: validate, what-if, create.
import assert from 'node:assert/strict';
import { DeploymentsClient } from '@azure/arm-resourcesdeployments';
import { accountId, group, template } from './documents.js';
import { options, polling, subscriptionId } from './emulator.js';
import { all, chapter, refusal, step } from './story.js';

export async function deploy(credential) {
  chapter('deployments');
  const client = new DeploymentsClient(credential, subscriptionId, options);
  const body = (name, https) => ({ properties: { mode: 'Incremental', template: template(name, https), parameters: { name: { value: name } } } });

  await step('a template is validated', async () => {
    const answer = await client.deployments.validate(group, 'first', body('stdeployed', true), polling);
    assert.equal(answer.properties.provisioningState, 'Succeeded');
  });

  await step('what-if says that the account would be created', async () => {
    const answer = await client.deployments.whatIf(group, 'first', body('stdeployed', true), polling);
    assert.deepEqual(answer.changes.map((change) => [change.changeType, change.resourceId]).filter(([type]) => type === 'Create'), [['Create', accountId('stdeployed')]]);
  });

  await step('the template is deployed', async () => {
    const made = await client.deployments.createOrUpdate(group, 'first', body('stdeployed', true), polling);
    assert.equal(made.properties.provisioningState, 'Succeeded');
    assert.deepEqual(made.properties.outputs.accountId.value, accountId('stdeployed'));
  });

  await step('its operations are listed', async () => {
    const operations = await all(client.deploymentOperations.list(group, 'first'));
    assert.ok(operations.some((operation) => operation.properties.targetResource?.id === accountId('stdeployed') && operation.properties.provisioningState === 'Succeeded'));
  });

  await step('a template that violates a policy is refused', async () => {
    const { status, error } = await refusal(() => client.deployments.createOrUpdate(group, 'second', body('stviolating', false), polling));
    assert.deepEqual([status, error.code], [400, 'InvalidTemplateDeployment']);
    assert.deepEqual(error.details.map((detail) => [detail.code, detail.target]), [['RequestDisallowedByPolicy', 'stviolating']]);
  });

  await step('deployments are listed and deleted', async () => {
    assert.deepEqual((await all(client.deployments.listByResourceGroup(group))).map((found) => found.name).includes('first'), true);
    await client.deployments.delete(group, 'first', polling);
    assert.equal((await client.deployments.checkExistence(group, 'first')).body, false);
  });
}
