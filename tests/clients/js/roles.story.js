// @azure/arm-authorization 9.0.0 and @azure/identity 4.14.1: who may do what.
import assert from 'node:assert/strict';
import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { ManagementGroupsAPI } from '@azure/arm-managementgroups';
import { PolicyClient } from '@azure/arm-policy';
import { ResourceManagementClient } from '@azure/arm-resources';
import { account, accountId, definitionId, group, httpsOnly, storageVersion } from './documents.js';
import { clients, credentialOf, fileCredential, objectIdOf, options, polling, subscription, subscriptionId } from './emulator.js';
import { all, chapter, names, refusal, step } from './story.js';

const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const policyContributor = '36243c78-bf99-498c-9df9-86d9f8d28608';

/** Signs in; what comes back is the credential of the other stories. */
export async function signIn() {
  chapter('sign-in');
  await step('a wrong secret gives none', async () => {
    await assert.rejects(credentialOf(clients.owner, { secret: 'wrong' }).getToken(`${options.endpoint}/.default`), /AADSTS7000215/);
  });
  const signedIn = await step('a secret gives a token, from the tenant and from adfs', async () => {
    assert.equal(await objectIdOf(credentialOf(clients.owner)), await objectIdOf(credentialOf(clients.owner, { tenant: 'adfs' })));
    return true;
  });
  await step('the token of the file opens the endpoint, too', async () => {
    assert.ok((await names(new ResourceManagementClient(fileCredential, subscriptionId, options).resourceGroups.list())).length >= 0);
  });
  return signedIn ? credentialOf(clients.owner) : fileCredential;
}

export async function checkRoles(owner) {
  chapter('roles');
  const roles = new AuthorizationManagementClient(owner, subscriptionId, options);

  await step('the built-in roles are listed', async () => {
    const [found] = await all(roles.roleDefinitions.list(subscription, { filter: "roleName eq 'Reader'" }));
    assert.deepEqual([found.name, found.roleType], [reader, 'BuiltInRole']);
  });

  await step('a reader reads', async () => {
    const client = new PolicyClient(credentialOf(clients.reader), subscriptionId, options);
    assert.equal((await client.policyDefinitions.get('https-only')).id, definitionId('https-only'));
  });

  await step('a reader writes no resource', async () => {
    const client = new ResourceManagementClient(credentialOf(clients.reader), subscriptionId, options);
    const { status, error } = await refusal(() => client.resources.createOrUpdateById(accountId('stnotmine'), storageVersion, account(true), polling));
    assert.deepEqual([status, error.code], [403, 'AuthorizationFailed']);
    assert.match(error.message, /does not have authorization to perform action 'Microsoft\.Storage\/storageAccounts\/write' over scope '.*storageAccounts\/stnotmine'/);
    assert.ok((await names(client.resources.listByResourceGroup(group))).length > 0);
  });

  await step('a contributor writes resources and no policy, until a role lets it', async () => {
    const contributor = credentialOf(clients.contributor);
    const [resources, policies] = [new ResourceManagementClient(contributor, subscriptionId, options), new PolicyClient(contributor, subscriptionId, options)];
    assert.equal((await resources.resources.createOrUpdateById(accountId('stcontributed'), storageVersion, account(true), polling)).name, 'stcontributed');
    const { status, error } = await refusal(() => policies.policyDefinitions.createOrUpdate('contributed', httpsOnly));
    assert.deepEqual([status, error.code], [403, 'AuthorizationFailed']);

    const principalId = await objectIdOf(contributor);
    const name = crypto.randomUUID();
    await roles.roleAssignments.create(subscription, name, { roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${policyContributor}`, principalId, principalType: 'ServicePrincipal' });
    assert.equal((await all(roles.roleAssignments.listForSubscription({ filter: `principalId eq '${principalId}'` }))).some((found) => found.name === name), true);
    assert.equal((await policies.policyDefinitions.createOrUpdate('contributed', httpsOnly)).name, 'contributed');
    await policies.policyDefinitions.delete('contributed');
    await roles.roleAssignments.delete(subscription, name);
    assert.equal((await refusal(() => policies.policyDefinitions.createOrUpdate('contributed', httpsOnly))).status, 403);
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
