using ApiGen.Generator.Diagnostics;

namespace ApiGen.Generator.Tests.Schema;

/// <summary>The findings that a schema can't have, each by how it begins, and why.</summary>
internal static class BinderOnly
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["APIGEN102: 'pages' by a required"] = "whether a parameter is required stands elsewhere",
        ["APIGEN103: 'first'"] = "the parameter's type stands elsewhere",
        ["APIGEN102: The example of "] = "what an example needs follows from the fields",
        ["APIGEN103: 'since'"] = "which days a month has follows from the month",
        ["APIGEN106: 'constant' can't stand here: write"] = "the path stands elsewhere",
        ["APIGEN106: 'default' can't stand here: a part"] = "the path stands elsewhere",
        ["APIGEN106: 'sensitive' can't stand here: logs"] = "the path stands elsewhere",
        ["APIGEN106: 'min' can't stand here: every"] = "numbers are compared",
        ["APIGEN106: 'max' can't stand here: every"] = "numbers are compared",
        ["APIGEN106: 'in'"] = "the path stands elsewhere",
        ["APIGEN202"] = "two names of one C# name differ in YAML",
        ["APIGEN203"] = "which names are taken depends on the API's name and on what is generated",
        ["APIGEN205"] = "a parameter's name is looked up",
        ["APIGEN206"] = "whether a parameter is required, or in another rule, stands elsewhere",
        ["APIGEN207"] = "what fits follows from the type beside it",
        ["APIGEN208"] = "a field's name is looked up",
        ["APIGEN209"] = "a schema knows whole items that are equal, not items alike in two keys",
        ["APIGEN211"] = "'auth' stands elsewhere",
        ["APIGEN212"] = "numbers are compared",
        ["APIGEN220: 'PLAINTEXT'"] = "'base' stands elsewhere, and may be a loopback address",
        ["APIGEN240"] = "the parameter stands elsewhere",
        ["APIGEN241"] = "'errors' stand elsewhere",
        ["APIGEN221"] = "a schema can't compare a parameter's name with its keys",
        ["APIGEN226"] = "the method and the place of a parameter stand apart",
        ["APIGEN227"] = "where other parameters travel stands elsewhere",
        ["APIGEN228"] = "where a parameter travels may stand elsewhere, and what a name stands for is looked up",
        ["APIGEN250"] = "a zone's name is looked up",
        ["APIGEN251"] = "the parameters stand elsewhere",
        ["APIGEN230"] = "rules are compared",
        ["APIGEN231"] = "rules are compared",
        ["APIGEN232"] = "a regular expression is parsed",
        ["APIGEN233"] = "numbers are compared",
        ["APIGEN234"] = "what fits follows from the type and the bounds beside it",
        ["APIGEN235"] = "numbers are multiplied",
        ["APIGEN236"] = "names are looked up",
        ["APIGEN237"] = "an endpoint's name is looked up",
        ["APIGEN301"] = "an API's name is looked up",
        ["APIGEN302"] = "a type's name is looked up",
        ["APIGEN303"] = "names of other files are compared",
        ["APIGEN304"] = "documents are compared",
        ["APIGEN305"] = "the API stands elsewhere",
        ["APIGEN220: 'http:"] = "how requests are signed stands elsewhere, and an address may be a loopback one",
        ["APIGEN306"] = "a pool's name is looked up",
        ["APIGEN307"] = "a host's name is looked up",
    };

    public static IEnumerable<string> Beginnings => Reasons.Keys;

    public static bool Has(SpecDiagnostic finding) => Beginnings.Any(beginning => IsBegunBy(beginning, finding));

    public static bool IsBegunBy(string beginning, SpecDiagnostic finding)
    {
        string text = $"{finding.Descriptor.Id}: {finding.ToDiagnostic().GetMessage()}";
        return text.StartsWith(beginning, StringComparison.Ordinal);
    }
}
