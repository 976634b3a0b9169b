namespace Plumbline.Emulator;

/// <summary>An estate that is made by formula as it is read, so that readers can be tested at a size that nobody can store.</summary>
/// <param name="Seed">Another seed gives another estate; the same one always the same.</param>
/// <param name="Resources">How many resources, 1 to 10,000,000.</param>
/// <param name="StatesPerResource">How many policies apply to each, 1 to 40; there is a compliance record for each.</param>
/// <param name="Subscriptions">How many subscriptions they lie in.</param>
/// <param name="ResourcesPerGroup">How many resources a resource group has, the last one of a subscription possibly fewer.</param>
public sealed record SyntheticOptions(int Seed, int Resources, int StatesPerResource = 10, int Subscriptions = 10, int ResourcesPerGroup = 1000);
