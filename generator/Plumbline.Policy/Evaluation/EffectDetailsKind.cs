namespace Plumbline.Policy.Evaluation;

/// <summary>What an effect does with its details.</summary>
internal enum EffectDetailsKind
{
    /// <summary>They are told, and nothing else.</summary>
    Plain,

    /// <summary>They say which related resource has to exist.</summary>
    Existence,

    /// <summary>They are operations on the resource.</summary>
    Modify,

    /// <summary>They are fields to add to the resource.</summary>
    Append,
}
