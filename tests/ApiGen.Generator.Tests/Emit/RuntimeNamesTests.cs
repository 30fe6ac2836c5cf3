using System.Reflection;
using ApiGen.CompilerServices;
using ApiGen.Generator.Binding;
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
            typeof(System.Text.Json.JsonElement).Assembly,
        ];
        Assert.Contains(candidates, candidate => assemblies.Any(assembly => assembly.GetType(candidate) is not null));
    }

    [Fact]
    public void No_pool_is_called_like_a_member_of_the_class_that_it_becomes_a_property_of()
    {
        const BindingFlags AnyMember =
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        IEnumerable<string> members = typeof(ApiBudgets)
            .GetMembers(AnyMember)
            .Where(member => member is not FieldInfo and not ConstructorInfo and not MethodInfo { IsSpecialName: true })
            .Select(member => member.Name)
            .Append("MemberwiseClone");
        Assert.All(members, member => Assert.True(CSharpNames.IsBudgetsMember(member), member));
        Assert.False(CSharpNames.IsBudgetsMember("Tweets"));
    }
}
