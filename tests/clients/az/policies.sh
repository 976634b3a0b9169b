define() { az policy definition create -n "$1" --display-name "$2" --mode Indexed --rules "$documents/$1.rule.json" --params "$documents/$1.parameters.json" "${@:3}"; }

initiative() {
  az policy set-definition create -n storage --display-name "Storage baseline" --metadata category="Regulatory Compliance" --definitions "[{
    \"policyDefinitionId\": \"$authorization/policyDefinitions/https-only\", \"policyDefinitionReferenceId\": \"https\", \"groupNames\": [\"DP-3\"],
    \"parameters\": { \"effect\": { \"value\": \"[parameters('httpsEffect')]\" } } }]" \
    --params '{ "httpsEffect": { "type": "String", "defaultValue": "Deny" } }' --definition-groups '[{ "name": "DP-3", "category": "Data protection" }]' "$@"
}

step "a resource group is created" Succeeded az group create -n $group -l westeurope --tags story=az --query properties.provisioningState
step "a definition is created" "Custom Storage" eval 'define https-only "Storage accounts answer to https only" --metadata category=Storage --query "join('"' '"', [policyType, metadata.category])"'
step "a definition is shown as it was sent" deny-parameter eval 'az policy definition show -n https-only --query "policyRule.then.effect" | sed "s/^\[parameters(.effect.)\]$/deny-parameter/"'
step "a modify is defined" cost-center define cost-center "Storage accounts have a cost centre" --query name
step "a deployIfNotExists is defined" soft-delete define soft-delete "Blobs are kept for a while after they are deleted" --query name
refused "a definition with an unknown parameter is refused" "undefined parameter 'effect'|UndefinedPolicyParameter|InvalidPolicyRule|InvalidPolicyParameters" az policy definition create -n broken --rules "$documents/https-only.rule.json"
step "definitions are listed" "cost-center https-only soft-delete" eval "az policy definition list --query \"sort([?policyType=='Custom'].name)\" | tr '\n' ' ' | sed 's/ \$//'"
step "an initiative in groups is created" DP-3 initiative --query "policyDefinitions[0].groupNames[0]"
step "the initiative is assigned, with an identity" "~^[0-9a-f-]{36}$" az policy assignment create -n storage --display-name "Storage baseline of the subscription" --policy-set-definition storage \
  --mi-system-assigned -l westeurope --not-scopes "$subscription/resourceGroups/rg-sandbox" --query identity.principalId
step "a message for who is refused is added" "Turn on secure transfer." az policy assignment non-compliance-message create -n storage -m "Turn on secure transfer." -r https --query "[0].message"
refused "a message for a member that does not exist is refused" InvalidCreatePolicyAssignmentRequest az policy assignment non-compliance-message create -n storage -m "No." -r nothing
# The CLI's api-version, 2021-06-01, has no selectors.
step "a selector is added (az rest)" westeurope az rest --method patch --url "$authorization/policyAssignments/storage?api-version=2025-03-01" \
  --body '{ "properties": { "resourceSelectors": [{ "name": "europe", "selectors": [{ "kind": "resourceLocation", "in": ["westeurope"] }] }] } }' --query "properties.resourceSelectors[0].selectors[0].in[0]"
step "assignments are listed" storage az policy assignment list --query "[].name"
step "assignments of the group are listed" storage az policy assignment list -g $group --disable-scope-strict-match --query "[].name"
refused "what does not exist is said so" PolicyDefinitionNotFound az policy definition show -n nowhere
refused "a definition in use is not deleted" "storage" az policy definition delete -n https-only
