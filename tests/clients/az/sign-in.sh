# The authority has to end in /adfs: for any other, MSAL asks login.microsoftonline.com whether the host is one.
register() {
  az cloud register -n Plumbline --endpoint-resource-manager "$PLUMBLINE_ENDPOINT" --endpoint-active-directory "$PLUMBLINE_ENDPOINT/adfs" \
    --endpoint-active-directory-resource-id "$PLUMBLINE_ENDPOINT/" --endpoint-active-directory-graph-resource-id "$PLUMBLINE_ENDPOINT/" --endpoint-management "$PLUMBLINE_ENDPOINT/" &&
    az cloud set -n Plumbline
}

# login APPLICATION: its secret is the emulator's token.
login() { az login --service-principal -u "$1" -p "$(cat "$PLUMBLINE_TOKEN_FILE")" --tenant "$PLUMBLINE_TENANT" --query "[0].state"; }

step "a cloud is registered" - register
cp -r "$AZURE_CONFIG_DIR" "$STORY_HOME/reader"
refused "a wrong secret is refused" "AADSTS7000215" az login --service-principal -u "$PLUMBLINE_OWNER" -p wrong --tenant "$PLUMBLINE_TENANT"
step "a service principal signs in" Enabled login "$PLUMBLINE_OWNER"
step "the account is that of the emulator" "$PLUMBLINE_SUBSCRIPTION" az account show --query id
step "the account has a token" Bearer az account get-access-token --query tokenType
step "subscriptions are listed" "~$PLUMBLINE_SUBSCRIPTION" az account list --refresh --query "[].id"
