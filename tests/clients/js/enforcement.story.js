// @azure/arm-resources 8.0.0: a write is refused, corrected and accepted.
import assert from 'node:assert/strict';
import { ResourceManagementClient } from '@azure/arm-resources';
import { account, accountId, assignmentId, definitionId, group, location, setDefinitionId, storageVersion } from './documents.js';
import { options, polling, subscription, subscriptionId } from './emulator.js';
import { chapter, names, refusal, step } from './story.js';

export async function createGroup(credential) {
  chapter('resources');
  const client = new ResourceManagementClient(credential, subscriptionId, options);
  await step('a resource group is created and exists', async () => {
    const made = await client.resourceGroups.createOrUpdate(group, { location, tags: { story: 'js' } });
    assert.deepEqual([made.name, made.properties.provisioningState], [group, 'Succeeded']);
    assert.equal((await client.resourceGroups.checkExistence(group)).body, true);
    assert.ok((await names(client.resourceGroups.list())).includes(group));
  });
}

export async function enforce(credential) {
  chapter('enforcement');
  const client = new ResourceManagementClient(credential, subscriptionId, options);
  const put = (name, body) => client.resources.createOrUpdate(group, 'Microsoft.Storage', '', 'storageAccounts', name, storageVersion, body, polling);

  await step('an account that answers to http is refused, with the reason', async () => {
    const { status, error } = await refusal(() => put('stopen', account(false)));
    assert.deepEqual([status, error.code, error.target], [403, 'RequestDisallowedByPolicy', 'stopen']);
    assert.equal(error.message, "Resource 'stopen' was disallowed by policy. Reasons: 'Turn on secure transfer.'. See error details for policy resource IDs.");
    const [{ type, info }] = error.additionalInfo;
    assert.equal(type, 'PolicyViolation');
    assert.deepEqual(
      [info.policyAssignmentId, info.policyAssignmentScope, info.policySetDefinitionId, info.policyDefinitionId, info.policyDefinitionReferenceId, info.policyDefinitionEffect],
      [assignmentId('storage'), subscription, setDefinitionId('storage'), definitionId('https-only'), 'https', 'Deny']);
    assert.deepEqual(info.evaluationDetails.evaluatedExpressions.at(-1), {
      result: 'True', expressionKind: 'Field', expression: 'Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly',
      path: 'properties.supportsHttpsTrafficOnly', expressionValue: false, targetValue: true, operator: 'NotEquals',
    });
    assert.equal(info.evaluationDetails.reason, 'Turn on secure transfer.');
  });

  await step('a refused account does not exist', async () => {
    assert.equal((await client.resources.checkExistence(group, 'Microsoft.Storage', '', 'storageAccounts', 'stopen', storageVersion)).body, false);
  });

  await step('the corrected account is created', async () => {
    const made = await put('stgood', account(true));
    assert.deepEqual([made.id, made.properties.provisioningState], [accountId('stgood'), 'Succeeded']);
  });

  await step('an account outside of the selected locations is not refused', async () => {
    const made = await put('stfar', account(false, { location: 'brazilsouth' }));
    assert.equal(made.location, 'brazilsouth');
  });

  await step('a tag is changed by PATCH, and the rest stays', async () => {
    const made = await client.resources.updateById(accountId('stgood'), storageVersion, { tags: { owner: 'me' } }, polling);
    assert.deepEqual([made.tags.owner, made.properties.supportsHttpsTrafficOnly], ['me', true]);
  });

  await step('a PATCH that violates is refused', async () => {
    const { status, error } = await refusal(() => client.resources.updateById(accountId('stgood'), storageVersion, { properties: { supportsHttpsTrafficOnly: false } }, polling));
    assert.deepEqual([status, error.code], [403, 'RequestDisallowedByPolicy']);
  });

  await step('resources are listed by type and by group', async () => {
    assert.deepEqual(await names(client.resources.list({ filter: "resourceType eq 'Microsoft.Storage/storageAccounts'" })), ['stfar', 'stgood']);
    assert.deepEqual(await names(client.resources.listByResourceGroup(group, { filter: "name eq 'stgood'" })), ['stgood']);
    assert.equal((await client.resources.listByResourceGroup(group, { top: 1 }).byPage().next()).value.length, 1);
  });

  await step('providers know their types and, when asked, their aliases', async () => {
    const provider = await client.providers.get('Microsoft.Storage', { expand: 'resourceTypes/aliases' });
    const type = provider.resourceTypes.find((candidate) => candidate.resourceType === 'storageAccounts');
    assert.ok(type.aliases.some((alias) => alias.name === 'Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly'));
  });
}

export async function deleteGroup(credential) {
  chapter('clean-up');
  const client = new ResourceManagementClient(credential, subscriptionId, options);
  await step('a resource is deleted, and the group with the rest', async () => {
    await client.resources.deleteById(accountId('stfar'), storageVersion, polling);
    await client.resourceGroups.delete(group, polling);
    assert.equal((await client.resourceGroups.checkExistence(group)).body, false);
    assert.equal((await client.resources.checkExistenceById(accountId('stgood'), storageVersion)).body, false);
  });
}
