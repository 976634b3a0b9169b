// The policies and resources of the stories. Storage accounts, because everybody knows them.
import { subscription } from './emulator.js';

export const location = 'westeurope';
export const group = 'rg-js';
export const groupId = `${subscription}/resourceGroups/${group}`;
export const storageVersion = '2023-05-01';
export const definitionId = (name) => `${subscription}/providers/Microsoft.Authorization/policyDefinitions/${name}`;
export const setDefinitionId = (name) => `${subscription}/providers/Microsoft.Authorization/policySetDefinitions/${name}`;
export const assignmentId = (name, scope = subscription) => `${scope}/providers/Microsoft.Authorization/policyAssignments/${name}`;
export const accountId = (name) => `${groupId}/providers/Microsoft.Storage/storageAccounts/${name}`;

const isAccount = { field: 'type', equals: 'Microsoft.Storage/storageAccounts' };

/** Refuses accounts that answer to http. */
export const httpsOnly = {
  displayName: 'Storage accounts answer to https only',
  description: 'Secure transfer is on.',
  mode: 'Indexed',
  metadata: { category: 'Storage', version: '1.0.0' },
  parameters: { effect: { type: 'String', allowedValues: ['Audit', 'Deny', 'Disabled'], defaultValue: 'Deny' } },
  policyRule: {
    if: { allOf: [isAccount, { field: 'Microsoft.Storage/storageAccounts/supportsHttpsTrafficOnly', notEquals: true }] },
    then: { effect: "[parameters('effect')]" },
  },
};

/** Gives every account the tag costCenter. */
export const costCenter = {
  displayName: 'Storage accounts have a cost centre',
  mode: 'Indexed',
  parameters: { costCenter: { type: 'String', defaultValue: 'none' } },
  policyRule: {
    if: { allOf: [isAccount, { field: 'tags.costCenter', exists: 'false' }] },
    then: {
      effect: 'modify',
      details: {
        roleDefinitionIds: ['/providers/Microsoft.Authorization/roleDefinitions/4a9ae827-6dc8-4573-8ac7-8239d42aa03f'],
        operations: [{ operation: 'addOrReplace', field: 'tags.costCenter', value: "[parameters('costCenter')]" }],
      },
    },
  },
};

/** Deploys soft delete of blobs to every account that lacks it. */
export const softDelete = {
  displayName: 'Blobs are kept for a while after they are deleted',
  mode: 'Indexed',
  policyRule: {
    if: isAccount,
    then: {
      effect: 'deployIfNotExists',
      details: {
        type: 'Microsoft.Storage/storageAccounts/blobServices',
        name: 'default',
        roleDefinitionIds: ['/providers/Microsoft.Authorization/roleDefinitions/17d1049b-9a84-46fb-8f53-869881c3d3ab'],
        existenceCondition: { field: 'Microsoft.Storage/storageAccounts/blobServices/deleteRetentionPolicy.enabled', equals: 'true' },
        deployment: {
          properties: {
            mode: 'incremental',
            parameters: { account: { value: "[field('name')]" } },
            template: {
              $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
              contentVersion: '1.0.0.0',
              parameters: { account: { type: 'string' } },
              resources: [{
                type: 'Microsoft.Storage/storageAccounts/blobServices',
                apiVersion: storageVersion,
                name: "[format('{0}/default', parameters('account'))]",
                properties: { deleteRetentionPolicy: { enabled: true, days: 7 } },
              }],
            },
          },
        },
      },
    },
  },
};

/** A storage account as a client PUTs it. */
export const account = (https, more = {}) => ({
  location,
  kind: 'StorageV2',
  sku: { name: 'Standard_LRS' },
  properties: { supportsHttpsTrafficOnly: https },
  ...more,
});

/** A template with one account. */
export const template = (name, https) => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: { name: { type: 'string', defaultValue: name } },
  resources: [{ type: 'Microsoft.Storage/storageAccounts', apiVersion: storageVersion, name: "[parameters('name')]", ...account(https) }],
  outputs: { accountId: { type: 'string', value: "[resourceId('Microsoft.Storage/storageAccounts', parameters('name'))]" } },
});
