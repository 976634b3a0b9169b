// @azure/arm-policyinsights 6.0.0: modify and deployIfNotExists, at a write and by remediation.
import assert from 'node:assert/strict';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { PolicyClient } from '@azure/arm-policy';
import { PolicyInsightsClient } from '@azure/arm-policyinsights';
import { ResourceManagementClient } from '@azure/arm-resources';
import { account, accountId, assignmentId, costCenter, definitionId, group, location, softDelete, storageVersion } from './documents.js';
import { options, polling, subscription, subscriptionId } from './emulator.js';
import { all, chapter, refusal, step } from './story.js';

const deadline = 20_000;

export async function remediate(credential) {
  const policies = new PolicyClient(credential, subscriptionId, options);
  const roles = new AuthorizationManagementClient(credential, subscriptionId, options);
  const insights = new PolicyInsightsClient(credential, subscriptionId, options);
  const resources = new ResourceManagementClient(credential, subscriptionId, options);
  const read = (id) => resources.resources.getById(id, storageVersion);
  const scan = () => insights.policyStates.beginTriggerSubscriptionEvaluationAndWait(subscriptionId, polling);
  const blobService = (name) => `${accountId(name)}/blobServices/default`;

  async function assign(name, rule, parameters) {
    const made = await policies.policyAssignments.create(subscription, name, { policyDefinitionId: definitionId(name), location, identity: { type: 'SystemAssigned' }, parameters });
    for (const role of rule.policyRule.then.details.roleDefinitionIds) {
      await roles.roleAssignments.create(subscription, crypto.randomUUID(), { roleDefinitionId: `${subscription}${role}`, principalId: made.identity.principalId, principalType: 'ServicePrincipal' });
    }
  }

  /** Waits until a remediation has ended. */
  async function ended(name) {
    for (const start = Date.now(); ;) {
      const task = await insights.remediations.getAtSubscription(name);
      if (['Succeeded', 'Complete', 'Failed', 'Canceled'].includes(task.provisioningState)) return task;
      assert.ok(Date.now() - start < deadline, `the remediation is still ${task.provisioningState}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  chapter('modify');
  await step('a modify is assigned with an identity that may do it', () => assign('cost-center', costCenter, { costCenter: { value: 'cc-42' } }));
  await step('a new account gets the tag', async () => {
    const made = await resources.resources.createOrUpdate(group, 'Microsoft.Storage', '', 'storageAccounts', 'sttagged', storageVersion, account(true), polling);
    assert.deepEqual(made.tags, { costCenter: 'cc-42' });
  });
  await step('an account from before is not compliant', async () => {
    await scan();
    const found = await all(insights.policyStates.listQueryResultsForResource('latest', accountId('stfar'), { queryOptions: { filter: "policyAssignmentName eq 'cost-center'" } }));
    assert.deepEqual(found.map((state) => state.complianceState), ['NonCompliant']);
  });
  await step('a remediation gives it the tag', async () => {
    const task = await insights.remediations.createOrUpdateAtSubscription('tag-them', { policyAssignmentId: assignmentId('cost-center'), resourceDiscoveryMode: 'ExistingNonCompliant' });
    assert.equal(task.name, 'tag-them');
    const { provisioningState, deploymentStatus } = await ended('tag-them');
    assert.ok(['Succeeded', 'Complete'].includes(provisioningState), provisioningState);
    assert.equal(deploymentStatus.failedDeployments, 0);
    assert.equal(deploymentStatus.successfulDeployments, deploymentStatus.totalDeployments);
    assert.equal((await read(accountId('stfar'))).tags.costCenter, 'cc-42');
  });

  chapter('deployIfNotExists');
  await step('a deployIfNotExists is assigned with an identity that may do it', () => assign('soft-delete', softDelete));
  await step('the accounts that lack the blob service are not compliant', async () => {
    await scan();
    const found = await all(insights.policyStates.listQueryResultsForSubscription('latest', subscriptionId, { queryOptions: { filter: "policyAssignmentName eq 'soft-delete' and complianceState eq 'NonCompliant'" } }));
    assert.deepEqual(found.map((state) => state.resourceId.split('/').pop().toLowerCase()).sort(), ['stfar', 'stgood', 'sttagged']);
  });
  await step('a remediation deploys it', async () => {
    await insights.remediations.createOrUpdateAtSubscription('keep-blobs', { policyAssignmentId: assignmentId('soft-delete'), filters: { locations: [location] } });
    const { provisioningState, deploymentStatus } = await ended('keep-blobs');
    assert.ok(['Succeeded', 'Complete'].includes(provisioningState), provisioningState);
    assert.deepEqual([deploymentStatus.totalDeployments, deploymentStatus.failedDeployments], [2, 0]);
    assert.deepEqual((await read(blobService('stgood'))).properties.deleteRetentionPolicy, { enabled: true, days: 7 });
  });
  await step('its deployments are listed', async () => {
    const deployments = await all(insights.remediations.listDeploymentsAtSubscription('keep-blobs'));
    assert.deepEqual(deployments.map((deployment) => deployment.remediatedResourceId.split('/').pop().toLowerCase()).sort(), ['stgood', 'sttagged']);
    assert.ok(deployments.every((deployment) => deployment.status === 'Succeeded' && deployment.deploymentId), JSON.stringify(deployments));
  });
  await step('after a scan they are compliant', async () => {
    await scan();
    const found = await all(insights.policyStates.listQueryResultsForResource('latest', accountId('stgood'), { queryOptions: { filter: "policyAssignmentName eq 'soft-delete'" } }));
    assert.deepEqual(found.map((state) => state.complianceState), ['Compliant']);
  });
  await step('tasks are listed, an ended one is not cancelled, and they are deleted', async () => {
    assert.deepEqual((await all(insights.remediations.listForSubscription())).map((task) => task.name).sort(), ['keep-blobs', 'tag-them']);
    const { status } = await refusal(() => insights.remediations.cancelAtSubscription('keep-blobs'));
    assert.ok(status === 400 || status === 409, `status ${status}`);
    for (const name of ['tag-them', 'keep-blobs']) await insights.remediations.deleteAtSubscription(name);
  });
}
