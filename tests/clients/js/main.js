// The whole story, in the order in which a person would live it.
import { enforce, createGroup, deleteGroup } from './enforcement.story.js';
import { exempt, readCompliance } from './compliance.story.js';
import { createPolicies, deletePolicies } from './policies.story.js';
import { checkManagementGroups, checkRoles, signIn } from './roles.story.js';
import { deploy } from './deployments.story.js';
import { query } from './graph.story.js';
import { remediate } from './remediation.story.js';

const credential = await signIn();
for (const part of [createGroup, createPolicies, enforce, readCompliance, exempt, remediate, deploy, query, checkRoles, checkManagementGroups, deletePolicies, deleteGroup]) await part(credential);
console.log('end of the story');
