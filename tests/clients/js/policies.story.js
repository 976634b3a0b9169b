// @azure/arm-policy 7.0.1: definitions, initiatives and assignments, with all that the client can send.
import assert from 'node:assert/strict';
import { PolicyClient } from '@azure/arm-policy';
import { assignmentId, costCenter, definitionId, groupId, httpsOnly, location, setDefinitionId, softDelete } from './documents.js';
import { options, subscription, subscriptionId } from './emulator.js';
import { all, chapter, names, plain, refusal, step } from './story.js';

export async function createPolicies(credential) {
  chapter('policies');
  const client = new PolicyClient(credential, subscriptionId, options);

  await step('a definition is created, and reads as it was sent', async () => {
    const made = await client.policyDefinitions.createOrUpdate('https-only', httpsOnly);
    assert.deepEqual([made.id, made.type, made.policyType], [definitionId('https-only'), 'Microsoft.Authorization/policyDefinitions', 'Custom']);
    assert.deepEqual(made.policyRule, httpsOnly.policyRule);
    assert.deepEqual(plain((await client.policyDefinitions.get('https-only')).parameters), httpsOnly.parameters);
    assert.equal(made.systemData.createdAt instanceof Date, true);
  });

  await step('the other definitions are created', async () => {
    for (const [name, body] of Object.entries({ 'cost-center': costCenter, 'soft-delete': softDelete })) await client.policyDefinitions.createOrUpdate(name, body);
    const custom = await names(client.policyDefinitions.list({ filter: "policyType eq 'Custom'" }));
    assert.deepEqual(custom.filter((name) => ['cost-center', 'https-only', 'soft-delete'].includes(name)), ['cost-center', 'https-only', 'soft-delete']);
  });

  await step('a definition whose parameter is used nowhere is refused', async () => {
    const { status, error } = await refusal(() => client.policyDefinitions.createOrUpdate('unused', { ...httpsOnly, parameters: { ...httpsOnly.parameters, spare: { type: 'String' } } }));
    assert.equal(status, 400);
    assert.match(error.message, /has defined parameters 'spare' which are not used in the policy rule/);
  });

  await step('an initiative in groups is created', async () => {
    const made = await client.policySetDefinitions.createOrUpdate('storage', {
      displayName: 'Storage baseline',
      metadata: { category: 'Regulatory Compliance' },
      parameters: { httpsEffect: { type: 'String', defaultValue: 'Deny' } },
      policyDefinitionGroups: [{ name: 'DP-3', category: 'Data protection' }],
      policyDefinitions: [
        { policyDefinitionId: definitionId('https-only'), policyDefinitionReferenceId: 'https', groupNames: ['DP-3'], parameters: { effect: { value: "[parameters('httpsEffect')]" } } },
      ],
    });
    assert.deepEqual(made.policyDefinitions[0].groupNames, ['DP-3']);
  });

  await step('an assignment with message, selectors, notScopes and identity is created', async () => {
    const made = await client.policyAssignments.create(subscription, 'storage', {
      displayName: 'Storage baseline of the subscription',
      policyDefinitionId: setDefinitionId('storage'),
      location,
      identity: { type: 'SystemAssigned' },
      nonComplianceMessages: [{ message: 'Turn on secure transfer.', policyDefinitionReferenceId: 'https' }],
      notScopes: [`${subscription}/resourceGroups/rg-sandbox`],
      resourceSelectors: [{ name: 'europe', selectors: [{ kind: 'resourceLocation', in: [location, 'northeurope'] }] }],
    });
    assert.deepEqual([made.id, made.scope, made.enforcementMode], [assignmentId('storage'), subscription, 'Default']);
    assert.match(made.identity.principalId, /^[0-9a-f-]{36}$/);
    assert.deepEqual(made.resourceSelectors[0].selectors[0].in, [location, 'northeurope']);
  });

  await step('a message for a member that does not exist is refused', async () => {
    const { status, error } = await refusal(() => client.policyAssignments.create(subscription, 'wrong', {
      policyDefinitionId: setDefinitionId('storage'), nonComplianceMessages: [{ message: 'No.', policyDefinitionReferenceId: 'nothing' }],
    }));
    assert.deepEqual([status, error.code], [400, 'InvalidCreatePolicyAssignmentRequest']);
  });

  await step('an assignment is updated', async () => {
    const made = await client.policyAssignments.update(subscription, 'storage', { resourceSelectors: [{ name: 'europe', selectors: [{ kind: 'resourceLocation', in: [location] }] }] });
    assert.deepEqual(made.resourceSelectors[0].selectors[0].in, [location]);
    assert.equal(made.displayName, 'Storage baseline of the subscription');
  });

  await step('assignments are listed by scope and by definition', async () => {
    assert.deepEqual((await names(client.policyAssignments.list({ filter: `policyDefinitionId eq '${setDefinitionId('storage')}'` }))), ['storage']);
    assert.ok((await all(client.policyAssignments.listForResourceGroup(groupId.split('/').pop(), { filter: 'atScope()' }))).some((found) => found.name === 'storage'));
    assert.equal((await client.policyAssignments.get(subscription, 'storage')).id, assignmentId('storage'));
  });

  await step('what does not exist is a 404 with its own code', async () => {
    const { status, error } = await refusal(() => client.policyDefinitions.get('nowhere'));
    assert.deepEqual([status, error.code], [404, 'PolicyDefinitionNotFound']);
  });

  await step('a definition that is in use is not deleted', async () => {
    const { status } = await refusal(() => client.policyDefinitions.delete('https-only'));
    assert.ok(status === 400 || status === 409, `status ${status}`);
  });
}

export async function deletePolicies(credential) {
  chapter('clean-up');
  const client = new PolicyClient(credential, subscriptionId, options);
  await step('assignments, initiatives and definitions are deleted', async () => {
    for (const name of ['storage', 'cost-center', 'soft-delete']) await client.policyAssignments.delete(subscription, name);
    await client.policySetDefinitions.delete('storage');
    for (const name of ['https-only', 'cost-center', 'soft-delete']) await client.policyDefinitions.delete(name);
    assert.deepEqual(await names(client.policyDefinitions.list({ filter: "policyType eq 'Custom'" })), []);
  });
}
