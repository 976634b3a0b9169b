using Plumbline.Policy.Diagnostics;

namespace Plumbline.Arm.Deployment;

/// <summary>What a plan may contain.</summary>
/// <param name="At">Where the environment is configured: problems of the assignment and of the endpoint are reported there.</param>
/// <param name="DeleteOrphans">Whether objects that are not wanted any more are deleted; else they are listed and kept.</param>
public sealed record PlanOptions(SourceLocation At, bool DeleteOrphans = false);
