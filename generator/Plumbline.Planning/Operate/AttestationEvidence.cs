namespace Plumbline.Planning.Operate;

/// <summary>Where somebody can check an attestation.</summary>
/// <param name="Description">What is to be seen there.</param>
/// <param name="Uri">Where.</param>
public sealed record AttestationEvidence(string Description, string Uri);
