// @azure/arm-policyinsights 6.0.0 reads compliance; @azure/arm-policy 5.1.0, the last with exemptions, makes an exception.
import assert from 'node:assert/strict';
import { PolicyInsightsClient } from '@azure/arm-policyinsights';
import { PolicyClient } from 'arm-policy-with-exemptions';
import { account, accountId, assignmentId, definitionId, group, setDefinitionId, storageVersion } from './documents.js';
import { objectIdOf, options, polling, subscriptionId } from './emulator.js';
import { all, chapter, refusal, step } from './story.js';

export async function readCompliance(credential) {
  chapter('compliance');
  const insights = new PolicyInsightsClient(credential, subscriptionId, options);
  const states = (queryOptions) => all(insights.policyStates.listQueryResultsForSubscription('latest', subscriptionId, { queryOptions }));

  await step('a scan is triggered, and ends', () => insights.policyStates.beginTriggerSubscriptionEvaluationAndWait(subscriptionId, polling));
  await step('a scan of the group is triggered, and ends', () => insights.policyStates.beginTriggerResourceGroupEvaluationAndWait(subscriptionId, group, polling));

  await step('the states are those of the resources', async () => {
    const found = await states({ filter: `policyAssignmentName eq 'storage' and resourceGroup eq '${group}'` });
    const shown = found.map((state) => [state.resourceId.split('/').pop(), state.complianceState, state.policyDefinitionReferenceId]);
    assert.deepEqual(shown, [['stgood', 'Compliant', 'https']]);
    assert.equal(found[0].policySetDefinitionId.toLowerCase(), setDefinitionId('storage').toLowerCase());
    assert.deepEqual([found[0].policyDefinitionAction.toLowerCase(), found[0].policyDefinitionGroupNames.map((name) => name.toLowerCase())], ['deny', ['dp-3']]);
    assert.equal(found[0].timestamp instanceof Date, true);
  });

  await step('states are counted by $apply', async () => {
    const rows = await states({ apply: 'groupby((complianceState), aggregate($count as count))', filter: "policyAssignmentName eq 'storage'" });
    assert.deepEqual(rows.map((row) => [row.complianceState, row.count]), [['Compliant', 1]]);
  });

  await step('the summary counts resources', async () => {
    const summary = await insights.policyStates.summarizeForSubscription('latest', subscriptionId, { queryOptions: { filter: "policyAssignmentName eq 'storage'" } });
    const [{ results, policyAssignments }] = summary.value;
    assert.equal(results.nonCompliantResources, 0);
    assert.deepEqual(results.resourceDetails, [{ complianceState: 'compliant', count: 1 }]);
    assert.equal(policyAssignments[0].policyAssignmentId.toLowerCase(), assignmentId('storage').toLowerCase());
  });

  await step('the states of one resource explain themselves', async () => {
    const [state] = await all(insights.policyStates.listQueryResultsForResource('latest', accountId('stgood'), { queryOptions: { expand: 'PolicyEvaluationDetails', filter: "policyAssignmentName eq 'storage'" } }));
    assert.ok(state.policyEvaluationDetails.evaluatedExpressions.length > 0);
  });

  await step('a filter that is none is a 400', async () => {
    const { status } = await refusal(() => states({ filter: 'complianceState is what' }));
    assert.equal(status, 400);
  });

  await step('what would be refused can be asked for before', async () => {
    const answer = await insights.policyRestrictions.checkAtResourceGroupScope(group, {
      resourceDetails: { resourceContent: { type: 'Microsoft.Storage/storageAccounts', name: 'stnew', ...account(false) }, apiVersion: storageVersion },
      pendingFields: [{ field: 'tags' }],
    });
    const [evaluation] = answer.contentEvaluationResult.policyEvaluations;
    assert.deepEqual([evaluation.policyInfo.policyDefinitionId, evaluation.evaluationResult], [definitionId('https-only'), 'NonCompliant']);
  });

  await step('the refusals are events', async () => {
    const events = await all(insights.policyEvents.listQueryResultsForSubscription('default', subscriptionId, { queryOptions: { filter: "policyDefinitionAction eq 'deny'" } }));
    assert.ok(events.some((event) => event.resourceId.toLowerCase() === accountId('stopen').toLowerCase()), `${events.length} events`);
    const caller = await objectIdOf(credential);
    assert.ok(events.every((event) => event.principalOid === caller), JSON.stringify(events.map((event) => event.principalOid)));
  });

  await step('policy metadata is listed', async () => {
    const listed = await all(insights.policyMetadataOperations.list({ queryOptions: { top: 2 } }));
    assert.ok(listed.length > 0);
    assert.equal((await insights.policyMetadataOperations.getResource(listed[0].name)).metadataId, listed[0].metadataId);
  });
}

export async function exempt(credential) {
  chapter('exemptions');
  const policies = new PolicyClient(credential, subscriptionId, options);
  const insights = new PolicyInsightsClient(credential, subscriptionId, options);
  const scan = () => insights.policyStates.beginTriggerResourceGroupEvaluationAndWait(subscriptionId, group, polling);
  const stateOf = async (name) => (await all(insights.policyStates.listQueryResultsForResource('latest', accountId(name), { queryOptions: { filter: "policyAssignmentName eq 'storage'" } })))
    .map((state) => state.complianceState);

  await step('an exemption is created for a resource', async () => {
    const made = await policies.policyExemptions.createOrUpdate(accountId('stgood'), 'legacy', {
      policyAssignmentId: assignmentId('storage'), exemptionCategory: 'Waiver', policyDefinitionReferenceIds: ['https'], displayName: 'An old client', expiresOn: new Date(Date.now() + 86_400_000),
    });
    assert.deepEqual([made.name, made.exemptionCategory], ['legacy', 'Waiver']);
    assert.equal(made.id.toLowerCase(), `${accountId('stgood')}/providers/Microsoft.Authorization/policyExemptions/legacy`.toLowerCase());
  });

  await step('it is listed', async () => {
    assert.deepEqual((await all(policies.policyExemptions.list({ filter: `policyAssignmentId eq '${assignmentId('storage')}'` }))).map((found) => found.name), ['legacy']);
    assert.deepEqual((await all(policies.policyExemptions.listForResourceGroup(group))).map((found) => found.name), ['legacy']);
  });

  await step('the resource is exempt after a scan', async () => {
    await scan();
    assert.deepEqual(await stateOf('stgood'), ['Exempt']);
  });

  await step('without it, the resource is compliant again', async () => {
    await policies.policyExemptions.delete(accountId('stgood'), 'legacy');
    await scan();
    assert.deepEqual(await stateOf('stgood'), ['Compliant']);
  });

  await step('an exemption from an assignment that does not exist is refused', async () => {
    const { status } = await refusal(() => policies.policyExemptions.createOrUpdate(accountId('stgood'), 'lost', { policyAssignmentId: assignmentId('nowhere'), exemptionCategory: 'Waiver' }));
    assert.ok(status >= 400 && status < 500, `status ${status}`);
  });
}
