using System.Reflection;
using ApiGen.CompilerServices;
using ApiGen.Generator.Emit;

namespace ApiGen.Generator.Tests.Emit;

/// <summary>The generator knows the runtime by names alone; each must exist.</summary>
public sealed class RuntimeNamesTests
{
    public static TheoryData<string> Names =>
    [
        .. typeof(RuntimeNames)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(constant => (string)constant.GetRawConstantValue()!),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_is_found(string name)
    {
        string plain = name.Replace("global::", "", StringComparison.Ordinal);
        string[] candidates = [plain, plain + "Attribute", plain + "`1", plain + "`2"];
        Assembly[] assemblies =
        [
            typeof(ApiConnection).Assembly,
            typeof(object).Assembly,
            typeof(Uri).Assembly,
            typeof(System.Text.Json.JsonElement).Assembly,
        ];
        Assert.Contains(candidates, candidate => assemblies.Any(assembly => assembly.GetType(candidate) is not null));
    }
}
