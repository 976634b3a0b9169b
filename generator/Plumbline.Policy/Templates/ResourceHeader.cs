namespace Plumbline.Policy.Templates;

/// <summary>What is fixed about a resource before the deployment.</summary>
internal sealed record ResourceHeader(string Id, string Type, string Name, string ApiVersion, string? Symbol, bool IsExisting, string? LoopName);
