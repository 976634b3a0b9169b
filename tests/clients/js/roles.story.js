// @azure/arm-authorization 9.0.0 and @azure/identity 4.14.1: who may do what.
import assert from 'node:assert/strict';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { ManagementGroupsAPI } from '@azure/arm-managementgroups';
import { PolicyClient } from '@azure/arm-policy';
import { ResourceManagementClient } from '@azure/arm-resources';
import { account, accountId, definitionId, group, httpsOnly, location, storageVersion } from './documents.js';
import { fileCredential, options, polling, principals, secretOf, subscription, subscriptionId, tenantId } from './emulator.js';
import { all, chapter, names, refusal, step } from './story.js';

const readerRole = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';

/** Signs in; what comes back is the credential of the other stories. */
export async function signIn() {
  chapter('sign-in');
  const signedIn = await step('a secret gives a token, from the tenant and from adfs', async () => {
    for (const tenant of [tenantId, 'adfs']) assert.ok((await secretOf(principals.owner, tenant).getToken(`${options.endpoint}/.default`)).token.length > 0);
    return true;
  });
  return signedIn ? secretOf(principals.owner) : fileCredential;
}

export async function checkRoles(owner) {
  chapter('roles');
  const roles = new AuthorizationManagementClient(owner, subscriptionId, options);
  const reader = secretOf(principals.reader);

  await step('the built-in roles are listed', async () => {
    const [found] = await all(roles.roleDefinitions.list(subscription, { filter: "roleName eq 'Reader'" }));
    assert.deepEqual([found.name, found.roleType], [readerRole, 'BuiltInRole']);
  });

  await step('a reader is made, and reads', async () => {
    await roles.roleAssignments.create(subscription, crypto.randomUUID(), { roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${readerRole}`, principalId: principals.reader, principalType: 'ServicePrincipal' });
    assert.ok((await all(roles.roleAssignments.listForSubscription({ filter: `principalId eq '${principals.reader}'` }))).length === 1);
    assert.equal((await new PolicyClient(reader, subscriptionId, options).policyDefinitions.get('https-only')).id, definitionId('https-only'));
  });

  await step('a reader writes no definition', async () => {
    const { status, error } = await refusal(() => new PolicyClient(reader, subscriptionId, options).policyDefinitions.createOrUpdate('not-mine', httpsOnly));
    assert.deepEqual([status, error.code], [403, 'AuthorizationFailed']);
    assert.match(error.message, /does not have authorization to perform action 'Microsoft\.Authorization\/policyDefinitions\/write' over scope '.*policyDefinitions\/not-mine'/);
  });

  await step('a reader writes no resource', async () => {
    const client = new ResourceManagementClient(reader, subscriptionId, options);
    const { status, error } = await refusal(() => client.resources.createOrUpdateById(accountId('stnotmine'), storageVersion, account(true), polling));
    assert.deepEqual([status, error.code], [403, 'AuthorizationFailed']);
    assert.ok((await names(client.resources.listByResourceGroup(group))).length > 0);
  });
}

export async function checkManagementGroups(owner) {
  chapter('management groups');
  const groups = new ManagementGroupsAPI(owner, options);
  const policies = new PolicyClient(owner, subscriptionId, options);
  const resources = new ResourceManagementClient(owner, subscriptionId, options);
  const scope = '/providers/Microsoft.Management/managementGroups/mg-js';

  await step('a management group is created, with the subscription in it', async () => {
    await groups.managementGroups.beginCreateOrUpdateAndWait('mg-js', { displayName: 'JavaScript' }, polling);
    await groups.managementGroupSubscriptions.create('mg-js', subscriptionId);
    assert.equal((await groups.managementGroups.get('mg-js', { expand: 'children' })).children[0].name, subscriptionId);
  });

  await step('what is assigned there is enforced here', async () => {
    const made = await policies.policyDefinitions.createOrUpdateAtManagementGroup('mg-js', 'https-everywhere', httpsOnly);
    assert.equal(made.id, `${scope}/providers/Microsoft.Authorization/policyDefinitions/https-everywhere`);
    await policies.policyAssignments.create(scope, 'everywhere', { policyDefinitionId: made.id });
    const { status, error } = await refusal(() => resources.resources.createOrUpdateById(accountId('stfaraway'), storageVersion, account(false, { location: 'brazilsouth' }), polling));
    assert.deepEqual([status, error.additionalInfo[0].info.policyAssignmentScope], [403, scope]);
    assert.deepEqual(await names(policies.policyAssignments.listForManagementGroup('mg-js', { filter: 'atExactScope()' })), ['everywhere']);
  });

  await step('it is taken down', async () => {
    await policies.policyAssignments.delete(scope, 'everywhere');
    await policies.policyDefinitions.deleteAtManagementGroup('mg-js', 'https-everywhere');
    await groups.managementGroupSubscriptions.delete('mg-js', subscriptionId);
    await groups.managementGroups.beginDeleteAndWait('mg-js', polling);
    assert.equal((await refusal(() => groups.managementGroups.get('mg-js'))).status, 404);
  });
}
