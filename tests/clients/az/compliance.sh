states() { az policy state list --query "[].join(' ', [resourceId, complianceState])" "$@" | sed 's|^.*/||' | sort | tr '\n' ';'; }

step "a scan of the subscription runs to its end" - az policy state trigger-scan
step "a scan of the group runs to its end" - az policy state trigger-scan -g $group
step "the states of the assignment are those of its resources" "stgood Compliant;" states -a storage
step "states of the group are filtered" "" states -g $group --filter "complianceState eq 'NonCompliant' and policyAssignmentName eq 'storage'"
step "states of a resource" "stgood Compliant;" states --resource "$storage/stgood"
step "states are counted" 1 az policy state list --filter "policyAssignmentName eq 'storage'" --apply "groupby((complianceState), aggregate(\$count as number))" --query "[0].number"
step "states are ordered, selected and cut" 1 az policy state list --order-by "resourceId asc" --select resourceId,complianceState --top 1 --query "length(@)"
step "a state explains itself" "~supportsHttpsTrafficOnly" az policy state list --resource "$storage/stgood" --expand PolicyEvaluationDetails --query "[0].policyEvaluationDetails.evaluatedExpressions[].expression"
refused "a filter that is none is refused" InvalidQuery az policy state list --filter "complianceState is what"
# Debian's package puts the text of an options object where the subscription's id belongs: its summarize and its event list can reach no endpoint.
step "the summary counts resources (az rest: 'az policy state summarize' of Debian's azure-cli is broken)" "0 compliant 1" \
  eval "az rest --method post --url '$insights/policyStates/latest/summarize?api-version=2019-10-01' --query \"value[0].results.[nonCompliantResources, resourceDetails[0].complianceState, resourceDetails[0].count]\" | tr '\n\t' '  ' | sed 's/ *\$//'"
step "the refusals are events (az rest: 'az policy event list' of Debian's azure-cli is broken)" "~stopen" \
  az rest --method post --url "$insights/policyEvents/default/queryResults?api-version=2019-10-01" --uri-parameters "\$filter=policyDefinitionAction eq 'deny'" --query "value[].resourceId"
step "policy metadata is listed" 2 az policy metadata list --top 2 --query "length(@)"
step "what would be refused can be asked for before (az rest)" NonCompliant \
  az rest --method post --url "$subscription/resourceGroups/$group/providers/Microsoft.PolicyInsights/checkPolicyRestrictions?api-version=2024-10-01" --body "@$documents/restrictions.json" \
  --query "contentEvaluationResult.policyEvaluations[0].evaluationResult"
step "compliance is a query of the resource graph (az rest: 'az graph' is an extension)" "~Compliant" \
  az rest --method post --url "/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01" --query "data[].state" --body "{ \"subscriptions\": [\"$PLUMBLINE_SUBSCRIPTION\"],
  \"query\": \"policyresources | where type =~ 'microsoft.policyinsights/policystates' | summarize count() by state = tostring(properties.complianceState)\" }"
