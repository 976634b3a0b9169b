using System.Collections.Immutable;
using Plumbline.Reporting;

namespace Plumbline.Arm.Compliance;

/// <summary>What Policy Insights says of the assignment.</summary>
/// <param name="Rows">One for each resource and member of the initiative, in ordinal order of resource id and reference id.</param>
/// <param name="Summary">The service's own counts.</param>
/// <param name="StatesRead">How many states were read.</param>
/// <param name="StatesExpected">How many there are by the service's own counts; different from <paramref name="StatesRead"/> when the reading is not complete.</param>
public sealed record ComplianceReading(ImmutableArray<ComplianceRow> Rows, ComplianceSummary Summary, int StatesRead, int StatesExpected);

/// <summary>The answer of <c>policyStates/latest/summarize</c> for the assignment.</summary>
/// <param name="Resources">Distinct resources by rolled-up state.</param>
/// <param name="Definitions">The same for each member of the initiative that the service lists.</param>
public sealed record ComplianceSummary(ImmutableArray<StateCount> Resources, ImmutableArray<DefinitionSummary> Definitions);

/// <summary>The counts of one member of the initiative.</summary>
public sealed record DefinitionSummary(string PolicyDefinitionId, string ReferenceId, ImmutableArray<StateCount> Resources);

/// <summary>How many resources have a state; spelled as in <see cref="ComplianceRow.State"/>.</summary>
public sealed record StateCount(string State, int Count);
