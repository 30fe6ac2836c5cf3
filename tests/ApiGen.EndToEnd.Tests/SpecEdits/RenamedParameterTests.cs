using System.Text.RegularExpressions;

namespace ApiGen.EndToEnd.Tests.SpecEdits;

public sealed class RenamedParameterTests
{
    [Fact]
    public async Task A_parameter_renamed_in_the_spec_stops_the_build_of_the_sample_at_each_call_that_names_it()
    {
        using var copy = new SampleCopy();
        copy.Edit(
            "specs/twitter/friendships/create.yaml",
            spec => spec.Replace("\n  follow: ", "\n  notify: ", StringComparison.Ordinal));

        string output = (await copy.BuildAsync()).Failed();

        string[] lines = copy.Read("samples/FollowUser/FollowCommand.cs").Split('\n');
        int[] calls = [.. Enumerable.Range(1, lines.Length).Where(i => IsCall(lines[i - 1]))];
        Assert.NotEmpty(calls);
        string[] errors =
            [.. Regex.Matches(output, @"\w+\.\w+\([0-9,]+\): error \w+").Select(match => match.Value).Distinct()];
        Assert.Equal(calls.Length, errors.Length);
        Assert.All(calls, line => Assert.Contains(errors, error =>
            Regex.IsMatch(error, $@"^FollowCommand\.cs\({line},\d+\): error CS1739$")));

        static bool IsCall(string line) => line.Contains("follow: ", StringComparison.Ordinal);
    }
}
