namespace Plumbline.PlanningTests.Deployment;

/// <summary>Ends a run that was killed where it cannot wait for ever.</summary>
internal sealed class KilledException : Exception;
