using ApiGen.Generator.Tests.Pipeline;

namespace ApiGen.Generator.Tests.Surface;

/// <summary>
/// The APIs that the language is measured by: all of Twitter's v1.1, and thirteen others that sign by OAuth 1.0a or
/// limit in ways of their own.
/// </summary>
public sealed class SurfaceTests
{
    /// <summary>What no endpoint of the language describes: streams without end, and a call that an app signs in for.</summary>
    private static readonly string[] LeftOut =
    [
        "GET stream.twitter.com/1.1/statuses/sample.json",
        "POST api.twitter.com/oauth2/invalidate_token",
        "POST stream.twitter.com/1.1/statuses/filter.json",
    ];

    /// <summary>What the keys of <c>auth</c> stand for.</summary>
    private static readonly string[] SignIn =
    [
        "GET api.twitter.com/oauth/authenticate",
        "GET api.twitter.com/oauth/authorize",
        "POST api.twitter.com/oauth/access_token",
        "POST api.twitter.com/oauth/request_token",
        "POST api.twitter.com/oauth2/token",
    ];

    public static TheoryData<string> Apis => [.. SurfaceSpecs.Apis];

    [Theory, MemberData(nameof(Apis))]
    public async Task An_API_as_it_is_becomes_a_client_without_error_or_warning(string api)
    {
        var driver = new SpecDriver(SurfaceSpecs.Of(api));

        Assert.Empty(await driver.AnalyzeAsync());
        Assert.Empty(driver.Compile());
    }

    [Fact]
    public void Nothing_of_Twitters_surface_is_missing()
    {
        IEnumerable<string> described = SurfaceSpecs.Of("Twitter").SelectMany(file => file.Content.Split("\n---\n"))
            .Select(RequestOf)
            .OfType<string>();

        Assert.Equal(
            File.ReadAllLines(Path.Combine(SurfaceSpecs.Folder, "Twitter", "surface.txt")).Order(StringComparer.Ordinal),
            [.. described.Concat(SignIn).Concat(LeftOut).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The method and address of an endpoint's document, or null if it is another's.</summary>
    private static string? RequestOf(string document)
    {
        string[] lines = document.Split('\n');
        string? request = ValueOf("request: ");
        string host = ValueOf("host: ")?.ToLowerInvariant() ?? "api";
        return request?.Replace(" /", $" {host}.twitter.com/", StringComparison.Ordinal);

        string? ValueOf(string key) =>
            Array.Find(lines, line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..];
    }
}
