using System.Net;
using ApiGen.CompilerServices;

namespace ApiGen.EndToEnd.Tests.Sandbox;

/// <summary>Client and sandbox, each by its own code, allow the very same sets of parameters.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData(ParameterRuleKind.ExactlyOne, "a b", "a b")]
    [InlineData(ParameterRuleKind.ExactlyOne, "a b cd", "a b cd")]
    [InlineData(ParameterRuleKind.ExactlyOne, "ab ac d", "ab ac d")]
    [InlineData(ParameterRuleKind.AtMostOne, "a b", "- a b")]
    [InlineData(ParameterRuleKind.AtMostOne, "a bc d", "- a bc d")]
    [InlineData(ParameterRuleKind.AtMostOne, "ab ac", "- ab ac")]
    [InlineData(ParameterRuleKind.AtLeastOne, "a b", "a ab b")]
    [InlineData(ParameterRuleKind.AtLeastOne, "a bc", "a abc bc")]
    [InlineData(ParameterRuleKind.AtLeastOne, "ab ac", "ab abc ac")]
    [InlineData(ParameterRuleKind.AllOrNone, "a b c", "- abc")]
    [InlineData(ParameterRuleKind.Requires, "a b", "- ab b")]
    [InlineData(ParameterRuleKind.Requires, "a bc", "- abc b bc c")]
    public async Task Every_set_of_parameters_is_judged(ParameterRuleKind kind, string alternatives, string allowed)
    {
        ParameterRule rule = new(kind, [.. alternatives.Split(' ').Select(set => set.Select(c => $"{c}").ToArray())]);
        string names = string.Concat(alternatives.Distinct().Where(char.IsLetter).Order());
        EndpointDescriptor<bool> endpoint = new()
        {
            Api = TestApi.Plain,
            Name = "ruled",
            Method = "GET",
            Path = "/ruled",
            Parameters = [.. names.Select(name => new ParameterDescriptor($"{name}", $"arg{name}", ParameterPlace.Query))],
            Rules = [rule],
            Read = static (ref JsonCursor json) => json.ReadBoolean(),
        };
        EndpointDescription description = new(endpoint)
        {
            Parameters = [.. names.Select(name => new ParameterDescription($"{name}", "string", IsRequired: false))],
            Example = "true"u8.ToArray(),
        };
        await using var sandbox =
            await ApiGen.Sandbox.Sandbox.StartAsync(new ApiDescription(TestApi.Plain, [description]));
        using TestClient client = new(sandbox);

        List<string> byClient = [];
        List<string> bySandbox = [];
        foreach (string set in SubsetsOf(names))
        {
            if (IsAllowed(endpoint, set, names)) byClient.Add(set);
            string query = string.Join('&', set.Where(char.IsLetter).Select(name => $"{name}=1"));
            if ((await client.GetAsync($"/ruled?{query}")).Status == HttpStatusCode.OK) bySandbox.Add(set);
        }

        Assert.Equal(allowed.Split(' ').Order(StringComparer.Ordinal), byClient.Order(StringComparer.Ordinal));
        Assert.Equal(byClient, bySandbox);
    }

    private static bool IsAllowed(EndpointDescriptor<bool> endpoint, string set, string names)
    {
        // The order in which the rule names them.
        IEnumerable<string> named = endpoint.Rules[0].Alternatives.SelectMany(names => names).Distinct();
        try
        {
            endpoint.Call().CheckRules([.. named.Select(name => set.Contains(name, StringComparison.Ordinal))]);
            return true;
        }
        catch (ArgumentException refused)
        {
            Assert.Contains(refused.ParamName, names.Select(name => $"arg{name}"));
            return false;
        }
    }

    /// <summary>All of them; a hyphen stands for none.</summary>
    private static IEnumerable<string> SubsetsOf(string names) =>
        Enumerable.Range(0, 1 << names.Length)
            .Select(bits => string.Concat(names.Where((_, index) => (bits & (1 << index)) != 0)))
            .Select(set => set.Length == 0 ? "-" : set);
}
