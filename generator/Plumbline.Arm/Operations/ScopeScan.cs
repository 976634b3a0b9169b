using Plumbline.Arm.Compliance;

namespace Plumbline.Arm.Operations;

/// <summary>An evaluation of a scope.</summary>
/// <param name="Scope">The subscription or resource group.</param>
/// <param name="State">How it stands; <see cref="EvaluationRunState.StillRunning"/> when it was not waited for.</param>
public sealed record ScopeScan(string Scope, EvaluationRunState State);
