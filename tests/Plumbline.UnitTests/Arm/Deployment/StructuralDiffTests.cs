using System.Text.Json;
using Plumbline.Arm.Deployment;
using Plumbline.Policy.Values;

namespace Plumbline.UnitTests.Arm.Deployment;

public sealed class StructuralDiffTests
{
    private static string[] Diff(string before, string after) =>
        [.. StructuralDiff.Compare("properties", Value(before), Value(after)).Select(one => $"{one.Path}: {Text(one.Before)} -> {Text(one.After)}")];

    private static PolicyValue Value(string json) => PolicyValueReader.FromElement(JsonDocument.Parse(json).RootElement);

    private static string Text(PolicyValue value) => value is UndefinedValue ? "nothing" : PolicyValueWriter.ToCompactJson(value);

    [Theory]
    [InlineData("""{"a":1,"b":{"c":[1,2]}}""", """{"b":{"c":[1,2]},"a":1}""")]
    [InlineData("""{"Effect":{"type":"String"}}""", """{"effect":{"type":"String"}}""")]
    [InlineData("""{"a":1}""", """{"a":1.0}""")]
    [InlineData("""{"policyDefinitionId":"/A/b/"}""", """{"policyDefinitionId":"/a/B"}""")]
    [InlineData("""{"details":{"roleDefinitionIds":["/A"]}}""", """{"details":{"roleDefinitionIds":["/a"]}}""")]
    [InlineData("""{"policyDefinitions":[{"policyDefinitionReferenceId":"x"},{"policyDefinitionReferenceId":"Y"}]}""", """{"policyDefinitions":[{"policyDefinitionReferenceId":"y"},{"policyDefinitionReferenceId":"x"}]}""")]
    [InlineData("""{"policyDefinitions":[{"policyDefinitionReferenceId":"x","definitionVersion":"1.*.*"}],"version":"1.0.0"}""", """{"policyDefinitions":[{"policyDefinitionReferenceId":"x"}]}""")]
    [InlineData("""{"metadata":{"costCentre":"42"}}""", """{"metadata":{}}""")]
    public void What_means_the_same_is_no_difference(string before, string after) => Assert.Equal([], Diff(before, after));

    [Theory]
    [InlineData("""{"a":"x"}""", """{"a":"X"}""", "properties.a: \"x\" -> \"X\"")]
    [InlineData("""{"a":1}""", """{}""", "properties.a: 1 -> nothing")]
    [InlineData("""{}""", """{"a":null}""", "properties.a: nothing -> null")]
    [InlineData("""{"a":""}""", """{"a":[]}""", "properties.a: \"\" -> []")]
    [InlineData("""{"a":"1"}""", """{"a":1}""", "properties.a: \"1\" -> 1")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""", "properties.a[0]: 1 -> 2", "properties.a[1]: 2 -> 1")]
    [InlineData("""{"a":[1,2,3]}""", """{"a":[1,9,2,3]}""", "properties.a[1]: nothing -> 9")]
    [InlineData("""{"a":[1,2,3]}""", """{"a":[2,3]}""", "properties.a[0]: 1 -> nothing")]
    [InlineData("""{"a":[{"b":1},{"b":2}]}""", """{"a":[{"b":1},{"b":3}]}""", "properties.a[1].b: 2 -> 3")]
    [InlineData("""{"a b":1}""", """{"a b":2}""", "properties['a b']: 1 -> 2")]
    [InlineData("""{"metadata":{"version":"1.0.0","preview":true}}""", """{"metadata":{"version":"1.1.0"}}""", "properties.metadata.version: \"1.0.0\" -> \"1.1.0\"", "properties.metadata.preview: true -> nothing")]
    [InlineData("""{"policyDefinitions":[{"policyDefinitionReferenceId":"x"},{"policyDefinitionReferenceId":"y"}]}""", """{"policyDefinitions":[{"policyDefinitionReferenceId":"y"}]}""", "properties.policyDefinitions['x']: {\"policyDefinitionReferenceId\":\"x\"} -> nothing")]
    [InlineData("""{"policyDefinitions":[{"policyDefinitionReferenceId":"x","definitionVersion":"1.*.*"}]}""", """{"policyDefinitions":[{"policyDefinitionReferenceId":"x","definitionVersion":"2.*.*"}]}""", "properties.policyDefinitions['x'].definitionVersion: \"1.*.*\" -> \"2.*.*\"")]
    [InlineData("""{"policyDefinitionGroups":[{"name":"a"}]}""", """{"policyDefinitionGroups":[{"name":"b"},{"name":"a"}]}""", "properties.policyDefinitionGroups['b']: nothing -> {\"name\":\"b\"}")]
    public void What_means_something_else_is_a_difference(string before, string after, params string[] differences) => Assert.Equal(differences, Diff(before, after));
}
