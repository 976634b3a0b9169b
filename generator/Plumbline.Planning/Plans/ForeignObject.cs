namespace Plumbline.Planning.Plans;

/// <summary>An object that was seen and stays untouched.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Owner">Whose it is, as far as it says: another environment, <c>epac:{guid}</c>, <c>defender</c>, <c>system</c>, or <c>unmarked</c>.</param>
public sealed record ForeignObject(string Id, string Owner);
