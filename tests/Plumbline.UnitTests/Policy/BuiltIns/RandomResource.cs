using System.Collections.Immutable;
using CsCheck;
using Plumbline.Policy.Syntax;
using Plumbline.Policy.Values;
using Wishes = System.Collections.Immutable.ImmutableList<Plumbline.UnitTests.Policy.BuiltIns.Wish>;

namespace Plumbline.UnitTests.Policy.BuiltIns;

/// <summary>
/// Random resources of the types that a condition asks for, with the properties that it reads and values near those that it compares them with.
/// A third each is drawn to satisfy the condition, not to, and without either.
/// </summary>
internal sealed class RandomResource
{
    private const string AnyType = "Microsoft.Storage/storageAccounts";
    private const string OtherType = "Microsoft.Test/others";
    private const int MostTypes = 8;

    private static readonly string[] Identifying = ["id", "name", "type", "location", "tags", "fullName", "apiVersion"];

    private readonly Condition? condition;
    private readonly RuleReadings readings;
    private readonly RuleWishes wishes;
    private readonly ImmutableArray<string> types;

    private RandomResource(Condition? condition, PolicyDefinition definition, string? type)
    {
        this.condition = condition;
        readings = type is null ? RuleReadings.OfPrimary(definition) : RuleReadings.Of(condition, definition);
        wishes = new RuleWishes(definition);
        types = type is null ? TypesOf(readings) : [type];
    }

    /// <summary>Resources for a definition's <c>if</c>.</summary>
    public static Gen<ObjectValue> For(PolicyDefinition definition) => new RandomResource(definition.If, definition, null).Resources();

    /// <summary>None to two resources for the existence condition of a definition.</summary>
    public static Gen<ImmutableArray<ObjectValue>> RelatedTo(PolicyDefinition definition)
    {
        if ((definition.Then.Details as ObjectValue)?["type"] is not TextValue type) return Gen.Const(ImmutableArray<ObjectValue>.Empty);
        return new RandomResource(definition.Then.ExistenceCondition, definition, type.Value).Resources().Array[0, 2].Select(items => items.ToImmutableArray());
    }

    private Gen<ObjectValue> Resources()
    {
        var wished = Gen.Int[0, 2].SelectMany(goal => goal == 0 || condition is null ? Gen.Const(Wishes.Empty) : wishes.For(condition, goal == 1));
        return wished.SelectMany(values => TypeOf(values).SelectMany(type => OfType(type, values)));
    }

    // A wished type that the rule does not name stands for any other.
    private Gen<string> TypeOf(Wishes values)
    {
        var known = Gen.Int[0, types.Length - 1].Select(index => types[index]);
        if (values.FindLast(value => IsField(value.Field, "type"))?.Value is not TextValue wished) return known;
        return types.Contains(wished.Value, StringComparer.OrdinalIgnoreCase) ? Gen.Const(wished.Value) : Gen.Const(OtherType);
    }

    private Gen<ObjectValue> OfType(string type, Wishes values)
    {
        var shape = new ResourceShape();
        foreach (var (field, literals) in readings.Fields.Where(field => !IsField(field.Key, "tags"))) Place(field, type, path => shape.Add(path, literals));
        foreach (var wish in values.Where(wish => !IsField(wish.Field, "tags"))) Place(wish.Field, type, path => shape.Wish(path, wish));
        return shape.Properties().Select(properties => Identified(type, properties));
    }

    private static void Place(string field, string type, Action<string[]> place)
    {
        if (FieldPath.Of(field, type) is { IsEmpty: false } path) place([.. path]);
    }

    private static ObjectValue Identified(string type, ObjectValue properties)
    {
        var name = properties["name"] is TextValue { Value.Length: > 0 } text ? text.Value : "thing";
        var location = properties["location"] is TextValue { Value.Length: > 0 } place ? place.Value : "westeurope";
        var tags = properties["tags"] is ObjectValue given ? given : PolicyValueReader.Object(("environment", new TextValue("test")));
        var identity = PolicyValueReader.Object(
            ("id", new TextValue(IdOf(type, name))), ("name", new TextValue(name)), ("type", new TextValue(type)), ("location", new TextValue(location)), ("tags", tags));
        return new ObjectValue([.. identity.Properties, .. properties.Properties.Where(property => !Identifying.Contains(property.Key, StringComparer.OrdinalIgnoreCase))]);
    }

    private static string IdOf(string type, string name)
    {
        const string subscription = "/subscriptions/00000000-0000-0000-0000-000000000001";
        if (type.StartsWith("Microsoft.Resources/subscriptions", StringComparison.OrdinalIgnoreCase)) return type.Count(letter => letter == '/') == 1 ? subscription : $"{subscription}/resourceGroups/{name}";
        var segments = type.Split('/');
        var parents = segments[1..^1].Select(parent => $"{parent}/parent/");
        return $"{subscription}/resourceGroups/rg/providers/{segments[0]}/{string.Concat(parents)}{segments[^1]}/{name}";
    }

    private static ImmutableArray<string> TypesOf(RuleReadings readings)
    {
        var asked = readings.Fields.GetValueOrDefault("type")?.OfType<TextValue>().Select(text => text.Value.Replace("*", "things", StringComparison.Ordinal)).Where(IsType).ToList() ?? [];
        if (asked.Count == 0) asked = [.. readings.Fields.Keys.Select(FieldPath.TypeOf).Where(IsType)];
        return asked.Count == 0 ? [AnyType] : [.. asked.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTypes)];
    }

    private static bool IsType(string text) => text.Contains('/', StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal) && text[0] != '/';

    private static bool IsField(string field, string name) => string.Equals(field, name, StringComparison.OrdinalIgnoreCase);
}
