#!/usr/bin/env bash
# The whole story with the Azure CLI, in the order in which a person would live it. scripts/test-clients runs it: it starts the emulator and says where it is.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
documents=$here/documents
subscription=/subscriptions/$PLUMBLINE_SUBSCRIPTION
group=rg-az
storage=$subscription/resourceGroups/$group/providers/Microsoft.Storage/storageAccounts
authorization=$subscription/providers/Microsoft.Authorization
insights=$subscription/providers/Microsoft.PolicyInsights

export REQUESTS_CA_BUNDLE=$PLUMBLINE_CERTIFICATE AZURE_CONFIG_DIR=$STORY_HOME/azure AZURE_CORE_COLLECT_TELEMETRY=0 AZURE_CORE_ONLY_SHOW_ERRORS=1 AZURE_CORE_NO_COLOR=1 AZURE_CORE_OUTPUT=tsv

# shellcheck source=../steps.sh
. "$here/../steps.sh"
for part in sign-in policies enforcement compliance exemptions remediation deployments roles clean-up; do
  chapter=$part
  # shellcheck source=/dev/null
  . "$here/$part.sh"
done
echo "end of the story"
