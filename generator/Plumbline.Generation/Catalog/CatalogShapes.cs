using Plumbline.Generation.Shapes;
using static Plumbline.Generation.Shapes.KeyShape;

namespace Plumbline.Generation.Catalog;

/// <summary>The form of a catalog: what the reader accepts and what the JSON schema tells editors.</summary>
public static class CatalogShapes
{
    /// <summary>The whole document.</summary>
    public static ObjectShape Catalog { get; } = new("the catalog", "The security baseline of one service and what is done about each of its features.",
    [
        Required("schemaVersion", new IntegerShape("The version of this format.", 1, 1)),
        Required("service", Service()),
        Required("benchmark", Benchmark()),
        Required("sources", new ListShape("The documents the catalog was written from.", Source())),
        Required("securityProfile", SecurityProfile()),
        Required("initiative", Initiative()),
        Required("controls", new ListShape("The controls of the published baseline, in its order.", Control())),
        Optional("spreadsheetOnly", new ListShape("Features that only the mapping spreadsheet has.", FeatureShapes.UnpublishedFeature()) { MayBeEmpty = true }),
    ]);

    private static ObjectShape Service() => new("the service", "The Azure service.",
    [
        Required("name", Texts.Plain("The name of the service.")),
        Required("folder", Texts.Kebab("The folder of its definitions below definitions/.")),
        Required("category", Texts.Plain("The metadata.category of its definitions.")),
    ]);

    private static ObjectShape Benchmark() => new("the benchmark", "The benchmark the baseline belongs to.",
    [
        Required("name", Texts.Plain("The name of the benchmark.")),
        Required("version", Texts.Plain("The version of the benchmark, in quotes.")),
        Required("groupPrefix", Texts.Plain("What stands before a control id in the names of policy definition groups.")),
    ]);

    private static ObjectShape Source() => new("a source", "A document the catalog was written from.",
    [
        Required("id", Texts.Kebab("What 'provenance' of a feature says.")),
        Required("title", Texts.Plain("The title of the document.")),
        Required("url", Texts.Url("Where the document is.")),
        Required("licence", Texts.Plain("The licence of the document's texts.")),
    ]);

    private static ObjectShape SecurityProfile() => new("the security profile", "The security profile of the service, as published.",
    [
        Required("productCategory", Texts.Plain("Product category.")),
        Required("customerAccessToHost", Texts.Plain("Customer can access host or operating system.")),
        Required("deployableIntoVirtualNetwork", Texts.Plain("Service can be deployed into the customer's virtual network.")),
        Required("storesCustomerContentAtRest", Texts.Plain("Stores customer content at rest.")),
    ]);

    private static ObjectShape Initiative() => new("the initiative", "The properties of the generated initiative.",
    [
        Required("name", Texts.Name("The resource name of the initiative and the name of its file.")),
        Required("version", Texts.Version("The version of the initiative.")),
        Required("displayName", Texts.DisplayName()),
        Required("description", Texts.Description()),
        Optional("parameters", new NamedValuesShape("Initiative parameters that several policies share.", PolicyShapes.Parameter("a shared parameter"))),
    ]);

    private static ObjectShape Control() => new("a control", "A control of the benchmark.",
    [
        Required("id", Texts.ControlId("The id of the control.")),
        Required("title", Texts.Plain("The title, as published.")),
        Required("domain", Texts.Plain("The compliance domain.")),
        Required("features", new ListShape("The features of the service under this control, in the order of the page.", FeatureShapes.Feature())),
    ]);
}
