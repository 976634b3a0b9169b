using System.Collections.Immutable;
using Plumbline.Planning.Desired;
using Plumbline.Planning.Environments;

namespace Plumbline.Planning.Exemptions;

/// <summary>An exemption as it is to be at one scope from one assignment.</summary>
/// <param name="Object">The object.</param>
/// <param name="Declaration">What declares it.</param>
/// <param name="Assignment">What it is from.</param>
/// <param name="References">The members it is limited to; empty for all.</param>
internal sealed record DesiredExemption(DesiredObject Object, ExemptionDeclaration Declaration, DesiredAssignment Assignment, ImmutableArray<string> References);
