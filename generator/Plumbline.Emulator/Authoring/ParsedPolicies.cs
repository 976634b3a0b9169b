using System.Runtime.CompilerServices;
using Plumbline.Emulator.Store;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Syntax;

namespace Plumbline.Emulator.Authoring;

/// <summary>Stored policy objects, typed. A document is parsed once, however many resources it is evaluated on.</summary>
internal static class ParsedPolicies
{
    private static readonly ConditionalWeakTable<StoredResource, ParseResult<PolicyDefinition>> Definitions = [];
    private static readonly ConditionalWeakTable<StoredResource, ParseResult<PolicySetDefinition>> Sets = [];
    private static readonly ConditionalWeakTable<StoredResource, ParseResult<PolicyAssignment>> Assignments = [];
    private static readonly ConditionalWeakTable<StoredResource, ParseResult<PolicyExemption>> Exemptions = [];
    private static readonly ConditionalWeakTable<StoredResource, ParseResult<PolicyEnrollment>> Enrollments = [];
    private static readonly ConditionalWeakTable<StoredResource, ParseResult<PolicyAttestation>> Attestations = [];

    /// <summary>The definition, or what is wrong with it.</summary>
    public static ParseResult<PolicyDefinition> Definition(StoredResource stored) =>
        Definitions.GetValue(stored, static resource => PolicyParser.ParseDefinition(Source(resource)));

    /// <summary>The initiative, or what is wrong with it.</summary>
    public static ParseResult<PolicySetDefinition> SetDefinition(StoredResource stored) =>
        Sets.GetValue(stored, static resource => PolicyParser.ParseSetDefinition(Source(resource)));

    /// <summary>The assignment, or what is wrong with it.</summary>
    public static ParseResult<PolicyAssignment> Assignment(StoredResource stored) =>
        Assignments.GetValue(stored, static resource => AssignmentDocuments.ParseAssignment(Source(resource)));

    /// <summary>The exemption, or what is wrong with it.</summary>
    public static ParseResult<PolicyExemption> Exemption(StoredResource stored) =>
        Exemptions.GetValue(stored, static resource => AssignmentDocuments.ParseExemption(Source(resource)));

    /// <summary>The enrolment, or what is wrong with it.</summary>
    public static ParseResult<PolicyEnrollment> Enrollment(StoredResource stored) =>
        Enrollments.GetValue(stored, static resource => AssignmentDocuments.ParseEnrollment(Source(resource)));

    /// <summary>The attestation, or what is wrong with it.</summary>
    public static ParseResult<PolicyAttestation> Attestation(StoredResource stored) =>
        Attestations.GetValue(stored, static resource => AssignmentDocuments.ParseAttestation(Source(resource)));

    /// <summary>All errors in one sentence.</summary>
    public static string Problems(IEnumerable<Diagnostic> diagnostics) =>
        string.Join("; ", diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => diagnostic.Message));

    /// <summary>The parameter that is read but not declared, when that is all that is wrong: the service has an error code of its own for it.</summary>
    public static string? UndeclaredParameter(IEnumerable<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.IsError).ToList();
        return errors.TrueForAll(error => error.Code == "PLB2028") ? errors[0].Message.Split('\'')[1] : null;
    }

    private static SourceText Source(StoredResource resource) => new(resource.Id.Text, resource.Body.GetRawText());
}
