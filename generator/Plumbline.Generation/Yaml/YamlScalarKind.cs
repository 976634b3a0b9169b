namespace Plumbline.Generation.Yaml;

/// <summary>What a scalar is, by the core schema of YAML 1.2.</summary>
public enum YamlScalarKind
{
    /// <summary>Text: quoted, a block, or plain and nothing else.</summary>
    Text,

    /// <summary>Plain <c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A plain integer that fits 64 bits.</summary>
    Integer,

    /// <summary>Any other plain number.</summary>
    Float,

    /// <summary>Plain <c>null</c>, <c>~</c>, or nothing at all.</summary>
    Null,
}
