using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using Plumbline.Lint.Fields;
using Plumbline.Policy.Diagnostics;
using Plumbline.Policy.Evaluation;
using Plumbline.Policy.Json;
using Plumbline.Policy.Schemas;
using Plumbline.Policy.Syntax;

namespace Plumbline.Lint.Documents;

/// <summary>A policy document as rules see it: the JSON with its places, the typed tree, and lists of what is in it.</summary>
internal sealed class LintDocument
{
    private readonly Lazy<ImmutableArray<ConditionSite>> conditions;
    private readonly Lazy<ImmutableArray<ExpressionSite>> expressions;
    private readonly Lazy<ImmutableArray<FieldFinding>> fieldFindings;
    private readonly Lazy<ImmutableArray<FieldUse>> fieldUses;
    private readonly Lazy<DocumentText> text;

    private LintDocument(SourceText source, JObject root, LintEnvironment environment)
    {
        Source = source;
        Root = root;
        Environment = environment;
        Properties = root.Member("properties") as JObject ?? root;
        if (Properties.Member("policyDefinitions") is not null && Properties.Member("policyRule") is null) (Initiative, Diagnostics) = PolicyParser.InspectSetDefinition(source);
        else (Definition, Diagnostics) = PolicyParser.InspectDefinition(source);
        conditions = new(() => Definition is null ? [] : ConditionSites.Of(Definition, Properties));
        expressions = new(() => ExpressionSites.Of(Properties));
        fieldUses = new(() => Documents.FieldUses.Of(this));
        text = new(() => new DocumentText(source.Text));
        fieldFindings = new(() => Definition is null ? [] : new FieldRules(environment.Aliases, environment.Schemas, environment.ApiVersion).Check(Definition));
    }

    public SourceText Source { get; }

    public LintEnvironment Environment { get; }

    /// <summary>The outermost object: a resource, or its properties alone.</summary>
    public JObject Root { get; }

    public JObject Properties { get; }

    /// <summary>The definition; null for an initiative, and when its rule cannot be read.</summary>
    public PolicyDefinition? Definition { get; }

    /// <summary>The initiative; null for a definition, and when it cannot be read.</summary>
    public PolicySetDefinition? Initiative { get; }

    /// <summary>What the parser has to say.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether only the properties of the resource are there.</summary>
    public bool IsBare => Root == Properties;

    /// <summary>The declared parameters of either.</summary>
    public ImmutableArray<PolicyParameter> Parameters => Definition?.Parameters ?? Initiative?.Parameters ?? [];

    /// <summary>The text, for fixes.</summary>
    public DocumentText Text => text.Value;

    /// <summary>Every condition of the definition.</summary>
    public ImmutableArray<ConditionSite> Conditions => conditions.Value;

    /// <summary>Every expression of the document.</summary>
    public ImmutableArray<ExpressionSite> Expressions => expressions.Value;

    /// <summary>What aliases and schemas have to say of the definition's fields.</summary>
    public ImmutableArray<FieldFinding> FieldFindings => fieldFindings.Value;

    /// <summary>Every place that names a field.</summary>
    public ImmutableArray<FieldUse> FieldUses => fieldUses.Value;

    /// <summary>Whether a resource provider evaluates the definition, with fields of its own.</summary>
    public bool IsOfDataPlane => Definition is { } definition && !ModeApplicability.IsResourceManagerMode(definition.Mode);

    /// <summary>The leaves among the conditions.</summary>
    public IEnumerable<ConditionSite> Leaves => Conditions.Where(site => site.Leaf is not null);

    /// <summary>The rule's <c>then</c>.</summary>
    public JToken? Then => Properties.Member("policyRule")?.Member("then");

    /// <summary>Reads a text; null with the problems when it is no JSON object.</summary>
    public static LintDocument? Read(SourceText source, LintEnvironment environment, out ImmutableArray<Diagnostic> problems)
    {
        var parsed = PositionedJson.Parse(source);
        problems = parsed.Diagnostics;
        return parsed.Value is { } root ? new LintDocument(source, root, environment) : null;
    }

    /// <summary>The resource type of a known alias; null for other fields, and for a name that several types share.</summary>
    public string? TypeOfAlias(string name) =>
        name.Contains('/') && Environment.Aliases.TryFind(name, out var alias) && alias.ResourceType.Contains('/') ? alias.ResourceType : null;

    /// <summary>Whether a field is an alias of an array by its schema; an alias that ends with <c>[*]</c> is one of the members.</summary>
    public bool IsArray(string name) =>
        !name.EndsWith("[*]", StringComparison.Ordinal) && Environment.Aliases.TryFind(name, out var alias) && Environment.Schemas.FactsOf(alias)?.Value.Kinds == ValueKinds.Array;

    /// <summary>Where a token stands; null is the start of the document.</summary>
    public SourceLocation At(JToken? token) => PositionedJson.LocationOf(Source.File, token ?? Root);

    /// <summary>The declared parameter of this name in any case, or null.</summary>
    public PolicyParameter? Parameter(string name) => Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The declaration of a parameter: its name is the place.</summary>
    public JProperty? Declaration(string parameter) => (Properties.Member("parameters") as JObject)?.Property(parameter, StringComparison.OrdinalIgnoreCase);
}
