using System.Collections.Immutable;
using Plumbline.Exchange.Model;
using Plumbline.Exchange.Texts;
using Plumbline.Planning.Objects;
using Plumbline.Policy.Values;

namespace Plumbline.Exchange.Documents;

/// <summary>Writes a model as a checkout of Plumbline: <c>plumbline.yaml</c>, <c>definitions/</c>, <c>initiative/</c> and <c>exemptions/</c>.</summary>
public static class CheckoutWriter
{
    /// <summary>The files, in ordinal order of their paths.</summary>
    /// <param name="owner">The owner's id.</param>
    /// <param name="model">The model.</param>
    public static ImmutableArray<ExchangeFile> Write(string owner, ExchangeModel model)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var exempt = model.Environments.Where(environment => !environment.Exemptions.IsEmpty).ToImmutableDictionary(environment => environment.Name, environment => FileName.Free(taken, "exemptions", environment.Name, ".yaml"), StringComparer.Ordinal);
        ImmutableArray<ExchangeFile> files =
        [
            new("plumbline.yaml", EnvironmentsYaml.Of(owner, model.Environments, environment => exempt.GetValueOrDefault(environment.Name))),
            .. model.Environments.Where(environment => exempt.ContainsKey(environment.Name)).Select(environment => new ExchangeFile(exempt[environment.Name], EnvironmentsYaml.Exemptions(environment.Exemptions))),
            .. model.Documents.Definitions.Select(document => new ExchangeFile(FileName.Free(taken, $"definitions/{Folder(document)}", document.Name, ".json"), JsonText.Of(document.Body))),
            .. model.Documents.Initiatives.Select(document => new ExchangeFile(FileName.Free(taken, "initiative", document.Name, ".json"), JsonText.Of(document.Body))),
        ];
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static string Folder(PolicyDocument document) =>
        document.Properties["metadata"] is ObjectValue metadata && metadata["category"] is TextValue { Value.Length: > 0 } category ? FileName.Of(category.Value.ToLowerInvariant().Replace(' ', '-')) : "general";
}
