namespace Plumbline.Policy.Diagnostics;

/// <content>PLB4090 to PLB4099 and PLB4108 to PLB4119: remediation, attestation, scans and verification of what is deployed.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>PLB4090: a name that nothing deployed has.</summary>
    public static Diagnostic OperationTargetUnknown(SourceLocation at, string kind, string name, string? nearest) =>
        Error("PLB4090", at, Fit($"no assignment that is deployed for the environment has the {kind} '{name}'; ", "nothing is done"), DidYouMean(nearest) ?? "correct the name, or apply the plan first");

    /// <summary>PLB4091: a policy whose effect cannot be remediated.</summary>
    public static Diagnostic EffectNotRemediable(SourceLocation at, string kind, string name, string effects) =>
        Error("PLB4091", at, Fit($"the {kind} '{name}' has the effect {effects}; ", "only modify and deployIfNotExists change resources"), "choose other policies, or give it another effect in the environment");

    /// <summary>PLB4092: nothing deployed has the effects that the command is about.</summary>
    public static Diagnostic NothingWithEffect(SourceLocation at, string environment, string effects) =>
        Information("PLB4092", at, Fit($"no policy that is deployed for '{environment}' ", $"has the effect {effects}; there is nothing to do"));

    /// <summary>PLB4093: a resource that no chosen assignment reaches.</summary>
    public static Diagnostic ResourceNotReached(SourceLocation at, string resource) =>
        Error("PLB4093", at, Fit($"the resource '{resource}' ", "lies in the scope of none of the chosen assignments; it would not be remediated"), "correct the id, or choose other assignments");

    /// <summary>PLB4094: an assignment that has no identity to act with.</summary>
    public static Diagnostic AssignmentWithoutIdentity(SourceLocation at, string assignment, string member) =>
        Error("PLB4094", at, Fit($"the assignment '{assignment}' has no identity, and '{member}' acts with it; ", "every deployment of the remediation would fail"), "declare an identity for the assignment and apply the plan");

    /// <summary>PLB4095: an identity without a role that the policy needs.</summary>
    public static Diagnostic RemediationRoleMissing(SourceLocation at, string role, string assignment, string scope, string because) =>
        Error("PLB4095", at, Fit($"the identity of '{assignment}' does not have the role '{role}' at '{scope}', needed by {because}; ", "deployments of the remediation would be refused"), "apply the plan, which gives the role; with another role that is enough, use --ignore-roles");

    /// <summary>PLB4096: resources below a management group cannot be evaluated again by a remediation.</summary>
    public static Diagnostic ReEvaluationNotPossible(SourceLocation at, string scope) =>
        Error("PLB4096", at, Fit($"'{scope}' is a management group, ", "where a remediation cannot evaluate resources again; Azure rejects it"), "leave out '--discovery reEvaluateCompliance', and run 'plumbline scan-now' before");

    /// <summary>PLB4097: resources that a remediation could not change.</summary>
    public static Diagnostic RemediationFailed(SourceLocation at, string task, int failed, int total, string reason) =>
        Error("PLB4097", at, Fit($"the remediation '{task}' failed on {failed} of {total} resources: ", reason), "correct what the listed answers say, and run it again");

    /// <summary>PLB4098: remediations that go on after the time given.</summary>
    public static Diagnostic RemediationStillRunning(SourceLocation at, string task, int minutes) =>
        Warning("PLB4098", at, Fit($"the remediation '{task}' has not ended ", $"after {minutes} minutes; it goes on at the endpoint"), "run the same command again: it joins the remediation instead of starting another");

    /// <summary>PLB4099: an assignment that is declared and not deployed.</summary>
    public static Diagnostic AssignmentNotDeployed(SourceLocation at, string assignment, string scope) =>
        Warning("PLB4099", at, Fit($"the assignment '{assignment}' is not deployed at '{scope}'; ", "it is left out"), "apply the plan first");

    /// <summary>PLB4108: an attestation of a policy that is not manual.</summary>
    public static Diagnostic AttestationNotManual(SourceLocation at, string kind, string name, string effects) =>
        Error("PLB4108", at, Fit($"the {kind} '{name}' has the effect {effects}; ", "only policies with the effect manual can be attested"), "choose another policy, or exempt the resource");

    /// <summary>PLB4109: a claim of compliance that nobody can check.</summary>
    public static Diagnostic AttestationIncomplete(SourceLocation at, string name, string missing) =>
        Error("PLB4109", at, Fit($"the attestation '{name}' says Compliant ", $"without {missing}; nobody could check it, or it would be believed for ever"), $"add '{missing}'");

    /// <summary>PLB4110: an attestation whose time is over.</summary>
    public static Diagnostic AttestationExpired(SourceLocation at, string name, string when, bool isDeployed) =>
        Warning("PLB4110", at, Fit($"the attestation '{name}' expired on {when}; ", isDeployed ? "the default state of the policy counts again" : "Azure does not accept it, it is left out"), "assess again and move 'expiresOn', or remove it");

    /// <summary>PLB4111: an attestation of something that the assignment does not reach.</summary>
    public static Diagnostic AttestationNotReached(SourceLocation at, string name, string scope) =>
        Error("PLB4111", at, Fit($"'{scope}' of the attestation '{name}' ", "lies in the scope of no assignment that has the policy; Azure rejects it"), "correct the scope, or the assignment");

    /// <summary>PLB4112: two attestations of the same thing.</summary>
    public static Diagnostic AttestationRepeated(SourceLocation at, string name, string other, string scope) =>
        Error("PLB4112", at, Fit($"the attestations '{name}' and '{other}' are about the same policy of the same assignment at '{scope}'; ", "it is not told which one counts"), "remove one of them");

    /// <summary>PLB4113: the subscriptions of a management group are not known.</summary>
    public static Diagnostic SubscriptionsNotFound(SourceLocation at, string group, string answer) =>
        Error("PLB4113", at, Fit($"the subscriptions below '{group}' could not be listed, and an evaluation is started for each of them: ", answer), "give the identity Reader at the management group, or name a subscription's resource group with --resource-group");

    /// <summary>PLB4114: states that are older than the evaluation that was started.</summary>
    public static Diagnostic StatesAreStale(SourceLocation at, int stale, int total, int minutes) =>
        Warning("PLB4114", at, $"{stale} of {total} policy states are still from before the evaluation after {minutes} minutes, though it has ended; they are not compared", "run the command again later");

    /// <summary>PLB4115: resources that could not be read.</summary>
    public static Diagnostic ResourcesNotRead(SourceLocation at, int count, string first, string answer) =>
        Warning("PLB4115", at, Fit($"{count} resources could not be read, such as '{first}'; they are not compared: ", answer), "give the identity Reader, or name an inventory with --inventory");

    /// <summary>PLB4116: a deployed document that could not be read.</summary>
    public static Diagnostic DefinitionNotRead(SourceLocation at, string id, string answer) =>
        Warning("PLB4116", at, Fit($"'{id}' could not be read, so nothing is known of what it does: ", answer), "look whether it exists and whether the identity may read it");

    /// <summary>PLB4117: the roles of an identity are not known.</summary>
    public static Diagnostic RolesNotRead(SourceLocation at, string assignment, string answer) =>
        Warning("PLB4117", at, Fit($"the roles of the identity of '{assignment}' could not be read; whether the remediation may change anything shows when it runs: ", answer), "give the identity of this command Reader at the scope");

    /// <summary>PLB4118: Resource Graph could not be asked.</summary>
    public static Diagnostic ResourceGraphNotRead(SourceLocation at, string answer) =>
        Information("PLB4118", at, Fit("Resource Graph could not be asked; resources are listed and read one by one: ", answer));
}
